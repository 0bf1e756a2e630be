"""The hits of a search with one row a story: the hit that is found first stands for the others."""

from __future__ import annotations

from array import array
from collections.abc import Iterator, Mapping, Sequence

from newsreader.engine.rows import HitRows
from newsreader.model import ArticleRow, Scope
from newsreader.store import Store
from newsreader.stories.fold import fold

EVERYWHERE = Scope()


class FoldedHits(HitRows):
    """The rows of a search; of the stories of the `unfolded` articles each telling has one, found or not.

    Costs a statement over all that was found, and one more over the rows that are read.
    """

    def __init__(
        self, store: Store, found: array[int], words: str, unfolded: Mapping[int, Mapping[int, bool]]
    ) -> None:
        """`unfolded` has by article the other tellings of its story, and whether they are copies."""
        super().__init__(store, array("q"), words)
        self.found = found
        self._under: dict[int, bool] = {}  # the tellings in rows of their own: whether copies
        stories = {hit: number for hit, (number, size, _) in store.stories.places(found).items() if size > 1}
        first: dict[int, int] = {}
        for hit in filter(stories.__contains__, found):
            self._places[hit] = first.setdefault(stories[hit], hit)
        self.ids.extend(hit for hit in found if self._places.get(hit, hit) == hit)
        for article, others in unfolded.items():
            self._unfold(self._places.get(article, article), {article: False, **others})

    @property
    def everything(self) -> Sequence[int]:
        """All that was found, whichever stands for it."""
        return self.found

    def index_of(self, article_id: int, near: int = 0, *, far: bool = True) -> int | None:
        """The place of that article, or of the one that stands for it."""
        shown = article_id if article_id in self._heads else self._places.get(article_id, article_id)
        return super().index_of(shown, near, far=far)

    def _unfold(self, head: int, tellings: Mapping[int, bool]) -> None:
        """Below the hit that stands for a story come its other tellings, in order of time."""
        index = HitRows.index_of(self, head)
        if index is not None and head not in self._heads:
            under = {one: copy for one, copy in tellings.items() if one != head}
            self.ids[index + 1 : index + 1] = array("q", under)
            self._under |= under
            self._heads |= dict.fromkeys((head, *under), head)

    def _read(self, keys: Sequence[int]) -> Iterator[tuple[int, ArticleRow]]:
        heads = [key for key in keys if key in self._places and key not in self._under]
        folded = fold(self._store.folding.told(EVERYWHERE, heads), ()) if heads else {}
        for key, row in super()._read(keys):
            if key in self._under:
                yield key, row._replace(telling="copy" if self._under[key] else "angle")
            elif story := folded.get(key):
                read = row.read or (story.read and key not in self._heads)
                yield key, row._replace(others=story.others, read=read)
            else:
                yield key, row
