"""The trail of stories that were read: a cursor over a bounded row of (article, place in it)."""

from __future__ import annotations

from typing import NamedTuple

from newsreader.ui.widgets.article_view import Place

LONGEST = 200


class Step(NamedTuple):
    """An article on the trail, and the line the reader was at."""

    article_id: int
    place: Place | None = None


class Trail(NamedTuple):
    """Where the reader has been, and where on that trail they are."""

    steps: tuple[Step, ...] = ()
    at: int = -1

    def left_at(self, place: Place) -> Trail:
        """The same trail, remembering the line at which the present article is left."""
        if self.at < 0:
            return self
        here = self.steps[self.at]._replace(place=place)
        return self._replace(steps=(*self.steps[: self.at], here, *self.steps[self.at + 1 :]))

    def to(self, article_id: int) -> Trail:
        """A step further, to an article; what lay ahead is given up."""
        if self.at >= 0 and self.steps[self.at].article_id == article_id:
            return self
        steps = (*self.steps[: self.at + 1], Step(article_id))[-LONGEST:]
        return Trail(steps, len(steps) - 1)

    def walk(self, by: int) -> Trail | None:
        """Back (-1) or forward (1) over the trail; None when it ends there."""
        at = self.at + by
        return self._replace(at=at) if 0 <= at < len(self.steps) else None

    @property
    def here(self) -> Step | None:
        """The present article."""
        return self.steps[self.at] if self.at >= 0 else None
