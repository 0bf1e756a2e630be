"""The sources: how each fares; adding, renaming, moving, switching and removing them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.widgets import OptionList, Static

from newsreader.model import SourceStatus
from newsreader.ui.screens.ask import AskScreen
from newsreader.ui.screens.dialog import label
from newsreader.ui.screens.pick import PickScreen
from newsreader.ui.screens.sources.finding import Finding
from newsreader.ui.screens.sources.text import detail
from newsreader.ui.widgets.options import Options


class SourcesScreen(Finding):
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
        Binding("f", "find", show=False),
        Binding("i", "own", show=False),
        Binding("d", "remove", show=False),
    ]

    def compose(self) -> ComposeResult:
        """Title, list, details, a line for what happens, keys."""
        yield label(self.texts.sources_title, classes="bar")
        yield Options()
        yield Static("", classes="detail", markup=False)
        yield Static("", classes="foot said", markup=False)
        yield label(self.texts.sources_hint, classes="foot")

    def on_screen_resume(self) -> None:
        """Fill the list, also after something was set elsewhere."""
        self.fill()

    def on_option_list_option_highlighted(self) -> None:
        """Tell more about the source under the cursor."""
        status = self.current()
        if status is not None:
            told = detail(status, self.news, self.news.clock())
            self.query_one(".detail", Static).update(Content(told))

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
        if status := self.current():
            self.begin(self._switch(status))

    async def _switch(self, status: SourceStatus) -> None:
        source = status.source
        if not self.complain(await self.news.engine.subscriptions.switch(source.id, not source.on)):
            self.fill(source.id)
            if not source.on:
                await self.check(source.id)

    def action_check(self) -> None:
        """Visit this source now."""
        if status := self.current():
            self.begin(self.check(status.source.id))

    def action_rename(self) -> None:
        """Give this source another name."""
        if status := self.current():
            title = status.source.title
            ask = AskScreen(self.texts.source_new_title, title, self.texts.pick_hint)
            self.app.push_screen(ask, lambda name: self._changed(status, title=name or ""))

    def action_shelve(self) -> None:
        """Move this source to another group, and then to another section."""
        if status := self.current():
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
            self.begin(self._change(status.source.id, title, group, section))

    async def _change(self, source_id: str, title: str, group: str | None, section: str | None) -> None:
        change = self.news.engine.subscriptions.change
        if not self.complain(await change(source_id, title=title, group=group, section=section)):
            self._note(source_id, {"name": title, "section": section})
            self.fill(source_id)

    def _note(self, source_id: str, values: Mapping[str, str | None]) -> None:
        """What stands in the settings file would come back, so it is changed there too."""
        table = self.news.loaded.settings.source.get(source_id, {})
        stale = {key: value for key, value in values.items() if value and key in table}
        if stale:
            self.news.change({"source": {source_id: {**table, **stale}}})

    def action_own(self) -> None:
        """Show what can be set for this source."""
        from newsreader.ui.screens.sources.own import OwnSettingsScreen

        if status := self.current():
            self.app.push_screen(OwnSettingsScreen(status.source))

    def action_remove(self) -> None:
        """Stop following this source, after a question."""
        if status := self.current():
            options = (("", self.texts.no), ("yes", self.texts.yes))
            question = self.texts.source_remove(status.source.title)
            picker = PickScreen(question, options, "", self.texts.pick_hint)
            self.app.push_screen(picker, lambda answer: self._removed(status, answer))

    def _removed(self, status: SourceStatus, answer: str | None) -> None:
        if answer:
            self.begin(self._remove(status))

    async def _remove(self, status: SourceStatus) -> None:
        if not self.complain(await self.news.engine.subscriptions.remove(status.source.id)):
            self.say(self.texts.source_removed(status.source.title))
            self.fill()
