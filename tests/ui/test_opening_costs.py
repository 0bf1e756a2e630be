"""What opening costs beside time: statements in the store before the first paint, bytes on the disk."""

from __future__ import annotations

from pathlib import Path
from typing import Any, NamedTuple

import pytest
from textual._compositor import CompositorUpdate
from textual.css.stylesheet import Stylesheet
from textual.css.tokenizer import Tokenizer
from textual.screen import Screen

from newsreader.engine import Engine
from newsreader.paths import Paths
from newsreader.settings import Loaded, Settings
from newsreader.ui.app import NewsApp
from newsreader.ui.screens.reading import ReadingScreen
from newsreader.words import of
from tests.bench import seed


def kept(folder: Path) -> dict[str, tuple[int, int]]:
    """Every file below a folder, its size and when it was written; not what programs share in memory."""
    found = (path for path in folder.rglob("*") if path.is_file() and not path.name.endswith("-shm"))
    return {str(path.relative_to(folder)): _state(path) for path in found}


def _state(path: Path) -> tuple[int, int]:
    facts = path.stat()
    return facts.st_size, facts.st_mtime_ns


class Cost(NamedTuple):
    """What a paint has cost so far."""

    painted: int  # characters, styles included
    asked: int  # statements
    styled: int  # times that the rules of the stylesheets were gone through for something on the screen
    tokens: int  # words and signs of stylesheets that were read


MOST = Cost(painted=9_000, asked=9, styled=20, tokens=1_740)
"""Of the first paint of a screen of 120 by 40."""
LAYOUTS = 2
"""Of the whole screen, until it is at rest: keys wait for each."""


def counted(monkeypatch: pytest.MonkeyPatch, kind: type, name: str) -> list[None]:
    """As many entries as there are calls of that method from now on."""
    calls: list[None] = []
    method = getattr(kind, name)

    def watched(*values: Any, **options: Any) -> Any:
        calls.append(None)
        return method(*values, **options)

    monkeypatch.setattr(kind, name, watched)
    return calls


@pytest.mark.parametrize("articles", [40, 400])
async def test_opening_asks_little_of_the_store_and_writes_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, articles: int
) -> None:
    folder = seed.fill(tmp_path, articles)
    settings, paths = Settings(webmail="delta"), Paths(folder, folder)
    before = kept(folder)
    statements: list[str] = []
    costs: list[Cost] = []
    styled, tokens = counted(monkeypatch, Stylesheet, "apply"), counted(monkeypatch, Tokenizer, "get_token")
    layouts = counted(monkeypatch, Screen, "_refresh_layout")
    engine = Engine.open(paths, settings)
    assert isinstance(engine, Engine)
    with engine:
        app = NewsApp(engine, Loaded(settings), of("nl"), paths)
        display = app._display

        def watched(screen: Screen[Any], update: Any) -> None:
            if isinstance(update, CompositorUpdate):
                size = len(update.render_segments(app.console))
                costs.append(Cost(size, len(statements), len(styled), len(tokens)))
            display(screen, update)

        monkeypatch.setattr(app, "_display", watched)
        # What begins after the first paint is not measured, and would be at work while all is closed.
        monkeypatch.setattr(ReadingScreen, "_settle", lambda _: None)
        with engine._store._readers.reading() as connection:
            connection.set_profile(lambda sql, _: statements.append(sql))
            async with app.run_test(size=(120, 40)):
                written = {name: state for name, state in kept(folder).items() if before.get(name) != state}
            connection.set_profile(None)
    print(costs[0], len(layouts), written)
    assert all(0 < one <= most for one, most in zip(costs[0], MOST, strict=True))
    assert 0 < len(layouts) <= LAYOUTS
    assert sum(state[0] for state in written.values()) == 0
