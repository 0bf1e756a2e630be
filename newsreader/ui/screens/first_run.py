"""The dialog of the portal's first visit: which webmail? The only way around it is to quit."""

from __future__ import annotations

from typing import ClassVar

from textual import events
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical
from textual.message import Message
from textual.screen import ModalScreen
from textual.widgets import Static

from newsreader.ui.base import SCREENS_CSS, Closing
from newsreader.ui.screens.dialog import label
from newsreader.words.screen import ScreenWords

CHOICES = (("zeelandnet", "ZeelandNet"), ("delta", "DELTA"))


class Choice(Static, can_focus=True):
    """One of the two webmails."""

    class Taken(Message):
        """This webmail it is."""

        def __init__(self, value: str) -> None:
            self.value = value
            super().__init__()

    def __init__(self, value: str, text: str) -> None:
        super().__init__(text, id=value, markup=False)
        self.value = value

    def on_click(self, event: events.Click) -> None:
        """A click is a choice."""
        event.stop()
        self.post_message(self.Taken(self.value))


class FirstRunScreen(ModalScreen[str], Closing[str]):
    """Answers `zeelandnet` or `delta`. Escape does nothing: without an answer it asks again next time."""

    CSS_PATH = SCREENS_CSS
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("1", "take(0)", show=False),
        Binding("2", "take(1)", show=False),
        Binding("left,up,shift+tab,h,k", "other", show=False),
        Binding("right,down,tab,l,j", "other", show=False),
        Binding("enter,space", "take_focused", show=False),
        Binding("escape", "nothing", show=False),
    ]

    def __init__(self, words: ScreenWords, current: str = "") -> None:
        super().__init__()
        self._words = words
        self._current = current or CHOICES[0][0]

    def compose(self) -> ComposeResult:
        """Title, text, the two choices."""
        with Vertical(classes="dialog", id="first-run"):
            yield label(self._words.webmail_title, classes="dialog--title")
            yield label(self._words.webmail_text, classes="dialog--text")
            with Horizontal(id="choices"):
                for number, (value, name) in enumerate(CHOICES, 1):
                    yield Choice(value, f"{number}  {name}")
            yield label(self._words.webmail_hint, classes="dialog--hint")

    def on_mount(self) -> None:
        """Begin at the first, or at the present choice."""
        self.query_one(f"#{self._current}").focus()

    def on_choice_taken(self, message: Choice.Taken) -> None:
        """Answer."""
        self.dismiss(message.value)

    def action_take(self, index: int) -> None:
        """Answer by number."""
        self.dismiss(CHOICES[index][0])

    def action_other(self) -> None:
        """Of two choices, the other one."""
        values = [value for value, _ in CHOICES]
        here = self.focused.id if self.focused else values[1]
        self.set_focus(self.query_one(f"#{values[here == values[0]]}"))

    def action_take_focused(self) -> None:
        """Answer with the choice that has the focus."""
        if isinstance(self.focused, Choice):
            self.dismiss(self.focused.value)

    def action_nothing(self) -> None:
        """Escape is no answer."""
