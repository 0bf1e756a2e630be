"""A place the news comes from, and its health."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum

from newsreader.model.problem import Problem


class SourceKind(StrEnum):
    """How a source is read."""

    FEED = "feed"
    PAGE = "page"
    SAMPLE = "sample"  # of the sample edition: fiction, never fetched


@dataclass(frozen=True, slots=True)
class Source:
    """A place the news comes from. `id` is a short word, fit for a command line."""

    id: str
    title: str
    url: str
    group: str = ""
    section: str = ""
    kind: SourceKind = SourceKind.FEED
    on: bool = True
    interval: int = 0  # minutes; 0 is the reader's own setting
    alternatives: tuple[str, ...] = ()  # addresses to try when `url` does not answer


@dataclass(frozen=True, slots=True)
class Visit:
    """What is remembered of the last visits to a source: validators, times, and failures in a row."""

    etag: str = ""
    last_modified: str = ""
    body_hash: bytes = b""
    last_checked: datetime | None = None
    last_changed: datetime | None = None
    next_due: datetime | None = None
    failures: int = 0
    problem: Problem | None = None
    site: str = ""
    warnings: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class SourceStatus:
    """A source with its health, for the sources screen and `sources list`."""

    source: Source
    visit: Visit = field(default_factory=Visit)
    articles: int = 0
    unread: int = 0


@dataclass(frozen=True, slots=True)
class Preview:
    """A source that is not yet subscribed to: what it would be, and what it would bring."""

    source: Source
    articles: int = 0
    titles: tuple[str, ...] = ()
    newest: datetime | None = None
    warnings: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Imported:
    """What came of an import: sources added, sources known already, and the lines that say nothing usable."""

    added: int
    known: int
    unreadable: tuple[str, ...] = ()
