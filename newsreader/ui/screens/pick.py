"""A dialog to pick one of a few, and the choice of a theme, which is shown while it is being made."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from textual.app import App, ComposeResult
from textual.content import Content
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from newsreader import gate
from newsreader.ui.screens.dialog import Dialog
from newsreader.ui.widgets.options import Options
from newsreader.words.screen import ScreenWords


class PickScreen(Dialog[str]):
    """Answers the value picked, or None; `preview` is told of each value the cursor comes to."""

    def __init__(
        self,
        title: str,
        options: Sequence[tuple[str, str]],
        current: str,
        hint: str,
        preview: Callable[[str], None] | None = None,
    ) -> None:
        super().__init__(title, hint)
        self._options = options
        self._current = current
        self._preview = preview

    def body(self) -> ComposeResult:
        """The options as a list."""
        options = Options(
            *(Option(Content(gate.line(text)), id=value or "-") for value, text in self._options)
        )
        values = [value for value, _ in self._options]
        options.highlighted = values.index(self._current) if self._current in values else 0
        yield options

    def on_option_list_option_highlighted(self, event: OptionList.OptionHighlighted) -> None:
        """Show what it would be."""
        if self._preview:
            self._preview(self._options[event.option_index][0])

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """This one."""
        self.dismiss(self._options[event.option_index][0])

    def key_j(self) -> None:
        """Down, as everywhere."""
        self.query_one(OptionList).action_cursor_down()

    def key_k(self) -> None:
        """Up, as everywhere."""
        self.query_one(OptionList).action_cursor_up()


def theme_picker(app: App[None], words: ScreenWords) -> PickScreen:
    """A picker over all themes, the reader's own first; the screen wears the one under the cursor.

    Under NO_COLOR there are only those that leave the colours to the terminal.
    """
    names = words.theme_names
    others = sorted(name for name in app.available_themes if name not in names)
    offered = [name for name in (*names, *others) if not app.no_color or app.available_themes[name].ansi]
    options = [(name, names.get(name, name)) for name in offered]

    def wear(name: str) -> None:
        app.theme = name

    return PickScreen(words.theme_title, options, app.theme, words.pick_hint, wear)
