"""What a reader marks: read, saved, and back again."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable, Sequence
from concurrent.futures import Future
from contextlib import asynccontextmanager, suppress
from typing import TYPE_CHECKING, TypeVar

from newsreader.engine.reads import Reads

if TYPE_CHECKING:
    from newsreader.model import Mark, Scope
    from newsreader.store.unfinished import Standing

T = TypeVar("T")
Told = Callable[[int], None]


class Marks(Reads):
    """Marks on articles; each answers what `restore` needs to take it back."""

    _broken_off: Standing = ()  # markings that were not done at the start, as they stood at the last look

    def finish_markings(self) -> None:
        """End the markings that were not done at the start, once one look is like the one before.

        Those that move are of another screen, which would not know what it can take back.
        """
        if not self._broken_off:
            return
        before, self._broken_off = self._broken_off, self._store.long_markings.standing
        if before == self._broken_off:
            self._broken_off = ()
            self._store.long_markings.finish()

    @property
    def is_marking(self) -> bool:
        """Whether a long marking is under way: what is read now must be marked, or may come back unread."""
        return not self.problem and bool(self._store.long_markings.standing)

    async def mark(
        self, ids: Sequence[int], *, read: bool | None = None, saved: bool | None = None
    ) -> list[Mark]:
        """Mark articles; answers how those that changed were before, for `restore`.

        Where the reader wants it so, the other tellings of a story are read with the one that is.
        """
        async with self.marking(ids, read=read, saved=saved) as before:
            pass
        return before

    @asynccontextmanager
    async def marking(
        self, ids: Sequence[int], *, read: bool | None = None, saved: bool | None = None
    ) -> AsyncIterator[list[Mark]]:
        """As `mark`, to show the marks within: they can be read by then, and are synced at the end of it."""
        if read is not None and self.settings.stories and self.settings.story_read == "all":
            ids = [*ids, *self._store.folding.beside(ids)]
        seen: asyncio.Future[list[Mark]] = asyncio.get_running_loop().create_future()
        shown = _on_this_loop(seen.set_result)
        synced = asyncio.wrap_future(self._store.mark(ids, read=read, saved=saved, shown=shown))
        try:
            await asyncio.wait((seen, synced), return_when=asyncio.FIRST_COMPLETED)
            yield seen.result() if seen.done() else synced.result()
            await synced
        finally:
            synced.cancel()  # who no longer waits is not told how it ends, nor is a loop that has been closed

    async def mark_all(self, scope: Scope, told: Told = lambda _: None) -> Sequence[Mark]:
        """Mark everything in a scope as read; answers what changed, for `restore`.

        `told` is given how many are done, now and then. What is broken off goes on with the next start.
        """
        marked = self._store.long_markings.mark_scope(scope, self._clock(), _on_this_loop(told))
        return await asyncio.wrap_future(marked)

    def place(self, article_id: int) -> tuple[int, int] | None:
        """Where the reader stopped in an article, as (part, offset); None is its beginning."""
        return None if article_id < 0 else self._store.place(article_id)

    def keep_place(self, article_id: int, place: tuple[int, int] | None) -> Future[None]:
        """Remember where the reader stopped in an article; None forgets it."""
        return self._store.keep_place(article_id, place)

    async def restore(self, marks: Sequence[Mark], told: Told = lambda _: None) -> None:
        """Put marks back as they were; `told` is given how many are, now and then."""
        await asyncio.wrap_future(self._store.restore(marks, _on_this_loop(told)))


def _on_this_loop(told: Callable[[T], None]) -> Callable[[T], None]:
    """Tells it to the event loop, from any thread; to nobody once that is closed."""
    loop = asyncio.get_running_loop()

    def tell(what: T) -> None:
        with suppress(RuntimeError):
            loop.call_soon_threadsafe(told, what)

    return tell
