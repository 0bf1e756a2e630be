"""What every part of the engine shares: store, settings, clock, and what is made when it is first needed."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from newsreader.clock import Clock
from newsreader.model import Problem
from newsreader.settings import Settings
from newsreader.settings.secrets import Secrets
from newsreader.store import Store

if TYPE_CHECKING:
    from concurrent.futures import ThreadPoolExecutor

    from newsreader.engine.asking import Asking
    from newsreader.engine.backups import Backups
    from newsreader.engine.downloads import Downloads
    from newsreader.engine.editions import Editions
    from newsreader.engine.elsewhere import Elsewhere
    from newsreader.engine.permission import Permission
    from newsreader.engine.pictures import Pictures
    from newsreader.engine.relating import Relating
    from newsreader.engine.revisions import Revisions
    from newsreader.engine.stories import Stories
    from newsreader.engine.subscriptions import Subscriptions
    from newsreader.engine.texts import Sleep, Texts
    from newsreader.engine.workshop import Workshop
    from newsreader.paths import Paths
    from newsreader.store.errors import Around


class Base:
    """The state of the engine; its parts add what can be asked of it."""

    def __init__(
        self,
        store: Store,
        settings: Settings,
        secrets: Secrets,
        paths: Paths,
        *,
        clock: Clock,
        demo: bool,
        sleep: Sleep,
    ) -> None:
        self._store = store
        self.attention = store.attention
        self.secrets = secrets
        self._paths = paths
        self._clock = clock
        self.settings = settings
        self.demo = demo
        self._sleep = sleep
        self.attended = False
        """Somebody presses keys, which go before a refresh; a command has nothing to do but that refresh."""
        self._workshop: Workshop | None = None

    @property
    def problem(self) -> Problem | None:
        """Why nothing can be written, when the store could only be opened for reading."""
        return self._store.problem

    @property
    def around(self) -> Around:
        """Reads that which may be damaged, and knows why something could not be read."""
        return self._store.around

    @cached_property
    def subscriptions(self) -> Subscriptions:
        """What changes which sources there are."""
        from newsreader.engine.subscriptions import Subscriptions

        return Subscriptions(self._store, self._understanding(), self._clock, demo=self.demo)

    @cached_property
    def backups(self) -> Backups:
        """What keeps marks, subscriptions and decisions outside the store, and brings them back."""
        from newsreader.engine.backups import Backups

        return Backups(self._store, self._paths.backups, self._clock, lambda: self.settings)

    @cached_property
    def pictures(self) -> Pictures:
        """What fetches, keeps and draws pictures."""
        from newsreader.engine.pictures import Pictures
        from newsreader.pictures.cache import Cache

        def cache() -> Cache:
            return Cache(self._paths.pictures, self.settings.picture_cache)

        return Pictures(self._store, self._asking, cache, offline=self.demo)

    @cached_property
    def revisions(self) -> Revisions:
        """What articles said before they changed."""
        from newsreader.engine.revisions import Revisions

        return Revisions(self._store)

    @cached_property
    def downloads(self) -> Downloads:
        """What brings in the files that go with articles."""
        from newsreader.engine.downloads import Downloads

        return Downloads(self._store, self._asking, offline=self.demo)

    @cached_property
    def editions(self) -> Editions:
        """What collects articles for a document."""
        from newsreader.engine.editions import Editions

        return Editions(self._store, self._clock, self.pictures)

    @cached_property
    def _collecting(self) -> ThreadPoolExecutor:
        """The thread that collects long lists; left to itself it ends with the engine."""
        from concurrent.futures import ThreadPoolExecutor

        return ThreadPoolExecutor(1, thread_name_prefix="collect")

    @cached_property
    def stories(self) -> Stories:
        """What belongs together."""
        from newsreader.engine.stories import Stories

        return Stories(self._store, lambda: self.settings, self._clock)

    @cached_property
    def _relating(self) -> Relating:
        from newsreader.engine.relating import Relating

        return Relating(self._store, self.stories)

    @cached_property
    def _permission(self) -> Permission:
        from newsreader.engine.permission import Permission

        return Permission(self._clock)

    @cached_property
    def _asking(self) -> Asking:
        from newsreader.engine.asking import Asking

        return Asking(lambda: self.settings, self.secrets)

    @cached_property
    def _elsewhere(self) -> Elsewhere:
        from newsreader.engine.elsewhere import Elsewhere

        return Elsewhere(self._understanding(), self._clock)

    @cached_property
    def _texts(self) -> Texts:
        from newsreader.engine.texts import Texts

        workshop = self._understanding()
        return Texts(self._store, workshop, self._clock, self._permission, self._asking, self._sleep)

    def _understanding(self) -> Workshop:
        """The workshop, opened when it is first needed."""
        if self._workshop is None:
            from newsreader.engine.workshop import Workshop

            self._workshop = Workshop(quiet=self.attended)
        return self._workshop
