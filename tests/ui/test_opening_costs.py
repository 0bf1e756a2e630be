"""What opening costs beside time: statements in the store before the first paint, bytes on the disk."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from textual._compositor import CompositorUpdate
from textual.css.stylesheet import Stylesheet
from textual.dom import DOMNode
from textual.screen import Screen

from newsreader.engine import Engine
from newsreader.paths import Paths
from newsreader.settings import Loaded, Settings
from newsreader.ui.app import NewsApp
from newsreader.ui.screens.reading import ReadingScreen
from newsreader.words import of
from tests.bench import seed

STATEMENTS = 9
STYLED = 20
"""Times that the rules of the stylesheets are gone through for something in the first paint."""
PAINTED = 9_000
"""Characters of the first paint of a screen of 120 by 40, styles included."""


def kept(folder: Path) -> dict[str, tuple[int, int]]:
    """Every file below a folder, its size and when it was written; not what programs share in memory."""
    found = (path for path in folder.rglob("*") if path.is_file() and not path.name.endswith("-shm"))
    return {str(path.relative_to(folder)): _state(path) for path in found}


def _state(path: Path) -> tuple[int, int]:
    facts = path.stat()
    return facts.st_size, facts.st_mtime_ns


@pytest.mark.parametrize("articles", [40, 400])
async def test_opening_asks_little_of_the_store_and_writes_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, articles: int
) -> None:
    folder = seed.fill(tmp_path, articles)
    settings, paths = Settings(webmail="delta"), Paths(folder, folder)
    before = kept(folder)
    statements: list[str] = []
    painted: list[tuple[int, int, int]] = []
    styled: list[DOMNode] = []
    apply = Stylesheet.apply

    def watched_apply(sheet: Stylesheet, node: DOMNode, **options: Any) -> None:
        styled.append(node)
        apply(sheet, node, **options)

    engine = Engine.open(paths, settings)
    assert isinstance(engine, Engine)
    with engine:
        app = NewsApp(engine, Loaded(settings), of("nl"), paths)
        display = app._display

        def watched(screen: Screen[Any], update: Any) -> None:
            if isinstance(update, CompositorUpdate):
                size = len(update.render_segments(app.console))
                painted.append((size, len(statements), len(styled)))
            display(screen, update)

        monkeypatch.setattr(app, "_display", watched)
        monkeypatch.setattr(Stylesheet, "apply", watched_apply)
        # What begins after the first paint is not measured, and would be at work while all is closed.
        monkeypatch.setattr(ReadingScreen, "_settle", lambda _: None)
        with engine._store._readers.reading() as connection:
            connection.set_profile(lambda sql, _: statements.append(sql))
            async with app.run_test(size=(120, 40)):
                size, asked, rules = painted[0]
                written = {name: state for name, state in kept(folder).items() if before.get(name) != state}
            connection.set_profile(None)
    print(size, asked, rules, written)
    assert 0 < size <= PAINTED
    assert 0 < asked <= STATEMENTS
    assert 0 < rules <= STYLED
    assert sum(state[0] for state in written.values()) == 0
