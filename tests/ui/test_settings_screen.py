"""The settings screen: what is set, changed, refused, and kept in the file."""

from __future__ import annotations

from pathlib import Path

import pytest
from textual.widgets import Input

from newsreader.engine import Engine
from newsreader.settings import Settings
from newsreader.words import of
from tests.ui.paper import Paper, kept

WORDS = of("nl").settings
PICTURES = of("nl").pictures
CHANGES = of("nl").changes
LINES = (
    WORDS.language,
    WORDS.webmail,
    WORDS.address("ZeelandNet"),
    WORDS.address("DELTA"),
    WORDS.theme,
    WORDS.refresh,
    WORDS.keep,
    WORDS.full_text,
    WORDS.megabytes,
    WORDS.measure,
    WORDS.density,
    WORDS.mark_read,
    WORDS.voice,
    WORDS.browser,
    CHANGES.setting,
    PICTURES.setting,
    PICTURES.protocol,
    PICTURES.cache,
    WORDS.player,
    WORDS.download_folder,
)


async def open_line(paper: Paper, name: str) -> None:
    await paper.press("comma", *["j"] * LINES.index(name), "enter")


async def answer(paper: Paper, text: str) -> None:
    """Put a text in the line that is asked, and press Enter."""
    paper.app.screen.query_one(Input).value = text
    await paper.press("enter")


async def test_it_shows_every_setting_in_words_and_the_file(paper: Paper) -> None:
    await paper.press("comma")
    for name in LINES:
        assert paper.shows(name)
    for value in ("zoals het systeem", "ZeelandNet", "Krant, donker", "elke 15 minuten", "90 dagen"):
        assert paper.shows(value)
    assert paper.shows("settings.toml")
    await paper.press("q")
    assert paper.over == "ReadingScreen"


async def test_a_number_is_asked_checked_and_kept(paper: Paper, engine: Engine, tmp_path: Path) -> None:
    await open_line(paper, WORDS.refresh)
    for wrong in ("-1", "vijf", "", "1.5", "99999999"):
        await answer(paper, wrong)
        assert (wrong, paper.over) == (wrong, "AskScreen")
        assert paper.shows("geen heel getal")
    await answer(paper, "30")
    assert paper.shows("elke 30 minuten")
    assert (engine.settings.refresh_minutes, kept(tmp_path).refresh_minutes) == (30, 30)


async def test_a_number_that_the_file_would_refuse_is_refused(
    paper: Paper, engine: Engine, tmp_path: Path
) -> None:
    await open_line(paper, WORDS.refresh)
    await answer(paper, "999999")
    assert kept(tmp_path).refresh_minutes == engine.settings.refresh_minutes


async def test_the_webmail_and_its_address_are_changed(paper: Paper, tmp_path: Path) -> None:
    await open_line(paper, WORDS.webmail)
    await paper.press("down", "enter")
    assert (paper.app.loaded.settings.webmail, kept(tmp_path).webmail) == ("delta", "delta")
    await paper.press("q")
    await open_line(paper, WORDS.address("DELTA"))
    for wrong in ("javascript:alert(1)", "webmail", "file:///etc/passwd", "https://"):
        await answer(paper, wrong)
        assert (wrong, paper.over) == (wrong, "AskScreen")
    await answer(paper, "https://post.example/")
    addresses = kept(tmp_path).webmail_addresses
    assert addresses["delta"] == "https://post.example/"
    assert addresses["zeelandnet"] == Settings().webmail_addresses["zeelandnet"]
    await paper.press("enter")
    await answer(paper, "")
    assert kept(tmp_path).webmail_addresses == Settings().webmail_addresses


@pytest.mark.parametrize("address", ["mailto:jo@post.example", "https://post example/", "http://["])
async def test_an_address_that_the_file_would_refuse_is_refused(
    paper: Paper, tmp_path: Path, address: str
) -> None:
    await open_line(paper, WORDS.address("DELTA"))
    await answer(paper, address)
    assert kept(tmp_path).webmail_addresses == paper.app.loaded.settings.webmail_addresses


async def test_what_changed_may_become_unread(paper: Paper, tmp_path: Path) -> None:
    await open_line(paper, CHANGES.setting)
    await paper.press("up", "enter")
    assert kept(tmp_path).unread_when_changed
    await paper.press("enter", "down", "enter")
    assert not kept(tmp_path).unread_when_changed


async def test_pictures_are_switched_and_limited(paper: Paper, tmp_path: Path) -> None:
    await open_line(paper, PICTURES.setting)
    await paper.press("down", "down", "enter")
    assert paper.shows("nooit")
    await paper.press("q")
    await open_line(paper, PICTURES.cache)
    await answer(paper, "0")
    assert (kept(tmp_path).pictures, kept(tmp_path).picture_cache) == ("never", 0)


async def test_it_is_said_when_pictures_are_wanted_and_what_shows_them_is_missing(
    paper: Paper, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("newsreader.ui.screens.settings.pictures.available", lambda: False)
    await paper.press("comma")
    assert paper.shows("pip install 'newsreader[images]'")


async def test_escape_changes_nothing(paper: Paper, tmp_path: Path) -> None:
    await open_line(paper, WORDS.keep)
    paper.app.screen.query_one(Input).value = "1"
    await paper.press("escape")
    assert paper.over == "SettingsScreen"
    assert not (tmp_path / "config" / "settings.toml").exists()


async def test_a_theme_is_picked_from_the_settings_too(paper: Paper, tmp_path: Path) -> None:
    await open_line(paper, WORDS.theme)
    await paper.press("down", "enter")
    assert (paper.app.theme, kept(tmp_path).theme) == ("krant-light", "krant-light")
    assert paper.shows("Krant, licht")


async def test_another_language_draws_the_newspaper_anew_in_its_place(paper: Paper, tmp_path: Path) -> None:
    await paper.press("j", "j", "enter", "s")
    title = paper.open
    await open_line(paper, WORDS.language)
    await paper.press("down", "down", "enter")
    assert kept(tmp_path).language == "en"
    assert (paper.over, paper.shows("Language"), paper.shows("Taal")) == ("SettingsScreen", True, False)
    await paper.press("q")
    assert paper.over == "ReadingScreen"
    assert paper.shows("All the news")
    assert paper.shows("minutes ago")
    assert paper.shows("read")
    assert paper.shows("Sample edition: this story is fiction")
    assert not paper.shows("Proefeditie:")
    assert not paper.shows("geleden")
    assert (len(paper.app.screen_stack), paper.current.title, paper.open) == (1, title, title)
    await paper.press("question_mark")
    assert paper.shows("Keys")
