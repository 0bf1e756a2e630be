"""A list of articles with one row a story, over the store."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from newsreader.engine.rows import StoredRows
from newsreader.model import ArticleRow
from newsreader.store import Store
from newsreader.stories.fold import Folded


class FoldedRows(StoredRows):
    """The rows of a folded list; a row tells how many other sources carry its story.

    With `story_state` a row counts as read as soon as one telling of its story has been.
    """

    def __init__(self, store: Store, folded: Folded, *, story_state: bool) -> None:
        super().__init__(store, folded.ids)
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

    def _read(self, ids: Sequence[int]) -> Iterator[ArticleRow]:
        for row in super()._read(ids):
            story = self._folded.story.get(row.id)
            if story is None:
                yield row
            else:
                read = row.read or (self._read_stories is not None and story in self._read_stories)
                yield replace(row, others=self._folded.others[story], read=read)
