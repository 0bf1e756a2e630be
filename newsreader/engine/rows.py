"""Lists of articles of any length over the store: ids in memory, rows fetched a window at a time."""

from __future__ import annotations

from array import array
from bisect import bisect_left
from collections import OrderedDict
from collections.abc import Collection, Iterable, Iterator, Sequence
from contextlib import suppress
from functools import cached_property

from newsreader.model import ArticleRow, Problem
from newsreader.store import Store

WINDOW = 100
"""Rows fetched in one statement."""
SCREENFUL = 24
"""Hits fetched at once: each costs a whole text, for the sentence that is shown of it."""
KEPT = 2_000
"""Rows kept in memory."""
AROUND = 5_000
"""Places on either side in which an article is looked for first: a million take tens of milliseconds."""
CLOSE = 100
"""The same around the place where it should stand."""
STEP = 50_000
"""Ids that are looked at without a break: a millisecond in which no other thread runs."""


class StoredRows:
    """The articles with these ids, in this order; what is asked for is read and kept for a while."""

    cut = False
    """Whether these are but the first rows of a longer list."""

    def __init__(self, store: Store, ids: array[int]) -> None:
        self._store = store
        self.ids = ids
        self._rows: OrderedDict[int, ArticleRow | None] = OrderedDict()
        self._places: dict[int, int] = {}  # by telling the one at whose place its story stands
        self._heads: dict[int, int] = {}  # by telling of an unfolded story the one at its head

    def __len__(self) -> int:
        return len(self.ids)

    def row(self, index: int) -> ArticleRow | None:
        """The row at that place; None when it has just disappeared, or cannot be read."""
        key = self.ids[index]
        if key not in self._rows:
            self._fetch(index)
        return self._rows.get(key)

    def id_at(self, index: int) -> int:
        """The id of the article at that place."""
        return self.ids[index]

    @property
    def everything(self) -> Sequence[int]:
        """The articles in the list, those that another stands for among them, as far as these rows know."""
        return self.ids

    followed: Collection[int] = ()
    """The articles of stories that are followed, as far as these rows know."""

    def unfolded_lead(self, article_id: int) -> int | None:
        """The article at the head of its unfolded story; None where that story is not unfolded."""
        return self._heads.get(article_id)

    def index_of(self, article_id: int, near: int = 0, *, far: bool = True) -> int | None:
        """The place of that article, if it has one: looked for around `near`, then (`far`) by its moment."""
        found = self._found(article_id, near, AROUND)
        if found is None and far and len(self) > AROUND:
            found = self._found(article_id, self._expected(article_id), CLOSE)
        return found

    def over(self, longer: StoredRows) -> StoredRows | None:
        """These first rows, then those that came after them in a longer list.

        None when they do not meet, or when one of these is not new but has moved up out of that list.
        """
        place = longer._found(self.ids[-1], len(self), AROUND) if self.ids else None
        if place is None:
            return None
        fresh = set(self.ids).difference(longer.ids[: place + 1])
        if min(fresh, default=longer.highest + 1) <= longer.highest:
            return None
        ids = array("q", self.ids)
        with memoryview(longer.ids) as others:
            ids.frombytes(others[place + 1 :].cast("B"))
        joined = StoredRows(self._store, ids)
        joined.highest = max(self.highest, longer.highest)
        joined.cut = longer.cut
        return joined

    def drop(self, ids: Iterable[int]) -> None:
        """Take out the rows of these articles."""
        for article_id in ids:
            place = self.index_of(article_id)
            if place is not None:
                del self.ids[place]

    @cached_property
    def highest(self) -> int:
        """The highest id, which is that of the article that came last."""
        return max((max(self.ids[start : start + STEP]) for start in range(0, len(self), STEP)), default=0)

    def hold(self, article_id: int) -> None:
        """No row of these shows another article than its own, so nothing has to be held."""

    def forget(self, ids: Sequence[int] | None = None) -> None:
        """Read these rows again and those that stand for them, or all, when they are next asked for."""
        if ids is None:
            self._rows.clear()
        for article_id in ids or ():
            self._rows.pop(article_id, None)
            self._rows.pop(self._places.get(article_id, article_id), None)

    def again(self, article_id: int, near: int = 0) -> ArticleRow | None:
        """The row of that article as it is now, looked for around `near`; None where it is not shown."""
        place = self.index_of(article_id, near, far=False)
        if place is None:
            return None
        self.forget([self.ids[place]])
        row = self.row(place)
        return row if row and row.id == article_id else None

    @property
    def problem(self) -> Problem | None:
        """Why something cannot be read, once it has been asked for."""
        return self._store.around.problem

    @property
    def _window(self) -> int:
        return WINDOW

    def _fetch(self, index: int) -> None:
        start = max(0, index - self._window // 4)
        window = self.ids[start : start + self._window]
        wanted = [each for each in window if each not in self._rows]
        found = dict(self._store.around(self._read, wanted))
        if self.problem is not None:  # what cannot be read is asked for once
            self._rows.update(dict.fromkeys(wanted))
        self._rows.update(found)
        while len(self._rows) > KEPT:
            self._rows.popitem(last=False)

    def _read(self, keys: Sequence[int]) -> Iterable[tuple[int, ArticleRow]]:
        """The rows at the places with these ids."""
        return ((row.id, row) for row in self._store.rows(keys))

    def _found(self, key: int, near: int, distance: int) -> int | None:
        with suppress(ValueError):
            return self.ids.index(key, max(0, near - distance), near + distance)
        return None

    def _expected(self, article_id: int) -> int:
        """Where an article stands by its moment: the store is asked about a score of them."""

        def order(each: int) -> tuple[int, int]:
            return -(self._store.folding.moment(each) or 0), -each

        return bisect_left(self.ids, order(article_id), key=order)


class HitRows(StoredRows):
    """The hits of a search: the sentence with the words in it stands in the place of the summary."""

    def __init__(self, store: Store, ids: array[int], words: str) -> None:
        super().__init__(store, ids)
        self.words = words

    @property
    def _window(self) -> int:
        return SCREENFUL

    def _read(self, keys: Sequence[int]) -> Iterator[tuple[int, ArticleRow]]:
        for hit in self._store.hits(self.words, keys):
            yield hit.row.id, hit.row._replace(summary=hit.snippet or hit.row.summary)
