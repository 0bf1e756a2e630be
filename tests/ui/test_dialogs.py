"""Help, palette, themes and problems: what they show and what they do."""

from __future__ import annotations

import gc
from pathlib import Path

import pytest
from textual.containers import VerticalScroll
from textual.events import Key
from textual.widgets import Input, OptionList

from newsreader.settings import Settings
from newsreader.ui.commands import COMMANDS, shown
from newsreader.ui.palette import Palette
from newsreader.words import of
from tests.ui.conftest import Open
from tests.ui.paper import Paper, kept, text_of


async def test_help_lists_every_command_with_the_readers_own_keys(open_paper: Open) -> None:
    own = Settings(webmail="delta", keys={"save": ("f4", "f2"), "related_1": ("f5",)})
    async with open_paper(own) as paper:
        await paper.press("question_mark")
        text = text_of(paper)
        words = of("nl").screen.commands
        for command in COMMANDS:
            assert words.of(command.id)[1] in text
        lines = {line.rsplit("  ", 1)[-1]: line for line in text.splitlines()}
        assert lines[words.save[1]].startswith("f4 f2 ")
        assert lines[words.refresh[1]].startswith("r ")
        assert lines[words.quit[1]].startswith("^q ")
        assert lines[words.related[1]].startswith("f5 … 9")


async def test_help_scrolls_and_closes(open_paper: Open) -> None:
    async with open_paper(size=(80, 20)) as paper:
        await paper.press("question_mark")
        scroll = paper.app.screen.query_one(VerticalScroll)
        places = []
        for key in ("j", "down", "k", "space", "home", "pagedown", "end"):
            await paper.press(key)
            places.append(scroll.scroll_offset.y)
        assert places[:5] == [1, 2, 1, 11, 0]
        assert 0 < places[5] < places[6] == scroll.max_scroll_y
        await paper.press("end")
        assert paper.shows(of("nl").screen.help_hint[:30])
        for close in ("escape", "q", "enter", "question_mark"):
            await paper.press(close)
            assert (close, paper.over) == (close, "ReadingScreen")
            await paper.press("question_mark")


async def test_the_palette_offers_every_command_and_runs_it(paper: Paper) -> None:
    await paper.press("ctrl+p")
    assert paper.over == "Palette"
    wanted = of("nl").screen.commands.unread_only[1]
    await paper.type("alleen ongel")
    await paper.until(lambda: paper.shows(wanted))
    await paper.press("enter")
    await paper.until(lambda: paper.over == "ReadingScreen")
    await paper.settle()
    assert paper.main.scope.unread


async def test_the_palette_speaks_the_language_of_the_screen(paper: Paper) -> None:
    await paper.press("ctrl+p")
    words = of("nl").screen
    assert paper.shows(f"{words.commands.palette[1]}…")
    assert not paper.app.screen.query_one(Input).cursor_blink
    await paper.type("xyzzy[/b]")
    await paper.until(lambda: paper.shows(words.no_hits("xyzzy[/b]")))


async def test_a_palette_that_is_closed_before_it_has_anything_does_no_harm(paper: Paper) -> None:
    await paper.press("ctrl+p")
    palette = paper.app.screen
    assert isinstance(palette, Palette)
    await palette.query("*").remove()
    palette._gather_commands("alles")
    palette._tell_none("alles")
    await paper.settle()
    await paper.press("escape")
    assert paper.over == "ReadingScreen"


async def test_a_palette_opens_while_the_one_before_is_still_being_taken_away(paper: Paper) -> None:
    await paper.press("ctrl+p")
    paper.app.pop_screen()
    paper.app.action_command_palette()
    await paper.settle()
    assert isinstance(paper.app.screen, Palette)


async def test_of_two_quick_answers_the_palette_takes_one(paper: Paper) -> None:
    await paper.press("ctrl+p")
    await paper.type("alleen ongel")
    await paper.until(lambda: paper.shows(of("nl").screen.commands.unread_only[1]))
    palette = paper.app.screen
    assert isinstance(palette, Palette)
    palette.dismiss()
    palette.dismiss()
    await paper.press("j")
    assert paper.over == "ReadingScreen"


@pytest.mark.parametrize("opener", ["theme", "sources", "settings", "going_on", "problems", "help"])
async def test_a_key_before_a_screen_is_made_asks_nothing_of_it(paper: Paper, opener: str) -> None:
    await paper.main.run_action(opener)
    screen = paper.app.screen
    assert not screen.is_mounted
    for binding, *_ in screen._bindings.key_to_bindings.values():
        if screen.is_current:
            await paper.app.run_action(binding.action, screen)
    await paper.press("escape", "escape")
    assert paper.over == "ReadingScreen"


@pytest.mark.parametrize(
    "opener", ["theme", "sources", "settings", "going_on", "help", "app.command_palette"]
)
async def test_a_screen_that_is_closed_before_it_is_made_does_no_harm(paper: Paper, opener: str) -> None:
    await paper.main.run_action(opener)
    screen = paper.app.screen
    assert not screen.is_mounted
    paper.app.pop_screen()
    await paper.press("j")
    assert paper.over == "ReadingScreen"
    assert not screen.is_running


@pytest.mark.parametrize("opener", [*"tS,Wew?|b", "ctrl+p"])
@pytest.mark.parametrize("size", [(1, 1), (20, 5)])
async def test_without_room_for_a_line_keys_still_move_and_leave(
    open_paper: Open, opener: str, size: tuple[int, int]
) -> None:
    async with open_paper(size=size) as paper:
        await paper.pilot.press(
            opener, "pageup", "pagedown", "end", "pageup", "home", "down", "up", "pagedown"
        )
        await paper.press("escape")
        assert paper.over == "ReadingScreen"


async def test_the_palette_has_nothing_of_its_own(paper: Paper) -> None:
    from newsreader.ui.palette import CommandProvider

    found = [hit async for hit in CommandProvider(paper.app.screen).discover()]
    names = [str(hit.prompt) for hit in found]
    words = of("nl").screen.commands
    assert names == [words.of(command.id)[1] for command in COMMANDS if command.palette]
    assert [hit.help for hit in found][names.index(words.save[1])] == shown("s")
    assert list(paper.app.get_system_commands(paper.app.screen)) == []


async def test_the_theme_under_the_cursor_is_worn_and_kept_only_with_enter(
    open_paper: Open, tmp_path: Path
) -> None:
    async with open_paper() as paper:
        assert paper.app.theme == "krant-dark"
        await paper.press("t", "down")
        assert paper.app.theme == "krant-light"
        await paper.press("j")
        assert paper.app.theme == "krant-contrast"
        await paper.press("escape")
        assert (paper.app.theme, kept(tmp_path).theme) == ("krant-dark", "")
        await paper.press("t", "down", "down", "enter")
        assert (paper.app.theme, kept(tmp_path).theme) == ("krant-contrast", "krant-contrast")
    async with open_paper(kept(tmp_path)) as paper:
        assert paper.app.theme == "krant-contrast"


async def test_textuals_own_way_to_choose_a_theme_leads_to_ours(paper: Paper) -> None:
    paper.app.action_change_theme()
    await paper.settle()
    assert paper.over == "PickScreen"
    paper.app.action_change_theme()
    await paper.press("down", "enter")
    assert (paper.over, paper.app.theme) == ("ReadingScreen", "krant-light")


async def test_every_theme_can_be_seen_in_a_small_terminal(open_paper: Open) -> None:
    async with open_paper(size=(80, 20)) as paper:
        await paper.press("t", "end")
        last = max(set(paper.app.available_themes) - set(paper.main.texts.theme_names))
        assert paper.app.theme == last
        assert paper.shows(f" {last} ")


async def test_textuals_own_themes_are_there_and_a_strange_name_is_the_dark_paper(open_paper: Open) -> None:
    async with open_paper(Settings(webmail="delta", theme="nord")) as paper:
        assert paper.app.theme == "nord"
    async with open_paper(Settings(webmail="delta", theme="bestaat-niet")) as paper:
        assert paper.app.theme == "krant-dark"


async def test_without_problems_the_list_of_problems_says_so(paper: Paper) -> None:
    await paper.press("e")
    assert paper.shows("Alle bronnen gaven antwoord.")


async def test_dialogs_lie_over_the_newspaper_and_leave_it_as_it_was(paper: Paper) -> None:
    await paper.press("j", "enter", "j")
    before = (paper.main.here, paper.open, paper.current.title, paper.main.view.place)
    for keys in (("question_mark", "q"), ("e", "q"), ("t", "escape"), ("S", "q"), ("comma", "q")):
        await paper.press(*keys)
        assert (paper.main.here, paper.open, paper.current.title, paper.main.view.place) == before


async def test_of_two_quick_answers_the_second_closes_nothing_else(paper: Paper) -> None:
    await paper.press("comma", "j", "enter")
    picker = paper.app.screen.query_one(OptionList)
    picker.action_select()
    picker.action_select()
    await paper.settle()
    assert paper.over == "SettingsScreen"
    paper.app.screen.query_one(OptionList).action_select()
    await paper.settle()
    assert paper.over == "PickScreen"


async def test_keys_that_still_wait_when_it_is_left_open_nothing(paper: Paper) -> None:
    key = Key("comma", ",")
    key._set_forwarded()  # by whoever had the focus
    paper.app.exit()
    await paper.app.on_event(key)
    assert paper.over == "ReadingScreen"


async def test_a_screen_that_is_not_made_when_it_is_left_is_not_missed(paper: Paper) -> None:
    async def mark() -> None:
        paper.main.redraw([])

    paper.app._exit = True  # as it is while Textual ends
    await paper.main.query("*").remove()
    paper.main.begin(mark(), "marks")
    await paper.main._pre_process()
    await paper.settle()
    assert paper.app.is_running
    assert not paper.app._exit_renderables


async def test_nothing_of_a_closed_dialog_stays(paper: Paper) -> None:
    sizes = []
    for _ in range(4):
        await paper.press("question_mark", "escape")
        await paper.settle()
        gc.collect()
        sizes.append(len(gc.get_objects()))
    assert sizes[-1] - sizes[1] < 400, sizes
