"""A reader's hand: keys pressed at random in a real terminal, and what the screen has confirmed of them."""

from __future__ import annotations

import re
import time
from collections.abc import Callable
from random import Random

from tests.faults.press import SECTIONS
from tests.terminal.terminal import Terminal

_OPEN = re.compile(r"Dit staat in (\d+-\d+)\.")
_WORDS = {
    "s": ("Niet meer bewaard.", "Bewaard voor later."),
    "M": ("Gemarkeerd als gelezen.", "Gemarkeerd als ongelezen."),
}
"""What the screen says after a key that marks: that it was taken away, or set."""
_CAME = r"niets nieuws|\d+ nieuw"
_UNDONE = "1 markering teruggezet"
_WALKS = (("n",), ("n",), ("q", "j", "j", "enter"), ("q", "pagedown", "enter"), ("q", "g", "enter"))
_ASIDE = (("q", "/", *"druk", "escape"), ("q", "W", "escape"), ("S", "escape"), ("q", "u", "u"))


UNSAID = 1
"""Marks without words to be forgiven: the next key shows whether the reader still answers."""


class Hand:
    """Marks only what is its own by `mine`, so that nobody else changes it; the rest it just opens."""

    def __init__(self, terminal: Terminal, mine: Callable[[str], bool], seed: str) -> None:
        self.saved: dict[str, bool] = {}
        """What the screen said of the articles marked, by their names."""
        self.unread: dict[str, bool] = {}
        self.unsure: set[str] = set()
        self.unsaid: list[str] = []
        self.waits: list[float] = []  # seconds from a key to its confirmation
        self.acts = 0
        self.terminal = terminal
        self._mine = mine
        self._dice = Random(seed)
        self._told = ""

    def act(self) -> None:
        """One thing that a reader does; fails when the screen does not confirm it."""
        self.acts += 1
        if self._dice.random() < 0.1:
            self._aside()
        before = self._open()
        self._press(*self._dice.choice(_WALKS))
        self.terminal.settle(0.2)
        name = self._open()
        if name in ("", before) or not self._mine(name):
            return  # nothing was opened: a key would mark whatever the cursor is at in the list
        for _ in range(self._dice.randrange(4)):
            self._mark(name)

    def _aside(self) -> None:
        """Fetch the news, search, go to another section or look into another screen."""
        if self._dice.random() < 0.3:
            self._confirmed("r", _CAME)
            return
        section = ("q", "h", "g", *"j" * self._dice.randrange(3 + len(SECTIONS)), "l")
        self._press(*self._dice.choice((*_ASIDE, section)))
        self._press("escape", "q")

    def _press(self, *keys: str) -> None:
        for key in keys:
            self.terminal.press(key)
            self.terminal.settle(0.05)

    def _open(self) -> str:
        found = _OPEN.search(self.terminal.text)
        return found[1] if found else ""

    def _mark(self, name: str) -> None:
        """Save or let go, mark read or unread, and perhaps take that back."""
        key = self._dice.choice("sM")
        words, state = _WORDS[key], self.saved if key == "s" else self.unread
        if self._told in words:
            return  # the screen would write nothing, should it say the same again
        try:
            told = self._confirmed(key, *words)
        except AssertionError:  # another message may have taken its place before it was painted
            said = " ".join(self.terminal.lines[-2].split())
            self.unsaid.append(f"{key} on {name}, where the screen said: {said}")
            self.unsure.add(name)
            if len(self.unsaid) > UNSAID:
                raise
            return
        if self._open() != name:  # the pane was slower than the key: which of the two was marked?
            self.unsure |= {name, self._open()}
            return
        state[name] = told == words[1]
        if self._dice.random() < 0.4:
            self._confirmed("z", _UNDONE)
            state[name] = told == words[0]

    def _confirmed(self, key: str, *words: str) -> str:
        """Press the key, and answer which of these the screen says then."""
        start, pressed = len(self.terminal.raw), time.monotonic()
        self.terminal.press(key)

        def said() -> list[str]:
            return [each for each in words if re.search(each.encode(), self.terminal.raw[start:])]

        self.terminal.wait(lambda: bool(said()), f"{' or '.join(words)} after {key}")
        self.waits.append(time.monotonic() - pressed)
        self._told = said()[0]
        return self._told
