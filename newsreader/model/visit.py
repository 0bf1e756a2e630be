"""The health of a source: what is remembered of its last visits, and what it has brought."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime

from newsreader.model.problem import Problem, ProblemKind
from newsreader.model.source import Source

PATIENCE = 10
"""Failures in a row after which a source is visited less often, and counts as lost."""
_LOST = {ProblemKind.GONE, ProblemKind.NOT_A_FEED, ProblemKind.NO_ARTICLES}


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
    ttl: int = 0  # minutes between visits that the publisher asks for
    skip_hours: tuple[int, ...] = ()  # GMT
    skip_days: tuple[str, ...] = ()  # Monday ...
    public: bool = False  # it has answered from the public internet, and may not be elsewhere any more

    @property
    def is_lost(self) -> bool:
        """Whether the source will not mend by itself, so that something else had better be found for it."""
        return self.problem is not None and (self.failures >= PATIENCE or self.problem.kind in _LOST)


@dataclass(frozen=True, slots=True)
class SourceStatus:
    """A source with its health, for the sources screen and `sources list`."""

    source: Source
    visit: Visit = field(default_factory=Visit)
    articles: int = 0
    unread: int = 0
