"""A list of subscriptions from elsewhere, whatever its format: lines in, sources out."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from newsreader import gate
from newsreader.model import Source, SourceKind
from newsreader.sources import address, naming

if TYPE_CHECKING:
    from collections.abc import Container, Iterable

NEST = " / "
"""What stands between the names of nested folders in a group."""
_LONGEST = 200  # characters of a title, a folder or an unreadable line
_SCHEME = re.compile(r"(?:https?|feed):", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Line:
    """One subscription as the file has it; without a usable address it counts as unreadable."""

    number: int
    url: str = ""
    title: str = ""
    folders: tuple[str, ...] = ()
    section: str = ""
    id: str = ""
    kind: str = ""
    on: bool = True
    interval: int = 0
    alternatives: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Outline:
    """The sources of a file, each once; a source that stands in more folders belongs to the first."""

    sources: tuple[Source, ...] = ()
    unreadable: tuple[str, ...] = ()  # "12: what stands on that line"
    also_in: tuple[tuple[str, str], ...] = ()  # a source's id, and another folder that it stands in


def collect(lines: Iterable[Line], taken: Iterable[str] = ()) -> Outline:
    """The sources on these lines, named so that no id is one of `taken`."""
    sources: dict[str, Source] = {}  # by the identity of their addresses
    ids = set(taken)
    unreadable: list[str] = []
    also_in: list[tuple[str, str]] = []
    for line in lines:
        url = _address(line.url)
        group = NEST.join(gate.line(folder, _LONGEST) for folder in line.folders)
        if not url:
            unreadable.append(f"{line.number}: {gate.line(line.url or line.title, _LONGEST)}")
        elif known := sources.get(address.identity(url)):
            also_in += [(known.id, group)] if group not in ("", known.group) else []
        else:
            source = _source(line, url, group, ids)
            sources[address.identity(url)] = source
            ids.add(source.id)
    return Outline(tuple(sources.values()), tuple(unreadable), tuple(also_in))


def _source(line: Line, url: str, group: str, taken: Container[str]) -> Source:
    title = gate.line(line.title, _LONGEST) or url
    is_free = bool(naming.SLUG.fullmatch(line.id)) and line.id not in taken
    return Source(
        id=line.id if is_free else naming.source_id(title, url, taken),
        title=title,
        url=url,
        group=group,
        section=gate.line(line.section, _LONGEST),
        kind=SourceKind.PAGE if line.kind == SourceKind.PAGE else SourceKind.FEED,
        on=line.on,
        interval=line.interval,
        alternatives=tuple(other for text in line.alternatives if (other := _address(text))),
    )


def _address(text: str) -> str:
    url = address.normal(text) if _SCHEME.match(text.strip()) else ""
    return url if isinstance(url, str) else ""
