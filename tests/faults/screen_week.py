"""The same week with the newspaper on a screen: keys are pressed, articles opened, the news fetched."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import NamedTuple

from newsreader.engine import Engine
from newsreader.settings import Settings
from tests.engine.reader import Hands
from tests.engine.reader import opened as reader
from tests.faults.almanac import Almanac
from tests.faults.house import lost
from tests.faults.report import Tried
from tests.faults.week import Size, Taken, grown, settle, taken
from tests.server import Server
from tests.ui.paper import Paper, opened

LONG, QUICK = Size(40, 24, 7), Size(8, 3, 5)
_SETTINGS = Settings(webmail="zeelandnet", keep_days=1, full_text="open", refresh_minutes=0)
_WALK = ("h", "g", "l", "g", "j", "enter", "pagedown", "n", "s", "q", "M", "z", "A")
_ASIDE = (
    ("S", "escape"),
    ("comma", "j", "enter", "escape", "q"),
    ("W", "escape"),
    ("slash", "e", "enter", "escape", "escape"),
    ("question_mark", "escape"),
    ("h", "j", "l"),
    ("u", "u"),
    ("ctrl+p", "escape"),
    ("e", "escape"),
)


_OBJECTS = 0.06  # of those there are, by what was looked at last


class Shown(NamedTuple):
    """What a reader with a screen takes up, and the widgets that there are."""

    taken: Taken
    widgets: int


def run(folder: Path, much: Size) -> list[Tried]:
    """Live through so many days, and compare what is taken up at the end of each."""
    clock, path = Hands(), folder / "news.db"
    with Server() as server:
        almanac = Almanac(server, much.papers)
        with reader(folder, clock, _SETTINGS) as engine:
            shown = asyncio.run(_lived(engine, almanac, clock, folder, much))
    last = shown[-1]
    note = f"{last.widgets} widgets, {last.taken.memory / 1e6:.0f} MB of memory"
    return [Tried("week with a screen", much.days * much.refreshes, (*_grown(shown), *lost(path)), note)]


async def _lived(engine: Engine, almanac: Almanac, clock: Hands, folder: Path, much: Size) -> list[Shown]:
    asyncio.get_running_loop().set_default_executor(ThreadPoolExecutor(1))
    for source in almanac.sources():
        assert await engine.subscriptions.add(source) is None
    shown = []
    async with opened(engine, folder, clock=clock) as paper:
        for day in range(much.days):
            for number in range(much.refreshes):
                almanac.quarter += 96 // much.refreshes
                clock.moment = almanac.moment()
                await _used(paper, _ASIDE[(day * much.refreshes + number) % len(_ASIDE)])
                almanac.server.requests.clear()
            await paper.settle()
            settle()
            shown.append(Shown(taken(folder / "news.db"), len(paper.app._registry)))
    return shown


async def _used(paper: Paper, aside: Sequence[str]) -> None:
    """The news is fetched, something of it read, saved and marked, and another screen looked into."""
    await paper.press("r")
    await paper.settle()
    await paper.press(*_WALK, *aside)
    await paper.settle()
    assert paper.over == "ReadingScreen", paper.over


def _grown(shown: Sequence[Shown]) -> Iterator[str]:
    yield from grown([each.taken for each in shown], _OBJECTS)
    before, after = shown[2].widgets, shown[-1].widgets
    if after > before:
        yield f"widgets: {before} to {after}"
