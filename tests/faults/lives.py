"""Lives of readers in processes of their own, each ended by `kill -9` at some moment of its work."""

from __future__ import annotations

import multiprocessing
import os
import sys
import time
from collections.abc import Callable
from multiprocessing.connection import Connection
from pathlib import Path

TOKEN = "NEWSREADER_LIFE"
"""A variable of the environment by which the processes of one life are known."""
_PATIENCE = 5.0  # seconds in which whatever a life has begun must end by itself
_PRELOADED = [
    "newsreader.engine.refresh",
    "newsreader.cli.backup",
    "newsreader.engine.doctor",
    "tests.faults.works",
    "tests.faults.full",
    "newsreader.sources.fetch.transport",
]

Note = Callable[[str], None]
"""Writes a line of what is confirmed to a place that a kill does not touch."""
Task = Callable[[Path, Note], None]


def live(task: Task, folder: Path, token: str, seconds: float | None) -> tuple[list[str], float]:
    """Let a life do its task, at most so many seconds: the lines that it noted, and how long it lived."""
    context = multiprocessing.get_context(_method())
    ours, theirs = context.Pipe(duplex=False)
    process = context.Process(target=_life, args=(task, folder, token, theirs))  # type: ignore[attr-defined]  # of every context but the abstract one
    process.start()
    theirs.close()
    ours.recv_bytes()
    begun = time.monotonic()
    process.join(seconds)
    process.kill()
    process.join()
    lived = time.monotonic() - begun
    ours.close()
    process.close()
    return _noted(folder), lived


def orphans(token: str) -> list[str]:
    """The processes of a life that do not end with it; none where processes cannot be looked at."""
    deadline = time.monotonic() + _PATIENCE
    while (found := _of_life(token)) and time.monotonic() < deadline:
        time.sleep(0.02)
    return [f"process {number} lives on" for number in found]


def _method() -> str:
    return "forkserver" if "forkserver" in multiprocessing.get_all_start_methods() else "spawn"


def prepare() -> None:
    """Have what every life needs imported once."""
    if _method() == "forkserver":
        multiprocessing.get_context("forkserver").set_forkserver_preload(_PRELOADED)


def _life(task: Task, folder: Path, token: str, pipe: Connection) -> None:
    os.environ[TOKEN] = token
    sys.stdout = sys.stderr = Path(os.devnull).open("w")  # noqa: SIM115  # for as long as this life lasts
    notes = os.open(_notes(folder), os.O_CREAT | os.O_APPEND | os.O_WRONLY, 0o600)
    pipe.send_bytes(b"begun")
    try:
        task(folder, lambda line: _ignored(os.write(notes, f"{line}\n".encode())))
    except BaseException as error:
        os.write(notes, f"failed: {error!r:.300}\n".encode())
        raise
    os.write(notes, b"end\n")


def _notes(folder: Path) -> Path:
    """Beside the folder of a life, whose disk may be full or read-only."""
    return folder.with_name(f"{folder.name}.notes")


def _ignored(_: object) -> None:
    """What a write answers is of no use here."""


def _noted(folder: Path) -> list[str]:
    """The whole lines; one that is cut off was not confirmed."""
    path = _notes(folder)
    return path.read_text().split("\n")[:-1] if path.exists() else []


def _of_life(token: str) -> list[int]:
    wanted, found = f"{TOKEN}={token}".encode(), []
    for entry in Path("/proc").glob("[0-9]*/environ"):
        try:
            if wanted in entry.read_bytes().split(b"\0"):
                found.append(int(entry.parent.name))
        except OSError:
            continue
    return found
