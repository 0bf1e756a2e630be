"""One row a story: the best telling stands for the others in a list, at the place of the newest."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple, Protocol

from newsreader.stories.telling import rank


class Told(Protocol):
    """A telling of a story with more than one, as the store knows it."""

    @property
    def wanted(self) -> int:
        """The article whose story was asked for."""

    @property
    def entry(self) -> int:
        """Its article."""

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

    @property
    def inside(self) -> bool:
        """Whether it is in the list."""


class Folded(NamedTuple):
    """How one row tells of a story."""

    place: int  # the newest telling, where the row stands
    newest: int  # its moment, in seconds since 1970
    lead: int  # the best telling, which is shown
    others: int  # how many sources carry the story besides, else how many articles
    read: bool  # whether a telling has been read, in the list or not
    tellings: tuple[int, ...]  # in the list


def fold(tellings: Iterable[Told], preferred: Sequence[str]) -> dict[int, Folded]:
    """How the stories of articles are told, by the article that was asked for."""
    groups: dict[int, list[Told]] = {}
    for one in tellings:
        groups.setdefault(one.wanted, []).append(one)
    return {wanted: _folded(group, preferred) for wanted, group in groups.items()}


def _folded(group: Sequence[Told], preferred: Sequence[str]) -> Folded:
    inside = [one for one in group if one.inside]
    newest = max(inside, key=lambda one: (one.moment, one.entry))
    best = min(rank(one.entry, one.length, one.source, one.moment, preferred) for one in inside)
    others = newest.sources - 1 or len(inside) - 1
    read = any(one.read for one in group)
    return Folded(newest.entry, newest.moment, best.id, others, read, tuple(one.entry for one in inside))
