"""The pane to read in for longer: progress, the place kept, white, marking, finding, selecting."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from newsreader.engine import Engine
from newsreader.words import of
from tests.server import Server
from tests.ui.conftest import Open
from tests.ui.longread import TITLE, publish
from tests.ui.paper import CHOSEN, Paper, kept

WORDS = of("nl").pane


@pytest.fixture
async def paper(live: Engine, server: Server, open_live: Open) -> AsyncIterator[Paper]:
    """The newspaper with the long article open."""
    await publish(live, server)
    async with open_live() as paper:
        await read(paper)
        yield paper


async def read(paper: Paper) -> None:
    paper.main.read(next(row.id for row in map(paper.main.rows.row, range(2)) if row and row.title == TITLE))
    await paper.settle()


def top(paper: Paper) -> str:
    """The first line of text in the pane."""
    return next(text for y in range(9) if (text := paper.main.view.render_line(y).text.strip()))


def percent(paper: Paper) -> int:
    return int(paper.main.status.right.split(" %")[0])


async def test_progress_and_minutes_follow_the_reader(paper: Paper) -> None:
    first = percent(paper)
    assert paper.main.status.right.endswith(" min")
    await paper.press("pagedown")
    assert percent(paper) > first
    await paper.press("G")
    assert paper.main.status.right == "100 %"


async def test_the_place_is_kept_for_another_day(paper: Paper, live: Engine, open_live: Open) -> None:
    await paper.press("pagedown", "pagedown", "j")
    before, article_id = top(paper), paper.main.view.article
    assert article_id is not None
    await paper.press("q")
    assert live.place(article_id.row.id) is not None
    async with open_live(size=(90, 30)) as later:
        await read(later)
        assert top(later)[:20] == before[:20]
        await later.press("G")
        await later.press("q")
        assert live.place(article_id.row.id) is None


async def test_the_place_is_kept_when_the_newspaper_is_closed(paper: Paper, live: Engine) -> None:
    await paper.press("pagedown")
    article = paper.main.view.article
    assert article is not None
    paper.app.exit()
    await live.mark([], read=True)  # behind the place in the queue
    assert live.place(article.row.id) is not None


async def test_white_goes_round_and_is_kept(paper: Paper, tmp_path: Path) -> None:
    heights = {}
    for density in ("airy", "compact", "normal"):
        await paper.press("=")
        assert (paper.status, kept(tmp_path).density) == (WORDS.densities[density], density)
        heights[density] = len(paper.main.view.page.lines)
    assert heights["compact"] < heights["normal"] < heights["airy"]


async def test_the_measure_is_that_of_the_settings(live: Engine, server: Server, open_live: Open) -> None:
    await publish(live, server)
    for measure in (60, 90):
        live.settings = CHOSEN._replace(measure=measure)
        async with open_live(size=(200, 50)) as paper:
            await read(paper)
            longest = max(len(line.text) for line in paper.main.view.page.lines)
            assert measure - 12 < longest <= measure


@pytest.mark.parametrize(("mark", "read_at"), [("open", 0), ("end", 1), ("hand", 2)])
async def test_when_an_article_counts_as_read(
    live: Engine, server: Server, open_live: Open, mark: str, read_at: int
) -> None:
    await publish(live, server)
    live.settings = CHOSEN._replace(mark_read=mark)
    async with open_live() as paper:
        for step, key in enumerate(("pagedown", "G", "M" if mark == "hand" else "k")):
            if not step:
                await read(paper)
            else:
                await paper.press(key)
            article = live.article(paper.current.id)
            assert article is not None
            assert article.row.read is (step >= read_at)


async def test_finding_marks_counts_and_walks(paper: Paper) -> None:
    await paper.press("/")
    await paper.type("CAFE aan")
    assert "1/160" in paper.status
    assert paper.main.view.finder is not None
    await paper.press("enter", "n", "n")
    assert (paper.main.here, "3/160" in paper.status) == ("view", True)
    await paper.press("N", "N", "N")
    assert "160/160" in paper.status
    line = paper.main.view.finder.line
    view = paper.main.view
    strip = view.render_line(line - view.scroll_offset.y)
    assert "café aan" in " ".join(
        segment.text for segment in strip if segment.style and segment.style.reverse
    )
    await paper.press("escape")
    assert (view.finder, paper.main.here) == (None, "view")
    opened = paper.open
    await paper.press("n")
    assert paper.open != opened or paper.status


async def test_leaving_the_find_line_returns_to_the_line_of_before(paper: Paper) -> None:
    await paper.press("pagedown")
    before = top(paper)
    await paper.press("/")
    await paper.type("alinea 39")
    assert top(paper) != before
    await paper.press("escape")
    assert (top(paper), paper.main.here, len(paper.main.query("#find"))) == (before, "view", 0)
    await paper.press("/")
    await paper.type("dit staat er niet")
    assert paper.status == WORDS.not_found("dit staat er niet")
    await paper.press("enter")
    assert paper.main.view.finder is None


async def test_a_slash_alone_is_the_search_in_everything(paper: Paper) -> None:
    await paper.press("/", "/")
    assert (paper.main.query_words, len(paper.main.query("#find"))) == ("", 0)
    await paper.type("kort")
    assert paper.titles == ["Kort bericht"]


async def test_lines_are_selected_and_copied_by_keys(paper: Paper) -> None:
    await paper.press("pagedown", "x", "j", "j", "k")
    lines = [paper.main.view.page.lines[paper.main.view.scroll_offset.y + at].text for at in range(9)]
    first = next(at for at, line in enumerate(lines) if line.strip())
    await paper.press("y")
    assert paper.app.clipboard.split() == " ".join(lines[first : first + 2]).split()
    assert paper.status == WORDS.copied(2, len(paper.app.clipboard))
    await paper.press("x", "pagedown", "escape", "j")
    assert paper.app.screen.get_selected_text() is None
    assert paper.main.view.takes_key is None


@pytest.mark.parametrize("size", [(1, 1), (60, 12), (220, 60)])
async def test_lines_are_selected_whatever_becomes_of_them(paper: Paper, size: tuple[int, int]) -> None:
    await paper.press("x", "G")
    await paper.pilot.resize_terminal(*size)
    await paper.press("j", "k", "g", "pagedown", "G", "y")
    assert paper.main.view.takes_key is None


async def test_of_two_keys_that_open_a_line_to_type_in_one_does(paper: Paper) -> None:
    for action, line in ((paper.main.action_find, "#find"), (paper.main.action_search, "#search")):
        await action()
        await paper.settle()
        paper.main.leave_mode()  # the line is on its way out
        await asyncio.gather(action(), action())
        await paper.settle()
        assert len(paper.main.query(line)) == 1
        await paper.press("escape")


async def test_where_no_line_is_set_yet_none_is_selected(paper: Paper) -> None:
    paper.main.view._page = paper.main.view._page._replace(lines=())
    await paper.press("x", "j", "y")
    assert paper.main.view.takes_key is None


async def test_what_the_mouse_selected_is_copied_with_y(paper: Paper) -> None:
    paper.main.view.select_lines(2, 3)
    await paper.press("y")
    assert paper.app.clipboard.strip()
    assert "http" not in paper.app.clipboard
