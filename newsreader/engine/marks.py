"""What a reader marks: read, saved, and back again."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from typing import TYPE_CHECKING

from newsreader.engine.reads import Reads

if TYPE_CHECKING:
    from newsreader.model import Mark, Scope


class Marks(Reads):
    """Marks on articles; each answers what `restore` needs to take it back."""

    async def mark(
        self, ids: Sequence[int], *, read: bool | None = None, saved: bool | None = None
    ) -> list[Mark]:
        """Mark articles; answers how those that changed were before, for `restore`."""
        return await asyncio.wrap_future(self._store.mark(ids, read=read, saved=saved))

    async def mark_all(self, scope: Scope) -> list[Mark]:
        """Mark everything in a scope as read; answers what changed, for `restore`."""
        return await asyncio.wrap_future(self._store.mark_scope(scope, self._clock()))

    async def restore(self, marks: Sequence[Mark]) -> None:
        """Put marks back as they were."""
        await asyncio.wrap_future(self._store.restore(marks))
