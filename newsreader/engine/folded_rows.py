"""A list of articles with one row a story, over the store."""

from __future__ import annotations

from array import array
from collections.abc import Collection, Iterator, Mapping, Sequence
from types import MappingProxyType
from typing import NamedTuple

from newsreader.engine import rows
from newsreader.engine.rows import StoredRows
from newsreader.model import ArticleRow, Scope
from newsreader.store import Store
from newsreader.store.times import to_moment
from newsreader.stories.fold import Folded, fold


class Unfolded(NamedTuple):
    """A story of which each telling has a row."""

    lead: int
    under: Mapping[int, bool]  # the other tellings: whether copies


class Folding(NamedTuple):
    """How the rows of a list tell of stories."""

    scope: Scope
    preferred: Sequence[str]  # ids of sources
    followed: Collection[int] = ()  # the articles of followed stories
    unfolded: Mapping[int, Unfolded] = MappingProxyType({})  # by the newest telling


class FoldedRows(StoredRows):
    """The rows of a folded list; a row tells how many other sources carry its story.

    The list has the newest telling of every story. How that is told is looked up as rows are read: the best
    telling is shown, and counts as read as soon as any telling has been, but in a list of what is unread. Of
    an unfolded story each telling has its own state.
    """

    def __init__(self, store: Store, plain: StoredRows, folding: Folding) -> None:
        super().__init__(store, plain.ids)
        self.followed = folding.followed
        self.plain = plain
        self._folding = folding
        self._under: dict[int, bool] = {}  # the tellings in rows of their own: whether copies
        self._leads: dict[int, int] = {}  # by place the one that is shown, whatever is marked meanwhile
        self._held = 0
        self.cut = plain.cut
        self.highest = plain.highest
        for place, unfolded in folding.unfolded.items():
            self._unfold(place, unfolded)

    def id_at(self, index: int) -> int:
        """The id of the article that is shown at that place."""
        row = self.row(index)
        return row.id if row else self.ids[index]

    def index_of(self, article_id: int, near: int = 0, *, far: bool = True) -> int | None:
        """The place of that article, or of the one that stands for it."""
        return super().index_of(self._place_of(article_id), near, far=far)

    def over(self, longer: StoredRows) -> StoredRows | None:
        """As for any rows; a story that is told anew no longer stands where it stood."""
        if not isinstance(longer, FoldedRows):
            return None
        joined = self.plain.over(longer.plain)
        if joined is not None:
            fresh = [each for each in self.plain.ids if each > longer.highest]
            joined.drop(self._store.folding.beside(fresh) if fresh else ())
        return joined and FoldedRows(self._store, joined, self._folding)

    def told_by(self, folding: Folding) -> FoldedRows:
        """The same list, told in another way."""
        return FoldedRows(self._store, self.plain, folding)

    def hold(self, article_id: int) -> None:
        """Show this article where its story stands, whatever telling is the best by now."""
        self._held = article_id

    def _unfold(self, place: int, unfolded: Unfolded) -> None:
        """The row of a story is that of its lead, and below it stand the other tellings."""
        index = StoredRows.index_of(self, place)
        if index is not None:
            self.ids = self.ids[:index] + array("q", (unfolded.lead, *unfolded.under)) + self.ids[index + 1 :]
            self._under |= unfolded.under
            self._heads |= dict.fromkeys((unfolded.lead, *unfolded.under), unfolded.lead)

    def _place_of(self, article_id: int) -> int:
        """The article by which the list knows the row of that one."""
        if article_id in self._heads:
            return article_id
        if article_id not in self._places:
            self._fold([article_id])
        return self._places.get(article_id, article_id)

    def _fold(self, wanted: Sequence[int]) -> dict[int, Folded]:
        """How the stories of these articles are told, as far as they have more than one telling."""
        told = self._store.folding.told(self._folding.scope, wanted)
        folded = fold(told, self._folding.preferred)
        for story in folded.values():
            self._places |= dict.fromkeys(story.tellings, story.place)
        return folded

    def _read(self, keys: Sequence[int]) -> Iterator[tuple[int, ArticleRow]]:
        if len(self._places) > 3 * rows.KEPT:
            self._places.clear()
            self._leads.clear()
            self._rows.clear()
        folded = self._fold([each for each in keys if each not in self._under])
        leads = {key: self._leads.setdefault(key, self._lead(folded[key])) for key in keys if key in folded}
        found = {row.id: row for row in self._store.rows([leads.get(key, key) for key in keys])}
        for key in keys:
            if row := found.get(leads.get(key, key)):
                row = row._replace(followed=row.id in self.followed)
                yield key, self._told(row, folded.get(key))

    def _lead(self, story: Folded) -> int:
        return self._held if self._held in story.tellings else story.lead

    def _told(self, row: ArticleRow, story: Folded | None) -> ArticleRow:
        """A row as it tells of its story; it stands where the newest telling stands, and tells its age."""
        if row.id in self._under:
            return row._replace(telling="copy" if self._under[row.id] else "angle")
        if story is None:
            return row
        if row.id in self._heads:
            return row._replace(others=story.others)
        newest = to_moment(story.newest)
        if newest > row.moment:
            row = row._replace(published=newest, published_until=None)
        read = row.read or (story.read and not self._folding.scope.unread)
        return row._replace(others=story.others, read=read)
