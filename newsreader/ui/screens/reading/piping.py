"""An article's text for a command of the reader's, and what that says of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.content import Content

from newsreader.model import Problem
from newsreader.outside import command
from newsreader.outside.command import Ran
from newsreader.ui.screens.ask import AskScreen
from newsreader.ui.screens.text import TextScreen

if TYPE_CHECKING:
    from newsreader.model import Article
    from newsreader.ui.screens.reading.sharing import Sharing

_SHOWN = 20_000
"""Characters of a program's output that are shown."""


class Piping:
    """Asks for the command, and remembers it for the next time."""

    def __init__(self, desk: Sharing) -> None:
        self._desk = desk
        self._last = ""

    def ask(self, article: Article) -> None:
        """Ask for a command, and give it the article."""
        desk, words = self._desk, self._desk.words.sharing

        def fault(text: str) -> str:
            found = command.arguments(text, {})
            return desk.words.problems.sentence(found) if isinstance(found, Problem) else ""

        def answered(text: str | None) -> None:
            if text:
                desk.begin(self._run(text, article), "sharing")

        desk.app.push_screen(AskScreen(words.pipe_title, self._last, words.pipe_hint, fault), answered)

    async def _run(self, template: str, article: Article) -> None:
        self._last = template
        desk = self._desk
        url = desk.engine.outward(article.row.url)
        ran: Ran | Problem | list[str] = command.arguments(template, {"url": url, "title": article.row.title})
        if isinstance(ran, list):
            desk.say(desk.words.sharing.piping(ran[0]), lasting=True)
            ran = await command.run(ran, await desk.markdown(article))
        if isinstance(ran, Ran):
            self._show(template, ran)
        elif isinstance(ran, Problem):
            desk.say(desk.words.problems.sentence(ran))

    def _show(self, template: str, ran: Ran) -> None:
        """A line of output in the status line, more of it in a dialog."""
        desk = self._desk
        lines = ran.output.strip().splitlines()
        desk.say(desk.words.sharing.piped(lines[0] if lines else "", ran.status))
        if len(lines) > 1:
            title = desk.words.sharing.piped(template, ran.status)
            desk.app.push_screen(TextScreen(title, Content(ran.output[:_SHOWN]), desk.texts.close_hint))
