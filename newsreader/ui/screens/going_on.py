"""What is going on: the stories of the day by their weight, each with its hours and who tells it."""

from __future__ import annotations

import asyncio
from collections.abc import Coroutine
from typing import Any, ClassVar, cast

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from newsreader import gate
from newsreader.engine import StoreError
from newsreader.model import Happening, Telling
from newsreader.ui.base import SCREENS_CSS, Closing, Newspaper, begun
from newsreader.ui.screens.dialog import label
from newsreader.ui.screens.pick import PickScreen
from newsreader.ui.widgets.options import Options
from newsreader.ui.widgets.sparkline import sparkline
from newsreader.words import Words, ages

MOST = 40
"""Stories that are shown."""
NAMED = 4
"""Sources of a story that are named."""


class GoingOnScreen(Closing[int]):
    """Answers the article to read, or None; `a` shows who else tells a story, `F` follows it."""

    CSS_PATH = SCREENS_CSS
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,q,h,left,W", "close", show=False),
        Binding("j", "move(1)", show=False),
        Binding("k", "move(-1)", show=False),
        Binding("l", "choose", show=False),
        Binding("a,right", "tellings", show=False),
        Binding("F", "follow", show=False),
    ]

    def __init__(self) -> None:
        super().__init__()
        self._happenings: list[Happening] = []

    @property
    def news(self) -> Newspaper:
        """The application, with the engine and the words in use."""
        return cast(Newspaper, self.app)

    def compose(self) -> ComposeResult:
        """Title, list, a line that tells, keys."""
        words = self.news.words.stories
        yield label(words.going_on, classes="bar")
        yield Options()
        yield label("", classes="foot said")
        yield label(words.going_on_hint, classes="foot")

    def on_mount(self) -> None:
        """Weigh the stories beside the event loop."""
        self.query_one(OptionList).focus()
        self._begin(self._fill())

    def _begin(self, work: Coroutine[Any, Any, None]) -> None:
        """Do this beside the screen; what the store refuses is told."""
        guarded = self._guarded(work)
        whole = self.unless_closed(guarded)
        begun(self.run_worker(whole, group="stories", exclusive=True), whole, guarded, work)

    async def _guarded(self, work: Coroutine[Any, Any, None]) -> None:
        try:
            await work
        except StoreError as error:
            self._say(self.news.words.problems.sentence(error.problem))

    async def _fill(self) -> None:
        stories, words = self.news.engine.stories, self.news.words.stories
        self._happenings = await asyncio.to_thread(stories.current, self.news.clock(), MOST)
        if not self._happenings:
            self._say(words.quiet if stories.wanted else words.off)
        options = self.query_one(OptionList)
        here = options.highlighted or 0
        options.clear_options()
        options.add_options(Option(self._told(one)) for one in self._happenings)
        options.highlighted = min(here, len(self._happenings) - 1) if self._happenings else None

    def _told(self, happening: Happening) -> Content:
        return told(happening, self.news.words, self._age(happening), self.size.width - 4)

    def _age(self, happening: Happening) -> str:
        return ages.age(happening.story.last, self.news.clock(), self.news.words.language)

    def _say(self, text: str) -> None:
        self.query_one(".said", Static).update(Content(gate.line(text)))

    @property
    def _here(self) -> Happening | None:
        """The story under the cursor."""
        place = self.query_one(OptionList).highlighted
        return None if place is None else self._happenings[place]

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Read the best telling."""
        self.dismiss(self._happenings[event.option_index].story.lead)

    def action_close(self) -> None:
        """Back to where the reader was."""
        self.dismiss(None)

    def action_move(self, by: int) -> None:
        """Up or down."""
        options = self.query_one(OptionList)
        (options.action_cursor_down if by > 0 else options.action_cursor_up)()

    def action_choose(self) -> None:
        """Read the story under the cursor."""
        self.query_one(OptionList).action_select()

    def action_tellings(self) -> None:
        """Show who tells the story, to read one of them."""
        here, words = self._here, self.news.words
        if here is not None:
            options = [(str(each.row.id), self._telling(each)) for each in reversed(here.story.tellings)]
            picker = PickScreen(here.story.title, options, str(here.story.lead), words.screen.pick_hint)
            self.news.push_screen(picker, self._picked)

    def _telling(self, telling: Telling) -> str:
        row, words = telling.row, self.news.words
        age = ages.age_between(row.moment, row.published_until, self.news.clock(), words.language)
        copy = words.stories.copy if telling.copy else ""
        return " · ".join(filter(None, (row.source, row.title, copy, age)))

    def _picked(self, article_id: str | None) -> None:
        if article_id:
            self.dismiss(int(article_id))

    def action_follow(self) -> None:
        """Follow the story under the cursor, or no longer."""
        here = self._here
        if here is not None:
            self._begin(self._follow(here))

    async def _follow(self, happening: Happening) -> None:
        story, words = happening.story, self.news.words.stories
        await self.news.engine.stories.follow(story.id, not story.followed)
        self._say(words.follows[not story.followed])
        await self._fill()


def told(happening: Happening, words: Words, age: str, width: int) -> Content:
    """A story on two lines: its headline, then its hours and who tells it; what is over stands back."""
    story, over = happening.story, happening.over
    mark = "◆ " if story.followed else ""
    title = gate.line(f"{mark}{story.title}", max(width, 20))
    names = ", ".join(story.sources[:NAMED]) + ("…" if len(story.sources) > NAMED else "")
    number = words.stories.tellings(len(story.tellings))
    facts = (sparkline(happening.hours), number, age, words.stories.over if over else "", names)
    look = "dim" if over else ""
    return Content.assemble(
        (title, look or "bold"), "\n  ", (gate.line(" · ".join(filter(None, facts)), max(width, 20)), look)
    )
