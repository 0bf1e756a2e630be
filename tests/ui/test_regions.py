"""The three regions: going from one to another by key and mouse, opening and folding what is at the left."""

from __future__ import annotations

import pytest

from newsreader.engine import Engine
from newsreader.model import Scope, ScopeKind
from newsreader.ui.widgets.lines import KeyBar
from newsreader.ui.widgets.sidebar import Sidebar
from tests.ui.conftest import Open
from tests.ui.paper import Paper


def labels(paper: Paper) -> list[str]:
    return [shelf.label for shelf in paper.main.sidebar._shelves]


async def stand_on(paper: Paper, label: str) -> None:
    """Put the sidebar's cursor on a line by keys."""
    paper.main.go("sidebar")
    await paper.press("g", *["j"] * labels(paper).index(label))


async def test_the_screen_opens_with_the_list(paper: Paper) -> None:
    assert paper.main.here == "articles"
    assert paper.shows("Al het nieuws")
    assert paper.shows("minuten geleden")
    assert paper.current.title == paper.titles[0]


async def test_the_lead_story_stands_in_the_pane_but_has_not_been_read(paper: Paper) -> None:
    lead = paper.main.view.article
    assert lead is not None
    assert (lead.row.title, paper.open, paper.current.read) == (paper.titles[0], "", False)
    await paper.press("n")
    assert (paper.open, paper.main.here, paper.current.read) == (paper.titles[0], "view", True)


async def test_from_the_lead_story_to_a_related_one_and_back(paper: Paper) -> None:
    await paper.press("1")
    assert paper.open != paper.titles[0]
    await paper.press("[")
    assert (paper.open, paper.current.read) == (paper.titles[0], True)


async def test_tab_goes_round_and_round(paper: Paper) -> None:
    seen = []
    for key in ("tab", "tab", "tab", "shift+tab", "shift+tab", "shift+tab"):
        await paper.press(key)
        seen.append(paper.main.here)
    assert seen == ["view", "sidebar", "articles", "sidebar", "view", "articles"]


async def test_back_steps_from_pane_to_list_to_sidebar_and_never_quits(paper: Paper) -> None:
    for back in ("q", "h", "left", "escape"):
        paper.main.go("view")
        await paper.settle()
        places = []
        for _ in range(3):
            await paper.press(back)
            places.append(paper.main.here)
        assert (back, places) == (back, ["articles", "sidebar", "sidebar"])
    assert not paper.app._exit


async def test_the_mouse_goes_everywhere(paper: Paper) -> None:
    await paper.pilot.click("#view", offset=(30, 10))
    await paper.settle()
    assert paper.main.here == "view"
    await paper.pilot.click("#articles", offset=(20, 4))
    await paper.settle()
    assert (paper.main.here, paper.current.title, paper.open) == ("articles", paper.titles[4], "")
    await paper.pilot.click("#articles", offset=(20, 4))
    await paper.settle()
    assert (paper.main.here, paper.open) == ("view", paper.titles[4])
    await paper.pilot.click("#sidebar", offset=(8, labels(paper).index("Sport")))
    await paper.settle()
    assert (paper.main.here, paper.main.scope.value) == ("articles", "Sport")


async def test_the_key_bar_can_be_clicked(paper: Paper) -> None:
    bar = paper.main.query_one(KeyBar)
    x = next(start for start, _, command, _, _ in bar._fitting() if command == "unread_only")
    await paper.pilot.click(KeyBar, offset=(x, 0))
    await paper.settle()
    assert paper.main.scope.unread


async def test_a_section_and_a_source_open_with_enter(paper: Paper) -> None:
    await stand_on(paper, "Buitenland")
    await paper.press("enter")
    assert (paper.main.here, paper.main.scope) == ("articles", Scope(ScopeKind.SECTION, "Buitenland"))
    assert {row.section for row in map(paper.main.rows.row, range(len(paper.main.rows))) if row} == {
        "Buitenland"
    }
    assert paper.lines()[0].strip().startswith("Buitenland · 10 ongelezen")
    await stand_on(paper, "Omroep Schelde")
    await paper.press("l")
    assert paper.main.scope == Scope(ScopeKind.SOURCE, "proef-schelde")
    await stand_on(paper, "Bewaard")
    await paper.press("right")
    assert (paper.main.scope.kind, paper.titles) == (ScopeKind.SAVED, [])
    assert paper.shows("Bewaard · 0")


async def test_groups_fold_by_enter_by_f_and_by_mouse(paper: Paper) -> None:
    await stand_on(paper, "Rubrieken")
    await paper.press("enter")
    assert "Sport" not in labels(paper)
    await paper.press("enter")
    assert "Sport" in labels(paper)
    await stand_on(paper, "Cultuur")
    await paper.press("f")
    assert "Cultuur" not in labels(paper)
    assert labels(paper)[paper.main.sidebar.cursor] == "Rubrieken"
    await paper.pilot.click("#sidebar", offset=(5, labels(paper).index("Proefeditie")))
    await paper.settle()
    assert labels(paper) == ["Al het nieuws", "Bewaard", "Rubrieken", "Proefeditie"]
    assert paper.shows("▸ Rubrieken")


async def test_the_sidebar_goes_from_end_to_end(paper: Paper) -> None:
    bar = paper.main.query_one(Sidebar)
    paper.main.go("sidebar")
    last = len(labels(paper)) - 1
    places = []
    for key in ("G", "j", "pagedown", "g", "k", "pageup", "end", "home"):
        await paper.press(key)
        places.append(bar.cursor)
    assert places == [last, last, last, 0, 0, 0, last, 0]


async def test_counts_follow_what_is_read(paper: Paper, engine: Engine) -> None:
    before = engine.counts().everything.unread
    section = paper.current.section
    count = dict(engine.counts().sections)[section].unread
    await paper.press("enter")
    assert paper.shows(f"{before - 1} ongelezen")
    shelf = next(shelf for shelf in paper.main.sidebar._shelves if shelf.label == section)
    assert shelf.unread == count - 1


async def test_unread_only_hides_what_is_read_and_shows_it_again(paper: Paper) -> None:
    title = paper.current.title
    await paper.press("M", "u")
    assert title not in paper.titles
    assert paper.shows("alleen ongelezen")
    await stand_on(paper, "Sport")
    await paper.press("enter")
    assert paper.main.scope.unread
    paper.main.open_scope(Scope())
    await paper.press("u")
    assert title in paper.titles


async def test_unread_only_with_all_read_says_how_to_go_on(paper: Paper) -> None:
    await paper.press("A", "u")
    assert paper.titles == []
    assert paper.shows("Druk op u")


async def test_a_list_moves_by_line_by_page_and_to_its_ends(paper: Paper) -> None:
    page = paper.main.articles.size.height - 1
    last = len(paper.titles) - 1
    places = []
    for key in ("j", "down", "k", "up", "pagedown", "pageup", "ctrl+d", "ctrl+u", "G", "g", "end", "home"):
        await paper.press(key)
        places.append(paper.main.articles.cursor)
    assert places == [1, 2, 1, 0, page, 0, page, 0, last, 0, last, 0]


@pytest.mark.parametrize("size", [(170, 44), (120, 40), (100, 30)])
async def test_a_wide_screen_shows_all_three(open_paper: Open, size: tuple[int, int]) -> None:
    async with open_paper(size=size) as paper:
        await paper.press("enter")
        widgets = (paper.main.sidebar, paper.main.articles, paper.main.view)
        assert all(widget.region.area for widget in widgets)
        assert paper.shows("Rubrieken")
        assert paper.shows(paper.open[:20])


async def test_wherever_it_has_been_the_cursor_stands_on_one_row(paper: Paper) -> None:
    articles = paper.main.articles
    for key in ("j", "j", "j", "k", "j", "k", "k", "j"):
        await paper.press(key)
        lines = paper.lines()[articles.region.y : articles.region.bottom]
        marked = [y for y, line in enumerate(lines) if line[articles.region.x] == "▌"]
        assert marked == [articles.cursor]
