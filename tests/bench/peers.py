"""Other programs on the same feeds in the same run, where they are installed."""

from __future__ import annotations

import shutil
import subprocess
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


def measure(plan: Plan) -> Iterator[Figure]:
    """The smallest number of feeds; turn and turn about, so that a busy moment hits all alike."""
    number = min(plan.feeds)
    taken: dict[str, list[float]] = {"newsreader": []}
    with serving(number) as web:
        for _ in range(TURNS):
            with tempfile.TemporaryDirectory(dir=plan.folder) as folder:
                refresh.subscribe(Path(folder), web.addresses)
                taken["newsreader"].append(refresh.run(Path(folder), number, number * ARTICLES)[0])
            for name, (program, command) in PEERS.items():
                if shutil.which(program):
                    taken.setdefault(name, []).append(_fetch(plan, command, web.addresses))
    for name in ("newsreader", *PEERS):
        found = taken.get(name)
        note = f"{median(found) / median(taken['newsreader']):.2f}x newsreader" if found else "not installed"
        yield Figure("peers", f"feeds, {name}, all new", number, median(found) if found else 0.0, "s", note)


def _fetch(plan: Plan, command: Callable[[Path, list[str]], list[str]], addresses: list[str]) -> float:
    with tempfile.TemporaryDirectory(dir=plan.folder) as folder:
        words = command(Path(folder), addresses)
        started = time.perf_counter()
        subprocess.run(words, capture_output=True, check=False, timeout=600)
        return time.perf_counter() - started


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
}
"""The program to look for, and the command that fetches the addresses into a folder."""
