"""From a name that was typed to the section or source that is meant, or the nearest one there is."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from newsreader.model import Counts, SourceStatus


@dataclass(frozen=True, slots=True)
class Unknown:
    """A name that nothing has; `near` is the one that seems meant, empty when none is like it."""

    name: str
    near: str


def section(name: str, counts: Counts, statuses: Sequence[SourceStatus]) -> str | Unknown:
    """The section of that name, however its capitals are written; it may have no articles yet."""
    titles = [title for title, _ in counts.sections] + [status.source.section for status in statuses]
    return _find(name, {title: title for title in titles if title})


def source(name: str, statuses: Sequence[SourceStatus]) -> str | Unknown:
    """The id of the source with that id, or that title."""
    titles = {status.source.title: status.source.id for status in statuses}
    return _find(name, titles | {status.source.id: status.source.id for status in statuses})


def _find(name: str, known: Mapping[str, str]) -> str | Unknown:
    from difflib import get_close_matches

    folded = {alias.casefold(): value for alias, value in known.items()}
    found = known.get(name) or folded.get(name.casefold())
    if found:
        return found
    near = get_close_matches(name.casefold(), folded, n=1, cutoff=0.6)
    return Unknown(name, folded[near[0]] if near else "")
