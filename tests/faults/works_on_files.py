"""Work with files in which a reader is killed: an import, a backup, bringing it back, a repair."""

from __future__ import annotations

import random
import shutil
from collections.abc import Iterator, Sequence
from pathlib import Path

from newsreader.cli import main
from newsreader.engine import backup_lines, doctor
from newsreader.engine.backups import Backups
from newsreader.model import Source
from newsreader.model.backup import KeptMark
from newsreader.sources import opml
from tests.engine.reader import Hands
from tests.faults.lives import Note
from tests.faults.work import Work, filled, look, newest, news, paths, reader, saved, still_saved
from tests.server import Server
from tests.store.drafts import NOW

FEEDS = 300
"""Subscriptions in the list that is imported."""
MANY = 1500
"""Marks in the backup that is brought back."""


def _run(folder: Path, *words: str) -> None:
    assert main(["--data-dir", str(folder), "--config-dir", str(folder), *words]) == 0


def _listed(folder: Path, server: Server, _: int) -> None:
    filled(folder, 50)
    engine = reader(folder)
    engine.prepare()
    engine.close()
    feeds = [
        Source(f"blad-{each}", f"Blad {each}", f"https://blad{each}.example/rss", "Kranten")
        for each in range(FEEDS)
    ]
    (folder / "lijst.opml").write_bytes(opml.write(feeds))


def _import(folder: Path, _: Note) -> None:
    _run(folder, "import", str(folder / "lijst.opml"))


def _imported(folder: Path, notes: Sequence[str]) -> Iterator[str]:
    yield from still_saved(folder, notes)
    store = look(folder)
    number = sum(".example/rss" in status.source.url for status in store.sources())
    store.close()
    if number not in ((FEEDS,) if "end" in notes else (0, FEEDS)):
        yield f"{FEEDS - number} of the subscriptions"


def _kept(folder: Path, server: Server, _: int) -> None:
    """A store with a whole backup of the day before."""
    filled(folder, 2500, marked=2000)
    _backup(folder, lambda _: None)


def _backup(folder: Path, _: Note) -> None:
    store = look(folder)
    backups = Backups(store, paths(folder).backups, Hands(NOW))
    assert backups.write(backups.today()) is None
    store.close()


def _unkept(folder: Path, _: Sequence[str]) -> Iterator[str]:
    """The file is a whole one, be it the former or the new; nothing half made stands beside it."""
    (file,) = paths(folder).backups.glob("newsreader-*")
    found = backup_lines.understood(enumerate(file.read_bytes().splitlines(), 1))
    marks = sum(isinstance(each, KeptMark) for each in found.kept)
    if found.unreadable or marks != 2000:
        yield f"{2000 - marks} marks in the backup"


def _with_backup(folder: Path, server: Server, _: int) -> None:
    """A store with marks of its own, and the backup of another reader of the same source."""
    filled(folder / "ander", MANY, marked=MANY)
    store = look(folder / "ander")
    assert Backups(store, folder, Hands(NOW)).write(folder / "kopie.jsonl") is None
    store.close()
    shutil.rmtree(folder / "ander")
    filled(folder, 400)


def _restore(folder: Path, _: Note) -> None:
    _run(folder, "restore", str(folder / "kopie.jsonl"))


def _restored(folder: Path, notes: Sequence[str]) -> Iterator[str]:
    there = saved(folder)
    wanted = newest(MANY) if "end" in notes else newest()
    yield from (f"mark on {title}" for title in sorted(wanted - there))


def _damaged(folder: Path, server: Server, kind: int) -> None:
    """A store of which a part is gone, with a backup from before that."""
    filled(folder, 800)
    _backup(folder, lambda _: None)
    data = bytearray(news(folder).read_bytes())
    start = random.Random(kind).randrange(8192, len(data) - 40_000)
    data[start : start + 20_000] = bytes(20_000)
    news(folder).write_bytes(data)
    (folder / "voor").write_bytes(data)


def _repair(folder: Path, _: Note) -> None:
    doctor.repair(paths(folder), NOW)


def _unrepaired(folder: Path, notes: Sequence[str]) -> Iterator[str]:
    """Repaired at the latest the second time, the damaged file being kept."""
    yield from still_saved(folder, notes)
    before = (folder / "voor").read_bytes()
    if not any(path.read_bytes() == before for path in folder.glob("news.db*.damaged-*")):
        yield "the damaged file"


FILE_WORKS: dict[str, Work] = {
    "an import": Work(_listed, _import, _imported),
    "a backup": Work(_kept, _backup, _unkept),
    "bringing a backup back": Work(_with_backup, _restore, _restored),
    "a repair": Work(_damaged, _repair, _unrepaired, kinds=6, whole=False),
}
