"""Newspapers to open: on the sample edition at its own moment, or on news from a server."""

from __future__ import annotations

import shutil
from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import AbstractAsyncContextManager
from functools import partial
from pathlib import Path
from typing import Any

import pytest

from newsreader import __version__, demo
from newsreader.engine import Engine
from newsreader.paths import Paths
from newsreader.settings import Settings
from tests.ui.paper import CHOSEN, Paper, opened

Open = Callable[..., AbstractAsyncContextManager[Paper]]


@pytest.fixture(scope="session")
def edition(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A store with the sample edition in it, to be copied."""
    folder = tmp_path_factory.mktemp("edition")
    engine = Engine.open(Paths(folder, folder), Settings(), clock=lambda: demo.MOMENT, demo=True)
    assert isinstance(engine, Engine)
    with engine:
        engine.load_sample()
    return folder / "news.db"


@pytest.fixture(autouse=True)
def _soon(monkeypatch: pytest.MonkeyPatch) -> None:
    """What waits for the first paint waits less."""
    monkeypatch.setattr("newsreader.ui.screens.reading.AFTER_PAINT", 0.001)


@pytest.fixture
def engine(tmp_path: Path, edition: Path) -> Iterator[Engine]:
    """The sample edition, without a network."""
    (tmp_path / "data").mkdir()
    shutil.copy(edition, tmp_path / "data" / "news.db")
    paths = Paths(tmp_path / "config", tmp_path / "data")
    found = Engine.open(paths, CHOSEN, clock=lambda: demo.MOMENT, demo=True)
    assert isinstance(found, Engine)
    with found:
        yield found


@pytest.fixture
def open_paper(engine: Engine, tmp_path: Path) -> Open:
    """Opens the newspaper on the sample edition."""

    def open_(settings: Settings = CHOSEN, **options: Any) -> AbstractAsyncContextManager[Paper]:
        engine.settings = settings
        return opened(engine, tmp_path, **options)

    return open_


@pytest.fixture
async def paper(open_paper: Open) -> AsyncIterator[Paper]:
    """The newspaper on the sample edition, 120 by 40."""
    async with open_paper() as paper:
        yield paper


@pytest.fixture
def live(tmp_path: Path) -> Iterator[Engine]:
    """An engine that follows nothing yet and may use the network."""
    paths = Paths(tmp_path / "config", tmp_path / "data")
    found = Engine.open(paths, CHOSEN)
    assert isinstance(found, Engine)
    with found:
        found._store.set_meta("catalogue", __version__).result()
        yield found


@pytest.fixture
def open_live(live: Engine, tmp_path: Path) -> Open:
    """Opens the newspaper on that engine."""
    from newsreader.clock import now

    return partial(opened, live, tmp_path, clock=now)
