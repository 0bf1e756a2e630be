"""The sources: how each fares; adding, renaming, moving, switching and removing them."""

from __future__ import annotations

from collections.abc import Coroutine
from datetime import datetime
from typing import Any, ClassVar, cast

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.screen import Screen
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from newsreader import gate
from newsreader.engine import StoreError
from newsreader.model import Preview, Problem, SourceChecked, SourceStatus
from newsreader.ui.base import Newspaper
from newsreader.ui.screens.ask import AskScreen
from newsreader.ui.screens.dialog import label
from newsreader.ui.screens.pick import PickScreen
from newsreader.ui.screens.reading.shelves import shelf_of
from newsreader.words import ages
from newsreader.words.screen import ScreenWords


class SourcesScreen(Screen[None]):
    """A line a source; what is known of the one under the cursor stands below."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,q,h,left", "close", show=False),
        Binding("j", "move(1)", show=False),
        Binding("k", "move(-1)", show=False),
        Binding("space,enter", "switch", show=False, priority=True),
        Binding("a", "add", show=False),
        Binding("r", "check", show=False),
        Binding("e", "rename", show=False),
        Binding("v", "shelve", show=False),
        Binding("d", "remove", show=False),
    ]

    statuses: tuple[SourceStatus, ...] = ()

    @property
    def news(self) -> Newspaper:
        """The application, with the engine."""
        return cast(Newspaper, self.app)

    @property
    def texts(self) -> ScreenWords:
        """The words of the screen."""
        return self.news.words.screen

    def compose(self) -> ComposeResult:
        """Title, list, details, a line for what happens, keys."""
        yield label(self.texts.sources_title, classes="bar")
        yield OptionList()
        yield Static("", classes="detail", markup=False)
        yield Static("", classes="foot said", markup=False)
        yield label(self.texts.sources_hint, classes="foot")

    def on_mount(self) -> None:
        """Fill the list."""
        self._fill()

    # --- showing

    def _fill(self, select: str = "") -> None:
        options = self.query_one(OptionList)
        here = options.highlighted or 0
        self.statuses = tuple(sorted(self.news.engine.sources(), key=lambda status: shelf_of(status.source)))
        options.clear_options()
        options.add_options(Option(_line(status, self.texts)) for status in self.statuses)
        ids = [status.source.id for status in self.statuses]
        options.highlighted = ids.index(select) if select in ids else min(here, max(0, len(ids) - 1))

    def _current(self) -> SourceStatus | None:
        index = self.query_one(OptionList).highlighted
        return self.statuses[index] if index is not None and index < len(self.statuses) else None

    def on_option_list_option_highlighted(self) -> None:
        """Tell more about the source under the cursor."""
        status = self._current()
        if status is not None:
            detail = _detail(status, self.news, self.news.clock())
            self.query_one(".detail", Static).update(Content(detail))

    def _say(self, text: str) -> None:
        self.query_one(".said", Static).update(Content(gate.line(text)))

    def _complain(self, problem: Problem | None) -> bool:
        if problem is not None:
            self._say(self.news.words.problems.sentence(problem))
        return problem is not None

    def _begin(self, work: Coroutine[Any, Any, None]) -> None:
        self.run_worker(self._guarded(work), group="sources")

    async def _guarded(self, work: Coroutine[Any, Any, None]) -> None:
        try:
            await work
        except StoreError as error:
            self._complain(error.problem)

    # --- commands

    def action_close(self) -> None:
        """Back to the newspaper."""
        self.dismiss(None)

    def action_move(self, by: int) -> None:
        """Up or down."""
        options = self.query_one(OptionList)
        (options.action_cursor_down if by > 0 else options.action_cursor_up)()

    def action_switch(self) -> None:
        """Follow this source, or leave it alone."""
        if status := self._current():
            self._begin(self._switch(status))

    async def _switch(self, status: SourceStatus) -> None:
        source = status.source
        if not self._complain(await self.news.engine.subscriptions.switch(source.id, not source.on)):
            self._fill(source.id)
            if not source.on:
                await self._check(source.id)

    def action_check(self) -> None:
        """Visit this source now."""
        if status := self._current():
            self._begin(self._check(status.source.id))

    async def _check(self, source_id: str) -> None:
        if self.news.engine.demo:
            self._say(self.texts.offline)
            return
        async for event in self.news.engine.refresh([source_id], force=True):
            if isinstance(event, SourceChecked) and not self._complain(event.problem):
                self._say(f"{event.source.title}: {self.texts.came(event.new, 0)}")
        self._fill(source_id)

    def action_rename(self) -> None:
        """Give this source another name."""
        if status := self._current():
            title = status.source.title
            ask = AskScreen(self.texts.source_new_title, title, self.texts.pick_hint)
            self.app.push_screen(ask, lambda name: self._changed(status, title=name or ""))

    def action_shelve(self) -> None:
        """Move this source to another group, and then to another section."""
        if status := self._current():
            source = status.source
            ask = AskScreen(self.texts.source_group, source.group, self.texts.pick_hint)
            self.app.push_screen(ask, lambda group: self._grouped(status, group))

    def _grouped(self, status: SourceStatus, group: str | None) -> None:
        if group is not None:
            ask = AskScreen(self.texts.source_section, status.source.section, self.texts.pick_hint)
            self.app.push_screen(ask, lambda section: self._changed(status, group=group, section=section))

    def _changed(
        self, status: SourceStatus, *, title: str = "", group: str | None = None, section: str | None = None
    ) -> None:
        if title or group is not None or section is not None:
            self._begin(self._change(status.source.id, title, group, section))

    async def _change(self, source_id: str, title: str, group: str | None, section: str | None) -> None:
        change = self.news.engine.subscriptions.change
        if not self._complain(await change(source_id, title=title, group=group, section=section)):
            self._fill(source_id)

    def action_remove(self) -> None:
        """Stop following this source, after a question."""
        if status := self._current():
            options = (("", self.texts.no), ("yes", self.texts.yes))
            question = self.texts.source_remove(status.source.title)
            picker = PickScreen(question, options, "", self.texts.pick_hint)
            self.app.push_screen(picker, lambda answer: self._removed(status, answer))

    def _removed(self, status: SourceStatus, answer: str | None) -> None:
        if answer:
            self._begin(self._remove(status))

    async def _remove(self, status: SourceStatus) -> None:
        if not self._complain(await self.news.engine.subscriptions.remove(status.source.id)):
            self._say(self.texts.source_removed(status.source.title))
            self._fill()

    def action_add(self) -> None:
        """Add a source: its address, what it would bring, and then yes or no."""
        ask = AskScreen(self.texts.source_address, "", self.texts.pick_hint)
        self.app.push_screen(ask, self._asked)

    def _asked(self, address: str | None) -> None:
        if address:
            self._begin(self._preview(address))

    async def _preview(self, address: str) -> None:
        self._say(self.texts.source_checking(address))
        found = await self.news.engine.subscriptions.preview(address)
        if isinstance(found, Problem):
            self._complain(found)
            return
        self._say("")
        source = found.source
        heading = self.texts.source_found(source.title, found.articles)
        options = (("yes", self.texts.yes), ("", self.texts.no))
        body = "\n".join([heading, source.url, "", *(f"• {title}" for title in found.titles)])
        picker = PickScreen(body, options, "yes", self.texts.source_confirm)
        self.app.push_screen(picker, lambda answer: self._confirmed(found, answer))

    def _confirmed(self, preview: Preview, answer: str | None) -> None:
        if answer:
            self._begin(self._add(preview))

    async def _add(self, preview: Preview) -> None:
        if not self._complain(await self.news.engine.subscriptions.add(preview.source)):
            self._fill(preview.source.id)
            await self._check(preview.source.id)
            self._say(self.texts.source_added(preview.source.title))


def _line(status: SourceStatus, words: ScreenWords) -> Content:
    """On or off, title, where it stands, how much it holds, and whether something is wrong."""
    source = status.source
    mark = "●" if source.on else "○"
    state = words.source_on if source.on else words.source_off
    place = " · ".join(filter(None, (source.group, source.section)))
    wrong = "  !" if status.visit.problem else ""
    title = Content(gate.line(source.title)).truncate(30, ellipsis=True, pad=True)
    held = words.source_articles(status.articles) if status.articles else ""
    return Content.assemble(
        f" {mark} {state:<4}",
        title.stylize("bold") if source.on else title,
        f" {gate.line(place):<26} {held}",
        (wrong, "bold"),
    )


def _detail(status: SourceStatus, news: Newspaper, now: datetime) -> str:
    """Address, last visit, articles, and the last problem in words."""
    words = news.words
    checked = status.visit.last_checked
    visited = (
        words.screen.source_checked(ages.age(checked, now, words.language))
        if checked
        else words.screen.source_never
    )
    held = f"{words.screen.source_articles(status.articles)}, {words.screen.unread(status.unread)}"
    problem = status.visit.problem
    told = words.problems.sentence(problem) if problem else words.screen.source_fine if checked else ""
    return "\n".join(gate.line(line) for line in (status.source.url, f"{visited} · {held}", told))
