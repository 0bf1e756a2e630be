"""What the reader decided: which articles tell one story and which do not, whatever the formula says."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable

Bond = tuple[int, int, bool]
"""Two articles, and whether they belong together."""


class Bonds:
    """The decisions, by article."""

    def __init__(self, bonds: Iterable[Bond] = ()) -> None:
        self._together: defaultdict[int, set[int]] = defaultdict(set)
        self._apart: defaultdict[int, set[int]] = defaultdict(set)
        for one, other, together in bonds:
            kind = self._together if together else self._apart
            kind[one].add(other)
            kind[other].add(one)

    def together(self, article: int) -> frozenset[int]:
        """The articles that must stand in its story."""
        return frozenset(self._together.get(article, ()))

    def forbids(self, some: Collection[int], others: Collection[int]) -> bool:
        """Whether one of the former may not stand in a story with one of the latter."""
        return any(not self._apart[one].isdisjoint(others) for one in some if one in self._apart)
