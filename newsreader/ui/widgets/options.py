"""A list to choose from, at any size."""

from __future__ import annotations

from typing import Literal

from textual.widgets import OptionList


class Options(OptionList):
    """Textual's own, which ends the program when it is to turn a page of a list that has no lines yet."""

    def _move_page(self, direction: Literal[-1, 1]) -> None:
        if has_lines(self):
            super()._move_page(direction)


def has_lines(options: OptionList) -> bool:
    """Whether there is room for a line of the list, which it only looks at when it is painted."""
    options._update_lines()  # noqa: SLF001 - nothing else finds out
    return bool(options._lines)  # noqa: SLF001 - the same
