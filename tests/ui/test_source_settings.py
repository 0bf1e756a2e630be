"""What is set for one source: seen, changed, written to the settings file, and used."""

from __future__ import annotations

import stat
from pathlib import Path

import pytest
from textual.widgets import Input, OptionList

from newsreader.engine import Engine
from newsreader.model import Source
from newsreader.settings import Loaded, Settings
from newsreader.settings.secrets import Secrets
from newsreader.ui.screens.sources.own import own_lines, parse_headers
from newsreader.words import of
from tests.engine.reader import feed, refreshed
from tests.server import Reply, Server
from tests.ui.conftest import Open
from tests.ui.paper import Paper, kept

NAMES = list(of("nl").own.names)


async def choose(paper: Paper, key: str) -> None:
    """Enter on the line of that setting."""
    paper.app.screen.query_one(OptionList).highlighted = NAMES.index(key)
    await paper.press("enter")


async def fill_in(paper: Paper, text: str) -> None:
    line = paper.app.screen.query_one(Input)
    line.value = text
    await paper.press("enter")
    await paper.settle()


@pytest.fixture
async def source(live: Engine, server: Server) -> Source:
    url = server.add("/feed", Reply(feed("a")))
    found = Source("blad", "Het [b]Blad[/b]", url, "Proef", "Zeeland")
    assert await live.subscriptions.add(found) is None
    await refreshed(live)
    live.secrets = Secrets(live.secrets._file, keyring=False)
    return found


async def test_what_is_set_is_kept_in_the_file_and_used(
    open_live: Open, live: Engine, source: Source, tmp_path: Path
) -> None:
    async with open_live() as paper:
        await paper.press("S", "i")
        assert (paper.over, paper.shows("Het [b]Blad[/b]")) == ("OwnSettingsScreen", True)
        for key, text in (
            ("name", "Het Blad"),
            ("interval", "45"),
            ("headers", "X-Sleutel: a=b; X-Taal: nl"),
            ("user_agent", "lezer/2"),
            ("proxy", "http://127.0.0.1:9"),
            ("keep", "100"),
        ):
            await choose(paper, key)
            await fill_in(paper, text)
        await choose(paper, "full_text")
        await paper.press("k", "enter")
        wishes = kept(tmp_path).of_source("blad")
        assert wishes == live.settings.of_source("blad")
        assert (wishes.name, wishes.interval, wishes.user_agent, wishes.keep) == (
            "Het Blad", 45, "lezer/2", 100,
        )  # fmt: skip
        assert wishes.headers == {"X-Sleutel": "a=b", "X-Taal": "nl"}
        assert (wishes.full_text, wishes.proxy) == (True, "http://127.0.0.1:9")
        await paper.press("escape")
        (status,) = live.sources()
        assert (status.source.title, status.source.interval) == ("Het Blad", 45)
        assert paper.shows("Het Blad")


@pytest.mark.parametrize(("key", "text"), [("interval", "vaak"), ("proxy", "nergens"), ("headers", "x")])
async def test_what_cannot_be_set_is_said(
    open_live: Open, source: Source, tmp_path: Path, key: str, text: str
) -> None:
    async with open_live() as paper:
        await paper.press("S", "i")
        await choose(paper, key)
        await fill_in(paper, text)
        assert paper.shows(of("nl").own.wrong)
        await paper.press("escape")
        assert "blad" not in kept(tmp_path).source


async def test_a_login_is_kept_where_nobody_else_reads(
    open_live: Open, live: Engine, source: Source, tmp_path: Path
) -> None:
    async with open_live() as paper:
        await paper.press("S", "i")
        await choose(paper, "login")
        await paper.press("j", "enter")
        paper.app.screen.query_one(Input).value = "jo:geheim"
        await paper.pilot.pause()
        assert not paper.shows("geheim")
        await paper.press("enter")
        await paper.settle()
        assert live.secrets.get("blad", source.url) == "jo:geheim"
        assert kept(tmp_path).of_source("blad").login == "basic"
        assert "geheim" not in (tmp_path / "config" / "settings.toml").read_text()
        secrets = tmp_path / "config" / "secrets.json"
        assert stat.S_IMODE(secrets.stat().st_mode) == 0o600
        await choose(paper, "login")
        await paper.press("k", "enter")
        await paper.settle()
        assert live.secrets.get("blad", source.url) == ""


async def test_a_new_name_is_changed_in_the_file_too(
    open_live: Open, live: Engine, source: Source, tmp_path: Path
) -> None:
    async with open_live(loaded=Loaded(Settings(webmail="delta", source={"blad": {"name": "Oud"}}))) as paper:
        await paper.press("S", "e")
        await fill_in(paper, "Nieuw")
        assert kept(tmp_path).of_source("blad").name == "Nieuw"


def test_headers_are_read_as_they_are_shown() -> None:
    settings = Settings(source={"b": {"headers": {"X-A": "1", "X-B": "a: b"}}})
    shown = {line.name: line.plain for line in own_lines(Source("b", "B", ""), settings, of("nl").own)}
    assert parse_headers(shown[of("nl").own.names["headers"]]) == {"X-A": "1", "X-B": "a: b"}
