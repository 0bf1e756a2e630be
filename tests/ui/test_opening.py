"""The way to the first paint: nothing is worked out twice, and what can wait waits."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from textual.css.stylesheet import Stylesheet
from textual.screen import Screen

from newsreader.engine import Engine
from newsreader.paths import Paths
from newsreader.settings import Loaded, Settings
from newsreader.ui.app import NewsApp
from newsreader.ui.screens.reading import ReadingScreen
from newsreader.words import of
from tests.ui.conftest import Open


@pytest.mark.parametrize("theme", ["", "krant-light", "nord"])
async def test_no_theme_has_the_stylesheet_read_twice(
    open_paper: Open, monkeypatch: pytest.MonkeyPatch, theme: str
) -> None:
    again: list[Stylesheet] = []
    monkeypatch.setattr(Stylesheet, "reparse", again.append)
    async with open_paper(Settings(webmail="delta", theme=theme)) as paper:
        assert again == []
        worn = paper.app.current_theme
        assert worn.name == (theme or "krant-dark")
        assert paper.app.theme_variables["primary"] == worn.primary.upper()


@pytest.mark.parametrize(("width", "breadth"), [(60, "-narrow"), (120, "-normal"), (170, "-wide")])
async def test_the_first_layout_is_the_one_of_the_width(
    open_paper: Open, monkeypatch: pytest.MonkeyPatch, width: int, breadth: str
) -> None:
    seen: list[tuple[bool, str]] = []
    lay_out = Screen._refresh_layout

    def watched(self: Screen[None], *rest: Any, **named: Any) -> None:
        seen.append((self.has_class(breadth), self.focused.id or "" if self.focused else ""))
        lay_out(self, *rest, **named)

    monkeypatch.setattr(Screen, "_refresh_layout", watched)
    async with open_paper(size=(width, 40)):
        assert seen[0] == (True, "articles")


async def test_whoever_opens_it_is_told_when_it_is_open(
    engine: Engine, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("newsreader.ui.app.SETTLED", 0.001)
    told: list[bool] = []
    loaded, paths = Loaded(engine.settings), Paths(tmp_path, tmp_path)
    app = NewsApp(engine, loaded, of("nl"), paths, opened=lambda: told.append(True))
    async with app.run_test() as pilot:
        while not told:
            await pilot.pause(0.01)
    assert told == [True]


async def test_few_styles_are_worked_out_before_the_first_paint(
    open_paper: Open, monkeypatch: pytest.MonkeyPatch
) -> None:
    applied: list[str] = []
    before: list[int] = []
    apply, lay_out = Stylesheet.apply, Screen._refresh_layout

    def counted(self: Stylesheet, node: Any, **named: Any) -> None:
        applied.append(repr(node))
        apply(self, node, **named)

    def watched(self: Screen[None], *rest: Any, **named: Any) -> None:
        before.append(len(applied))
        lay_out(self, *rest, **named)

    monkeypatch.setattr(Stylesheet, "apply", counted)
    monkeypatch.setattr(Screen, "_refresh_layout", watched)
    async with open_paper(size=(120, 40)):
        assert len(set(applied[: before[0]])) > 10
        assert before[0] <= 36


async def test_the_sample_edition_is_shown_before_its_stories_are_joined(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shown: list[tuple[int, int]] = []
    settings, paths = Settings(webmail="delta"), Paths(tmp_path, tmp_path)
    engine = Engine.open(paths, settings, demo=True)
    assert isinstance(engine, Engine)
    with engine:
        app = NewsApp(engine, Loaded(settings), of("nl"), paths)
        join_all = engine.stories.join_all

        def watched() -> None:
            main = app.screen
            assert isinstance(main, ReadingScreen)
            shown.append((len(main.rows), engine.stories.waiting()))
            join_all()

        monkeypatch.setattr(engine.stories, "join_all", watched)
        async with app.run_test() as pilot:
            await pilot.pause(0.1)  # what is slower than a first paint begins after it
            await app.workers.wait_for_complete()
    ((rows, waiting),) = shown
    assert 0 < rows <= waiting
