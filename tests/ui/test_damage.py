"""A store of which a part cannot be read: that is told, all else is shown, and every key still works."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path

import apsw
import pytest

from newsreader.engine import Engine
from newsreader.ui.app import NewsApp
from tests.ui.conftest import Open
from tests.ui.paper import Paper

NO_TEXT = "CAST(x'54e974' AS TEXT)"
SECOND = "(SELECT id FROM entry ORDER BY sort_at DESC, id DESC LIMIT 1 OFFSET 1)"


@pytest.fixture
def damage(tmp_path: Path, engine: Engine) -> Path:
    return tmp_path / "data" / "news.db"


def spoil(path: Path, statement: str) -> None:
    with closing(apsw.Connection(str(path))) as connection:
        connection.execute(statement)


async def goes_on(paper: Paper) -> None:
    """Keys are obeyed, and the way out is one."""
    await paper.press("?")
    assert paper.over == "TextScreen"
    await paper.press("q", "ctrl+q")
    assert not paper.app.is_running


def is_told(paper: Paper) -> bool:
    return sum("is beschadigd" in each for each in paper.told) == 1


async def test_a_title_that_is_no_text_leaves_its_row_empty(damage: Path, open_paper: Open) -> None:
    spoil(damage, f"UPDATE article SET title = {NO_TEXT} WHERE id = {SECOND}")
    async with open_paper() as paper:
        rows = [paper.main.rows.row(index) for index in range(4)]
        assert [row is None for row in rows] == [False, True, False, False]
        assert rows[2] is not None
        assert paper.shows(rows[2].title[:20])
        await paper.press("j", "s", "M", "enter", "j")
        assert paper.current == rows[2]
        assert is_told(paper)
        await goes_on(paper)


async def test_after_an_article_that_cannot_be_read_keys_still_work(damage: Path, open_paper: Open) -> None:
    spoil(damage, f"UPDATE body SET packed = x'28b52ffd00' WHERE id = {SECOND}")
    async with open_paper() as paper:
        await paper.press("j", "enter")
        assert is_told(paper)
        await goes_on(paper)


@pytest.mark.parametrize("table", ["source", "body"])
async def test_what_is_read_at_the_start_does_not_keep_it_from_going_on(
    damage: Path, open_paper: Open, table: str
) -> None:
    column, value = ("title", NO_TEXT) if table == "source" else ("packed", "x'28b52ffd00'")
    spoil(damage, f"UPDATE {table} SET {column} = {value}")
    async with open_paper() as paper:
        await paper.until(lambda: is_told(paper))
        assert paper.main._timers
        await paper.press("f", "h", "f", "enter", "l")
        await goes_on(paper)


@pytest.mark.parametrize("index", ["live_all", "story_followed"])
async def test_what_cannot_be_read_at_the_start_is_done_without(
    damage: Path, open_paper: Open, index: str
) -> None:
    with closing(apsw.Connection(str(damage))) as connection:
        connection.pragma("wal_checkpoint", "truncate")
        size = connection.pragma("page_size")
        root = connection.execute("SELECT rootpage FROM sqlite_schema WHERE name = ?", (index,)).get
    with damage.open("r+b") as file:
        file.seek((root - 1) * size)
        file.write(bytes(size))
    async with open_paper() as paper:
        await paper.until(lambda: is_told(paper))
        assert bool(len(paper.main.rows)) == (index != "live_all")
        await goes_on(paper)


async def test_the_other_screens_go_on_as_well(damage: Path, open_paper: Open) -> None:
    async with open_paper() as paper:
        spoil(damage, f"UPDATE source SET title = {NO_TEXT}")
        for key in ("S", "W", ",", "e", "A", "/"):
            await paper.press(key)
            await paper.press("escape", "q", "q")
        assert isinstance(paper.app, NewsApp)
        await goes_on(paper)
