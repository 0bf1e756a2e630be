"""Where a reader may be started: odd names of folders, odd environments, other readers at the same moment.

The real program is run; whatever comes of it, it ends in order, with a sentence where it cannot do its work.
"""

from __future__ import annotations

import os
import subprocess
from collections.abc import Iterator, Mapping
from pathlib import Path

from newsreader.model import Scope
from newsreader.store import schema
from tests.faults import old_stores
from tests.faults.house import lost
from tests.faults.report import Tried
from tests.faults.work import filled, look, news
from tests.terminal.terminal import READER, environment

AT_ONCE, ARTICLES = 4, 300
_NAMES = (
    "ünï cödé",
    "regel\neinde",
    "q?u#e%20ry&x=1",
    "it's;",
    "-streep",
    "\x1b[2J",
    "%s{pad}",
    "[x]*?",
    "~",
)
_REFUSED = ("\udcff\udcfe", "n" * 300, "map/" * 1200, "bestand")
_ENVIRONMENTS: tuple[Mapping[str, str], ...] = (
    {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"},
    {"LC_ALL": "nl_NL.ISO-8859-1", "PYTHONUTF8": "0"},
    {"PYTHONIOENCODING": "ascii"},
    {"HOME": "/nonexistent"},
    {"HOME": ""},
    {"TMPDIR": "/nonexistent"},
    {"TZ": "X/Y"},
    {"COLUMNS": "-5", "LINES": "0"},
    {"TERM": "dumb"},
    {"PYTHONWARNINGS": "error", "PYTHONDEVMODE": "1"},
)


def run(folder: Path) -> list[Tried]:
    """Try every name and every environment, then a store that several bring up to date at once."""
    (folder / "bestand").touch()
    names = [line for name in _NAMES for line in _works(folder / name, {})]
    refused = [line for name in _REFUSED for line in _is_refused(folder / name)]
    odd = [
        line
        for number, environ in enumerate(_ENVIRONMENTS)
        for line in _works(folder / f"omgeving-{number}", environ)
    ]
    migrated = [line for version in range(1, len(schema.MIGRATIONS)) for line in _together(folder, version)]
    return [
        Tried("folders with odd names", len(_NAMES), tuple(names)),
        Tried("folders that cannot be", len(_REFUSED), tuple(refused)),
        Tried("odd environments", len(_ENVIRONMENTS), tuple(odd)),
        Tried("migrated by several at once", AT_ONCE * (len(schema.MIGRATIONS) - 1), tuple(migrated)),
    ]


def _begun(folder: Path, environ: Mapping[str, str], *command: str) -> subprocess.Popen[bytes]:
    return subprocess.Popen(
        [*READER, f"--data-dir={folder}", f"--config-dir={folder}", *command],
        env={**environment(folder.parent), **environ},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        stdin=subprocess.DEVNULL,
    )


def _ended(process: subprocess.Popen[bytes], status: int) -> Iterator[str]:
    said = process.communicate()[0].decode(errors="replace")
    if process.returncode != status or "Traceback" in said or "\x1b" in said or (status and not said):
        yield f"{process.args!r:.200} ended with {process.returncode}: {said[-300:]}"


def _works(folder: Path, environ: Mapping[str, str]) -> Iterator[str]:
    """News can be read, settings and a backup written, and everything is in that folder."""
    filled(folder, 5, marked=2)
    for command in (("list",), ("backup",), ("webmail", "delta"), ("export", str(folder / "lijst.opml"))):
        yield from _ended(_begun(folder, environ, *command), 0)
    left = {path.name for path in folder.iterdir()}
    yield from (f"no {name} in {folder.name!r}" for name in {"settings.toml", "lijst.opml", "backup"} - left)
    yield from lost(news(folder))


def _is_refused(folder: Path) -> Iterator[str]:
    for command in ("list", "refresh", "backup"):
        yield from _ended(_begun(folder, {}, command), 1)


def _together(folder: Path, version: int) -> Iterator[str]:
    place = folder / f"versie-{version}"
    old_stores.build(news(place), version, ARTICLES)
    for process in [_begun(place, os.environ, "list", "--limit", "1") for _ in range(AT_ONCE)]:
        yield from _ended(process, 0)
    yield from lost(news(place))
    store = look(place)
    if (len(store.ids(Scope())), store.counts().saved) != (ARTICLES, old_stores.SAVED):
        yield f"articles or marks of version {version}"
    store.close()
