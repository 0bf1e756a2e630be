"""The text of a backup (JSON Lines, one object a line): written, and read with nothing taken on trust."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from datetime import datetime
from typing import Any, NamedTuple

from newsreader import gate
from newsreader.model import Source, SourceKind
from newsreader.model.backup import KeptMark, KeptSource

VERSION = 1
_LONGEST = 20_000  # characters of any text in it
_SOURCE = ("id", "title", "url", "group", "section", "recipe")


class Understood(NamedTuple):
    """What a backup holds, and the numbers of the lines that could not be understood."""

    sources: tuple[KeptSource, ...]
    marks: tuple[KeptMark, ...]
    unreadable: tuple[int, ...]


def lines(sources: Iterable[KeptSource], marks: Iterable[KeptMark], now: datetime) -> Iterator[bytes]:
    """The backup line by line: what it is, then the sources, then the marks."""
    yield _line({"newsreader": VERSION, "made": now.isoformat()})
    for kept in sources:
        yield _line({"source": _source(kept)})
    for mark in marks:
        yield _line({"mark": _mark(mark)})


def understood(data: bytes) -> Understood:
    """What can be read of a backup; a line that is damaged costs that line."""
    sources, marks, unreadable = [], [], []
    for number, text in enumerate(data.split(b"\n"), 1):
        if not text.strip():
            continue
        try:
            kept = _kept(json.loads(text))
        except (ValueError, TypeError, KeyError, AttributeError, OverflowError, RecursionError):
            unreadable.append(number)
            continue
        if isinstance(kept, KeptSource):
            sources.append(kept)
        elif kept is not None:
            marks.append(kept)
    return Understood(tuple(sources), tuple(marks), tuple(unreadable))


def _line(value: dict[str, Any]) -> bytes:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode(errors="replace") + b"\n"


def _source(kept: KeptSource) -> dict[str, Any]:
    source = kept.source
    told = {name: getattr(source, name) for name in _SOURCE}
    return told | {
        "kind": source.kind.value,
        "on": source.on,
        "interval": source.interval,
        "alternatives": source.alternatives,
        "removed": kept.removed,
    }


def _mark(mark: KeptMark) -> dict[str, Any]:
    told: dict[str, Any] = {"source": mark.source_id, "key": mark.key, "read": mark.read, "saved": mark.saved}
    if mark.saved:
        published = mark.published.isoformat() if mark.published else None
        told |= {"title": mark.title, "url": mark.url, "published": published}
    return told


def _kept(value: dict[str, Any]) -> KeptSource | KeptMark | None:
    """What a line holds; None for the first line. Raises for what is none of ours."""
    if "mark" in value:
        return _to_mark(value["mark"])
    if "source" in value:
        return _to_source(value["source"])
    if value["newsreader"] != VERSION:
        raise ValueError
    return None


def _to_source(told: dict[str, Any]) -> KeptSource:
    name, title, url, group, section, recipe = (_text(told[key]) for key in _SOURCE)
    if not name or not url:
        raise ValueError
    kind, on, removed = SourceKind(told["kind"]), _flag(told["on"]), _flag(told["removed"])
    interval = told["interval"]
    if not isinstance(interval, int) or not 0 <= interval <= 1_000_000:
        raise ValueError
    others = tuple(_text(other) for other in told["alternatives"])
    return KeptSource(Source(name, title, url, group, section, kind, on, interval, others, recipe), removed)


def _to_mark(told: dict[str, Any]) -> KeptMark:
    published = told.get("published")
    moment = datetime.fromisoformat(published) if published else None
    if moment is not None and moment.tzinfo is None:
        raise ValueError
    return KeptMark(
        _text(told["source"]),
        _exact(told["key"]),
        _flag(told["read"]),
        _flag(told["saved"]),
        _text(told.get("title", "")),
        _text(told.get("url", "")),
        moment,
    )


def _text(value: object) -> str:
    return gate.line(_exact(value))


def _exact(value: object) -> str:
    """A text that must stay as it is, for articles are known by it."""
    if not isinstance(value, str) or len(value) > _LONGEST:
        raise ValueError
    return value


def _flag(value: object) -> bool:
    if not isinstance(value, bool):
        raise TypeError
    return value
