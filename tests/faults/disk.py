"""What befalls a database: damage, other programs, other versions. Each is told, and undone or repaired."""

from __future__ import annotations

import os
import random
import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path

import apsw

from newsreader import words
from newsreader.engine import doctor
from newsreader.engine.backups import Backups
from newsreader.model import Problem, ProblemKind, Scope
from newsreader.model.finding import State
from newsreader.paths import Paths
from newsreader.store import Store
from newsreader.store.examine import examine
from tests.faults.house import lost
from tests.faults.report import Tried
from tests.store.drafts import draft, opened, put, source

_MARKED = 10
_NOW = datetime(2026, 3, 2, 12, tzinfo=UTC)
Damage = Callable[[Path, random.Random], None]


def run(folder: Path, times: int) -> list[Tried]:
    """Every misfortune; those that damage the file at random, so many times."""
    damaged = [_damaged(folder / name, name, harm, times) for name, harm in DAMAGES.items()]
    refused = [_refused(folder / name, name, kind) for name, kind in REFUSALS.items()]
    return [*damaged, *refused]


def _filled(folder: Path) -> Path:
    """A store with marked articles and a backup of them, closed."""
    paths = Paths(folder, folder)
    store = opened(paths.database)
    store.add_sources([source()]).result()
    put(store, [draft(str(number), age=number, text=f"De pont {number} " * 30) for number in range(200)])
    store.mark(store.ids(Scope(), _MARKED), read=True, saved=True).result()
    backups = Backups(store, paths.backups, lambda: _NOW)
    assert backups.write(backups.today()) is None
    store.close()
    return paths.database


def _damaged(folder: Path, name: str, harm: Damage, times: int) -> Tried:
    """Damage and repair; what was marked must all be there, in the file or from the backup."""
    found, noticed = [], 0
    for number in range(times):
        path = _filled(folder / str(number))
        harm(path, random.Random(number))
        if any(each.state is not State.OK for each in examine(path)):
            noticed += 1
            doctor.repair(Paths(path.parent, path.parent), _NOW)
            if not list(path.parent.glob("*.damaged-*")) and name != "bit flipped":
                found.append(f"{number}: the damaged file was not kept")
        found += [f"{number}: {each}" for each in lost(path)]
        found += _unmarked(path, number)
    return Tried(name, times, tuple(found), f"{noticed} noticed and repaired")


def _unmarked(path: Path, number: int) -> list[str]:
    store = Store.open(path)
    if isinstance(store, Problem):
        return [f"{number}: {store.kind}"]
    saved = store.counts().saved
    store.close()
    return [] if saved == _MARKED else [f"{number}: {_MARKED - saved} marks"]


def _cut(path: Path, dice: random.Random) -> None:
    os.truncate(path, dice.randrange(0, path.stat().st_size // 512) * 512 + 1)


def _flip(path: Path, dice: random.Random) -> None:
    data = bytearray(path.read_bytes())
    data[dice.randrange(len(data))] ^= 1 << dice.randrange(8)
    path.write_bytes(data)


def _no_text(path: Path, dice: random.Random) -> None:
    """A bit flipped in a title, so that its bytes are no text any more."""
    data = bytearray(path.read_bytes())
    places = [match.start() for match in re.finditer(b"Veerpont", data)]
    data[dice.choice(places)] |= 0x80
    path.write_bytes(data)


def _no_header(path: Path, dice: random.Random) -> None:
    with path.open("r+b") as file:
        file.write(bytes(100))


def _no_header_on_small_pages(path: Path, dice: random.Random) -> None:
    """A store as it was made before pages were of 8 kB: those of existing files stay as they are."""
    connection = apsw.Connection(str(path))
    connection.pragma("journal_mode", "delete")
    connection.pragma("page_size", 4096)
    connection.execute("VACUUM")
    connection.pragma("journal_mode", "wal")
    connection.close()
    _no_header(path, dice)


DAMAGES: dict[str, Damage] = {
    "truncated": _cut,
    "bit flipped": _flip,
    "bit flipped in a text": _no_text,
    "header of zeros": _no_header,
    "header of zeros, pages of 4 kB": _no_header_on_small_pages,
}


def _refused(folder: Path, name: str, kind: ProblemKind) -> Tried:
    """A file that must not be opened now says so in both languages, and is as it was afterwards."""
    path, found = _filled(folder), []
    with _trouble(path, kind):
        store = Store.open(path, open_wait=0.05)
    if not isinstance(store, Problem):
        store.close()
        found.append("was opened")
    elif store.kind is not kind or any(not words.of(one).problems.sentence(store) for one in ("nl", "en")):
        found.append(f"said {store.kind}")
    return Tried(name, 1, (*found, *lost(path), *_unmarked(path, 0)))


@contextmanager
def _trouble(path: Path, kind: ProblemKind) -> Iterator[None]:
    connection = apsw.Connection(str(path))
    pragma = {ProblemKind.STORE_FUTURE: "user_version", ProblemKind.STORE_FOREIGN: "application_id"}.get(kind)
    before = connection.pragma(pragma) if pragma else None
    if pragma:
        connection.pragma(pragma, 999)
    else:
        connection.pragma("locking_mode", "exclusive")
        connection.execute("BEGIN EXCLUSIVE; DELETE FROM meta")
    yield
    if pragma:
        connection.pragma(pragma, before)
    else:
        connection.execute("ROLLBACK")
    connection.close()


REFUSALS = {
    "schema from the future": ProblemKind.STORE_FUTURE,
    "of another program": ProblemKind.STORE_FOREIGN,
    "locked by another": ProblemKind.STORE_LOCKED,
}
