"""Killed at random moments (`kill -9`) of a refresh, marking, an import, a migration, pruning."""

from __future__ import annotations

import random
import subprocess
import sys
from pathlib import Path
from threading import Timer

import apsw

from newsreader.store import schema
from newsreader.store.database import APPLICATION_ID
from tests.faults.house import lost
from tests.faults.report import Tried
from tests.faults.worker import WORKS

ROOT = Path(__file__).parents[2]
_LONGEST = 0.4  # seconds of work before the kill
_MIGRATING = 0.05  # seconds: a migration is over in less


def killed(folder: Path, work: str, times: int) -> Tried:
    """Let the worker live for some random time again and again, on one store but for migrations."""
    dice, found = random.Random(work), []
    marked: set[int] = set()
    added: set[str] = set()
    for life in range(times):
        path = folder / work / (f"{life}.db" if work == "migration" else "news.db")
        path.parent.mkdir(exist_ok=True)
        if work == "migration":
            _old(path)
            marked.clear()
        _live(
            path, work, life, dice.uniform(0, _MIGRATING if work == "migration" else _LONGEST), marked, added
        )
        found += [f"life {life}: {each}" for each in lost(path, marked, added)]
    return Tried(f"killed while {work}", times, tuple(found), f"{len(marked) + len(added)} confirmed")


def run(folder: Path, times: int) -> list[Tried]:
    """So many kills, shared among the kinds of work."""
    each = max(1, times // len(WORKS))
    return [killed(folder, work, each) for work in WORKS]


def _live(path: Path, work: str, life: int, seconds: float, marked: set[int], added: set[str]) -> None:
    """One life: the clock runs from the moment that the store is open, for a migration from just before."""
    command = [sys.executable, "-m", "tests.faults.worker", str(path), work, str(life)]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True) as worker:
        assert worker.stdout is not None
        if work == "migration":
            _wait_for_log(path, worker)
        else:
            worker.stdout.readline()
        timer = Timer(seconds, worker.kill)
        timer.start()
        for line in worker.stdout:
            kind, *names = line.split()
            if line.endswith("\n") and kind == "marked":
                marked.update(map(int, names))
            elif line.endswith("\n") and kind == "added":
                added.update(names)
        timer.join()


def _wait_for_log(path: Path, worker: subprocess.Popen[str]) -> None:
    """Until the worker has begun to write: it migrates right after that."""
    log = path.with_name(f"{path.name}-wal")
    while worker.poll() is None and not log.exists():
        pass


def _old(path: Path) -> None:
    """A store of the first version, with articles, as one that was never updated."""
    connection = apsw.Connection(str(path))
    connection.pragma("application_id", APPLICATION_ID)
    connection.execute(schema.MIGRATIONS[0])
    connection.pragma("user_version", 1)
    connection.execute(
        "INSERT INTO source VALUES (1, 'bron', 'Bron', 'https://b.example', '', '', 'feed', 1, 0, '[]', 1, 0)"
    )
    connection.close()
