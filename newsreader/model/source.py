"""A place the news comes from."""

from __future__ import annotations

from enum import StrEnum
from typing import NamedTuple


class SourceKind(StrEnum):
    """How a source is read."""

    FEED = "feed"
    PAGE = "page"
    SAMPLE = "sample"  # of the sample edition: fiction, never fetched


class Source(NamedTuple):
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
    recipe: str = ""  # of a page: the CSS selectors that find its articles; empty finds them by structure
