"""Other programs on the same feeds in the same run, where they are installed."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path

from tests.bench import refresh
from tests.bench.feeds import ARTICLES
from tests.bench.figures import Figure, median
from tests.bench.plan import Plan
from tests.bench.web import serving

TURNS = 3

Run = tuple[float, float]
"""Seconds by the clock, and of the processor."""


def measure(plan: Plan) -> Iterator[Figure]:
    """The smallest number of feeds; turn and turn about, so that a busy moment hits all alike.

    Beside the peers a bare script in Python, below which nothing written in it can come.
    """
    number = min(plan.feeds)
    taken: dict[str, list[Run]] = {"newsreader": []}
    with serving(number) as web:
        for _ in range(TURNS):
            with tempfile.TemporaryDirectory(dir=plan.folder) as folder:
                refresh.subscribe(Path(folder), web.addresses)
                taken["newsreader"].append(refresh.run(Path(folder), number, number * ARTICLES)[:2])
            for name, (program, command) in PEERS.items():
                if shutil.which(program):
                    taken.setdefault(name, []).append(_fetch(plan, command, web.addresses))
    for name in ("newsreader", *PEERS):
        yield _figure(name, number, taken.get(name, []), median([wall for wall, _ in taken["newsreader"]]))


def _figure(name: str, number: int, runs: list[Run], ours: float) -> Figure:
    wall, busy = (median(each) for each in zip(*runs, strict=True)) if runs else (0.0, 0.0)
    note = f"CPU {busy:.2f} s; {wall / ours:.2f}x newsreader" if runs else "not installed"
    return Figure("peers", f"feeds, {name}, all new", number, wall, "s", note)


def _fetch(plan: Plan, command: Callable[[Path, list[str]], list[str]], addresses: list[str]) -> Run:
    with tempfile.TemporaryDirectory(dir=plan.folder) as folder:
        words = command(Path(folder), addresses)
        before, started = os.times(), time.perf_counter()
        subprocess.run(words, capture_output=True, check=False, timeout=600)
        wall, after = time.perf_counter() - started, os.times()
    return wall, sum(after[2:4]) - sum(before[2:4])


def _floor(folder: Path, addresses: list[str]) -> list[str]:
    return [sys.executable, "-m", "tests.bench.floor", str(folder / "bare.db"), *addresses]


def _newsboat(folder: Path, addresses: list[str]) -> list[str]:
    """Its own default is one thread; a reader in a hurry sets more."""
    (folder / "urls").write_text("\n".join(addresses) + "\n", encoding="utf-8")
    (folder / "config").write_text("reload-threads 16\n", encoding="utf-8")
    places = ["-u", str(folder / "urls"), "-c", str(folder / "cache.db"), "-C", str(folder / "config")]
    return ["newsboat", *places, "-x", "reload"]


def _sfeed(folder: Path, addresses: list[str]) -> list[str]:
    lines = [f"  feed 'krant{number}' '{url}'" for number, url in enumerate(addresses)]
    head = f"sfeedpath='{folder}/feeds'\nmaxjobs=16\nfeeds() {{\n"
    (folder / "sfeedrc").write_text(head + "\n".join(lines) + "\n}\n", encoding="utf-8")
    return ["sfeed_update", str(folder / "sfeedrc")]


PEERS: dict[str, tuple[str, Callable[[Path, list[str]], list[str]]]] = {
    "newsboat": ("newsboat", _newsboat),
    "sfeed": ("sfeed_update", _sfeed),
    "bare script in Python": (sys.executable, _floor),
}
"""The program to look for, and the command that fetches the addresses into a folder."""
