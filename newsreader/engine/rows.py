"""Lists of articles of any length over the store: ids in memory, rows fetched a window at a time."""

from __future__ import annotations

from array import array
from collections import OrderedDict
from collections.abc import Sequence
from dataclasses import replace

from newsreader.model import ArticleRow, Hit
from newsreader.store import Store

WINDOW = 200
"""Rows fetched in one statement."""
KEPT = 2_000
"""Rows kept in memory."""


class StoredRows:
    """The articles with these ids, in this order; what is asked for is read and kept for a while."""

    def __init__(self, store: Store, ids: array[int]) -> None:
        self._store = store
        self._ids = ids
        self._rows: OrderedDict[int, ArticleRow] = OrderedDict()

    def __len__(self) -> int:
        return len(self._ids)

    def row(self, index: int) -> ArticleRow | None:
        """The row at that place; None when it has just disappeared."""
        article_id = self._ids[index]
        if article_id not in self._rows:
            self._fetch(index)
        return self._rows.get(article_id)

    def id_at(self, index: int) -> int:
        """The id of the article at that place."""
        return self._ids[index]

    def index_of(self, article_id: int) -> int | None:
        """The place of that article, if it is in the list."""
        try:
            return self._ids.index(article_id)
        except ValueError:
            return None

    def forget(self, ids: Sequence[int]) -> None:
        """Read these rows again when they are next asked for: their state has changed."""
        for article_id in ids:
            self._rows.pop(article_id, None)

    def _fetch(self, index: int) -> None:
        start = max(0, index - WINDOW // 4)
        for row in self._store.rows(self._ids[start : start + WINDOW]):
            self._rows[row.id] = row
        while len(self._rows) > KEPT:
            self._rows.popitem(last=False)


class HitRows(StoredRows):
    """The hits of a search: the sentence with the words in it stands in the place of the summary."""

    def __init__(self, store: Store, hits: Sequence[Hit]) -> None:
        super().__init__(store, array("q", [hit.row.id for hit in hits]))
        self._snippets = {hit.row.id: hit.snippet for hit in hits}
        self._rows = OrderedDict((hit.row.id, hit.row) for hit in hits)

    def row(self, index: int) -> ArticleRow | None:
        """The hit at that place."""
        row = super().row(index)
        return row and replace(row, summary=self._snippets[row.id] or row.summary)
