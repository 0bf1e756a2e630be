"""What a reader marks: read, saved, and back again."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from concurrent.futures import Future
from typing import TYPE_CHECKING

from newsreader.engine.reads import Reads

if TYPE_CHECKING:
    from newsreader.model import Mark, Scope


class Marks(Reads):
    """Marks on articles; each answers what `restore` needs to take it back."""

    async def mark(
        self, ids: Sequence[int], *, read: bool | None = None, saved: bool | None = None
    ) -> list[Mark]:
        """Mark articles; answers how those that changed were before, for `restore`.

        Where the reader wants it so, the other tellings of a story are read with the one that is.
        """
        if read is not None and self.settings.stories and self.settings.story_read == "all":
            ids = [*ids, *self._store.folding.beside(ids)]
        return await asyncio.wrap_future(self._store.mark(ids, read=read, saved=saved))

    async def mark_all(self, scope: Scope) -> Sequence[Mark]:
        """Mark everything in a scope as read; answers what changed, for `restore`."""
        return await asyncio.wrap_future(self._store.mark_scope(scope, self._clock()))

    def place(self, article_id: int) -> tuple[int, int] | None:
        """Where the reader stopped in an article, as (part, offset); None is its beginning."""
        return None if article_id < 0 else self._store.place(article_id)

    def keep_place(self, article_id: int, place: tuple[int, int] | None) -> Future[None]:
        """Remember where the reader stopped in an article; None forgets it."""
        return self._store.keep_place(article_id, place)

    async def restore(self, marks: Sequence[Mark]) -> None:
        """Put marks back as they were."""
        await asyncio.wrap_future(self._store.restore(marks))
