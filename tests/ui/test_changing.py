"""Articles that change after they were read: the mark, the open article, and what changed."""

from __future__ import annotations

import asyncio

import pytest
from textual.widgets import Static

from newsreader.engine import Engine
from newsreader.model import Scope
from newsreader.settings import Settings
from newsreader.ui.screens.changes import ChangesScreen
from newsreader.ui.widgets.difference_view import DifferenceView
from tests.engine.reader import follow, item, refreshed, rss
from tests.server import Reply, Server
from tests.ui.conftest import Open
from tests.ui.paper import Paper

THREE, FIVE, SEVEN = (f"Bij de brand zijn {number} mensen gewond geraakt." for number in (3, 5, 7))


def fire(text: str, *before: str, title: str = "Brand in loods") -> bytes:
    """A feed with one article of many paragraphs, some of them `before` the others."""
    rest = [f"Alinea {number} gaat over de weg langs de haven." for number in range(60)]
    body = "".join(f"<p>{each}</p>" for each in (text, *before, *rest))
    return rss([item("a", title, text=body)])


def lines(paper: Paper) -> list[str]:
    view = paper.app.screen.query_one(DifferenceView)
    return [line.text for line in view._lines]


def label(paper: Paper, where: str) -> str:
    return str(paper.app.screen.query_one(where, Static).render())


@pytest.fixture
async def source(live: Engine, server: Server) -> Server:
    """A feed whose article changes with every visit; it has been fetched once."""
    bodies = (fire(THREE), fire(FIVE, "Nieuw hierboven.", title="Grote brand in loods"), fire(SEVEN))
    await follow(live, server.add("/feed", *map(Reply, bodies)))
    await refreshed(live)
    return server


@pytest.mark.usefixtures("source")
async def test_the_open_article_changes_in_place_and_that_is_told(open_live: Open, live: Engine) -> None:
    live.settings = Settings(webmail="delta", refresh_minutes=0)
    async with open_live(settle=True) as paper:
        await paper.press("enter", "pagedown", "pagedown")
        view = paper.main.view
        top = view._page.lines[view.scroll_offset.y].text
        assert "Alinea" in top
        await paper.press("r")
        assert view.article is not None
        assert view.article.row.title == "Grote brand in loods"
        assert view._page.lines[view.scroll_offset.y].text == top
        assert paper.status.endswith(" · Dit bericht is gewijzigd (d: wat)")
        assert paper.current.changed
        assert any("≠ Grote brand" in line for line in paper.lines())


@pytest.mark.usefixtures("source")
async def test_what_changed_is_shown_a_step_at_a_time_and_the_mark_goes(
    open_live: Open, live: Engine
) -> None:
    async with open_live() as paper:
        await paper.press("enter", "r", "h", "r", "d")
        assert isinstance(paper.app.screen, ChangesScreen)
        assert label(paper, ".bar") == "Wat er veranderde · 2 van 2"
        assert lines(paper)[3] == "[-Grote] Brand in loods"
        await paper.press("]")
        assert label(paper, ".said") == "Dit is de laatste wijziging."
        await paper.press("[")
        await paper.settle()
        assert label(paper, ".bar") == "Wat er veranderde · 1 van 2"
        text = lines(paper)
        assert text[1].startswith("Gewijzigd gezien op ")
        assert "[+Grote] brand in loods" in text
        assert "Bij de brand zijn [-3] [+5] mensen gewond geraakt." in text
        assert "[+Nieuw hierboven.]" in text
        assert text[-1] == "…"
        await paper.press("d")
        assert paper.over == "ReadingScreen"
        assert not paper.current.changed
        assert len(live.revisions.history(paper.current.id)) == 2
        await paper.press("d")  # the history stays
        assert paper.over == "ChangesScreen"


@pytest.mark.usefixtures("source")
async def test_opening_it_again_takes_the_mark_off_and_tells_why(open_live: Open, live: Engine) -> None:
    async with open_live() as paper:
        await paper.press("enter", "h")
    await refreshed(live, force=True)
    async with open_live(language="en") as paper:
        assert paper.current.changed
        await paper.press("enter")
        assert paper.status == "Changed since you read it (d: what)"
        assert not paper.current.changed


@pytest.mark.usefixtures("source")
async def test_a_change_by_another_program_is_told_once(
    open_live: Open, live: Engine, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("newsreader.ui.screens.reading.refreshing.LOOK_EVERY", 0.01)
    async with open_live() as paper:
        await paper.press("enter", "h", "r", "enter")
        assert paper.status == "Gewijzigd sinds je het las (d: wat)"
        await asyncio.to_thread(lambda: asyncio.run(refreshed(live, force=True)))
        await paper.until(lambda: paper.status == "Dit bericht is gewijzigd (d: wat)")


async def test_without_a_history_that_is_said(paper: Paper) -> None:
    await paper.press("d")
    assert paper.over == "ReadingScreen"
    assert paper.status == "Van dit bericht is geen eerdere versie bewaard."


@pytest.mark.usefixtures("source")
async def test_signs_and_weight_tell_it_without_colours(open_live: Open) -> None:
    async with open_live(environ={"NO_COLOR": "1"}, size=(80, 24)) as paper:
        await paper.press("enter", "r", "d")
        strips = paper.app.screen._compositor.render_strips()
        segments = [segment for strip in strips for segment in strip]
        looks = {segment.text: segment.style for segment in segments if segment.style}
        removed, added = looks["3"], looks["5"]
        assert (removed.strike, added.bold, added.underline) == (True, True, True)
        assert all(len(line) <= 80 for line in paper.lines())
        for line in ("  Bij de brand zijn [-3] [+5] mensen gewond geraakt.", " [-geschrapt] [+toegevoegd]"):
            assert any(shown.startswith(line) for shown in paper.lines())
        await paper.press("j", "space", "G", "g")
        assert paper.app.screen.query_one(DifferenceView).scroll_offset.y == 0


@pytest.mark.usefixtures("source")
@pytest.mark.parametrize("wanted", [False, True])
async def test_a_corrected_article_becomes_unread_by_a_setting(live: Engine, wanted: bool) -> None:
    live.settings = Settings(webmail="delta", unread_when_changed=wanted)
    (row,) = live.page(Scope(), 9)
    await live.mark([row.id], read=True)
    await refreshed(live, force=True)
    (row,) = live.page(Scope(), 9)
    assert (row.read, row.changed) == (not wanted, True)
