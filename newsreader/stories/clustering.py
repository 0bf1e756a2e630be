"""The same story across sources: one article at a time joins a story, begins one, or makes two one.

The order of the articles is the caller's; equal input gives equal stories. Nothing is compared but what
shares rare terms within the window, and of that a bounded number.
"""

from __future__ import annotations

from collections.abc import Iterable
from statistics import fmean

from newsreader.stories import formula, near
from newsreader.stories.bonds import Bonds
from newsreader.stories.formula import Likeness
from newsreader.stories.index import Index
from newsreader.stories.likeness import Vector, likeness

COMPARED = 12
"""Tellings of a story, those nearest in time, to which an article must be like."""


class Clustering:
    """The stories of a window, as far as known: by their ids, new ones by minus that of the first article."""

    def __init__(self, bonds: Bonds | None = None) -> None:
        self._index = Index()
        self._bonds = bonds or Bonds()
        self.story_of: dict[int, int] = {}
        self.members: dict[int, list[int]] = {}
        self._into: dict[int, int] = {}

    def learn(self, vector: Vector, story: int) -> None:
        """Take in a telling whose story is known."""
        self._index.add(vector)
        self._put(vector.of.id, story)

    def add(self, vector: Vector) -> int:
        """Find the story of a new article."""
        self._index.add(vector)
        article = vector.of.id
        found = self._fitting(vector)
        decided = self._decided(article)
        strong = [story for story, pair in found if formula.merges(pair)]
        fitting = list(dict.fromkeys((*decided, *(story for story, _ in found))))
        story = fitting[0] if fitting else -article
        self._put(article, story)
        for other in dict.fromkeys((*decided, *strong)):
            if other != story and (other in decided or self._alike(story, other)):
                story = self._merge(story, other)
        return story

    def tidy(self, stories: Iterable[int]) -> None:
        """The merge pass: stories that have grown alike become one."""
        for story in stories:
            for other in self._rivals(story):
                if story in self.members and other in self.members and self._alike(story, other):
                    self._merge(story, other)

    def copy_of(self, article: int) -> int:
        """The earlier telling of its story whose text an article repeats; 0 when it repeats none."""
        vector = self._index.vectors[article]
        others = self._index.of(self.members[self.story_of[article]])
        earlier = [one for one in others if (one.of.moment, one.of.id) < (vector.of.moment, article)]
        pairs = [(near.resemblance(vector.of.sketch, one.of.sketch), -one.of.id) for one in earlier]
        copy, other = max(pairs, default=(0.0, 0))
        return -other if copy >= formula.NEAR_COPY else 0

    @property
    def merged(self) -> list[tuple[int, int]]:
        """The known stories that have become part of another, each with that other."""
        return [(gone, self._kept(gone)) for gone in self._into if gone > 0]

    def _kept(self, story: int) -> int:
        while story in self._into:
            story = self._into[story]
        return story

    def _fitting(self, vector: Vector) -> list[tuple[int, Likeness]]:
        """The stories that an article may join with their nearest telling, the best first."""
        best: dict[int, Likeness] = {}
        if vector.of.alone:
            return []
        for candidate in self._index.candidates(vector, formula.WINDOW):
            story = self.story_of.get(candidate)
            if story is None:
                continue
            other = self._index.vectors[candidate]
            if other.of.alone or len(vector.rare.keys() & other.rare.keys()) < formula.RARE_SHARED:
                continue
            pair = likeness(vector, other)
            if _joins(pair, vector, other) and (
                story not in best or formula.strength(pair) > formula.strength(best[story])
            ):
                best[story] = pair
        fitting = [
            (story, pair)
            for story, pair in best.items()
            if self._is_like_all(vector, story, pair) and not self._forbidden((vector.of.id,), story)
        ]
        return sorted(fitting, key=lambda found: (-formula.strength(found[1]), abs(found[0])))

    def _is_like_all(self, vector: Vector, story: int, pair: Likeness) -> bool:
        """Whether the story's other tellings are like it too; a near copy of one needs no more."""
        if pair.copy >= formula.NEAR_COPY:
            return True
        others = sorted(
            self._index.of(self.members[story]),
            key=lambda other: (abs(other.of.moment - vector.of.moment), other.of.id),
        )
        return fmean(likeness(vector, other).score for other in others[:COMPARED]) >= formula.TOGETHER

    def _decided(self, article: int) -> list[int]:
        """The stories that the reader put it in."""
        wanted = self._bonds.together(article)
        return list(dict.fromkeys(self.story_of[one] for one in sorted(wanted) if one in self.story_of))

    def _rivals(self, story: int) -> list[int]:
        """The other stories with a telling that shares rare terms with one of this one."""
        members = self._index.of(self.members.get(story, ()))[-COMPARED:]
        near = (one for vector in members for one in self._index.candidates(vector, formula.WINDOW)[:20])
        return list(dict.fromkeys(self.story_of[one] for one in near if self.story_of[one] != story))

    def _alike(self, story: int, other: int) -> bool:
        """Whether two stories are one: their nearest tellings are, and on average all are alike."""
        here, there = (self._index.of(self.members[one])[-COMPARED:] for one in (story, other))
        if self._forbidden(self.members[story], other) or any(one.of.alone for one in (*here, *there)):
            return False
        pairs = [(likeness(one, two), one, two) for one in here for two in there]
        best = max(pairs, key=lambda pair: formula.strength(pair[0]))
        apart = abs(best[1].of.moment - best[2].of.moment)
        return (
            formula.merges(best[0])
            and apart <= formula.WINDOW
            and _joins(*best)
            and fmean(pair.score for pair, *_ in pairs) >= formula.TOGETHER
        )

    def _forbidden(self, articles: Iterable[int], story: int) -> bool:
        return self._bonds.forbids(list(articles), self.members[story])

    def _merge(self, story: int, other: int) -> int:
        """Makes two stories one: a stored one goes on before a new one, the older of two; tells which."""
        kept, gone = sorted((story, other), key=lambda one: (one < 0, abs(one)))
        for article in self.members.pop(gone):
            self.story_of[article] = kept
            self.members[kept].append(article)
        self._into[gone] = kept
        return kept

    def _put(self, article: int, story: int) -> None:
        if article not in self.story_of:
            self.story_of[article] = story
            self.members.setdefault(story, []).append(article)


def _joins(pair: Likeness, one: Vector, other: Vector) -> bool:
    return formula.joins(pair, same_source=one.of.source == other.of.source)
