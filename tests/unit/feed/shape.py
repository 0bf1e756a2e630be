"""A parsed feed as plain values, so that an expectation can be a JSON file that names only what matters."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from newsreader.model import Block, ParsedFeed, Problem


def shape(feed: ParsedFeed | Problem) -> dict[str, Any]:
    """The values of a feed; a problem is its kind."""
    if isinstance(feed, Problem):
        return {"problem": feed.kind.value}
    return {"problem": None, **_fields(feed), "warnings": sorted(feed.warnings)}


def differences(got: Any, wanted: Any, where: str = "") -> list[str]:
    """Where the expectation is not met: objects may hold more than is wanted, lists may not."""
    if isinstance(wanted, dict) and isinstance(got, dict):
        return [
            found for key, value in wanted.items() for found in differences(got[key], value, f"{where}.{key}")
        ]
    if isinstance(wanted, list) and isinstance(got, list) and len(wanted) == len(got):
        pairs = enumerate(zip(got, wanted, strict=True))
        return [found for at, (one, two) in pairs for found in differences(one, two, f"{where}[{at}]")]
    return [] if got == wanted else [f"{where}: {got!r} is not {wanted!r}"]


def _fields(value: Any) -> dict[str, Any]:
    return {name: _plain(each) for name, each in value._asdict().items()}


def _plain(value: Any) -> Any:
    if isinstance(value, datetime):
        return value.isoformat()
    if hasattr(value, "_asdict"):
        return _fields(value)
    if isinstance(value, tuple):
        if value and isinstance(value[0], Block):
            return "\n".join(block.text for block in value)
        return [_plain(one) for one in value]
    return value
