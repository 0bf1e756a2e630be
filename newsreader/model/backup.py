"""What a backup keeps: subscriptions, and what was done with articles."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from newsreader.model.source import Source


@dataclass(frozen=True, slots=True)
class KeptSource:
    """A source, also one that was removed: what was saved of it stays."""

    source: Source
    removed: bool = False


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
class BroughtBack:
    """What came of bringing back a backup: sources added, marks set on what is there and on what is not."""

    sources: int = 0
    marked: int = 0
    missing: int = 0
    unreadable: tuple[int, ...] = ()
    """The numbers of the lines that could not be understood."""
    unplaced: int = 0
    """Marks of sources that are neither there nor in the backup."""
