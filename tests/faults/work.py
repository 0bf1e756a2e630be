"""A kind of work in which a reader is killed, and what works have in common."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import NamedTuple

from newsreader.engine import Engine
from newsreader.model import Scope, ScopeKind
from newsreader.paths import Paths
from newsreader.settings import Settings
from newsreader.store import Store
from tests.engine.reader import Hands
from tests.faults.lives import Task
from tests.server import Server
from tests.store.drafts import NOW, draft, opened, put, source

MARKED = 20
"""So many of the newest articles are read and saved when a life begins."""


class Work(NamedTuple):
    """`prepare` fills a folder, in so many `kinds`; `left` says what a life has lost, by what it noted."""

    prepare: Callable[[Path, Server, int], None]
    task: Task
    left: Callable[[Path, Sequence[str]], Iterable[str]]
    kinds: int = 1
    settles: bool = True
    """Whether a second life, that is not killed, completes what the first began."""
    whole: bool = True
    """Whether the store is whole before that; a repair begins with one that is not."""


def paths(folder: Path) -> Paths:
    """Where the reader of a life has its files."""
    return Paths(folder, folder)


def news(folder: Path) -> Path:
    """Its store."""
    return paths(folder).database


def reader(folder: Path, clock: Hands | None = None, settings: Settings | None = None) -> Engine:
    """The engine on the store of a life."""
    engine = Engine.open(paths(folder), settings or Settings(), clock=clock or Hands(NOW))
    assert isinstance(engine, Engine)
    return engine


def filled(folder: Path, articles: int, text: str = "De pont vaart weer.", marked: int = MARKED) -> None:
    """A store of so many articles, whose titles all differ, the newest of them saved."""
    store = opened(news(folder))
    store.add_sources([source()]).result()
    put(
        store,
        [
            draft(f"k{each}", f"Bericht nummer{each}", age=each, text=f"{text} {each}")
            for each in range(articles)
        ],
    )
    store.mark(store.ids(Scope(), marked), read=True, saved=True).result()
    store.close()


def look(folder: Path) -> Store:
    """The store of a life that has ended."""
    return opened(news(folder), open_wait=5)


def saved(folder: Path) -> set[str]:
    """The titles of what is saved."""
    store = look(folder)
    titles = {row.title for row in store.page(Scope(ScopeKind.SAVED), 100_000)}
    store.close()
    return titles


def newest(number: int = MARKED) -> set[str]:
    """The titles of the first so many articles of a filled store."""
    return {f"Bericht nummer{each}" for each in range(number)}


def still_saved(folder: Path, _: Sequence[str]) -> list[str]:
    """Whether every mark from before this life is there."""
    return [f"mark on {title}" for title in sorted(newest() - saved(folder))]
