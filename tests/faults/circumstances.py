"""What a machine may do to a reader: no room, no rights, no locks, another program, another time.

Each is tried for real, in a process of its own; what this machine does not allow is said to be skipped.
"""

from __future__ import annotations

import asyncio
import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import apsw

from newsreader.cli import main
from newsreader.engine import doctor
from newsreader.model import Problem, ProblemKind, Scope
from newsreader.model.finding import State
from newsreader.store import Store
from newsreader.store.examine import examine
from tests.engine.reader import Hands
from tests.faults import lives, told
from tests.faults.full import ON_FULL_DISKS, WITHOUT_QUOTA, fill
from tests.faults.house import lost
from tests.faults.lives import Note
from tests.faults.report import Tried
from tests.faults.told import ARTICLES, expect, reads, refused
from tests.faults.work import filled, look, newest, news, paths, reader, saved
from tests.store.drafts import NOW, draft, opened, put

SIZE = "4m"
"""Of a disk that is soon full."""
_STRANGER = 12_345  # the number of a user who owns nothing
_LOCKED = """
import sys, time, apsw
other = apsw.Connection(sys.argv[1]); other.execute("BEGIN EXCLUSIVE; DELETE FROM meta")
print("held", flush=True); time.sleep(float(sys.argv[2])); other.execute("ROLLBACK")
"""


def run(folder: Path, *, patience: float = 2.0) -> list[Tried]:
    """Every circumstance once; another program holds the store for `patience` seconds."""
    lives.prepare()
    tasks: dict[str, lives.Task] = {
        **CIRCUMSTANCES,
        "held by another program": partial(_held, seconds=patience),
    }
    return [_tried(folder / name.replace(" ", "-"), name, task) for name, task in tasks.items()]


def _tried(folder: Path, name: str, task: Callable[[Path, Note], None]) -> Tried:
    if name in ("quota used up", *WITHOUT_QUOTA) and os.name != "posix":
        return Tried(name, 0, (), "skipped: files have no limits here")
    if name in ON_A_DISK and not _is_root():
        return Tried(name, 0, (), "skipped: only root mounts a disk")
    if name in AS_A_STRANGER and not _is_root():
        return Tried(name, 0, (), "skipped: only root becomes another user")
    with ExitStack() as stack:
        if name in AS_A_STRANGER:  # where another user may go as well
            folder = Path(stack.enter_context(TemporaryDirectory(prefix="newsreader-stranger-")))
            folder.chmod(0o755)
        folder.mkdir(parents=True, exist_ok=True)
        place = stack.enter_context(_disk(folder / "disk", name in ON_A_DISK))
        filled(place, ARTICLES)
        notes, _ = lives.live(task, place, folder.name, None)
        said = next((line.removeprefix("told ") for line in notes if line.startswith("told")), "")
        wrong = [line for line in notes if line != "end" and not line.startswith("told")]
        if "end" not in notes:
            wrong.append("the process failed")
        wrong += lost(news(place))
        if not wrong and newest() - saved(place):
            wrong.append("marks")
    return Tried(name, 1, tuple(wrong), said[:90])


def _is_root() -> bool:
    return sys.platform == "linux" and os.getuid() == 0


@contextmanager
def _disk(folder: Path, small: bool) -> Iterator[Path]:
    folder.mkdir()
    if small:
        subprocess.run(["mount", "-t", "tmpfs", "-o", f"size={SIZE}", "tmpfs", str(folder)], check=True)
    try:
        yield folder
    finally:
        if small:
            subprocess.run(["umount", str(folder)], check=True)


def _only_reads(note: Note, folder: Path, *kinds: ProblemKind) -> None:
    """The store opens for reading, tells why nothing is kept, and so does a command."""
    store = Store.open(news(folder))
    if isinstance(store, Problem):
        note(f"does not open: {store.kind}")
        return
    expect(note, store.problem, *kinds)
    reads(note, store)
    refused(note, lambda: store.mark([1], saved=True).result(), *kinds)
    store.close()
    if main(["--data-dir", str(folder), "--config-dir", str(folder), "refresh"]) == 0:
        note("a command that could not do its work ended with 0")


def _full_before(folder: Path, note: Note) -> None:
    look(folder).close()
    fill(folder)
    _only_reads(note, folder, ProblemKind.STORE_FULL)
    (folder / "rest").unlink()


def _full_meanwhile(folder: Path, note: Note) -> None:
    store = look(folder)
    fill(folder)
    full = ProblemKind.STORE_FULL
    news_ = [draft(f"n{each}", text=os.urandom(2000).hex()) for each in range(200)]
    refused(note, lambda: put(store, news_), full)
    refused(note, lambda: [store.mark([each], read=False).result() for each in range(1, 200)], full)
    reads(note, store)
    (folder / "rest").unlink()
    store.mark([1], read=True).result()
    store.close()


def _quota(folder: Path, note: Note) -> None:
    """No file may grow beyond a size (`ulimit -f`): the error is EFBIG, that of a quota is of its kind."""
    import resource  # not there on every system

    store = look(folder)
    resource.setrlimit(resource.RLIMIT_FSIZE, (400_000, 400_000))
    news_ = [draft(f"n{each}", text=os.urandom(2000).hex()) for each in range(400)]
    refused(note, lambda: put(store, news_), ProblemKind.STORE_FULL)
    ids = store.ids(Scope())
    if len(ids) < ARTICLES or store.article(ids[-1]) is None:
        note("cannot be read")
    store.close()


def _as_stranger(folder: Path, *modes: tuple[str, int]) -> None:
    """From now on another user, for whom the files have these modes."""
    folder.chmod(0o755)
    for name, mode in modes:
        (folder / name).chmod(mode)
    os.setuid(_STRANGER)


def _foreign(folder: Path, note: Note) -> None:
    main(["--data-dir", str(folder), "--config-dir", str(folder), "list"])  # imported while that is allowed
    _as_stranger(folder, ("news.db", 0o644))
    _only_reads(note, folder, ProblemKind.STORE_READ_ONLY)


def _forbidden(folder: Path, note: Note) -> None:
    _as_stranger(folder, ("news.db", 0o600))
    expect(note, Store.open(news(folder)), ProblemKind.FILE)


def _read_only_mount(folder: Path, note: Note) -> None:
    with _only_to_read(folder) as shown:
        _only_reads(note, shown, ProblemKind.STORE_READ_ONLY)


def _read_only_settings(folder: Path, note: Note) -> None:
    """A choice cannot be kept, and all else goes on."""
    settings = folder / "config"
    settings.mkdir()
    (settings / "settings.toml").write_text('webmail = "zeelandnet"\n')
    with _only_to_read(settings) as shown:
        for name, *more in (("webmail", "delta"), ("list",), ("backup",)):
            status, said = told.command(folder, name, *more, settings=shown)
            if bool(status) is not (name == "webmail"):
                note(f"{name} ended with {status}: {said}")
            if status:
                note(f"told {said}" if "gelezen" in said else f"{name} said {said}")
    if (settings / "settings.toml").read_text() != 'webmail = "zeelandnet"\n':
        note("the settings")


@contextmanager
def _only_to_read(folder: Path) -> Iterator[Path]:
    """The same folder as a disk that is mounted for reading."""
    shown = folder.with_name(f"{folder.name}-shown")
    shown.mkdir()
    subprocess.run(["mount", "--bind", str(folder), str(shown)], check=True)
    subprocess.run(["mount", "-o", "remount,ro,bind", str(shown)], check=True)
    try:
        yield shown
    finally:
        subprocess.run(["umount", str(shown)], check=True)


def _no_locks(folder: Path, note: Note) -> None:
    layer = _Lockless()
    _only_reads(note, folder, ProblemKind.STORE_NO_LOCKS)
    layer.unregister()


class _Lockless(apsw.VFS):
    """The files of a drive that refuses every lock."""

    def __init__(self) -> None:
        self.base = apsw.vfs_names()[0]
        super().__init__("lockless", self.base, makedefault=True)

    def xOpen(self, name: Any, flags: list[int]) -> apsw.VFSFile:  # noqa: N802
        return _LocklessFile(self.base, name, flags)


class _LocklessFile(apsw.VFSFile):
    def xLock(self, level: int) -> None:  # noqa: N802
        raise apsw.exception_for(apsw.SQLITE_IOERR_LOCK)


def _no_shared_memory(folder: Path, note: Note) -> None:
    """Nothing may be made beside the file, so that there is no log and no memory to share."""
    _as_stranger(folder, ("news.db", 0o666))
    store = Store.open(news(folder))
    assert isinstance(store, Store)
    reads(note, store)
    refused(note, lambda: store.mark([1], saved=True).result(), ProblemKind.STORE_READ_ONLY)
    store.close()


def _held(folder: Path, note: Note, seconds: float) -> None:
    """Another program holds the store: reading goes on, a mark waits, or fails when that is too long."""
    for wait, patient in ((0.2, False), (seconds + 30, True)):
        command = [sys.executable, "-c", _LOCKED, str(news(folder)), str(seconds)]
        with subprocess.Popen(command, stdout=subprocess.PIPE) as other:
            assert other.stdout is not None
            other.stdout.readline()
            store = opened(news(folder), open_wait=0.2, write_wait=wait)
            reads(note, store)
            if patient:
                store.mark([1], read=True).result()
            else:
                refused(note, lambda: store.mark([1], read=True).result(), ProblemKind.STORE_LOCKED)  # noqa: B023
            store.close()


def _log_gone(folder: Path, note: Note) -> None:
    """The log goes while nobody has the file open: what was carried over before is there."""
    for name in ("news.db-wal", "news.db-shm"):
        (folder / name).unlink(missing_ok=True)
    note("told nothing, for nothing was in it")


def _log_of_another(folder: Path, note: Note) -> None:
    """The log of another store spoils this one: SQLite cannot tell them apart. That is told, and repaired."""
    mine = reader(folder)
    assert mine.backups.daily() is None
    mine.close()
    other = folder.with_name("other")
    filled(other, 50)
    store = look(other)
    put(store, [draft("vreemd", "Vreemd bericht")])
    (folder / "news.db-wal").write_bytes((other / "news.db-wal").read_bytes())
    store.close()
    shutil.rmtree(other)
    if all(each.state is not State.FAULT for each in examine(news(folder))):
        note("not noticed")
    doctor.repair(paths(folder), NOW)


def _clock(folder: Path, note: Note, years: int) -> None:
    """News comes, is marked, kept and backed up as ever, and the other way back as well."""
    clock = Hands(NOW)
    engine = reader(folder, clock)
    for days in (365 * years, -365 * years, 1):
        clock.turn(days=days)
        put(engine._store, [draft(f"op-{days}", f"Bericht op {days}", age=None)], now=clock())
        _reads_all(note, engine._store, f"Bericht op {days}")
        asyncio.run(engine.tidy())
        if engine.backups.daily() or engine.backups.newest() != engine.backups.today():
            note(f"the backup after {days} days")
        if not engine._store.due(clock()):
            note(f"no source is visited after {days} days")
    engine.close()


def _reads_all(note: Note, store: Store, title: str) -> None:
    if title not in {row.title for row in store.page(Scope(), 1000)}:
        note(f"no {title}")


def _back(folder: Path, note: Note) -> None:
    _clock(folder, note, -10)


def _forth(folder: Path, note: Note) -> None:
    _clock(folder, note, 10)


ON_A_DISK: dict[str, Callable[[Path, Note], None]] = {
    "disk full at the start": _full_before,
    "disk full meanwhile": _full_meanwhile,
    "read-only disk": _read_only_mount,
    "settings on a read-only disk": _read_only_settings,
    **ON_FULL_DISKS,
}
AS_A_STRANGER: dict[str, Callable[[Path, Note], None]] = {
    "file of another user": _foreign,
    "file that is not to be read": _forbidden,
    "nothing to be made beside the file": _no_shared_memory,
}
CIRCUMSTANCES: dict[str, Callable[[Path, Note], None]] = {
    **ON_A_DISK,
    **AS_A_STRANGER,
    "quota used up": _quota,
    **WITHOUT_QUOTA,
    "drive without locks": _no_locks,
    "log gone": _log_gone,
    "log of another store": _log_of_another,
    "clock ten years back": _back,
    "clock ten years ahead": _forth,
}
