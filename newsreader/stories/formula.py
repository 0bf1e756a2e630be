"""The formula: when two articles tell one story, and what belongs with an article. Every number stands here.

The likeness of two articles is a weighted sum of

- the cosine of their TF-IDF vectors, terms of the headline weighing most (Salton & Buckley, "Term-weighting
  approaches in automatic text retrieval", 1988);
- how much of each headline the other article covers, which is fair to feeds that give only headlines;
- the overlap of their names (Kumaran & Allan, "Text classification and named entities for new event
  detection", SIGIR 2004: names and other words are best compared apart);
- whether they stand in the same section;
- how near in time they are, falling as exp(-t/30 h), for news goes by (Yang, Pierce & Carbonell, "A study of
  retrospective and on-line event detection", SIGIR 1998, who also join by a window and a threshold).

A pair that shares too few rare terms is no pair, however alike the rest is. An article joins the story with
its most like telling if the story's other tellings are like it as well, which keeps a chain from growing
(group average). The numbers were chosen on `tests/data/stories/tune.jsonl`, each where it makes little
difference if it is somewhat more or less.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from math import exp, log

VERSION = 1
"""Of everything in this package that changes what belongs together: with another number all is read anew."""

HOUR = 3600
WINDOW = 60 * HOUR
"""Between two tellings of one story at most, from one to the next."""
EARLIER = 28 * 24 * HOUR
"""How far back the earlier turns of a story are looked for."""
FADE = 30 * HOUR
"""The time between two articles in which what it adds falls to 1/e."""

IN_TITLE, IN_LEAD, IN_BODY, AS_PART, AS_NAME = 2.7, 1.0, 0.3, 0.55, 1.3
"""What a term weighs by where it stands; a mere part of a word weighs half, a name more."""

COSINE, COVER, NAMES, SECTION, TIME = 0.15, 0.25, 0.16, 0.13, 0.31
"""The shares of the sum."""

JOIN = 0.535
"""The likeness to the nearest telling from which on an article joins its story."""
TOGETHER = 0.28
"""The mean likeness to the story's tellings that it needs besides."""
MERGE = 0.68
"""The likeness from which on an article that belongs to two stories makes them one."""
SAME_SOURCE = 0.05
"""One publisher seldom tells the same thing twice: this much more is asked."""
NEAR_COPY = 0.5
"""The share of common shingles from which on two leads are one text."""
COPY_COVER, OWN_COPY_COVER = 0.15, 0.5
"""How much of each other's headlines two copies cover at least, of two sources and of one. With less their
leads are a text that stands anywhere: about cookies, over a live blog, in every weather report of a source.
"""

RARE = 3.6
"""The inverse document frequency from which on a term is rare."""
RARE_SHARED = 2
"""Rare terms that a pair must share: the hard floor. Parts of words do not count."""
RARE_IN_TITLE = 1
"""So many of them must stand in a headline of the two."""

SAID = 0.22
"""The likeness in subject that a pair needs, whatever section and time say."""

PRIOR = 600
"""Articles that are taken to have been counted before the first: a new store knows no frequencies."""
USUAL_SHARE, OTHER_SHARE = 0.025, 0.002
"""The share of those in which a word that is usual in news stands, and any other word."""


@dataclass(frozen=True, slots=True)
class Likeness:
    """How alike two articles are: the sum of the formula, before the floor, and what the floor needs."""

    score: float
    cosine: float
    cover: float
    names: float
    rare: int  # shared rare terms
    rare_words: int  # those that are no names
    rare_titled: int  # those in a headline
    copy: float  # the share of common shingles; 0 for a fixed text
    fixed: bool = False  # whether their leads are a text that stands anywhere


def rarity(number: int, total: int, *, common: bool) -> float:
    """The inverse document frequency of a term in `number` of `total` articles, the prior counted in."""
    share = USUAL_SHARE if common else OTHER_SHARE
    return log((total + PRIOR + 1) / (number + PRIOR * share + 0.5))


def total(cosine: float, cover: float, names: float, section: float, apart: float) -> float:
    """The sum of the formula: `section` is 1 for the same, 0 for another, between where one is not known;
    `apart` is in seconds.
    """
    told = COSINE * cosine + COVER * cover + NAMES * names
    return told + SECTION * section + TIME * exp(-abs(apart) / FADE)


def passes_floor(pair: Likeness) -> bool:
    """Whether a pair shares enough rare terms, and enough of what it says, to be looked at at all."""
    shared = pair.rare >= RARE_SHARED and pair.rare_titled >= RARE_IN_TITLE
    return shared and subject(pair) >= SAID


def joins(pair: Likeness, *, same_source: bool) -> bool:
    """Whether two articles may tell one story."""
    if pair.copy >= NEAR_COPY and pair.rare_titled > 0:
        return True
    asked = JOIN + SAME_SOURCE * same_source
    return passes_floor(pair) and pair.score >= asked


def is_fixed(share: float, cover: float, *, same_source: bool) -> bool:
    """Whether leads that share so many shingles tell nothing, as the headlines do not go with that."""
    return share >= NEAR_COPY and cover < (OWN_COPY_COVER if same_source else COPY_COVER)


def merges(pair: Likeness) -> bool:
    """Whether a pair is strong enough to make two stories one."""
    return pair.score >= MERGE or pair.copy >= NEAR_COPY


def strength(pair: Likeness) -> float:
    """By which the nearest of several is chosen: a near copy before all."""
    return pair.score + (pair.copy >= NEAR_COPY)


TURN = 12 * HOUR
"""Between two tellings of one story from which on the first is an earlier turn of it."""
ABOUT = 0.10
"""The likeness in subject from which on an article is about the same."""
ABOUT_COVER = 0.2
"""How much of the headlines one word must make up to tell that by itself, if it is no name."""
CONTINUES = 0.32
"""The likeness in subject from which on an article of the last weeks is an earlier turn of the story."""
Fits = Callable[[Likeness, float], bool]
"""Whether a pair so alike, the second so many seconds after the first, belongs together in some way."""


def subject(pair: Likeness) -> float:
    """How alike two articles are in their subject, whenever they appeared; a fixed text adds nothing."""
    if pair.fixed:
        return 0.0
    return (COSINE * pair.cosine + COVER * pair.cover + NAMES * pair.names) / (COSINE + COVER + NAMES)


def continues(pair: Likeness, after: float) -> bool:
    """Whether the second is an earlier turn in the story of the first; `after` is in seconds."""
    before = -EARLIER <= after <= -TURN
    return before and pair.rare > pair.rare_words > 0 and subject(pair) >= CONTINUES


def is_about(pair: Likeness, after: float) -> bool:
    """Whether the second is about the same people, places or subjects; `after` is in seconds."""
    named = pair.rare > pair.rare_words
    tells = named or pair.rare >= RARE_SHARED or (pair.rare > 0 and pair.cover >= ABOUT_COVER)
    return tells and abs(after) <= EARLIER and subject(pair) >= ABOUT
