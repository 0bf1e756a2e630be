"""What a backup keeps: subscriptions, what was done with articles, what was decided about stories."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime

from newsreader.model.source import Source

Named = tuple[str, str]
"""An article by its source's id and by what that calls it."""


@dataclass(frozen=True, slots=True)
class KeptSource:
    """A source, also one that was removed: what was saved of it stays."""

    source: Source
    removed: bool = False


@dataclass(frozen=True, slots=True)
class KeptWishes:
    """What the settings have for one source."""

    source_id: str
    values: Mapping[str, object]


@dataclass(frozen=True, slots=True)
class KeptMark:
    """An article that is read or saved, by what its source calls it; of a saved one also where it is."""

    source_id: str
    key: str
    read: bool
    saved: bool
    title: str = ""
    url: str = ""
    published: datetime | None = None


@dataclass(frozen=True, slots=True)
class KeptBond:
    """Two articles that belong to one story, or do not, because the reader says so."""

    one: Named
    other: Named
    together: bool


@dataclass(frozen=True, slots=True)
class KeptFollow:
    """An article whose story the reader follows, and has seen up to a moment."""

    article: Named
    seen: datetime


Kept = KeptSource | KeptWishes | KeptMark | KeptBond | KeptFollow


@dataclass(frozen=True, slots=True)
class BroughtBack:
    """What came of bringing back a backup: sources added, marks set on what is there and on what is not."""

    sources: int = 0
    marked: int = 0
    missing: int = 0
    unreadable: tuple[int, ...] = ()
    """The numbers of the lines that could not be understood."""
    unplaced: int = 0
    """Marks and decisions about sources that are neither there nor in the backup."""
    decided: int = 0
    """Decisions about stories that were not there."""
    wishes: Mapping[str, Mapping[str, object]] = field(default_factory=dict)
    """What the settings had for sources, by their ids: for whoever keeps the settings."""
