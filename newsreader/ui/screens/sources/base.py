"""What the parts of the sources screen share: the list, the line that says what happens, a visit."""

from __future__ import annotations

from collections.abc import Coroutine
from typing import Any, cast

from textual.content import Content
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from newsreader import gate
from newsreader.engine import StoreError
from newsreader.model import Problem, SourceChecked, SourceStatus
from newsreader.ui.base import SCREENS_CSS, Closing, Newspaper, begun
from newsreader.ui.screens.reading.shelves import shelf_of
from newsreader.ui.screens.sources.text import line
from newsreader.words.screen import ScreenWords


class SourceList(Closing[None]):
    """A list with a line a source."""

    CSS_PATH = SCREENS_CSS
    statuses: tuple[SourceStatus, ...] = ()

    @property
    def news(self) -> Newspaper:
        """The application, with the engine."""
        return cast(Newspaper, self.app)

    @property
    def texts(self) -> ScreenWords:
        """The words of the screen."""
        return self.news.words.screen

    def fill(self, select: str = "") -> None:
        """Read the sources again, the cursor on the one with that id or where it was."""
        options = self.query_one(OptionList)
        here = options.highlighted or 0
        self.statuses = tuple(sorted(self.news.engine.sources(), key=lambda status: shelf_of(status.source)))
        options.clear_options()
        options.add_options(Option(line(status, self.texts)) for status in self.statuses)
        ids = [status.source.id for status in self.statuses]
        options.highlighted = ids.index(select) if select in ids else min(here, max(0, len(ids) - 1))

    def current(self) -> SourceStatus | None:
        """The source under the cursor."""
        index = self.query_one(OptionList).highlighted
        return self.statuses[index] if index is not None and index < len(self.statuses) else None

    def say(self, text: str) -> None:
        """Tell what happens, on the line for it."""
        self.query_one(".said", Static).update(Content(gate.line(text)))

    def complain(self, problem: Problem | None) -> bool:
        """Tell a problem, if it is one."""
        if problem is not None:
            self.say(self.news.words.problems.sentence(problem))
        return problem is not None

    def begin(self, work: Coroutine[Any, Any, None]) -> None:
        """Do this beside the screen; what fails in the store is told."""
        guarded = self._guarded(work)
        whole = self.unless_closed(guarded)
        begun(self.run_worker(whole, group="sources"), whole, guarded, work)

    async def _guarded(self, work: Coroutine[Any, Any, None]) -> None:
        try:
            await work
        except StoreError as error:
            self.complain(error.problem)

    async def check(self, source_id: str) -> None:
        """Visit a source now, and tell what came of it."""
        if self.news.engine.demo:
            self.say(self.texts.offline)
            return
        async for event in self.news.engine.refresh([source_id], force=True):
            if isinstance(event, SourceChecked) and not self.complain(event.problem):
                notice = [self.news.words.health.notice(event.notice)] if event.notice else []
                told = " · ".join([self.texts.came(event.new, 0), *notice])
                self.say(f"{event.source.title}: {told}")
        self.fill(source_id)
