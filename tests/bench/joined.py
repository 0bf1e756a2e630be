"""What a store knows of articles that were joined: their stories, their features, the index that finds them.

A million articles joined one by one take hours. Here the features of each text are computed once, those of a
title are added by the program's own code, and the index is written in its own order at the end.
"""

from __future__ import annotations

import random
from array import array
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

import apsw

from newsreader.model import Draft
from newsreader.store import Store
from newsreader.store.features import TOTAL, Known, period
from newsreader.store.times import to_seconds
from newsreader.store.writer import Steps
from newsreader.stories import formula
from newsreader.stories.features import COMMON, POSTED, Features, Item, features, number
from newsreader.stories.index import LOOKED_UP
from newsreader.stories.likeness import vector
from tests.bench.prose import Prose

WINDOW = 12
"""Articles in a row among which one story is told: an hour, at one in five minutes."""
TELLINGS = (2, 2, 3, 4, 5, 6)
"""How many of them tell it: about a third of all, taken together."""
_SLICES = 64
"""Transactions in which the index is written."""


@dataclass(frozen=True, slots=True)
class Stories:
    """Which of the articles 0, 1, 2 … tell one story."""

    first: dict[int, int]  # by telling the first one of its story
    subject: dict[int, str]  # by first telling the words that all its headlines share

    def number(self, article: int) -> int:
        """The number that is asked of the store for its story: a new one, that of all its tellings."""
        return -1 - self.first.get(article, article)

    def told(self, article: int, draft: Draft) -> Draft:
        """The article with the subject of its story in the headline, if it has one."""
        if article not in self.first or draft.packed is None:
            return draft
        title = f"{self.subject[self.first[article]]} {draft.title.lower()}"
        _, _, text = draft.packed.words.partition("\n")
        return draft._replace(title=title, packed=draft.packed._replace(words=f"{title}\n{text}"))


def stories_of(prose: Prose, total: int) -> Stories:
    """Stories of two to six tellings within an hour, the same every time."""
    chance = random.Random(total)
    stories = Stories({}, {})
    for start in range(0, total - WINDOW + 1, WINDOW):
        told = sorted(chance.sample(range(start, start + WINDOW), chance.choice(TELLINGS)))
        stories.first.update(dict.fromkeys(told, told[0]))
        stories.subject[told[0]] = prose.subject()
    return stories


class Index:
    """Gathers what is known of the articles, by the texts they have, and writes it."""

    def __init__(self, texts: Sequence[str], total: int) -> None:
        self._texts = [features(Item(0, 0, "", 0, "", text, language="nl")) for text in texts]
        self._usual = Counter(term for each in self._texts for term in each.terms)
        self._share = total / max(1, len(texts))
        self._total = total
        self._counted: Counter[int] = Counter()
        self._postings = [array("Q") for _ in range(_SLICES)]
        self._entries: dict[int, int] = {}  # by moment: no two articles have the same

    def known(self, entry: int, text: int, source: str, draft: Draft) -> Known:
        """What is known of an article with that text; its postings are kept for the end."""
        moment = to_seconds(draft.published) or 0
        title = features(Item(entry, number(source), draft.section, moment, draft.title, language="nl"))
        of = _with_text(title, self._texts[text])
        telling = set(vector(of, self._rarity).telling[:LOOKED_UP])
        bits = bytes(each | POSTED * (term in telling) for term, each in zip(of.terms, of.bits, strict=True))
        first = period(moment) << 32
        self._counted.update(first + term for term in (TOTAL, *of.terms))
        self._entries[moment] = entry
        for term in telling:
            self._postings[term * _SLICES >> 32].append(term << 32 | moment)
        return Known(entry, moment, replace(of, bits=bits).pack(), (), ())

    def write(self, store: Store) -> None:
        """Write the index and how rare each term is, in their own order."""
        store._write(self._steps).result()

    def _rarity(self, terms: Sequence[int], bits: bytes) -> Iterator[float]:
        for term, of in zip(terms, bits, strict=True):
            number = round(self._usual[term] * self._share)
            yield formula.rarity(number, self._total, common=bool(of & COMMON))

    def _steps(self, connection: apsw.Connection) -> Steps[None]:
        connection.execute("DELETE FROM frequency")
        connection.executemany("INSERT INTO frequency VALUES (?, ?)", sorted(self._counted.items()))
        for each in self._postings:
            connection.executemany("INSERT INTO posting VALUES (?, ?, ?)", self._rows(sorted(each)))
            yield

    def _rows(self, postings: Iterable[int]) -> Iterator[tuple[int, int, int]]:
        for each in postings:
            moment = each & 0xFFFFFFFF
            yield each >> 32, moment, self._entries[moment]


def _with_text(title: Features, text: Features) -> Features:
    """The features of an article by those of its title and those of its text: no more than either has."""
    found = dict(zip(title.terms, title.bits, strict=True))
    for term, bits in zip(text.terms, text.bits, strict=True):
        found[term] = found.get(term, 0) | bits
    terms = tuple(found)[: max(len(title.terms), len(text.terms))]
    bits_of = bytes(found[term] for term in terms)
    return replace(title, terms=terms, bits=bits_of, sketch=text.sketch, tongue=text.tongue)
