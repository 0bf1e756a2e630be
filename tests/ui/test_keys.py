"""The keys: the reader's own in place of ours, faults told, and a way out that always stays."""

from __future__ import annotations

import pytest

from newsreader.settings import Settings
from newsreader.ui.app import COMPLAINTS
from newsreader.words import of
from tests.ui.conftest import Open

WORDS = of("nl").screen


def own(**keys: tuple[str, ...]) -> Settings:
    return Settings(webmail="delta", keys=keys)


async def test_own_keys_work_and_the_old_ones_no_longer_do(open_paper: Open) -> None:
    async with open_paper(own(mark=("v", "f2"), search=("ctrl+f",), read=("!",))) as paper:
        await paper.press("M")
        assert paper.marks == (False, False)
        await paper.press("v")
        assert paper.marks == (True, False)
        await paper.press("f2")
        assert paper.marks == (False, False)
        await paper.press("/")
        assert paper.main.query_words is None
        await paper.press("ctrl+f", "escape")
        await paper.press("enter", "l")
        assert paper.open == ""
        await paper.press("!")
        assert paper.open
        assert paper.told == []


async def test_the_key_bar_shows_the_readers_own(open_paper: Open) -> None:
    async with open_paper(own(save=("f3",))) as paper:
        assert paper.shows(f"f3 {WORDS.commands.save[0]}")
        assert not paper.shows(f" s {WORDS.commands.save[0]}")


async def test_what_is_wrong_with_the_keymap_is_told_and_the_old_keys_stay(open_paper: Open) -> None:
    keys = own(sav=("f3",), undo=("niks",), refresh=(), mark=("s",))
    async with open_paper(keys) as paper:
        (told,) = paper.told
        assert sorted(told.split("\n\n")) == sorted(
            (
                WORDS.key_unknown("sav", "save"),
                WORDS.key_nonsense("undo", "niks"),
                WORDS.key_empty("refresh"),
                WORDS.key_clash("mark", "s", "save"),
            )
        )
        await paper.press("s")
        assert paper.marks == (False, True)
        await paper.press("z")
        assert paper.marks == (False, False)
        await paper.press("M")
        assert paper.marks == (True, False)


async def test_of_many_faults_the_first_are_told_in_one_message(open_paper: Open) -> None:
    names = ("save", "mark", "undo", "refresh", "search", "open", "copy")
    async with open_paper(own(**dict.fromkeys(names, ())), size=(80, 24)) as paper:
        (told,) = paper.told
        *faults, rest = told.split("\n\n")
        assert faults == [*map(WORDS.key_empty, names[:COMPLAINTS])]
        assert rest == WORDS.more_faults(2)
        assert paper.shows(rest)


@pytest.mark.parametrize("keys", [("x",), ("q",), ("niks",), ()])
async def test_there_is_always_a_way_out(open_paper: Open, keys: tuple[str, ...]) -> None:
    async with open_paper(own(quit=keys)) as paper:
        await paper.pilot.press("ctrl+q")
        await paper.pilot.pause()
        assert paper.app._exit


async def test_a_key_of_ones_own_can_quit_too(open_paper: Open) -> None:
    async with open_paper(own(quit=("Q",))) as paper:
        await paper.pilot.press("Q")
        await paper.pilot.pause()
        assert paper.app._exit


async def test_ctrl_c_does_not_quit_but_tells_how(open_paper: Open) -> None:
    async with open_paper() as paper:
        await paper.press("ctrl+c")
        assert not paper.app._exit
        assert any("ctrl+q" in text for text in paper.told)


async def test_what_comes_after_the_way_out_does_no_harm(open_paper: Open) -> None:
    async with open_paper() as paper:
        await paper.press("ctrl+q")
    paper.app._paint_anew()
