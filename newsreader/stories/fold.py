"""One row a story: the best telling stands for the others in a list, at the place of the newest."""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Protocol

from newsreader.stories.telling import Rank, rank


class Told(Protocol):
    """A telling of a story with more than one, as the store knows it."""

    @property
    def entry(self) -> int:
        """Its article."""

    @property
    def story(self) -> int:
        """The story."""

    @property
    def length(self) -> int:
        """Characters of its text."""

    @property
    def moment(self) -> int:
        """Seconds since 1970."""

    @property
    def source(self) -> str:
        """The id of its source."""

    @property
    def sources(self) -> int:
        """How many sources carry the story."""

    @property
    def read(self) -> bool:
        """Whether it has been read."""


@dataclass(frozen=True, slots=True)
class Folded:
    """A list in which each story has one row."""

    ids: array[int]
    shown: dict[int, int] = field(default_factory=dict)  # by telling the one that stands for it
    story: dict[int, int] = field(default_factory=dict)  # by telling its story
    others: dict[int, int] = field(
        default_factory=dict
    )  # by story how many sources carry it besides, else how many articles
    read: frozenset[int] = frozenset()  # the stories of which a telling has been read
    under: dict[int, bool] = field(default_factory=dict)  # tellings with a row of their own: whether copies
    newest: dict[int, int] = field(default_factory=dict)  # by story when it was last told: seconds since 1970


def fold(ids: Sequence[int], tellings: Iterable[Told], preferred: Sequence[str]) -> Folded:
    """Folds a list, newest first, in one pass; `tellings` may hold more than are in the list."""
    told = {one.entry: one for one in tellings}
    kept = array("q")
    places: dict[int, int] = {}
    groups: dict[int, list[int]] = {}
    for article in ids:
        one = told.get(article)
        if one is None:
            kept.append(article)
        elif one.story in groups:
            groups[one.story].append(article)
        else:
            places[one.story] = len(kept)
            groups[one.story] = [article]
            kept.append(article)
    shown: dict[int, int] = {}
    for story, members in groups.items():
        best = min(_rank(told[one], preferred) for one in members).id
        kept[places[story]] = best
        shown |= dict.fromkeys(members, best)
    return Folded(
        kept,
        shown,
        {one: told[one].story for one in shown},
        {story: told[members[0]].sources - 1 or len(members) - 1 for story, members in groups.items()},
        frozenset(one.story for one in told.values() if one.read),
        newest={story: told[members[0]].moment for story, members in groups.items()},
    )


def unfold(folded: Folded, tellings: Mapping[int, Mapping[int, bool]]) -> Folded:
    """The list with rows for these tellings (by id: whether a copy) under those that stand for them."""
    ids = array("q")
    own = {one for others in tellings.values() for one in others}
    for article in folded.ids:
        if article not in own:
            ids.append(article)
            ids.extend(tellings.get(article, ()))
    under = {one: copy for others in tellings.values() for one, copy in others.items()}
    return replace(folded, ids=ids, shown=folded.shown | {one: one for one in under}, under=under)


def _rank(one: Told, preferred: Sequence[str]) -> Rank:
    return rank(one.entry, one.length, one.source, one.moment, preferred)
