"""Sources that are about to be followed."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from newsreader.model.source import Source


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
    fresh: tuple[Source, ...] = ()  # those added, or in a preview those that would be
    also_in: tuple[tuple[str, str], ...] = ()  # a title, and a further folder that it stood in
