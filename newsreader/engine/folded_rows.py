"""A list of articles with one row a story, over the store."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace

from newsreader.engine.rows import StoredRows
from newsreader.model import ArticleRow
from newsreader.store import Store
from newsreader.store.times import to_moment
from newsreader.stories.fold import Folded


class FoldedRows(StoredRows):
    """The rows of a folded list; a row tells how many other sources carry its story.

    With `story_state` a row counts as read as soon as one telling of its story has been, unless it is
    unfolded: then each has its own state. `followed` are the articles of followed stories.
    """

    def __init__(
        self, store: Store, folded: Folded, followed: Collection[int] = (), *, story_state: bool
    ) -> None:
        super().__init__(store, folded.ids)
        self.followed = followed
        opened = {folded.story[one] for one in folded.under}
        heads = set(folded.shown.values()).difference(folded.under)
        self._leads = {folded.story[one]: one for one in heads if folded.story[one] in opened}
        self._folded = folded
        self._read_stories = set(folded.read) if story_state else None

    def index_of(self, article_id: int, near: int = 0, *, far: bool = True) -> int | None:
        """The place of that article, or of the one that stands for it."""
        return super().index_of(self._folded.shown.get(article_id, article_id), near, far=far)

    def over(self, longer: StoredRows) -> StoredRows | None:
        """None: what stands for a story may stand elsewhere in a longer list, which is shown as it is."""

    def forget(self, ids: Sequence[int]) -> None:
        """Read these rows again when they are next asked for, and those that stand for them."""
        stories = {self._folded.story[one] for one in ids if one in self._folded.story}
        if stories and self._read_stories is not None:
            self._read_stories = (self._read_stories - stories) | self._store.read_stories(stories)
        super().forget([*ids, *(self._folded.shown[one] for one in ids if one in self._folded.shown)])

    def unfolded_lead(self, article_id: int) -> int | None:
        """The article at the head of its unfolded story; None where that story is not unfolded."""
        return self._leads.get(self._folded.story.get(article_id, 0))

    def _read(self, ids: Sequence[int]) -> Iterator[ArticleRow]:
        for row in super()._read(ids):
            yield self._told(replace(row, followed=row.id in self.followed))

    def _told(self, row: ArticleRow) -> ArticleRow:
        story = self._folded.story.get(row.id)
        if row.id in self._folded.under:
            return replace(row, telling="copy" if self._folded.under[row.id] else "angle")
        if story is None:
            return row
        known = self._read_stories is not None and story in self._read_stories
        if story in self._leads:
            return replace(row, others=self._folded.others[story])
        told = to_moment(self._folded.newest[story])
        if told > row.moment:  # the row stands where the newest telling stands, and tells its age
            row = replace(row, published=told, published_until=None)
        return replace(row, others=self._folded.others[story], read=row.read or known)
