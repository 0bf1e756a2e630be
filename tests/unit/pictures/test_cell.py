"""The size of a cell, from a pseudo-terminal that tells it, and where there is none."""

from __future__ import annotations

import fcntl
import os
import pty
import struct
import sys
import termios
from collections.abc import Iterator

import pytest

from newsreader.pictures.cell import cell_size
from newsreader.pictures.geometry import CELL


@pytest.fixture
def window(monkeypatch: pytest.MonkeyPatch) -> Iterator[int]:
    """A terminal that the program seems to run in."""
    master, slave = pty.openpty()
    with os.fdopen(slave, "w") as stream:
        monkeypatch.setattr(sys, "__stdout__", stream)
        yield slave
    os.close(master)


@pytest.mark.parametrize(
    ("told", "cell"),
    [
        ((40, 120, 960, 680), (8, 17)),
        ((40, 120, 0, 0), CELL),
        ((40, 120, 120, 40), CELL),
        ((0, 0, 0, 0), CELL),
    ],
)
def test_what_the_driver_tells(window: int, told: tuple[int, ...], cell: tuple[int, int]) -> None:
    fcntl.ioctl(window, termios.TIOCSWINSZ, struct.pack("HHHH", *told))
    assert cell_size() == cell


def test_without_a_terminal_a_common_size_holds(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "__stdout__", None)
    assert cell_size() == CELL
