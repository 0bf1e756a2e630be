"""Which articles a list shows, and how many there are of them."""

from __future__ import annotations

from enum import StrEnum
from typing import NamedTuple

from newsreader.model.source import Source

_PAPER = ("Voorpagina", "Zeeland", "Binnenland", "Buitenland", "Politiek", "Economie", "Sport", "Cultuur")


def section_order(name: str) -> tuple[int, str]:
    """Where a section stands in the paper: the known ones first, the others by name."""
    return (_PAPER.index(name) if name in _PAPER else len(_PAPER), name)


class ScopeKind(StrEnum):
    """Which articles a list shows."""

    ALL = "all"
    SAVED = "saved"
    SECTION = "section"
    GROUP = "group"
    SOURCE = "source"


class Scope(NamedTuple):
    """A list of articles, newest first: all, the saved, a section, a group of sources or one source."""

    kind: ScopeKind = ScopeKind.ALL
    value: str = ""  # the section, the group, or the source's id
    unread: bool = False


class Count(NamedTuple):
    """How many articles a scope holds."""

    total: int = 0
    unread: int = 0


class Counts(NamedTuple):
    """Everything the sidebar shows: totals, and a count a section and a source."""

    everything: Count = Count()
    saved: int = 0
    sections: tuple[tuple[str, Count], ...] = ()
    sources: tuple[tuple[Source, Count], ...] = ()
