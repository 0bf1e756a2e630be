"""How large and how often: what every measurement is given."""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from newsreader.engine import Engine
from newsreader.paths import Paths
from newsreader.settings import Settings
from tests.bench import seed


@dataclass(frozen=True, slots=True)
class Plan:
    """The sizes of stores and refreshes, how often a thing is done, and where the stores are kept."""

    folder: Path
    articles: tuple[int, ...] = (0, 3_000, 30_000, 100_000)
    feeds: tuple[int, ...] = (100, 1_000)
    rounds: int = 9

    @property
    def most(self) -> int:
        """The size of the largest store."""
        return max(self.articles)

    @contextmanager
    def store(self, articles: int) -> Iterator[Path]:
        """A data folder with that many articles, to do with as one likes."""
        full = seed.fill(self.folder, articles)
        with tempfile.TemporaryDirectory(dir=self.folder) as copy:
            shutil.copytree(full, copy, dirs_exist_ok=True)
            if hasattr(os, "sync"):
                os.sync()  # or the first sync of the program waits for all of the copy
            yield Path(copy)

    def shared(self, articles: int) -> Path:
        """The data folder itself, to look at: a copy of a large one costs more than what is measured."""
        return seed.fill(self.folder, articles)


QUICK = {"articles": (0, 2_000), "feeds": (20,), "rounds": 3}
"""Sizes for a first look; the figures are not for quoting."""


def reader(data: Path) -> list[str]:
    """The module and options that open the reader on that folder, without a question first."""
    return ["newsreader", "--webmail", "zeelandnet", "--config-dir", str(data), "--data-dir", str(data)]


@contextmanager
def opened(plan: Plan, articles: int) -> Iterator[Engine]:
    """An engine on a store of that many articles, to do with as one likes."""
    with plan.store(articles) as data:
        engine = Engine.open(Paths(data, data), Settings())
        if not isinstance(engine, Engine):
            raise TypeError(f"no engine: {engine}")
        with engine:
            yield engine
