"""Killed at random moments (`kill -9`) of whatever a reader does to its store and its files."""

from __future__ import annotations

import os
import random
import shutil
from collections.abc import Sequence
from pathlib import Path

from tests.faults import lives
from tests.faults.house import lost
from tests.faults.report import Tried
from tests.faults.work import Work, news
from tests.faults.works import WORKS
from tests.faults.works_on_files import FILE_WORKS
from tests.server import Server

ALL = {**WORKS, **FILE_WORKS}
_AGAIN = 4  # of so many lives, one is followed by a life that is not killed
_MOST = 4  # so many lives for every one that is to be cut off in the middle


def run(folder: Path, times: int, seed: int = 7) -> list[Tried]:
    """So many kills, shared among the kinds of work."""
    each = -(-times // len(ALL))
    return [killed(folder, name, each, seed) for name in ALL]


def killed(folder: Path, name: str, times: int, seed: int = 7) -> Tried:
    """A whole life, to know how long it takes; then lives until so many were cut off in the middle."""
    lives.prepare()
    with Server() as server:
        trial = _Trial(folder / name.replace(" ", "-"), ALL[name], server, f"{name} {seed}")
        found = trial.whole_lives()
        lived = 0
        while trial.cut < times and lived < _MOST * times:
            found += [f"life {lived}: {each}" for each in trial.life(lived)]
            lived += 1
    note = f"of {lived} lives, each of {1000 * trial.longest:.0f} ms; seed {seed}"
    return Tried(f"killed in {name}", trial.cut, tuple(found), note)


class _Trial:
    """The lives of one kind of work, each in a copy of a folder that was made ready once."""

    def __init__(self, folder: Path, work: Work, server: Server, seed: str) -> None:
        self._folder = folder
        self._work = work
        self._server = server
        self._dice = random.Random(seed)
        self.longest = 0.0
        self.cut = 0

    def whole_lives(self) -> list[str]:
        """What a life that is left alone lacks at its end, for every kind."""
        found = []
        for kind in range(self._work.kinds):
            self._work.prepare(self._made(kind), self._server, kind)
            copy = self._copy(kind, f"heel-{kind}")
            notes, lived = lives.live(self._work.task, copy, copy.name, None)
            found += [f"left alone: {each}" for each in self._lost(copy, notes)]
            found += [] if "end" in notes else ["left alone: did not end"]
            self.longest = max(self.longest, lived)
            shutil.rmtree(copy)
        return found

    def life(self, number: int) -> list[str]:
        """What was lost by one kill."""
        token, kind = f"{os.getpid()}-{self._folder.name}-{number}", number % self._work.kinds
        copy = self._copy(kind, token)
        notes, lived = lives.live(self._work.task, copy, token, self._dice.uniform(0, self.longest))
        found = lives.orphans(token)
        if "end" in notes:
            self.longest += (lived - self.longest) / 4  # the machine is quicker now than it was
        else:
            self.cut += 1
        if self._work.whole:
            found += self._lost(copy, notes)
        if not self._work.whole or (self._work.settles and not number % _AGAIN):
            notes, _ = lives.live(self._work.task, copy, token, None)
            found += [f"afterwards: {each}" for each in self._lost(copy, notes)]
        if not found:
            shutil.rmtree(copy)
        return found

    def _lost(self, copy: Path, notes: Sequence[str]) -> list[str]:
        return [*lost(news(copy)), *self._work.left(copy, notes)]

    def _made(self, kind: int) -> Path:
        folder = self._folder / f"begin-{kind}"
        folder.mkdir(parents=True)
        return folder

    def _copy(self, kind: int, name: str) -> Path:
        return Path(shutil.copytree(self._folder / f"begin-{kind}", self._folder / name))
