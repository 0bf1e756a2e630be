"""A dialog with what goes with an article: audio, video, documents; to open or to download."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar, NamedTuple

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from newsreader import gate
from newsreader.ui.screens.dialog import Dialog
from newsreader.ui.widgets.options import Options


class Chosen(NamedTuple):
    """What to do with which of the files: `download` it, else open it."""

    place: int
    download: bool


class FilesScreen(Dialog[Chosen]):
    """Answers what was chosen, or None."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("b", "close", show=False),
        Binding("o", "choose(False)", show=False),
        Binding("d", "choose(True)", show=False),
        Binding("j", "move(1)", show=False),
        Binding("k", "move(-1)", show=False),
    ]

    def __init__(self, title: str, lines: Sequence[str], hint: str) -> None:
        super().__init__(title, hint)
        self._lines = lines

    def body(self) -> ComposeResult:
        """A line a file."""
        options = Options(*(Option(Content(gate.line(line))) for line in self._lines))
        options.highlighted = 0
        yield options

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Enter opens."""
        self.dismiss(Chosen(event.option_index, download=False))

    def action_choose(self, download: bool) -> None:
        """The one under the cursor."""
        self.dismiss(Chosen(self.query_one(OptionList).highlighted or 0, download))

    def action_move(self, by: int) -> None:
        """Up or down."""
        options = self.query_one(OptionList)
        (options.action_cursor_down if by > 0 else options.action_cursor_up)()
