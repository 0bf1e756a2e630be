"""The command table and the reader's own keys over it."""

from __future__ import annotations

from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsreader.ui.commands import COMMANDS, FIXED, KeymapFault, keymap, shown, textual_key
from newsreader.ui.screens.reading import ReadingScreen
from newsreader.ui.widgets.article_view import ArticleView
from newsreader.words import of
from newsreader.words.commands import CommandWords

IDS = [command.id for command in COMMANDS]
PROMISED = {
    "down": "j down",
    "up": "k up",
    "page_down": "pagedown",
    "page_up": "pageup",
    "top": "g",
    "bottom": "G",
    "read": "enter l",
    "back": "h q",
    "read_on": "space",
    "next": "n",
    "previous": "p",
    "unread_only": "u",
    "save": "s",
    "mark": "M",
    "mark_all": "A",
    "undo": "z",
    "refresh": "r",
    "search": "/",
    "browser": "o",
    "copy": "y",
    "region_next": "tab",
    "trail_back": "[",
    "trail_forward": "]",
    "webmail": "m",
    "settings": ",",
    "theme": "t",
    "palette": "ctrl+p",
    "quit": "ctrl+q",
    "help": "?",
    "copy_markdown": "Y",
    "export": "w",
    "pipe": "|",
    "mail": "@",
    "enclosures": "b",
    **{f"related_{n}": str(n) for n in range(1, 10)},
}


def test_every_command_has_one_id() -> None:
    assert len(set(IDS)) == len(IDS)


@pytest.mark.parametrize("command", COMMANDS, ids=IDS)
def test_every_command_has_an_action_on_the_main_screen(command: object) -> None:
    action = getattr(command, "action", "").partition("(")[0]
    assert callable(getattr(ReadingScreen, f"action_{action}"))


@pytest.mark.parametrize("language", ["nl", "en"])
def test_every_command_has_words_and_no_words_have_no_command(language: str) -> None:
    words = of("nl" if language == "nl" else "en").screen.commands
    assert all(text for name in IDS for text in words.of(name))
    assert set(CommandWords._fields) == {"related" if name.startswith("related_") else name for name in IDS}


def test_the_keys_are_those_that_were_promised() -> None:
    keys = keymap({}).keys
    missing = {
        name: wanted for name, wanted in PROMISED.items() if not set(wanted.split()) <= set(keys[name])
    }
    assert missing == {}


def test_no_two_commands_have_one_key_and_all_of_them_exist() -> None:
    keys = [(textual_key(key), command.where) for command in COMMANDS for key in command.keys]
    assert None not in [key for key, _ in keys]
    assert [key for key, number in Counter(keys).items() if number > 1] == []
    assert keymap({}).faults == ()


def test_every_binding_can_be_changed_by_its_id() -> None:
    bound = [*ReadingScreen.BINDINGS, *ArticleView.BINDINGS]
    assert sorted(str(getattr(binding, "id", None)) for binding in bound) == sorted(IDS)


@pytest.mark.parametrize(
    ("key", "name"),
    [
        ("/", "slash"),
        ("?", "question_mark"),
        (",", "comma"),
        ("[", "left_square_bracket"),
        ("!", "exclamation_mark"),
        ("-", "minus"),
        ("G", "G"),
        ("é", "é"),
        ("5", "5"),
        ("f5", "f5"),
        ("F5", "f5"),
        ("ctrl+d", "ctrl+d"),
        ("Ctrl+D", "ctrl+d"),
        ("shift+tab", "shift+tab"),
        ("pagedown", "pagedown"),
        ("space", "space"),
        ("", None),
        ("jj", None),
        ("ctrl+", None),
        ("ctrl+jj", None),
        ("hyper+j", None),
        ("enter,x", None),
        ("f99", None),
    ],
)
def test_a_key_as_a_person_writes_it(key: str, name: str | None) -> None:
    assert textual_key(key) == name


def test_own_keys_take_the_place_of_ours() -> None:
    found = keymap({"save": ("f4", "f2")})
    assert (found.keys["save"], found.faults) == (("f4", "f2"), ())
    assert found.keys["undo"] == ("z",)


def test_two_commands_can_change_places() -> None:
    found = keymap({"save": ("M",), "mark": ("s",)})
    assert (found.keys["save"], found.keys["mark"], found.faults) == (("M",), ("s",), ())


def test_a_key_that_was_given_up_is_free() -> None:
    found = keymap({"mark": ("v",), "save": ("M",)})
    assert (found.keys["save"], found.faults) == (("M",), ())


@pytest.mark.parametrize(
    ("own", "fault"),
    [
        ({"sav": ("f4",)}, KeymapFault("unknown", "sav", other="save")),
        ({"save": ("niks",)}, KeymapFault("key", "save", key="niks")),
        ({"save": ("f4", "")}, KeymapFault("key", "save", key="")),
        ({"save": ()}, KeymapFault("empty", "save")),
        ({"save": ("z",)}, KeymapFault("clash", "save", key="z", other="undo")),
        ({"save": ("f4", "ctrl+q")}, KeymapFault("clash", "save", key="ctrl+q", other="quit")),
        ({"quit": ("Q",), "save": ("ctrl+q",)}, KeymapFault("clash", "save", key="ctrl+q", other="quit")),
    ],
)
def test_a_faulty_line_is_told_and_the_old_keys_stay(
    own: dict[str, tuple[str, ...]], fault: KeymapFault
) -> None:
    found = keymap(own)
    assert found.faults == (fault,)
    assert found.keys["save"] == ("s",)


def test_of_two_own_lines_with_one_key_the_first_has_it() -> None:
    found = keymap({"save": ("f4",), "mark": ("f4",)})
    assert (found.keys["save"], found.keys["mark"]) == (("f4",), ("M",))
    assert found.faults == (KeymapFault("clash", "mark", key="f4", other="save"),)


KEYS = st.sampled_from([*"abcjkqsz/?!G", "ctrl+q", "ctrl+d", "f2", "enter", "niks", ""])


@given(
    st.dictionaries(st.sampled_from([*IDS, "onbekend"]), st.lists(KEYS, max_size=3).map(tuple), max_size=8)
)
def test_whatever_is_written_every_command_has_keys_and_no_two_clash(own: dict[str, tuple[str, ...]]) -> None:
    found = keymap(own)
    assert set(found.keys) == set(IDS)
    places = {command.id: command.where for command in COMMANDS}
    used = [(textual_key(key), places[name]) for name, keys in found.keys.items() for key in set(keys)]
    assert None not in [key for key, _ in used]
    assert max(Counter(used).values()) == 1
    holders = {
        textual_key(key): name for name, keys in found.keys.items() for key in keys if not places[name]
    }
    for name in FIXED:
        default = next(command.keys[0] for command in COMMANDS if command.id == name)
        assert holders.get(default, name) == name


def test_keys_are_shown_in_few_signs() -> None:
    assert [shown(key) for key in ("enter", "ctrl+q", "j", "/", "pagedown", "f5")] == [
        "⏎",
        "^q",
        "j",
        "/",
        "PgDn",
        "f5",
    ]
