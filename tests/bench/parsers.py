"""Our parser, feedparser and fastfeedparser on the same files: how long they take, and who is right.

The files are those of `tests/data/feeds`, each with what it should give; its name says what is special about
it. `python -m tests.bench.parsers` prints every answer of feedparser that is not the expected one.
"""

from __future__ import annotations

import json
import time
import warnings
from calendar import timegm
from collections.abc import Callable, Iterator
from datetime import datetime
from importlib import import_module
from pathlib import Path
from typing import Any

import feedparser

from newsreader.model import ParsedFeed
from newsreader.sources.feed import parse
from tests.bench.figures import Figure, median
from tests.bench.plan import Plan

FEEDS = Path(__file__).parents[1] / "data" / "feeds"
URL = "https://krant.example/feed/"
FIELDS = ("title", "url", "id", "published")

Answer = dict[str, Any]
Read = Callable[[bytes], list[Answer]]


def measure(plan: Plan) -> Iterator[Figure]:
    """Milliseconds for all files together, and the share of expected values that were given."""
    cases = list(_cases())
    for name, read in parsers().items():
        taken = median([_taken(cases, read) for _ in range(min(plan.rounds, 3))])
        right = [good for _, body, wanted in cases for *_, good in compared(_tried(read, body), wanted)]
        note = f"{sum(right) / len(right):.0%} of {len(right)} titles, addresses, ids and dates as expected"
        yield Figure("parsers", name, len(cases), taken, "ms", note)


def parsers() -> dict[str, Read]:
    """The parsers that are installed here."""
    found: dict[str, Read] = {"newsreader": _ours, "feedparser": _theirs}
    try:
        fast = import_module("fastfeedparser")
    except ImportError:
        return found
    return found | {"fastfeedparser": lambda body: _fast(fast, body)}


def compared(got: list[Answer], wanted: list[Answer]) -> Iterator[tuple[str, Any, Any, bool]]:
    """Field, answer, expectation, and whether they are the same, for every value that is expected."""
    for at, entry in enumerate(wanted):
        answer = got[at] if at < len(got) else {}
        for field in FIELDS:
            if field in entry:
                given, expected = (
                    answer.get(field),
                    _moment(entry[field]) if field == "published" else entry[field],
                )
                yield field, given, expected, (given or None) == (expected or None)


def _cases() -> Iterator[tuple[str, bytes, list[Answer]]]:
    for path in sorted(FEEDS.rglob("*")):
        expectation = path.with_name(path.name + ".expect.json")
        if expectation.exists():
            wanted = json.loads(expectation.read_text("utf-8"))
            if not wanted.get("problem") and "given" not in wanted and path.suffix == ".xml":
                yield str(path.relative_to(FEEDS)), path.read_bytes(), wanted.get("entries", [])


def _taken(cases: list[tuple[str, bytes, list[Answer]]], read: Read) -> float:
    started = time.process_time()
    for _, body, _ in cases:
        _tried(read, body)
    return (time.process_time() - started) * 1000


def _tried(read: Read, body: bytes) -> list[Answer]:
    """What a parser answers; one that raises answers nothing."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        try:
            return read(body)
        except Exception:
            return []


def _ours(body: bytes) -> list[Answer]:
    feed = parse(body, url=URL)
    entries = feed.entries if isinstance(feed, ParsedFeed) else ()
    return [
        {"title": each.title, "url": each.url, "id": each.id, "published": _seconds(each.published)}
        for each in entries
    ]


def _theirs(body: bytes) -> list[Answer]:
    found = feedparser.parse(body, response_headers={"content-location": URL})
    return [
        {
            "title": " ".join(each.get("title", "").split()),
            "url": each.get("link", ""),
            "id": each.get("id", ""),
            "published": timegm(when) if (when := each.get("published_parsed")) else None,
        }
        for each in found.entries
    ]


def _fast(module: Any, body: bytes) -> list[Answer]:
    return [
        {
            "title": each.get("title", ""),
            "url": each.get("link", ""),
            "id": each.get("id", ""),
            "published": _moment(each.get("published")),
        }
        for each in module.parse(body).entries
    ]


def _moment(written: str | None) -> int | None:
    return _seconds(datetime.fromisoformat(written)) if written else None


def _seconds(moment: datetime | None) -> int | None:
    return int(moment.timestamp()) if moment else None


def main() -> None:
    """Print where feedparser's answer is not the expected one."""
    for name, body, wanted in _cases():
        for field, given, expected, good in compared(_tried(_theirs, body), wanted):
            if not good:
                print(f"{name}: {field}: feedparser {given!r}, expected {expected!r}")


if __name__ == "__main__":
    main()
