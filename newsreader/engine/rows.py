"""Lists of articles of any length over the store: ids in memory, rows fetched a window at a time."""

from __future__ import annotations

from array import array
from collections import OrderedDict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from newsreader.model import ArticleRow
from newsreader.store import Store

WINDOW = 100
"""Rows fetched in one statement."""
SCREENFUL = 60
"""Hits fetched at once: each costs a whole article, for the sentence that is shown of it."""
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

    @property
    def _window(self) -> int:
        return WINDOW

    def _fetch(self, index: int) -> None:
        start = max(0, index - self._window // 4)
        for row in self._read(self._ids[start : start + self._window]):
            self._rows[row.id] = row
        while len(self._rows) > KEPT:
            self._rows.popitem(last=False)

    def _read(self, ids: Sequence[int]) -> Iterable[ArticleRow]:
        return self._store.rows(ids)


class HitRows(StoredRows):
    """The hits of a search: the sentence with the words in it stands in the place of the summary."""

    def __init__(self, store: Store, ids: array[int], words: str) -> None:
        super().__init__(store, ids)
        self._words = words

    @property
    def _window(self) -> int:
        return SCREENFUL

    def _read(self, ids: Sequence[int]) -> Iterator[ArticleRow]:
        for hit in self._store.hits(self._words, ids):
            yield replace(hit.row, summary=hit.snippet or hit.row.summary)
