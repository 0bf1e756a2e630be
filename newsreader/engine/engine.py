"""The engine put together of its parts, opened and closed."""

from __future__ import annotations

import asyncio
from types import TracebackType
from typing import TYPE_CHECKING, Self

from newsreader import clock as clocks
from newsreader.clock import Clock
from newsreader.engine.news import News
from newsreader.model import Problem
from newsreader.paths import Paths
from newsreader.settings import Settings
from newsreader.settings.secrets import Secrets
from newsreader.store import Store

if TYPE_CHECKING:
    from newsreader.engine.texts import Sleep


class Engine(News):
    """Joins sources, stories and store. Reads are quick and synchronous; whatever writes is awaited."""

    @classmethod
    def open(
        cls,
        paths: Paths,
        settings: Settings,
        *,
        clock: Clock = clocks.now,
        demo: bool = False,
        sleep: Sleep = asyncio.sleep,
    ) -> Engine | Problem:
        """Open the store, and create it if need be."""
        store = Store.open(paths.database)
        if isinstance(store, Problem):
            return store
        secrets = Secrets(paths.config_dir / "secrets.json", keyring=not demo)
        return cls(store, settings, secrets, paths, clock=clock, demo=demo, sleep=sleep)

    def prepare(self) -> None:
        """See that the built-in sources are in the store, or in the demo the sample edition; may block."""
        if self.problem:
            return
        self._broken_off = self._store.long_markings.standing
        if not self.demo:
            self.subscriptions.add_catalogue()
            self.subscriptions.obey(self.settings)
        elif self.wants_sample():
            self.load_sample()

    def close(self) -> None:
        """Finish what is being written and let the store go."""
        if self._workshop is not None:
            self._workshop.close()
        self._store.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()
