"""Find in the article: a line under the pane while it is typed in, then `n` and `N`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsreader import gate
from newsreader.ui.widgets.lines import KeyBar
from newsreader.ui.widgets.text_line import TextLine

if TYPE_CHECKING:
    from newsreader.ui.screens.reading.pane import Pane


class Finding:
    """What is being looked for in the article that is open. The line takes the place of the key bar."""

    def __init__(self, screen: Pane) -> None:
        self._screen = screen
        self._texts = screen.words.pane
        self._origin = screen.view.place

    async def open(self) -> None:
        """Show the line, and type in it."""
        await self._screen.query("#find").remove()  # it may still be on its way out
        if self._screen.query("#find"):
            return
        self._screen.paper.dress("typing.tcss")
        line = TextLine(placeholder=self._texts.find, id="find")
        bar = self._screen.query_one(KeyBar)
        await self._screen.mount(line, before=bar)
        bar.display = False
        self._screen.set_focus(line)

    def look(self, words: str) -> None:
        """Find with every letter, from where the reader was."""
        if words.strip():
            self._screen.view.find(words, self._origin)
            self._tell()
        else:
            self._screen.view.end_find(self._origin)
            self._screen.say("")

    def step(self, by: int) -> None:
        """To the next or previous match."""
        self._screen.view.find_next(by)
        self._tell()

    def keep(self) -> None:
        """Close the line; what was found stays marked."""
        self._close_line()
        if not self._screen.view.finder:
            self.end()

    def end(self) -> None:
        """Look no further; a reader who was still typing is back where they began."""
        typing = bool(self._screen.query("#find"))
        self._close_line()
        self._screen.view.end_find(self._origin if typing else None)
        self._screen.say("")

    def _tell(self) -> None:
        finder = self._screen.view.finder
        if finder is not None:
            words = gate.line(finder.words, 30)
            found = self._texts.found(words, finder.at + 1, len(finder))
            self._screen.say(found if finder else self._texts.not_found(words), lasting=True)

    def _close_line(self) -> None:
        if self._screen.query("#find"):
            self._screen.query_one(KeyBar).display = True
            self._screen.set_focus(self._screen.view)
            self._screen.query("#find").remove()
