"""What every part of the main screen shares: the engine, the words, the regions and the status line."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Coroutine, Iterator
from contextlib import suppress
from functools import partial
from time import monotonic
from typing import TYPE_CHECKING, Any, cast

from textual import events
from textual.css.query import NoMatches
from textual.screen import UPDATE_PERIOD
from textual.timer import Timer
from textual.widget import Widget
from textual.worker import Worker

from newsreader.clock import Clock
from newsreader.engine import Engine, StoredRows, StoreError
from newsreader.model import Counts, Problem, Scope
from newsreader.ui.base import Newspaper, begun
from newsreader.ui.widgets.article_list import ArticleList
from newsreader.ui.widgets.article_view import ArticleView
from newsreader.ui.widgets.lines import Masthead, StatusLine
from newsreader.ui.widgets.sidebar import Sidebar
from newsreader.words import Words

if TYPE_CHECKING:
    from textual.screen import Screen

    Base = Screen[None]
else:
    Base = object

REGIONS = ("sidebar", "articles", "view")

NORMAL = 100
"""Columns from which all three regions are shown at once."""

TOLD = 20.0
"""Seconds that a message stands in the status line."""

ANSWERED = 1.5
"""Seconds in which an answer to a key is left standing by what goes on by itself."""

FIRST = 300
"""Rows in the list before the rest has been collected beside the event loop."""

HELD = 0.008
"""Seconds that a paint waits for what belongs to it and is done elsewhere: a mark that is written."""

HELD_LONGER = 0.02
"""The same where it is under way already, and would else be painted a frame or two after all the rest."""

TURNS = 40
"""Turns of the event loop, some microseconds each, that a paint waits for what a key still sets going."""


class Frames(Timer):
    """When the screen is painted: as soon as this is resumed, but no sooner than a frame after the last time.

    Textual's own keeps to moments at fixed distances, and after a pause it skips one of them: whatever was to
    be painted next came 17 to 33 ms after the end of the last paint.
    """

    def begin(self) -> None:
        """Be there to be resumed."""
        self._start()

    async def _run(self) -> None:
        active: asyncio.Event = self._active
        while True:
            await active.wait()
            begun = monotonic()
            await self._tick(next_timer=begun, count=0)
            await asyncio.sleep(max(0.0, begun + self._interval - monotonic()))


class Desk(Base):
    """The state of the main screen and the way to its regions; its parts add what can be done.

    They are parts of a screen without being one each: Textual examines every kind of screen as it is made, a
    quarter of a millisecond before the first paint.
    """

    _frames: Frames | None = None

    def __init__(self, engine: Engine, words: Words, clock: Clock) -> None:
        super().__init__()
        self.engine = engine
        self.words = words
        self.texts = words.screen
        self.clock = clock
        self.scope = Scope()
        self.unfolded: frozenset[int] = frozenset()  # articles whose story's tellings are all in the list
        self.rows: StoredRows = engine.folded(self.scope, FIRST)
        self.counts = Counts()
        self.folded: frozenset[str] = frozenset()
        self.query_words: str | None = None
        self._hush: Timer | None = None
        self._answer = ("", 0.0)  # that was given last, and when
        self.in_turn = asyncio.Lock()  # for marks, each of which looks at what those before it did
        self._awaited: list[tuple[asyncio.Event, float]] = []  # of the next paint, each with its longest wait
        self._unread: Problem | None = None  # why rows cannot be read, as it was told
        self.version = 0  # of the store, as far as the screen shows it

    async def on_idle(self, event: events.Idle) -> None:
        """Paint once a key: Textual paints when the first widget asks, and the others a frame later."""
        self._tell_unread()
        await self._completed()
        for _ in range(TURNS):
            await asyncio.sleep(0)
            if self.message_queue_size:
                event.prevent_default()  # one has asked meanwhile; there will be another idle moment
                return
            if not any(pump.message_queue_size for pump in self._pumps()):
                return

    @property
    def _update_timer(self) -> Timer:
        if self._frames is None:
            self._frames = Frames(self, UPDATE_PERIOD, callback=self._on_timer_update, pause=True)
            self._frames.begin()
            self._timers.add(self._frames)
        return self._frames

    def _tell_unread(self) -> None:
        """Say once why there are empty rows in a list."""
        problem = self.rows.problem
        if problem is not None and problem != self._unread:
            self._unread = problem
            self.paper.tell(self.words.problems.sentence(problem))

    def hold_paint(self, *, longer: bool = False) -> Callable[[], None]:
        """Paint what is asked for from now on together with what is still to come; call the answer then."""
        done = asyncio.Event()
        self._awaited.append((done, HELD_LONGER if longer else HELD))
        return done.set

    async def _completed(self) -> None:
        """Wait until there is all that belongs to the next paint, for as long as is worth it."""
        begun = monotonic()
        while self._awaited:
            done, longest = self._awaited.pop()
            with suppress(TimeoutError):
                await asyncio.wait_for(done.wait(), begun + longest - monotonic())

    def _pumps(self) -> Iterator[Widget]:
        """All that can ask to be painted."""
        for widget in self.walk_children(Widget):
            yield widget
            if widget.show_vertical_scrollbar:
                yield widget.vertical_scrollbar

    @property
    def paper(self) -> Newspaper:
        """The application."""
        return cast(Newspaper, self.app)

    @property
    def sidebar(self) -> Sidebar:
        """The sources and sections."""
        return self.query_one("#sidebar", Sidebar)

    @property
    def articles(self) -> ArticleList:
        """The article list."""
        return self.query_one("#articles", ArticleList)

    @property
    def view(self) -> ArticleView:
        """The reading pane."""
        return self.query_one("#view", ArticleView)

    @property
    def masthead(self) -> Masthead:
        """The top line."""
        return self.query_one(Masthead)

    @property
    def status(self) -> StatusLine:
        """The line that tells what is going on."""
        return self.query_one(StatusLine)

    @property
    def here(self) -> str:
        """The region with the focus; the search line counts as the list, the find line as the pane."""
        name = self.focused.id if self.focused is not None else None
        if name == "find":
            return "view"
        return name if name in REGIONS else "articles"

    def go(self, region: str) -> None:
        """Bring a region to the front and give it the focus."""
        if self.size.width < NORMAL:
            self.bring_forward(region)
        self.set_focus(self.query_one(f"#{region}"))

    def bring_forward(self, region: str) -> None:
        """Where one region is shown at a time, show this one."""
        self.sidebar.set_class(region == "sidebar", "-front")
        self.view.set_class(region == "view", "-front")
        self.query_one("#list").set_class(region == "articles", "-front")
        self.query_one("#paper").set_class(region == "sidebar", "-behind")

    def say(self, text: str, *, lasting: bool = False) -> None:
        """Tell something in the status line: for a while, or until there is something else to tell."""
        self._answer = text, monotonic()
        self._put(text, lasting=lasting)

    def report(self, text: str, *, lasting: bool = True) -> None:
        """Tell what goes on by itself, behind the answer to a key that nobody can have read yet."""
        answer, given = self._answer
        standing = answer if monotonic() - given < ANSWERED else ""
        self._put(" · ".join(filter(None, (standing, text))), lasting=lasting and bool(text))

    def _put(self, text: str, *, lasting: bool) -> None:
        if self._hush is not None:
            self._hush.stop()
        self._hush = None if lasting else self.set_timer(TOLD, partial(self._fall_silent, text))
        with suppress(NoMatches):  # what still works may tell something while all is being closed
            self.status.left = text

    def _fall_silent(self, text: str) -> None:
        """A message has stood long enough; another may be there by now, said while this was on its way."""
        if self.status.left == text:
            self.status.left = ""

    def begin(self, work: Coroutine[Any, Any, None], group: str, *, exclusive: bool = False) -> Worker[None]:
        """Run a worker in a named group; what the store refuses is told in the status line."""
        guarded = self._guarded(work)
        return begun(self.run_worker(guarded, group=group, exclusive=exclusive), guarded, work)

    def attempt(self, work: Callable[[], object]) -> None:
        """Do something; where the store refuses it, that is told, and what comes after it is done as well."""
        try:
            work()
        except StoreError as error:
            self.paper.tell(self.words.problems.sentence(error.problem))

    async def _guarded(self, work: Coroutine[Any, Any, None]) -> None:
        try:
            await work
        except StoreError as error:
            self.say(self.words.problems.sentence(error.problem))
