"""Refreshing: progress in the status line, news in the list as it arrives, and what failed."""

from __future__ import annotations

import asyncio
from collections.abc import Coroutine
from time import monotonic
from typing import TYPE_CHECKING, Any

from textual.timer import Timer

from newsreader import garbage, model
from newsreader.ui.screens.reading.marking import Marking

if TYPE_CHECKING:
    from textual.worker import Worker

    from newsreader.model import RefreshDone, SourceChecked

RELOAD_EVERY = 0.25
"""Seconds between two readings of the list while news arrives."""
TELL_EVERY = 0.1
"""Seconds between two words on how far a refresh is: keys would wait for a hundred a second."""
LATEST = 3.0
"""Seconds for which reading the list and telling how far a refresh is are put off while keys come."""
LOOK_EVERY = 5.0
"""Seconds between two looks whether another program has written to the store."""


class Refreshing(Marking):
    """The news as it comes."""

    refreshing = False
    _behind = False  # another program has written, and the list has only been read again at its top
    _pending: Timer | None = None
    _latest: SourceChecked | None = None  # that has not been told yet
    _saying: Timer | None = None
    _read = _told = 0.0  # when that was last done, by `monotonic`

    def start_news(self) -> None:
        """After the first paint: the sample edition if there is nothing, then the first refresh."""
        self.version = self.engine.version()
        self.set_interval(LOOK_EVERY, self._look_around)
        self.set_interval(60.0, self._each_minute)
        self.begin(self._first_news(), "refresh")

    async def _first_news(self) -> None:
        from newsreader.malloc import give_back

        await asyncio.to_thread(give_back)
        if self.engine.demo:
            await self._show_sample()
        await asyncio.to_thread(self.engine.prepare)
        await self._show_sample()
        if not self.engine.demo:
            await self._refresh(force=False)

    async def _show_sample(self) -> None:
        """Where there is nothing to read, the sample edition at once, and a moment later its stories."""
        if self.engine.wants_sample() and not self.engine.problem:
            await asyncio.to_thread(self.engine.write_sample)
            self._begin_anew()
            await asyncio.to_thread(self.engine.stories.join_all)
            self.version = self.engine.version()
            self.reload()
            if not self.view.scroll_offset.y:
                self.show_lead()
        elif not len(self.rows):
            self._begin_anew()

    def _begin_anew(self) -> None:
        self.version = self.engine.version()
        self.reload()
        self.show_lead()

    def action_refresh(self) -> None:
        """Fetch the news from all sources now."""
        if self.engine.demo:
            self.say(self.texts.offline)
        elif not self.refreshing:
            self.engine.attention.release()
            self.begin(self._refresh(force=True), "refresh")

    def action_full_text(self) -> None:
        """Fetch the full text of the article that is read, or under the cursor, from its own page now."""
        row = self.subject()
        if row is None or not row.url:
            self.say(self.texts.no_address)
        else:
            self.fill_by_hand(row.id)

    async def _refresh(self, *, force: bool) -> None:
        """Bring the news; the next time may begin while the store is still put in order after this one."""
        if self.refreshing:
            return
        self.refreshing, ended = True, False
        had_sample = self.engine.has_sample()
        try:
            async for event in self.engine.refresh(force=force):
                if isinstance(event, model.SourceChecked):
                    self._checked(event)
                elif isinstance(event, model.RefreshDone):
                    self.refreshing, ended = False, True
                    self._done(event, sample_gone=had_sample and not self.engine.has_sample())
        finally:
            if not ended:
                self.refreshing = False
        if problem := self.engine.backups.untold():
            self.paper.tell(self.words.backup.not_written(self.words.problems.sentence(problem)))
        self.fill_all()

    def _checked(self, event: SourceChecked) -> None:
        self._latest = event
        if self._saying is None:
            self._tell_progress()
        if (event.new or event.changed) and self._pending is None:
            self._pending = self.set_timer(RELOAD_EVERY, self._reload)

    def _tell_progress(self) -> None:
        """Say how far the refresh is now, and again after a while what has come of it by then."""
        if self._latest and self._is_put_off(self._told):
            self._saying = self.set_timer(TELL_EVERY, self._tell_progress)
            return
        self._told = monotonic()
        event, self._latest = self._latest, None
        self._saying = self.set_timer(TELL_EVERY, self._tell_progress) if event else None
        if event:
            self.report(self.texts.progress(event.done, event.total, event.source.title))

    def _reload(self) -> None:
        if self._is_put_off(self._read):
            self._pending = self.set_timer(RELOAD_EVERY, self._reload)
            return
        self._pending, self._read = None, monotonic()
        self.reload(rest=False)
        self.renew_lead()

    def _is_put_off(self, since: float) -> bool:
        """Whether what was last done then is left until fewer keys come, for each of which it would count."""
        return self.engine.attention.defers(monotonic(), since, LATEST)

    def _done(self, event: RefreshDone, *, sample_gone: bool) -> None:
        self._latest = None
        gone = f" · {self.texts.gone_sample}" if sample_gone else ""
        if event.checked and len(event.failed) == event.checked:
            self.report(self.texts.no_answer)
        elif event.checked:
            self.report(self.texts.came(event.new, len(event.failed)) + gone)
        else:
            self.report(self.texts.nothing_due, lasting=False)
        self.version = self.engine.version()
        self.reload(rest=bool(event.new or event.changed or sample_gone))
        if sample_gone:
            self.renew_lead()

    def begin(self, work: Coroutine[Any, Any, None], group: str, *, exclusive: bool = False) -> Worker[None]:
        """Run a worker; what others wrote before a mark of ours is seen first, or it would pass for ours."""
        if group == "marks":
            self.attempt(self._look)
        return super().begin(work, group, exclusive=exclusive)

    def _look_around(self) -> None:
        """Look whether there is news from elsewhere; once no more comes, collect the whole list again.

        While no keys come, garbage is looked for as well.
        """
        if not self.engine.attention.is_given(monotonic()):
            garbage.look()
        self.engine.finish_markings()
        if not self._look() and self._behind and not self.refreshing:
            self._behind = False
            self.collect_rest()

    def _look(self) -> bool:
        """Another reader on the same store, or `newsreader refresh`, may have brought news; whether so."""
        version = self.engine.version()
        if version == self.version or self.refreshing:
            return False
        self.version, self._behind = version, True
        self.reload(rest=False)
        return True

    def _each_minute(self) -> None:
        self.articles.refresh_ages()
        self.view.refresh_ages()
        self.show_date()
        if self.engine.settings.refresh_minutes and not self.engine.demo and not self.refreshing:
            self.begin(self._refresh_due(), "refresh")

    async def _refresh_due(self) -> None:
        """The sources whose time has come; silent when there are none."""
        if self.engine.anything_due():
            await self._refresh(force=False)

    def show_date(self) -> None:
        """Put today's date in the masthead."""
