"""Whether everything the reader needs is well, and putting right what can be: it opens no engine for that."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterable, Mapping
from datetime import datetime, timedelta
from functools import partial
from importlib.util import find_spec
from pathlib import Path

from newsreader import atomic
from newsreader.engine.backups import Backups, newest, unreadable
from newsreader.engine.worker import GONE, Worker
from newsreader.model import Problem
from newsreader.model.finding import Finding, State
from newsreader.paths import Paths, exists
from newsreader.pictures import terminal
from newsreader.settings import Loaded
from newsreader.settings.secrets import Secrets
from newsreader.store import Store
from newsreader.store.examine import Told, statuses
from newsreader.store.examine import examine as examine_store
from newsreader.store.mend import mend

_ROOM = 200_000_000  # bytes free, below which a refresh may not fit
_OLD = timedelta(days=3)  # of a backup, while there is a store
_ASKED = 2  # sources that are asked to see whether there is a network


def examine(
    paths: Paths,
    loaded: Loaded,
    environ: Mapping[str, str],
    encoding: str,
    now: datetime,
    told: Told = lambda _: None,
) -> list[Finding]:
    """Everything there is to find without a network; the long checks are told before they are made."""
    return [
        *_folders(paths),
        *_files(paths),
        *_settings(paths, loaded),
        *examine_store(paths.database, told),
        _backup(paths, now),
        *_sources(paths),
        _terminal(environ, encoding),
        _worker(),
        *_extras(),
    ]


def repair(paths: Paths, now: datetime, told: Told = lambda _: None) -> list[Finding]:
    """Put the database right; what a new file lacks is brought back from the newest backup."""
    for path in own_files(paths):
        atomic.close_to_others(path)
    if not exists(paths.database):
        return []
    return mend(paths.database, now.astimezone().date(), lambda fresh: _bring_back(fresh, paths, now), told)


def _bring_back(fresh: Path, paths: Paths, now: datetime) -> list[Finding]:
    """Add to a store what the newest backup has and it does not."""
    file = newest(paths.backups)
    if file is None:
        return []
    store = Store.open(fresh)
    if isinstance(store, Problem):
        return [Finding("database", State.FAULT, about=store)]
    back = Backups(store, paths.backups, lambda: now).bring_back(file)
    store.close()
    if isinstance(back, Problem):
        return [Finding("backup", State.WARNING, about=back)]
    return [Finding("brought_back", detail=f"{back.sources}, {back.marked + back.missing}; {file}")]


async def network(paths: Paths, loaded: Loaded) -> list[Finding]:
    """Ask two of the sources that are on whether they answer, as a refresh would."""
    from newsreader.engine import asking
    from newsreader.sources.fetch import Fetcher

    secrets, found = Secrets(paths.config_dir / "secrets.json"), []
    chosen = [status for status in statuses(paths.database) or () if status.source.on][:_ASKED]
    async with Fetcher() as fetcher:
        for status in chosen:
            request = await asking.request(status.source, status.visit, loaded.settings, secrets)
            answer = await fetcher.fetch(request)
            problem = answer if isinstance(answer, Problem) else None
            state = State.FAULT if problem else State.OK
            found.append(Finding("answers", state, status.source.title, problem))
    return found


def _folders(paths: Paths) -> Iterable[Finding]:
    for folder in dict.fromkeys((paths.config_dir, paths.data_dir)):
        yield _folder(folder)
    there = next(path for path in (paths.data_dir, *paths.data_dir.parents) if exists(path))
    free = shutil.disk_usage(there).free
    yield Finding("room" if free > _ROOM else "little_room", _warned(free > _ROOM), f"{free / 1e6:.0f} MB")


def _folder(folder: Path) -> Finding:
    """Whether a folder is there, writable and private."""
    if not exists(folder):
        return Finding("no_folder", detail=str(folder))
    if not folder.is_dir():
        return Finding("not_a_folder", State.FAULT, str(folder))
    mode = folder.stat().st_mode
    if not mode & 0o200:
        return Finding("folder_read_only", State.FAULT, str(folder))
    private = not mode & 0o077
    return Finding("folder" if private else "folder_open", _warned(private), str(folder))


def _files(paths: Paths) -> Iterable[Finding]:
    """The files of ours that belong to somebody else, or that others may read."""
    for path in own_files(paths):
        status = path.stat()
        if os.name == "posix" and status.st_uid != os.getuid():
            yield Finding("file_foreign", State.WARNING, str(path))
        elif os.name == "posix" and status.st_mode & 0o077:
            yield Finding("file_open", State.WARNING, str(path))


def own_files(paths: Paths) -> list[Path]:
    """What must be for the reader alone: settings, secrets, the store and what is beside it, backups."""
    stored = paths.data_dir.glob(f"{paths.database.name}*")
    files = (paths.settings, paths.config_dir / "secrets.json", *stored, *paths.backups.glob("newsreader-*"))
    return [path for path in files if exists(path) and path.is_file()]


def _settings(paths: Paths, loaded: Loaded) -> list[Finding]:
    found = [Finding("settings", State.WARNING, about=notice) for notice in loaded.notices]
    return found or [Finding("settings_fine", detail=str(paths.settings))]


def _backup(paths: Paths, now: datetime) -> Finding:
    file = newest(paths.backups)
    if file is None:
        return Finding("no_backup", detail=str(paths.backups))
    damaged = unreadable(file)
    if damaged:
        return Finding("backup_damaged", State.WARNING, f"{file}: {damaged}")
    fresh = now.timestamp() - file.stat().st_mtime < _OLD.total_seconds()
    return Finding("backup_fine" if fresh else "backup_old", _warned(fresh), str(file))


def _sources(paths: Paths) -> list[Finding]:
    if not exists(paths.database):
        return []
    found = statuses(paths.database)
    if found is None:
        return [Finding("sources_unread", State.WARNING)]
    lost = [status for status in found if status.source.on and status.visit.is_lost]
    if lost:
        return [Finding("source_lost", State.WARNING, each.source.title, each.visit.problem) for each in lost]
    return [Finding("sources_fine", detail=str(sum(status.source.on for status in found)))]


def _terminal(environ: Mapping[str, str], encoding: str) -> Finding:
    size, term = shutil.get_terminal_size(), environ.get("TERM", "")
    colours = environ.get("COLORTERM") or ("256" if "256color" in term else "?")
    pictures = terminal.protocol("auto", environ)
    detail = f"TERM={term}, {size.columns}×{size.lines}, {colours}, {encoding}, {pictures}"
    if term in ("", "dumb", "unknown"):
        return Finding("terminal_dumb", State.WARNING, detail)
    unicode = encoding.lower().replace("-", "") == "utf8"
    return Finding("terminal" if unicode else "terminal_narrow", _warned(unicode), detail)


def _worker() -> Finding:
    """Whether a process of our own can be begun and answers, as a large refresh has them."""
    worker = Worker()
    try:
        well = worker.do(partial(abs, -1)) == 1
    except GONE:
        well = False
    finally:
        worker.close()
    return Finding("worker" if well else "no_worker", _warned(well))


def _extras() -> list[Finding]:
    return [
        Finding(told if find_spec(module) else f"no_{told}")
        for told, module in (("images", "PIL"), ("keyring", "keyring"))
    ]


def _warned(well: bool) -> State:
    return State.OK if well else State.WARNING
