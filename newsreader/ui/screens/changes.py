"""What changed in an article, a step of its history at a time."""

from __future__ import annotations

from typing import ClassVar, cast

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.widgets import Static

from newsreader import gate
from newsreader.engine import StoreError
from newsreader.model import Difference
from newsreader.ui.base import SCREENS_CSS, Closing, Newspaper, begun
from newsreader.ui.screens.dialog import label
from newsreader.ui.widgets.difference_view import DifferenceView
from newsreader.words import ages

MEASURE = 76
"""Cells of a line."""


class ChangesScreen(Closing[None]):
    """The headline and the paragraphs that changed; `[` and `]` go to the changes before and after."""

    CSS_PATH = SCREENS_CSS
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,q,d,h", "app.pop_screen", show=False),
        Binding("left_square_bracket,left", "step(-1)", show=False),
        Binding("right_square_bracket,right", "step(1)", show=False),
        Binding("j,down", "lines(1)", show=False),
        Binding("k,up", "lines(-1)", show=False),
        Binding("space,pagedown,ctrl+d", "screens(1)", show=False),
        Binding("pageup,ctrl+u", "screens(-1)", show=False),
        Binding("g,home", "lines(-1000000)", show=False),
        Binding("G,end", "lines(1000000)", show=False),
    ]

    def __init__(self, article_id: int, difference: Difference) -> None:
        super().__init__()
        self._article_id = article_id
        self._difference = difference

    @property
    def news(self) -> Newspaper:
        """The application, with the words in use."""
        return cast(Newspaper, self.app)

    def compose(self) -> ComposeResult:
        """Title, difference, signs, keys."""
        words = self.news.words
        yield label("", classes="bar")
        yield DifferenceView(measure=MEASURE, cut=words.screen.cut)
        yield label(words.changes.legend, classes="foot")
        yield label(words.changes.hint, classes="foot said")

    def on_mount(self) -> None:
        """Show the change that was asked for."""
        self._show(self._difference)

    def action_step(self, by: int) -> None:
        """To the change before or after this one."""
        words, step = self.news.words.changes, self._difference.step + by
        if 1 <= step <= self._difference.steps:
            look = self._look(step)
            whole = self.unless_closed(look)
            begun(self.run_worker(whole, group="step", exclusive=True), whole, look)
        else:
            self._say(words.first if by < 0 else words.last)

    async def _look(self, step: int) -> None:
        try:
            found = await self.news.engine.revisions.look(self._article_id, step)
        except StoreError as error:
            self._say(self.news.words.problems.sentence(error.problem))
            return
        if found is not None:
            self._show(found)

    def _show(self, difference: Difference) -> None:
        words = self.news.words
        self._difference = difference
        when = words.changes.when(
            ages.long_date(difference.at, words.language),
            ages.age(difference.at, self.news.clock(), words.language),
        )
        self._put(".bar", words.changes.title(difference.step, difference.steps))
        self._say(words.changes.hint)
        self.query_one(DifferenceView).show(difference, when, words.changes.same_text)

    def _say(self, text: str) -> None:
        self._put(".said", text)

    def _put(self, where: str, text: str) -> None:
        self.query_one(where, Static).update(Content(gate.line(text)))

    def action_lines(self, by: int) -> None:
        """Scroll by so many lines."""
        self.query_one(DifferenceView).scroll_lines(by)

    def action_screens(self, by: int) -> None:
        """Scroll by a screen."""
        self.query_one(DifferenceView).scroll_screens(by)
