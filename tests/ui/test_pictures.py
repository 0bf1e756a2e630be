"""Pictures in the pane: after the text, never while scrolling, and never moving what is read."""

from __future__ import annotations

import threading
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import pytest

from newsreader.engine import Engine
from newsreader.model import Scope, Source
from newsreader.settings import Settings
from newsreader.ui.app import NewsApp
from tests import pictures
from tests.engine.reader import item, rss
from tests.server import Reply, Server
from tests.ui.conftest import Open
from tests.ui.paper import CHOSEN, Paper

TRUE = {"TERM": "xterm-256color", "COLORTERM": "truecolor"}
KITTY = {"TERM": "xterm-kitty", "COLORTERM": "truecolor"}
FOOT = {"TERM": "foot", "COLORTERM": "truecolor"}
ALT, CAPTION = "Vier vlakken van kleur", "Het schilderij hangt weer."
PROSE = "".join(f"<p>Alinea {n} van het bericht, lang genoeg om een regel te vullen.</p>" for n in range(40))


@pytest.fixture(autouse=True)
def _rest(monkeypatch: pytest.MonkeyPatch) -> None:
    """The reader rests soon."""
    monkeypatch.setattr("newsreader.ui.widgets.article_view.illustrated.REST", 0.02)


@pytest.fixture
def emitted(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What is given to the terminal beside what is drawn."""
    said: list[str] = []
    monkeypatch.setattr(NewsApp, "emit", lambda _, sequence: said.append(sequence))
    return said


def feed(
    server: Server, *, lead: bool = False, size: str = "", before: str = "<p>Kop van het bericht.</p>"
) -> str:
    """A feed of two articles; the first shows a picture after `before`, or above its text."""
    url = server.url("/foto.jpg")
    figure = f"<figure><img src='{url}' alt='{ALT}' {size}><figcaption>{CAPTION}</figcaption></figure>"
    more = f"<enclosure url='{url}' type='image/jpeg' length='0'/>" if lead else ""
    text = before + ("" if lead else figure) + PROSE
    return server.add("/feed", Reply(rss([item("foto", text=text, more=more), item("kaal", text=PROSE)])))


@asynccontextmanager
async def reading(
    engine: Engine, open_live: Open, url: str, environ: dict[str, str] = TRUE, **options: Any
) -> AsyncIterator[Paper]:
    """The newspaper with the article that has a picture open."""
    await engine.subscriptions.add(Source("bron", "Bron", url))
    async for _ in engine.refresh():
        continue
    loaded = options.pop("settings", CHOSEN)
    engine.settings = loaded
    async with open_live(environ=environ, settle=False, **options) as paper:
        paper.main.read(next(row.id for row in rows(paper) if row.title.endswith("foto")))
        await paper.pilot.pause()
        yield paper


def rows(paper: Paper) -> list[Any]:
    return [row for row in map(paper.main.rows.row, range(len(paper.main.rows))) if row]


def pane(paper: Paper) -> list[str]:
    """The lines of the screen, empty where they are not of the reading pane."""
    lines = [line.text for line in paper.app.screen._compositor.render_strips()]
    return [line if paper.main.view.region.contains(60, y) else "" for y, line in enumerate(lines)]


def drawn(paper: Paper) -> int:
    """The lines of the pane with half blocks or placeholders on them."""
    return sum("▀" in line or "\U0010eeee" in line for line in pane(paper))


def line_of(paper: Paper, text: str) -> int:
    return next(number for number, line in enumerate(pane(paper)) if text in line)


async def seen(paper: Paper) -> None:
    await paper.until(lambda: drawn(paper))


async def test_the_text_stands_first_and_does_not_move_when_the_picture_comes(
    live: Engine, open_live: Open, server: Server
) -> None:
    gate = threading.Event()
    server.add("/foto.jpg", Reply(pictures.png(), gate=gate))
    async with reading(live, open_live, feed(server)) as paper:
        await paper.until(lambda: "/foto.jpg" in server.paths())
        assert paper.shows("Kop van het bericht.")
        assert paper.shows("foto…")
        assert drawn(paper) == 0
        caption = line_of(paper, CAPTION)
        gate.set()
        await seen(paper)
        assert line_of(paper, CAPTION) == caption
        assert not paper.shows("foto…")
        assert paper.shows(f"Te zien: {ALT}")


async def test_a_declared_size_is_kept_free_to_the_line(
    live: Engine, open_live: Open, server: Server
) -> None:
    server.add("/foto.jpg", Reply(pictures.png(800, 200)))
    async with reading(live, open_live, feed(server, size="width=800 height=200")) as paper:
        caption = line_of(paper, CAPTION)
        await seen(paper)
        assert drawn(paper) == 10
        assert caption - line_of(paper, "▀") == 10


async def test_a_picture_that_comes_in_above_moves_nothing(
    live: Engine, open_live: Open, server: Server
) -> None:
    gate = threading.Event()
    server.add("/foto.jpg", Reply(pictures.png(800, 100), gate=gate))
    async with reading(live, open_live, feed(server)) as paper:
        await paper.until(lambda: "/foto.jpg" in server.paths())
        await paper.pilot.press("pagedown", "pagedown")
        view, before = paper.main.view, [line[:110] for line in pane(paper)]
        length = view.virtual_size.height
        gate.set()
        await paper.until(lambda: view.virtual_size.height < length)
        await paper.pilot.pause()
        assert [line[:110] for line in pane(paper)] == before
        await paper.press("g")
        await seen(paper)
        assert drawn(paper) == 5


async def test_nothing_is_asked_for_while_the_reader_scrolls(
    live: Engine, open_live: Open, server: Server, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("newsreader.ui.widgets.article_view.illustrated.REST", 3600)
    server.add("/foto.jpg", Reply(pictures.png()))
    async with reading(live, open_live, feed(server)) as paper:
        await paper.press(*["j"] * 5, "pagedown", "pageup")
        assert not paper.main.view.at_rest.is_set()
        assert server.paths() == ["/feed"]
        monkeypatch.setattr("newsreader.ui.widgets.article_view.illustrated.REST", 0.02)
        await paper.press("j", "g")
        await seen(paper)
        assert server.paths() == ["/feed", "/foto.jpg"]


async def test_the_lead_picture_stands_above_the_text(live: Engine, open_live: Open, server: Server) -> None:
    server.add("/foto.jpg", Reply(pictures.png()))
    async with reading(live, open_live, feed(server, lead=True), size=(120, 60)) as paper:
        await seen(paper)
        assert line_of(paper, "▀") < line_of(paper, "Kop van het bericht.")
        assert not paper.shows("[Foto]")  # a picture without a word needs no label once it is there


async def test_what_is_far_down_is_left_alone_until_the_reader_comes_near(
    live: Engine, open_live: Open, server: Server
) -> None:
    server.add("/foto.jpg", Reply(pictures.png()))
    async with reading(live, open_live, feed(server, before=PROSE * 3)) as paper:
        await paper.until(paper.main.view.at_rest.is_set)
        await paper.settle()
        assert server.paths() == ["/feed"]
        for _ in range(12):
            await paper.press("pagedown")
        await paper.until(lambda: "/foto.jpg" in server.paths())


async def test_a_picture_that_fails_leaves_its_words(live: Engine, open_live: Open, server: Server) -> None:
    server.add("/foto.jpg", Reply(pictures.HOSTILE["html.jpg"]))
    async with reading(live, open_live, feed(server)) as paper:
        await paper.until(lambda: paper.shows("foto niet te tonen"))
        assert paper.shows(CAPTION)
        assert drawn(paper) == 0


async def test_another_width_draws_it_anew_without_asking_again(
    live: Engine, open_live: Open, server: Server
) -> None:
    server.add("/foto.jpg", Reply(pictures.png(800, 200)))
    async with reading(live, open_live, feed(server)) as paper:
        await seen(paper)
        await paper.pilot.resize_terminal(60, 40)
        await paper.until(lambda: 0 < max(line.count("▀") for line in paper.lines()) < 60)
        assert server.paths() == ["/feed", "/foto.jpg"]


@pytest.mark.parametrize(
    ("environ", "settings", "options"),
    [
        ({}, CHOSEN, {}),
        (TRUE | {"SSH_TTY": "/dev/pts/1"}, CHOSEN, {}),
        (TRUE | {"NO_COLOR": "1"}, CHOSEN._replace(pictures="always"), {}),
        (TRUE, CHOSEN._replace(pictures="never"), {}),
        (TRUE, CHOSEN._replace(pictures="always"), {"plain": True}),
    ],
)
async def test_where_pictures_are_off_their_words_stand_and_nothing_is_fetched(
    live: Engine,
    open_live: Open,
    server: Server,
    environ: dict[str, str],
    settings: Settings,
    options: dict[str, Any],
) -> None:
    async with reading(live, open_live, feed(server), environ, settings=settings, **options) as paper:
        await paper.settle()
        assert paper.shows(f"[Foto] {CAPTION}")
        assert paper.shows(f"Te zien: {ALT}")
        assert server.paths() == ["/feed"]


async def test_kitty_is_given_a_picture_once_and_asked_to_forget_it(
    live: Engine, open_live: Open, server: Server, emitted: list[str]
) -> None:
    server.add("/foto.jpg", Reply(pictures.png()))
    async with reading(live, open_live, feed(server), KITTY) as paper:
        await seen(paper)
        assert drawn(paper) == paper.main.view._drawings[server.url("/foto.jpg")].box.rows  # type: ignore[union-attr]
        (given,) = emitted
        assert given.startswith("\x1b_Ga=t,f=100,i=")
        await paper.press("j", "j", "k", "k", "comma", "q")
        assert emitted == [given]
        emitted.clear()
        paper.main.read(next(row.id for row in rows(paper) if row.title.endswith("kaal")))
        await paper.settle()
        assert [said[:12] for said in emitted] == ["\x1b_Ga=d,d=I,i="[:12]]


async def test_kitty_is_given_the_pictures_again_when_the_program_comes_back(
    live: Engine, open_live: Open, server: Server, emitted: list[str]
) -> None:
    server.add("/foto.jpg", Reply(pictures.png()))
    async with reading(live, open_live, feed(server), KITTY) as paper:
        await seen(paper)
        paper.app.app_resume_signal.publish(paper.app)
        await paper.until(lambda: len(emitted) == 2)
        assert emitted[0] == emitted[1]
        assert server.paths() == ["/feed", "/foto.jpg"]


async def test_sixel_is_painted_when_it_is_wholly_in_sight_and_nothing_scrolls(
    live: Engine, open_live: Open, server: Server, emitted: list[str]
) -> None:
    server.add("/foto.jpg", Reply(pictures.png()))
    async with reading(live, open_live, feed(server), FOOT) as paper:
        await paper.until(lambda: emitted)
        view = paper.main.view
        top = line_of(paper, CAPTION) - view._frames[server.url("/foto.jpg")].rows
        column = view.content_region.x + view._margin
        assert emitted[0].startswith(f"\x1b7\x1b[{top + 1};{column + 1}H\x1bP0;1;0q")
        assert emitted[0].endswith("\x1b\\\x1b8")
        emitted.clear()
        view._scroll(8)  # its first lines are above the screen
        await paper.until(view.at_rest.is_set)
        await paper.pilot.pause()
        assert emitted == []
        await paper.press("g")
        await paper.until(lambda: emitted)
        assert len(emitted) == 1


async def test_sixel_is_not_painted_over_a_dialog_and_comes_back_after_it(
    live: Engine, open_live: Open, server: Server, emitted: list[str]
) -> None:
    server.add("/foto.jpg", Reply(pictures.png()))
    async with reading(live, open_live, feed(server), FOOT) as paper:
        await paper.until(lambda: emitted)
        await paper.press("question_mark")
        emitted.clear()
        paper.main.view.put_picture("x", None)
        await paper.until(paper.main.view.at_rest.is_set)
        await paper.pilot.pause(0.05)
        assert emitted == []
        await paper.press("escape")
        await paper.until(lambda: emitted)


async def test_it_is_said_once_that_what_shows_them_is_missing(
    live: Engine, open_live: Open, server: Server, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("newsreader.pictures.decode.available", lambda: False)
    settings = CHOSEN._replace(pictures="always")
    async with reading(live, open_live, feed(server), settings=settings) as paper:
        assert len([text for text in paper.told if "pip install 'newsreader[images]'" in text]) == 1
        assert paper.shows(f"[Foto] {CAPTION}")
        assert server.paths() == ["/feed"]


@pytest.fixture
def viewed(monkeypatch: pytest.MonkeyPatch) -> list[Path]:
    """The files that were opened in the system's viewer."""
    files: list[Path] = []

    def shows(file: Path) -> bool:
        files.append(file)
        return True

    monkeypatch.setattr("newsreader.outside.viewer.shows", shows)
    return files


async def test_a_key_opens_the_picture_outside(
    live: Engine, open_live: Open, server: Server, viewed: list[Path]
) -> None:
    server.add("/foto.jpg", Reply(pictures.packed(pictures.quarters(), "JPEG")))
    async with reading(live, open_live, feed(server)) as paper:
        await seen(paper)
        await paper.press("i")
        assert [file.suffix for file in viewed] == [".jpg"]
        assert "Foto wordt geopend" in paper.status


async def test_without_a_file_the_browser_opens_its_address(
    live: Engine, open_live: Open, server: Server, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[str] = []

    def opens(url: str, _: str) -> bool:
        opened.append(url)
        return True

    monkeypatch.setattr("newsreader.outside.browser.opens_apart", opens)
    async with reading(live, open_live, feed(server), {}) as paper:
        await paper.press("i")
        assert opened == [server.url("/foto.jpg")]
        paper.main.read(next(row.id for row in rows(paper) if row.title.endswith("kaal")))
        await paper.press("i")
        assert paper.status == "Bij dit bericht hoort geen foto."
        assert len(opened) == 1


async def test_a_picture_in_a_frame_of_its_size_does_not_set_the_text_again(
    live: Engine, open_live: Open, server: Server, monkeypatch: pytest.MonkeyPatch
) -> None:
    from newsreader.ui.widgets import layout

    gate, set_anew = threading.Event(), layout.lay_out
    settings: list[int] = []

    def lay_out(*arguments: Any, **options: Any) -> Any:
        settings.append(1)
        return set_anew(*arguments, **options)

    server.add("/foto.jpg", Reply(pictures.png(800, 200), gate=gate))
    async with reading(live, open_live, feed(server, size="width=800 height=200")) as paper:
        await paper.until(lambda: "/foto.jpg" in server.paths())
        monkeypatch.setattr(layout, "lay_out", lay_out)
        gate.set()
        await seen(paper)
        assert settings == []


async def test_the_sample_edition_keeps_no_room_for_what_it_lacks(open_paper: Open, engine: Engine) -> None:
    async with open_paper(environ=TRUE) as paper:
        lacks = engine.page(Scope(), 1)[0]
        paper.main.read(lacks.id)
        await paper.until(paper.main.view.at_rest.is_set)
        await paper.settle()
        assert [frame.rows for frame in paper.main.view._frames.values()] == [0]
        paper.main.read(engine.search("levende bultrug", 1)[0].row.id)
        await seen(paper)
