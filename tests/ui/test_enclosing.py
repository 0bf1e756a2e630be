"""What goes with an article: listed with its facts, played, downloaded, stopped and gone on with."""

from __future__ import annotations

import sys
import threading
from pathlib import Path

import pytest

from newsreader.engine import Engine
from newsreader.settings import Settings
from newsreader.words import of
from tests.engine.reader import follow, item, refreshed, rss
from tests.server import Reply, Server
from tests.ui.conftest import Open
from tests.ui.paper import Paper

WORDS = of("nl").sharing
BODY = b"geluid" * 100_000


@pytest.fixture
async def sound(live: Engine, server: Server) -> str:
    """The address of a sound that goes with the one article there is."""
    url = server.add("/gesprek.mp3", Reply(BODY, etag='"een"', ranges=True))
    files = f"<enclosure url='{url}' type='audio/mpeg' length='{len(BODY)}'/>"
    files += "<itunes:duration>45:10</itunes:duration>"
    await follow(live, server.add("/feed", Reply(rss([item("a", "Gesprek over de brug", more=files)]))))
    await refreshed(live)
    return url


def wish(folder: Path, player: str = "") -> Settings:
    """Downloads go to that folder."""
    return Settings(webmail="delta", download_folder=str(folder), player=player, refresh_minutes=0)


async def test_without_enclosures_that_is_said(paper: Paper) -> None:
    await paper.press("b")
    assert (paper.over, paper.status) == ("ReadingScreen", WORDS.no_files)


async def test_they_are_listed_with_type_size_and_length(
    open_live: Open, live: Engine, sound: str, tmp_path: Path
) -> None:
    live.settings = wish(tmp_path)
    async with open_live(size=(80, 24)) as paper:
        await paper.press("b")
        assert paper.shows("gesprek.mp3 · audio/mpeg · 600,0 kB · 45:10")
        assert paper.shows(WORDS.files_hint)
        await paper.press("b")
        assert paper.over == "ReadingScreen"


@pytest.mark.parametrize("key", ["enter", "o"])
async def test_one_is_opened_with_the_readers_own_player(
    open_live: Open, live: Engine, sound: str, tmp_path: Path, key: str
) -> None:
    seen = tmp_path / "gezien"
    script = tmp_path / "speler"
    script.write_text(f"#!{sys.executable}\nimport sys\nopen({str(seen)!r}, 'w').write(repr(sys.argv[1:]))\n")
    script.chmod(0o755)
    live.settings = wish(tmp_path, f"{script} --titel={{title}} {{url}}")
    async with open_live() as paper:
        await paper.press("b", key)
        await paper.settle()
        assert seen.read_text() == repr(["--titel=Gesprek over de brug", sound])
        assert paper.status == WORDS.playing("Gesprek over de brug")


async def test_a_player_that_is_not_there_is_told(
    open_live: Open, live: Engine, sound: str, tmp_path: Path
) -> None:
    live.settings = wish(tmp_path, "geen-speler-met-deze-naam {url}")
    async with open_live() as paper:
        await paper.press("b", "enter")
        await paper.settle()
        assert paper.status.startswith("geen-speler-met-deze-naam is niet te starten")


async def test_one_is_downloaded_while_the_reader_reads_on(
    open_live: Open, live: Engine, sound: str, tmp_path: Path
) -> None:
    live.settings = wish(tmp_path / "map")
    async with open_live() as paper:
        await paper.press("b", "d")
        await paper.settle()
        assert paper.status == WORDS.downloaded(str(tmp_path / "map" / "gesprek.mp3"))
        assert (tmp_path / "map" / "gesprek.mp3").read_bytes() == BODY


async def test_d_once_more_stops_it_and_then_goes_on(
    open_live: Open, live: Engine, sound: str, tmp_path: Path, server: Server
) -> None:
    live.settings = wish(tmp_path / "map")
    gate = threading.Event()
    server.add("/gesprek.mp3", Reply(BODY, etag='"een"', ranges=True, gate=gate))
    async with open_live() as paper:
        await paper.pilot.press("b", "d")
        await paper.until(lambda: "/gesprek.mp3" in server.paths())
        await paper.pilot.press("b", "d")
        await paper.settle()
        assert paper.status == WORDS.stopped("gesprek.mp3")
        assert list((tmp_path / "map").iterdir()) == []
        gate.set()
        await paper.press("b", "d")
        await paper.settle()
        assert (tmp_path / "map" / "gesprek.mp3").read_bytes() == BODY


async def test_why_it_does_not_come_is_told(
    open_live: Open, live: Engine, sound: str, tmp_path: Path, server: Server
) -> None:
    live.settings = wish(tmp_path / "map")
    server.add("/gesprek.mp3", Reply(status=404))
    async with open_live() as paper:
        await paper.press("b", "d")
        await paper.settle()
        assert "status 404" in paper.status
