"""Whether pictures are shown and how, by the settings and by what the environment tells of the terminal."""

from __future__ import annotations

from collections.abc import Mapping

import pytest

from newsreader.pictures.geometry import Box, fit, reserved
from newsreader.pictures.terminal import Protocol, protocol, wanted
from newsreader.settings import PICTURES, PROTOCOLS
from newsreader.words import pictures

TRUE = {"TERM": "xterm-256color", "COLORTERM": "truecolor"}


@pytest.mark.parametrize(
    ("setting", "environ", "shown"),
    [
        ("auto", TRUE, True),
        ("auto", {"TERM": "xterm-256color"}, True),
        ("auto", {"TERM": "xterm-kitty"}, True),
        ("auto", {}, False),
        ("auto", {"TERM": "xterm"}, False),
        ("auto", {"TERM": "linux", "COLORTERM": "truecolor"}, False),
        ("auto", TRUE | {"SSH_CONNECTION": "10.0.0.1 1 10.0.0.2 22"}, False),
        ("auto", TRUE | {"SSH_TTY": "/dev/pts/1"}, False),
        ("auto", TRUE | {"SSH_TTY": ""}, True),
        ("always", TRUE | {"SSH_TTY": "/dev/pts/1"}, True),
        ("always", {"TERM": "linux"}, True),
        ("never", TRUE, False),
        ("auto", TRUE | {"NO_COLOR": "1"}, False),
        ("always", TRUE | {"NO_COLOR": "1"}, False),
    ],
)
def test_when_pictures_are_shown(setting: str, environ: Mapping[str, str], shown: bool) -> None:
    assert wanted(setting, environ) is shown
    assert wanted(setting, environ, plain=True) is False


@pytest.mark.parametrize(
    ("environ", "found"),
    [
        ({"TERM": "xterm-kitty"}, Protocol.KITTY),
        ({"TERM": "xterm-256color", "KITTY_WINDOW_ID": "1"}, Protocol.KITTY),
        ({"TERM": "xterm-ghostty"}, Protocol.KITTY),
        ({"TERM": "foot"}, Protocol.SIXEL),
        ({"TERM": "xterm-256color", "TERM_PROGRAM": "iTerm.app"}, Protocol.ITERM2),
        ({"TERM": "xterm-256color", "TERM_PROGRAM": "WezTerm"}, Protocol.ITERM2),
        ({"TERM": "xterm-256color", "TERM_PROGRAM": "Apple_Terminal"}, Protocol.HALF_BLOCKS),
        ({"TERM": "tmux-256color", "KITTY_WINDOW_ID": "1"}, Protocol.HALF_BLOCKS),
        ({"TERM": "xterm-kitty", "TMUX": "/tmp/tmux"}, Protocol.HALF_BLOCKS),
        ({}, Protocol.HALF_BLOCKS),
    ],
)
def test_which_protocol(environ: Mapping[str, str], found: Protocol) -> None:
    assert protocol("auto", environ) is found
    assert protocol("sixel", environ) is Protocol.SIXEL


def test_the_settings_have_a_word_for_every_value() -> None:
    assert set(PROTOCOLS) == {"auto", *Protocol}
    for words in (pictures.NL, pictures.EN):
        assert set(words.when) == set(PICTURES)
        assert set(words.protocols) == set(PROTOCOLS)


@pytest.mark.parametrize(
    ("size", "box"),
    [
        ((1600, 900), Box(71, 20)),
        ((800, 200), Box(76, 10)),
        ((300, 200), Box(45, 15)),
        ((40, 20), Box(6, 2)),
        ((200, 2000), Box(4, 20)),
        ((6000, 100), Box(76, 1)),
    ],
)
def test_a_picture_keeps_its_shape_and_is_hardly_enlarged(size: tuple[int, int], box: Box) -> None:
    assert fit(size, 76, 20) == box
    assert reserved(size, 76, 20) == box


def test_room_is_kept_for_what_is_not_known() -> None:
    assert reserved((0, 0), 76, 20) == reserved((300, 0), 76, 20) == Box(71, 20)
    assert reserved((0, 0), 30, 20) == Box(30, 8)
