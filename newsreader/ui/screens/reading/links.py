"""Links by number: `f`, the digits, and then what is to be done with the address."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsreader import gate

if TYPE_CHECKING:
    from textual import events

    from newsreader.ui.screens.reading.pane import Pane


class Links:
    """Asks in the status line which link of the article is meant, and whether to open, copy or read it."""

    def __init__(self, screen: Pane) -> None:
        self._screen = screen
        self._texts = screen.words.pane
        self._links = screen.view.page.links
        self._digits = ""
        self._url = ""
        if len(self._links) == 1:
            self._choose(1)
        else:
            self._ask()

    def key(self, event: events.Key) -> bool:
        """Take a key: a digit, a choice, or what ends it."""
        if self._url:
            self._act(event.key)
        elif event.key.isdecimal():
            self._more(event.key)
        elif event.key == "enter" and self._digits:
            self._choose(int(self._digits))
        elif event.key == "backspace" and self._digits:
            self._digits = self._digits[:-1]
            self._ask()
        else:
            self._end()
        return True

    def _more(self, digit: str) -> None:
        """Another digit; the number is taken as soon as no further digit can make a link of it."""
        self._digits = (self._digits + digit).lstrip("0")
        if self._digits and int(self._digits) * 10 > len(self._links):
            self._choose(int(self._digits))
        else:
            self._ask()

    def _ask(self) -> None:
        self._screen.say(self._texts.which_link(len(self._links), self._digits), lasting=True)

    def _choose(self, number: int) -> None:
        if number > len(self._links):
            self._end(self._texts.no_link(number, len(self._links)))
        elif self._screen.view.jump(self._links[number - 1]):
            self._end()
        else:
            self._url = self._links[number - 1]
            ask = self._texts.what_with_link if self._readable else self._texts.what_with_mail
            self._screen.say(ask(number, gate.address(self._url, 500)), lasting=True)

    @property
    def _readable(self) -> bool:
        return not self._url.lower().startswith("mailto:")

    def _act(self, key: str) -> None:
        self._end()
        if key in ("o", "enter"):
            self._screen.open_outside(self._url)
        elif key == "y":
            self._screen.app.copy_to_clipboard(self._url)
            self._screen.say(self._screen.texts.copied(gate.address(self._url)))
        elif key == "r" and self._readable:
            self._screen.read_here(self._url)

    def _end(self, text: str = "") -> None:
        self._screen.view.takes_key = None
        self._screen.say(text)
