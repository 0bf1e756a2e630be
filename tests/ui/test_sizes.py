"""Sizes: usable at 80 by 24, readable at 60 by 20, and resizing never loses the reader's place."""

from __future__ import annotations

import pytest

from tests.ui.conftest import Open
from tests.ui.paper import Paper

SIZES = (
    (170, 44),
    (120, 40),
    (99, 30),
    (80, 24),
    (60, 20),
    (160, 30),
    (100, 24),
    (40, 10),
    (20, 5),
    (120, 40),
)


def shown(paper: Paper) -> list[str]:
    """The regions that can be seen."""
    widgets = (paper.main.sidebar, paper.main.articles, paper.main.view)
    return [str(widget.id) for widget in widgets if widget.region.area]


@pytest.mark.parametrize("size", [(80, 24), (60, 20)])
async def test_below_a_hundred_columns_one_region_at_a_time(open_paper: Open, size: tuple[int, int]) -> None:
    async with open_paper(size=size) as paper:
        assert shown(paper) == ["articles"]
        assert sum("Proefeditie" in line for line in paper.lines()) == size[1] - 3
        await paper.press("enter")
        assert (shown(paper), paper.main.here) == (["view"], "view")
        assert paper.shows(paper.open[:30])
        await paper.press("h")
        assert (shown(paper), paper.main.here) == (["articles"], "articles")
        await paper.press("h")
        assert (shown(paper), paper.main.here) == (["sidebar"], "sidebar")
        assert paper.shows("Rubrieken")
        await paper.press("tab", "tab", "tab", "enter")
        assert (shown(paper), paper.main.here) == (["articles"], "articles")


@pytest.mark.parametrize("region", ["sidebar", "articles", "view"])
async def test_resizing_keeps_region_article_and_line(open_paper: Open, region: str) -> None:
    async with open_paper() as paper:
        await paper.press("pagedown", "j", "j", "enter", "j", "j", "j", "j")
        paper.main.go(region)
        await paper.settle()
        view = paper.main.view
        before = (paper.main.here, paper.current.title, paper.open, view.place)
        for size in SIZES:
            await paper.pilot.resize_terminal(*size)
            await paper.settle()
            assert (size, paper.main.here, paper.current.title, paper.open) == (size, *before[:3])
            assert region in shown(paper)
        assert view.place == before[3]
        if region == "articles":
            cursor = paper.main.articles.cursor - paper.main.articles.scroll_offset.y
            assert 0 <= cursor < paper.main.articles.size.height


async def test_resizing_keeps_a_search_and_a_dialog(open_paper: Open) -> None:
    async with open_paper() as paper:
        await paper.press("/")
        await paper.type("bultrug")
        hits = paper.titles
        await paper.pilot.resize_terminal(60, 20)
        await paper.settle()
        assert (paper.titles, shown(paper)) == (hits, ["articles"])
        assert paper.shows("bultrug")
        await paper.press("escape", "question_mark")
        await paper.pilot.resize_terminal(170, 44)
        await paper.settle()
        assert paper.over == "TextScreen"
        assert paper.shows("Toetsen")


async def test_no_line_is_wider_than_the_terminal(open_paper: Open) -> None:
    async with open_paper(size=(60, 20)) as paper:
        for keys in ((), ("enter",), ("h", "h"), ("S",), ("q", "comma"), ("q", "question_mark")):
            await paper.press(*keys)
            widths = {strip.cell_length for strip in paper.app.screen._compositor.render_strips()}
            assert (keys, widths, len(paper.lines())) == (keys, {60}, 20)
