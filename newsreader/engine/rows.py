"""Lists of articles of any length over the store: ids in memory, rows fetched a window at a time."""

from __future__ import annotations

from array import array
from collections import OrderedDict
from collections.abc import Collection, Iterable, Iterator, Sequence
from contextlib import suppress
from dataclasses import replace
from functools import cached_property

from newsreader.model import ArticleRow
from newsreader.store import Store

WINDOW = 100
"""Rows fetched in one statement."""
SCREENFUL = 60
"""Hits fetched at once: each costs a whole article, for the sentence that is shown of it."""
KEPT = 2_000
"""Rows kept in memory."""
AROUND = 5_000
"""Places on either side in which an article is looked for first: a million take tens of milliseconds."""


class StoredRows:
    """The articles with these ids, in this order; what is asked for is read and kept for a while."""

    cut = False
    """Whether these are but the first rows of a longer list."""

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

    followed: Collection[int] = ()
    """The articles of stories that are followed, as far as these rows know."""

    def unfolded_lead(self, article_id: int) -> int | None:
        """None: no row of these stands for a story."""

    def index_of(self, article_id: int, near: int = 0, *, far: bool = True) -> int | None:
        """The place of that article, if it has one: looked for around `near`, then (`far`) everywhere."""
        for start, stop in ((max(0, near - AROUND), near + AROUND), (0, len(self) if far else 0)):
            with suppress(ValueError):
                return self._ids.index(article_id, start, stop)
        return None

    def over(self, longer: StoredRows) -> StoredRows | None:
        """These first rows, then those that came after them in a longer list.

        None when they do not meet, or when one of these is not new but has moved up out of that list.
        """
        place = longer.index_of(self._ids[-1], len(self), far=False) if self._ids else None
        if place is None:
            return None
        fresh = set(self._ids).difference(longer._ids[: place + 1])
        if min(fresh, default=longer.highest + 1) <= longer.highest:
            return None
        ids = array("q", self._ids)
        with memoryview(longer._ids) as others:
            ids.frombytes(others[place + 1 :].cast("B"))
        joined = StoredRows(self._store, ids)
        joined.highest = max(self.highest, longer.highest)
        return joined

    @cached_property
    def highest(self) -> int:
        """The highest id, which is that of the article that came last."""
        return max(self._ids, default=0)

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
