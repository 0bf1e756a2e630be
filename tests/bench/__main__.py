"""`python -m tests.bench`: measure, print a table, and write JSON if asked."""

from __future__ import annotations

import argparse
import tempfile
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import tests.bench
from tests.bench import (
    changes,
    day,
    figures,
    idle,
    keys,
    opening,
    pane,
    parse,
    parsers,
    peers,
    refresh,
    search,
    size,
    stories,
)
from tests.bench.figures import Figure
from tests.bench.plan import QUICK, Plan

MEASUREMENTS: dict[str, Callable[[Plan], Iterator[Figure]]] = {
    "opening": opening.measure,
    "keys": keys.measure,
    "busy": keys.while_refreshing,
    "joining": keys.while_joining,
    "idle": idle.measure,
    "pane": pane.measure,
    "refresh": refresh.measure,
    "peers": peers.measure,
    "search": search.measure,
    "day": day.measure,
    "size": size.measure,
    "stories": stories.measure,
    "parse": parse.measure,
    "changes": changes.measure,
    "parsers": parsers.measure,
}


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        "python -m tests.bench",
        description=tests.bench.__doc__,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("only", nargs="*", help=f"of {', '.join(MEASUREMENTS)}; all of them if none is named")
    parser.add_argument("--quick", action="store_true", help="small sizes: a first look, not for quoting")
    parser.add_argument(
        "--articles",
        type=_numbers,
        metavar="N,N",
        help="sizes of the store: without it up to 100,000; --keep a million",
    )
    parser.add_argument("--feeds", type=_numbers, metavar="N,N", help="numbers of feeds to refresh")
    parser.add_argument("--rounds", type=int, help="how often a thing is done")
    parser.add_argument("--json", type=Path, metavar="FILE", help="write the figures there as well")
    parser.add_argument("--keep", type=Path, metavar="FOLDER", help="keep the stores there for a next time")
    options = parser.parse_args()
    unknown = set(options.only) - set(MEASUREMENTS)
    if unknown:
        parser.error(f"no such measurement: {', '.join(sorted(unknown))}")
    return options


def _numbers(text: str) -> tuple[int, ...]:
    return tuple(map(int, text.split(",")))


@contextmanager
def _plan(options: argparse.Namespace) -> Iterator[Plan]:
    sizes: dict[str, Any] = dict(QUICK) if options.quick else {}
    for name in ("articles", "feeds"):
        if getattr(options, name):
            sizes[name] = getattr(options, name)
    if options.rounds:
        sizes["rounds"] = options.rounds
    if options.keep:
        yield Plan(options.keep, **sizes)
        return
    with tempfile.TemporaryDirectory(prefix="newsreader-bench-") as folder:
        yield Plan(Path(folder), **sizes)


def run(plan: Plan, names: Sequence[str]) -> list[Figure]:
    """Measure, and print every figure as soon as it is there."""
    found = []
    for name in names or MEASUREMENTS:
        for figure in MEASUREMENTS[name](plan):
            print(figures.line(figure), flush=True)
            found.append(figure)
    return found


def main() -> None:
    """Print the machine, then the table."""
    options = _arguments()
    place = figures.machine()
    print(" · ".join(f"{name} {value}" for name, value in place.items()))
    with _plan(options) as plan:
        found = run(plan, options.only)
    if options.json:
        options.json.write_text(figures.to_json(found, place), encoding="utf-8")


if __name__ == "__main__":
    main()
