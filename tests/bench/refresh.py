"""`newsreader refresh` over many feeds from a local server: everything new, then nothing new."""

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
from tests.bench.figures import Figure
from tests.bench.memory import Peak
from tests.bench.plan import Plan
from tests.bench.web import DELAY, HOSTS, serving


def measure(plan: Plan) -> Iterator[Figure]:
    """Each number of feeds once: a refresh is long enough to be its own average."""
    for number in plan.feeds:
        with serving(number) as addresses, tempfile.TemporaryDirectory(dir=plan.folder) as folder:
            data = Path(folder)
            _subscribe(data, addresses)
            yield _refresh("everything new", data, number, number * ARTICLES)
            _make_due(data)
            yield _refresh("unchanged (304)", data, number, 0)


def _subscribe(data: Path, addresses: list[str]) -> None:
    store = Store.open(data / "news.db")
    if not isinstance(store, Store):
        raise TypeError(f"no store: {store}")
    store.set_meta("catalogue", __version__).result()
    sources = [Source(f"krant{n}", f"Krant {n}", url, "Landelijk") for n, url in enumerate(addresses)]
    store.add_sources(sources).result()
    store.close()


def _make_due(data: Path) -> None:
    connection = apsw.Connection(str(data / "news.db"))
    connection.execute("UPDATE visit SET next_due = 0")
    connection.close()


def _refresh(what: str, data: Path, number: int, new: int) -> Figure:
    """One run of the command as a process: its time, its processor time, its peak memory."""
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
        raise ValueError(f"not what the server has: {told}")
    busy = used.ru_utime + used.ru_stime
    note = f"CPU {busy:.2f} s, {memory:.0f} MB; {HOSTS} hosts, {DELAY * 1000:.0f} ms delay"
    return Figure("refresh", f"feeds, {what}", number, taken, "s", note)
