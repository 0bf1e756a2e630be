"""Reading: opening, going on to the next, what is related, and the way back to the very line."""

from __future__ import annotations

import pytest

from newsreader.engine import Engine
from newsreader.model import Article
from tests.ui.conftest import Open
from tests.ui.paper import Paper


def article(paper: Paper) -> Article:
    found = paper.main.view.article
    assert found is not None
    return found


def top_line(paper: Paper) -> str:
    """The first line of the pane that says something."""
    view = paper.main.view
    return next(text for y in range(view.size.height) if (text := view.render_line(y).text.strip()))


async def open_long(paper: Paper) -> str:
    """Read the first article whose text is longer than the pane."""
    for _ in range(len(paper.titles)):
        await paper.press("n")
        if not paper.main.view.at_end:
            return paper.open
    raise AssertionError("no article is longer than the pane")


@pytest.mark.parametrize("key", ["enter", "l", "right"])
async def test_an_article_opens_and_is_read_from_then_on(paper: Paper, engine: Engine, key: str) -> None:
    await paper.press("j", key)
    row = article(paper).row
    assert (paper.open, paper.main.here) == (paper.titles[1], "view")
    assert paper.shows(row.title[:25])
    found = engine.article(row.id)
    assert found is not None
    assert found.row.read


async def test_the_head_tells_who_what_and_when(paper: Paper) -> None:
    await paper.press("enter")
    row = article(paper).row
    pane = " ".join(" ".join(paper.main.view.render_line(y).text for y in range(20)).split())
    assert "Proefeditie: dit bericht is verzonnen" in pane
    assert row.source in pane
    assert row.section in pane
    assert "geleden" in pane


async def test_next_and_previous_walk_the_list_to_its_ends(paper: Paper) -> None:
    titles = paper.titles
    await paper.press("p")
    assert paper.open == titles[0]
    await paper.press("p")
    assert (paper.open, paper.status) == (titles[0], "Dit is het eerste bericht.")
    await paper.press("n", "n")
    assert (paper.open, paper.current.title) == (titles[2], titles[2])
    paper.main.go("articles")
    await paper.press("G", "enter", "n")
    assert (paper.open, paper.status) == (titles[-1], "Dit is het laatste bericht.")


async def test_space_reads_on_screen_by_screen_and_then_the_next_unread(paper: Paper) -> None:
    title = await open_long(paper)
    at = paper.titles.index(title)
    await paper.press("h", "j", "M", "k", "enter")
    lines: set[str] = set()
    while paper.open == title and len(lines) < 50:
        lines.add(top_line(paper))
        await paper.press("space")
    assert len(lines) > 1
    assert paper.open == paper.titles[at + 2]


async def test_space_in_the_list_opens_the_article_and_leaves_no_one_out(paper: Paper) -> None:
    await paper.press("j", "space")
    assert (paper.open, paper.main.here) == (paper.titles[1], "view")


async def test_space_with_nothing_left_unread_says_so(paper: Paper) -> None:
    await paper.press("A", "G", "enter", "G", "space")
    assert paper.open == paper.titles[-1]
    assert paper.status == "Er is hier geen ongelezen bericht meer."


async def test_a_number_opens_a_related_story(paper: Paper) -> None:
    await paper.press("enter")
    related = paper.main.view.related
    assert {each.row.section for each in related if each.why == "section"} == {article(paper).row.section}
    await paper.press("3")
    assert paper.open == related[2].row.title


async def test_a_number_without_a_story_does_nothing(paper: Paper) -> None:
    paper.main.view.show(None)
    await paper.press("1")
    assert paper.open == ""


async def test_down_to_the_related_enter_and_back_to_the_very_line(paper: Paper) -> None:
    title = await open_long(paper)
    view = paper.main.view
    while view.story < 1:
        await paper.press("j")
    line, place = top_line(paper), view.place
    second = view.related[1].row.title
    assert paper.shows(paper.main._why(article(paper), view.related[1]))
    await paper.press("enter")
    assert (paper.open, view.story, view.place.part) == (second, -1, 0)
    await paper.press("j", "[")
    assert (paper.open, top_line(paper), view.place, view.story) == (title, line, place, 1)


async def test_the_trail_goes_back_and_forward_and_stops_at_its_ends(paper: Paper) -> None:
    await paper.press("[")
    assert paper.status == "Dit is het begin van het spoor."
    await paper.press("]")
    assert paper.status == "Dit is het eind van het spoor."
    opened = []
    for key in ("enter", "2", "3"):
        await paper.press(key)
        opened.append(paper.open)
    walked = []
    for key in ("[", "[", "[", "]", "]", "]"):
        await paper.press(key)
        walked.append(paper.open)
    a, b, c = opened
    assert walked == [b, a, a, b, c, c]
    await paper.press("[", "1")
    new = paper.open
    await paper.press("]")
    assert (paper.open, paper.status) == (new, "Dit is het eind van het spoor.")
    await paper.press("[")
    assert paper.open == b


async def test_the_line_is_remembered_on_the_way_forward_too(paper: Paper) -> None:
    await paper.press("enter")
    title = await open_long(paper)
    await paper.press("j", "j", "j")
    line = top_line(paper)
    await paper.press("[", "]")
    assert (paper.open, top_line(paper)) == (title, line)


async def test_an_article_on_the_trail_that_is_gone_leaves_the_reader_where_they_are(
    paper: Paper, engine: Engine
) -> None:
    await paper.press("enter")
    gone = article(paper).row.source_id
    while article(paper).row.source_id == gone:
        await paper.press("n")
    title = paper.open
    await engine.subscriptions.remove(gone)
    await paper.press("[")
    assert paper.open == title
    await paper.press("j", "]")
    assert paper.open == title


async def test_a_click_on_a_related_story_opens_it(open_paper: Open) -> None:
    async with open_paper(size=(170, 44)) as paper:
        await paper.press("enter", "G")
        view = paper.main.view
        story = view.related[-1].row.title
        y = view._page.stories[-1].start - view.scroll_offset.y
        await paper.pilot.click("#view", offset=(20, y))
        await paper.settle()
        assert paper.open == story


async def test_the_list_follows_what_is_read(paper: Paper) -> None:
    await paper.press("enter", "2")
    main, number = paper.main, article(paper).row.id
    assert main.articles.cursor == main.rows.index_of(number)
    await paper.press("h")
    assert main.articles.cursor == main.rows.index_of(number)
