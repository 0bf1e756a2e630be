"""`newsreader refresh` over many feeds from a local server: all new, nothing new, a tenth of them changed."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

import apsw

from newsreader import __version__
from newsreader.model import Source
from newsreader.store import Store
from tests.bench.feeds import ARTICLES
from tests.bench.figures import Figure, median
from tests.bench.memory import Peak
from tests.bench.plan import Plan
from tests.bench.web import FRESH, HOSTS, TENTH, serving

DELAYS = (0.0, 0.05)
"""Seconds before the server answers."""
TURNS = 3
"""How often the short refreshes are done."""


def measure(plan: Plan) -> Iterator[Figure]:
    """Each number of feeds at each delay: new once, a long run being its own average, then the short ones."""
    for delay in DELAYS:
        for number in plan.feeds:
            yield from _measure(plan, number, delay)


def _measure(plan: Plan, number: int, delay: float) -> Iterator[Figure]:
    place = f"{HOSTS} hosts, {delay * 1000:.0f} ms"
    changed = -(-number // TENTH)
    with serving(number, delay) as web, tempfile.TemporaryDirectory(dir=plan.folder) as folder:
        data = Path(folder)
        subscribe(data, web.addresses)
        yield _figure("everything new", number, [run(data, number, number * ARTICLES)], place)
        again = [_again(data, number, 0) for _ in range(TURNS)]
        yield _figure("unchanged (304)", number, again, place)
        web.turn()
        yield _figure("a tenth changed", number, [_again(data, number, changed * FRESH)], place)


def _again(data: Path, number: int, new: int) -> tuple[float, float, float]:
    make_due(data)
    return run(data, number, new)


def subscribe(data: Path, addresses: list[str]) -> None:
    """A store that follows those feeds and nothing else."""
    store = Store.open(data / "news.db")
    if not isinstance(store, Store):
        raise TypeError(f"no store: {store}")
    store.set_meta("catalogue", __version__).result()
    sources = [Source(f"plaats{n}", f"Plaats {n}", url, "Landelijk") for n, url in enumerate(addresses)]
    store.add_sources(sources).result()
    store.close()


def make_due(data: Path) -> None:
    """Let every source be visited again."""
    connection = apsw.Connection(str(data / "news.db"))
    connection.execute("UPDATE visit SET next_due = 0")
    connection.close()


def run(data: Path, number: int, new: int) -> tuple[float, float, float]:
    """One run of the command as a process: its seconds, its processor seconds, its peak megabytes."""
    folders = ["--config-dir", str(data), "--data-dir", str(data)]
    command = [sys.executable, "-m", "newsreader", *folders, "refresh", "--json"]
    started = time.perf_counter()
    with subprocess.Popen(command, stdout=subprocess.PIPE) as process:
        assert process.stdout is not None
        peak = Peak(process.pid)
        told = json.loads(process.stdout.read())
        memory = peak.stop()
        _, status, used = os.wait4(process.pid, 0)
        taken = time.perf_counter() - started
        process.returncode = os.waitstatus_to_exitcode(status)
    if (told["checked"], told["new"], told["failed"]) != (number, new, []):
        raise ValueError(f"not what the server has: {told['checked']}, {told['new']}, {told['failed'][:3]}")
    return taken, used.ru_utime + used.ru_stime, memory


def _figure(what: str, number: int, runs: list[tuple[float, float, float]], place: str) -> Figure:
    taken, busy, memory = (median(each) for each in zip(*runs, strict=True))
    note = f"CPU {busy:.2f} s, {memory:.0f} MB; {place}"
    return Figure("refresh", f"feeds, {what}", number, taken, "s", note)
