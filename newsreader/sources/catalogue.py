"""The built-in sources, from `catalogue.toml`."""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from typing import Any

from newsreader.model import Source, SourceKind


@cache
def load() -> tuple[Source, ...]:
    """Every built-in source, in the order of the file: the groups Zeeuws, Landelijk and Sport."""
    import tomllib

    text = files("newsreader.sources").joinpath("catalogue.toml").read_text("utf-8")
    groups: dict[str, list[dict[str, Any]]] = tomllib.loads(text)
    return tuple(_source(group, entry) for group, entries in groups.items() for entry in entries)


def _source(group: str, entry: dict[str, Any]) -> Source:
    return Source(
        id=entry["id"],
        title=entry["title"],
        url=entry["url"],
        group=group,
        section=entry["section"],
        kind=SourceKind(entry.get("kind", SourceKind.FEED)),
        on=entry.get("on", False),
        alternatives=tuple(entry.get("alternatives", ())),
    )
