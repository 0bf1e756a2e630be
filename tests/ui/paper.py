"""The newspaper in a terminal that is not there: opened on a store, handed keys, and looked at."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable, Mapping
from contextlib import asynccontextmanager
from pathlib import Path

from textual.containers import VerticalScroll
from textual.pilot import Pilot
from textual.widgets import Static

from newsreader import demo
from newsreader.clock import Clock
from newsreader.engine import Engine
from newsreader.model import ArticleRow
from newsreader.paths import Paths
from newsreader.settings import Loaded, Settings, load
from newsreader.ui.app import NewsApp
from newsreader.ui.screens.reading import ReadingScreen
from newsreader.words import Language, of

CHOSEN = Settings(webmail="zeelandnet")


class Paper:
    """A newspaper that is open: what can be done with it, and what is seen of it."""

    def __init__(self, app: NewsApp, pilot: Pilot[None]) -> None:
        self.app = app
        self.pilot = pilot

    @property
    def main(self) -> ReadingScreen:
        """The main screen, whatever lies over it."""
        return next(screen for screen in self.app.screen_stack if isinstance(screen, ReadingScreen))

    @property
    def over(self) -> str:
        """The kind of screen on top."""
        return type(self.app.screen).__name__

    @property
    def status(self) -> str:
        """What the status line says."""
        return self.main.status.left

    @property
    def current(self) -> ArticleRow:
        """The article under the cursor of the list."""
        row = self.main.articles.current
        assert row is not None
        return row

    @property
    def marks(self) -> tuple[bool, bool]:
        """Whether that article is read, and whether it is saved."""
        return self.current.read, self.current.saved

    @property
    def open(self) -> str:
        """The title of the article that the reader has opened; empty when there is none."""
        article = self.main.view.article
        return article.row.title if article and self.main.trail.here else ""

    @property
    def titles(self) -> list[str]:
        """The titles in the list, all of them."""
        rows = self.main.rows
        return [row.title for row in map(rows.row, range(len(rows))) if row]

    def rows_shown(self) -> list[ArticleRow]:
        """The rows of the list, all of them."""
        rows = self.main.rows
        return [row for row in map(rows.row, range(len(rows))) if row]

    @property
    def told(self) -> list[str]:
        """The messages that were shown over the screen."""
        return [note.message for note in self.app._notifications]

    def lines(self) -> list[str]:
        """The lines of the terminal."""
        return [strip.text.rstrip() for strip in self.app.screen._compositor.render_strips()]

    def shows(self, text: str) -> bool:
        """Whether a text is on the screen."""
        return any(text in line for line in self.lines())

    async def press(self, *keys: str) -> None:
        """Press these keys, and let each be done with."""
        for key in keys:
            await self.pilot.press(key)
            if self.app.workers:
                await self.settle()
        await self.pilot.pause()

    async def type(self, text: str) -> None:
        """Type into the line that has the focus."""
        await self.pilot.press(*("space" if letter == " " else letter for letter in text))
        await self.settle()

    async def settle(self) -> None:
        """Wait for everything under way."""
        await self.pilot.pause()
        while self.app.workers:
            await self.app.workers.wait_for_complete()
            await self.pilot.pause()

    async def until(self, condition: Callable[[], object]) -> None:
        """Wait for something that comes by itself."""
        async with asyncio.timeout(10):
            while not condition():
                await self.pilot.pause(0.01)


@asynccontextmanager
async def opened(
    engine: Engine,
    folder: Path,
    *,
    size: tuple[int, int] = (120, 40),
    language: Language = "nl",
    environ: Mapping[str, str] | None = None,
    clock: Clock = lambda: demo.MOMENT,
    loaded: Loaded | None = None,
    settle: bool = True,
    plain: bool = False,
) -> AsyncIterator[Paper]:
    """A newspaper on that engine, with its settings file in that folder."""
    paths = Paths(folder / "config", folder / "data")
    loaded = loaded or Loaded(engine.settings)
    app = NewsApp(engine, loaded, of(language), paths, clock=clock, environ=environ or {}, plain=plain)
    async with app.run_test(size=size, notifications=True) as pilot:
        paper = Paper(app, pilot)
        await paper.until(lambda: paper.main.masthead.right)
        if settle:
            await paper.settle()
        yield paper


def kept(folder: Path) -> Settings:
    """The settings as the file has them."""
    return load(folder / "config" / "settings.toml").settings


def text_of(paper: Paper) -> str:
    """All the text of the dialog on top, scrolled out of sight or not."""
    return str(paper.app.screen.query_one(VerticalScroll).query_one(Static).render())
