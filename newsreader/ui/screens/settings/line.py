"""One line of the settings screen."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from newsreader.settings import Change, allowed

Options = tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Setting:
    """One line: its name, its value in words, and how to make a change of what was picked or typed."""

    name: str
    value: str
    plain: str
    change: Callable[[str], dict[str, Change]]
    options: Options = ()  # to pick from; none: a text is asked
    wrong: Callable[[str], str] = lambda _: ""

    def fault(self, text: str) -> str:
        """What is wrong with a text; nothing when the settings file may hold it."""
        try:
            fine = allowed(self.change(text.strip()))
        except ValueError:
            fine = False
        return "" if fine else self.wrong(text)
