"""The settings: what each is now, and changing it."""

from __future__ import annotations

from typing import ClassVar, cast

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from newsreader import gate
from newsreader.ui.base import SCREENS_CSS, Closing, Newspaper
from newsreader.ui.screens.ask import AskScreen
from newsreader.ui.screens.dialog import label
from newsreader.ui.screens.pick import PickScreen, theme_picker
from newsreader.ui.screens.settings.line import Setting
from newsreader.ui.screens.settings.lines import lines
from newsreader.ui.widgets.options import Options


class SettingsScreen(Closing[None]):
    """A list of settings; Enter changes the one under the cursor, in the file as well."""

    CSS_PATH = SCREENS_CSS
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,q,h,left", "app.pop_screen", show=False),
        Binding("j", "move(1)", show=False),
        Binding("k", "move(-1)", show=False),
        Binding("l", "choose", show=False),
    ]

    @property
    def news(self) -> Newspaper:
        """The application, with the settings in use."""
        return cast(Newspaper, self.app)

    def compose(self) -> ComposeResult:
        """Title, list, the file's name, keys."""
        words = self.news.words.settings
        yield label(words.title, classes="bar")
        yield Options()
        yield label(words.file(str(self.news.paths.settings)), classes="foot")
        yield label(words.hint, classes="foot")

    def on_mount(self) -> None:
        """Fill the list."""
        self._fill()

    def _lines(self) -> tuple[Setting, ...]:
        return lines(self.news.loaded.settings, self.news.theme, self.news.words)

    def _fill(self) -> None:
        options = self.query_one(OptionList)
        here = options.highlighted or 0
        options.clear_options()
        shown = self._lines()
        width = max(len(line.name) for line in shown) + 2
        options.add_options(
            Option(Content.assemble(f"{line.name:<{width}}", (gate.line(line.value), "bold")))
            for line in shown
        )
        options.highlighted = here

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Ask for another value."""
        line = self._lines()[event.option_index]
        words = self.news.words.screen
        if line.name == self.news.words.settings.theme:
            before = self.news.theme
            picker = theme_picker(self.news, words)
            self.news.push_screen(picker, lambda name: self._themed(name, before))
        elif line.options:
            picker = PickScreen(line.name, line.options, line.plain, words.pick_hint)
            self.news.push_screen(picker, lambda value: self._changed(line, value))
        else:
            asked = AskScreen(line.name, line.plain, words.pick_hint, line.fault)
            self.news.push_screen(asked, lambda value: self._changed(line, value))

    def _themed(self, name: str | None, before: str) -> None:
        self.news.take_theme(name, before)
        self._fill()

    def _changed(self, line: Setting, value: str | None) -> None:
        if value is not None and value != line.plain:
            words = self.news.words
            self.news.change(line.change(value))
            if self.news.words is words:
                self._fill()
            else:
                self.news.switch_screen(SettingsScreen())

    def action_move(self, by: int) -> None:
        """Up or down."""
        options = self.query_one(OptionList)
        (options.action_cursor_down if by > 0 else options.action_cursor_up)()

    def action_choose(self) -> None:
        """Change this one."""
        self.query_one(OptionList).action_select()
