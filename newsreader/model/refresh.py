"""What a refresh tells while it runs."""

from __future__ import annotations

from dataclasses import dataclass

from newsreader.model.problem import Problem
from newsreader.model.source import Source


@dataclass(frozen=True, slots=True)
class SourceChecked:
    """One source answered or failed: `done` of `total` so far."""

    source: Source
    done: int
    total: int
    new: int = 0
    changed: int = 0
    problem: Problem | None = None
    notice: str = ""  # a key of `Words`: "moved", "retired"


@dataclass(frozen=True, slots=True)
class RefreshDone:
    """The end of a refresh."""

    checked: int
    new: int
    changed: int
    failed: tuple[tuple[Source, Problem], ...] = ()


@dataclass(frozen=True, slots=True)
class TextAsked:
    """An article's page was asked for, `done` of `total` so far; with a problem its text did not come."""

    article_id: int
    title: str
    done: int
    total: int
    problem: Problem | None = None


@dataclass(frozen=True, slots=True)
class TextsDone:
    """The end of fetching texts: bytes spent today of those there are a day, articles that had to wait."""

    spent: int
    budget: int
    left: int = 0


RefreshEvent = SourceChecked | RefreshDone
TextEvent = TextAsked | TextsDone
