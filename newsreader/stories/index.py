"""An inverted index in memory: from rare terms to the articles they stand in."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from newsreader.stories.likeness import Vector

LOOKED_UP = 24
"""Terms of an article by which others are looked for, the most telling ones."""
CROWDED = 400
"""Articles behind a term from which on only the last so many are looked at: no quadratic step."""
MOST = 60
"""Candidates that are compared."""


class Index:
    """The articles of a window by their rare terms."""

    def __init__(self) -> None:
        self.vectors: dict[int, Vector] = {}
        self._postings: defaultdict[int, list[int]] = defaultdict(list)

    def add(self, vector: Vector) -> None:
        """Take an article in; one that is there is replaced."""
        if vector.of.id not in self.vectors:
            for term in vector.rare:
                self._postings[term].append(vector.of.id)
        self.vectors[vector.of.id] = vector

    def candidates(self, vector: Vector, within: int) -> list[int]:
        """The articles at most so many seconds away that share the most weight in rare terms, best first."""
        shared: defaultdict[int, float] = defaultdict(float)
        for term in vector.telling[:LOOKED_UP]:
            for other in self._postings.get(term, ())[-CROWDED:]:
                shared[other] += vector.weights[term]
        shared.pop(vector.of.id, None)
        moment = vector.of.moment
        near = (one for one in shared if abs(self.vectors[one].of.moment - moment) <= within)
        return sorted(near, key=lambda one: (-shared[one], one))[:MOST]

    def of(self, ids: Iterable[int]) -> list[Vector]:
        """The vectors of those articles that are known."""
        return [self.vectors[one] for one in ids if one in self.vectors]
