"""The text of a backup (JSON Lines, one object a line): written, and read with nothing taken on trust."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator
from datetime import datetime
from typing import Any, NamedTuple

from newsreader import gate, settings
from newsreader.model import Source, SourceKind
from newsreader.model.backup import Kept, KeptBond, KeptFollow, KeptMark, KeptSource, KeptWishes, Named

VERSION = 1
LONGEST_LINE = 200_000
"""Bytes of a line at most; ours have some hundreds."""
_LONGEST = 20_000  # characters of any text in it
_SOURCE = ("id", "title", "url", "group", "section", "recipe")
_NOT_A_LINE = (ValueError, TypeError, KeyError, AttributeError, OverflowError, RecursionError)

Line = tuple[int, bytes]
"""A line of the file with its number."""


class Understood(NamedTuple):
    """What lines of a backup hold, and the numbers of those that could not be understood."""

    kept: tuple[Kept, ...]
    unreadable: tuple[int, ...]


def lines(kept: Iterable[Kept], now: datetime, number: int = 0) -> Iterator[bytes]:
    """The backup line by line: first what it is, and that it is the so manieth one."""
    yield _line({"newsreader": VERSION, "made": now.isoformat(), "number": number})
    for one in kept:
        yield _line(_told(one))


def understood(numbered: Iterable[Line]) -> Understood:
    """What can be read of lines; one that is damaged costs that line."""
    kept, unreadable = [], []
    for number, text in numbered:
        if not text.strip():
            continue
        try:
            found = _kept(json.loads(text))
        except _NOT_A_LINE:
            unreadable.append(number)
            continue
        if found is not None:
            kept.append(found)
    return Understood(tuple(kept), tuple(unreadable))


def number(first: bytes) -> int:
    """The so manieth backup this is, by its first line; 0 when it does not say."""
    try:
        found = json.loads(first)["number"]
    except _NOT_A_LINE:
        return 0
    return found if isinstance(found, int) else 0


def _line(value: dict[str, Any]) -> bytes:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode(errors="replace") + b"\n"


def _told(kept: Kept) -> dict[str, Any]:
    match kept:
        case KeptSource():
            return {"source": _source(kept)}
        case KeptWishes(source_id, values):
            return {"wishes": {"source": source_id, "values": dict(values)}}
        case KeptMark():
            return {"mark": _mark(kept)}
        case KeptBond(one, other, together):
            return {"bond": {"one": one, "other": other, "together": together}}
        case KeptFollow(article, seen):
            return {"follow": {"article": article, "seen": seen.isoformat()}}


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


def _kept(value: dict[str, Any]) -> Kept | None:
    """What a line holds; None for the first line. Raises for what is none of ours."""
    for kind, read in _KINDS.items():
        if kind in value:
            return read(value[kind])
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


def _to_wishes(told: dict[str, Any]) -> KeptWishes:
    name, values = _exact(told["source"]), dict(told["values"])
    if not settings.allowed({"source": {name: values}}):
        raise ValueError
    return KeptWishes(name, values)


def _to_mark(told: dict[str, Any]) -> KeptMark:
    published = told.get("published")
    return KeptMark(
        _text(told["source"]),
        _exact(told["key"]),
        _flag(told["read"]),
        _flag(told["saved"]),
        _text(told.get("title", "")),
        _text(told.get("url", "")),
        _moment(published) if published else None,
    )


def _to_bond(told: dict[str, Any]) -> KeptBond:
    return KeptBond(_named(told["one"]), _named(told["other"]), _flag(told["together"]))


def _to_follow(told: dict[str, Any]) -> KeptFollow:
    return KeptFollow(_named(told["article"]), _moment(told["seen"]))


_KINDS: dict[str, Callable[[dict[str, Any]], Kept]] = {
    "source": _to_source,
    "wishes": _to_wishes,
    "mark": _to_mark,
    "bond": _to_bond,
    "follow": _to_follow,
}


def _named(value: object) -> Named:
    if not isinstance(value, list):
        raise TypeError
    source_id, key = value
    return _text(source_id), _exact(key)


def _moment(value: str) -> datetime:
    moment = datetime.fromisoformat(value)
    if moment.tzinfo is None:
        raise ValueError
    return moment


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
