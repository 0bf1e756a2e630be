"""The dialog of the first run: every way to choose, and no way around it but to quit."""

from __future__ import annotations

from pathlib import Path

import pytest

from newsreader.engine import Engine
from newsreader.settings import Settings, load
from tests.ui.conftest import Open
from tests.ui.paper import kept

NOT_CHOSEN = Settings()


async def test_it_has_the_words_of_the_portal_over_the_newspaper(open_paper: Open) -> None:
    async with open_paper(NOT_CHOSEN) as paper:
        assert paper.over == "FirstRunScreen"
        text = " ".join(" ".join(line.strip(" │▌") for line in paper.lines()).split())
        assert "Kies je webmail" in text
        assert "je voorkeur op te geven." in text
        assert paper.shows("ZeelandNet")
        assert paper.shows("DELTA")
        assert paper.shows("minuten geleden")


async def test_it_speaks_english_when_the_screen_does(open_paper: Open) -> None:
    async with open_paper(NOT_CHOSEN, language="en") as paper:
        assert paper.shows("Choose your webmail")


@pytest.mark.parametrize(
    ("keys", "chosen"),
    [
        (("1",), "zeelandnet"),
        (("2",), "delta"),
        (("enter",), "zeelandnet"),
        (("space",), "zeelandnet"),
        (("right", "enter"), "delta"),
        (("right", "left", "down", "space"), "delta"),
        (("left", "up", "up", "enter"), "delta"),
        (("tab", "enter"), "delta"),
        (("shift+tab", "tab", "enter"), "zeelandnet"),
        (("l", "h", "j", "k", "enter"), "zeelandnet"),
    ],
)
async def test_every_key_that_chooses(
    open_paper: Open, tmp_path: Path, keys: tuple[str, ...], chosen: str
) -> None:
    async with open_paper(NOT_CHOSEN) as paper:
        await paper.press(*keys)
        assert paper.over == "ReadingScreen"
        assert paper.app.loaded.settings.webmail == chosen
    assert kept(tmp_path).webmail == chosen


@pytest.mark.parametrize("chosen", ["zeelandnet", "delta"])
async def test_a_click_chooses(open_paper: Open, tmp_path: Path, chosen: str) -> None:
    async with open_paper(NOT_CHOSEN) as paper:
        await paper.pilot.click(f"#{chosen}")
        await paper.settle()
        assert paper.over == "ReadingScreen"
    assert kept(tmp_path).webmail == chosen


async def test_nothing_else_does_anything(open_paper: Open, tmp_path: Path) -> None:
    keys = ("escape", "ctrl+p", "q", "h", "question_mark", "m", "comma", "t", "slash", "3", "r", "ctrl+c")
    async with open_paper(NOT_CHOSEN) as paper:
        for key in keys:
            await paper.press(key)
            assert (key, paper.over, len(paper.app.screen_stack)) == (key, "FirstRunScreen", 2)
        for offset in ((0, 0), (60, 2), (2, 38), (110, 39)):
            await paper.pilot.click(offset=offset)
            await paper.settle()
            assert (offset, paper.over) == (offset, "FirstRunScreen")
    assert not (tmp_path / "config" / "settings.toml").exists()


async def test_ctrl_q_quits_and_nothing_is_chosen(open_paper: Open, tmp_path: Path) -> None:
    async with open_paper(NOT_CHOSEN) as paper:
        await paper.pilot.press("ctrl+q")
        await paper.pilot.pause()
        assert paper.app._exit
    assert kept(tmp_path).webmail == ""


async def test_it_is_asked_once(open_paper: Open, tmp_path: Path) -> None:
    async with open_paper(NOT_CHOSEN) as paper:
        await paper.press("2")
    async with open_paper(kept(tmp_path)) as paper:
        assert paper.over == "ReadingScreen"


async def test_the_palette_works_once_it_is_answered(open_paper: Open) -> None:
    async with open_paper(NOT_CHOSEN) as paper:
        await paper.press("1", "ctrl+p")
        assert paper.over == "Palette"


async def test_a_choice_that_cannot_be_kept_holds_and_is_told(
    open_paper: Open, engine: Engine, tmp_path: Path
) -> None:
    file = tmp_path / "config" / "settings.toml"
    file.parent.mkdir()
    file.write_text("# van mij\nlanguage = 'nl'\n")
    file.chmod(0o444)
    async with open_paper(NOT_CHOSEN, loaded=load(file)) as paper:
        await paper.press("2")
        assert paper.over == "ReadingScreen"
        assert engine.settings.webmail == "delta"
        assert any(str(file) in text for text in paper.told)
    assert file.read_text() == "# van mij\nlanguage = 'nl'\n"


async def test_a_comment_in_the_file_survives_the_choice(open_paper: Open, tmp_path: Path) -> None:
    file = tmp_path / "config" / "settings.toml"
    file.parent.mkdir()
    file.write_text("# van mij\nkeep_days = 7  # een week\n")
    async with open_paper(load(file).settings) as paper:
        await paper.press("1")
    assert file.read_text().startswith("# van mij\nkeep_days = 7  # een week\n")
    assert (kept(tmp_path).webmail, kept(tmp_path).keep_days) == ("zeelandnet", 7)


async def test_what_is_wrong_with_the_settings_is_told(open_paper: Open, tmp_path: Path) -> None:
    file = tmp_path / "config" / "settings.toml"
    file.parent.mkdir()
    file.write_text("dit is [ geen toml")
    loaded = load(file)
    async with open_paper(loaded.settings, loaded=loaded) as paper:
        assert any("settings.toml.bad-" in text for text in paper.told)
        await paper.press("1")
    assert kept(tmp_path).webmail == "zeelandnet"


@pytest.mark.parametrize("size", [(80, 24), (60, 20), (40, 12)])
async def test_it_fits_in_a_small_terminal(open_paper: Open, size: tuple[int, int]) -> None:
    async with open_paper(NOT_CHOSEN, size=size) as paper:
        assert paper.shows("Kies je webmail")
        assert paper.shows("ZeelandNet")
        assert paper.shows("DELTA")
