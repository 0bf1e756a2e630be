"""Articles as they are written, listed and read; scopes, counts and marks."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Protocol

from newsreader.model.feed import Enclosure, Image
from newsreader.model.source import Source
from newsreader.model.text import Block, Dateline


@dataclass(frozen=True, slots=True)
class Draft:
    """An article ready to be written: decided, cleaned, with its identity within the source."""

    key: str  # the identity within its source: guid, else address, else content hash
    url: str
    title: str
    summary: str  # plain text, one paragraph, without the dateline
    section: str
    published: datetime | None
    published_until: datetime | None = None
    updated: datetime | None = None
    author: str = ""
    language: str = ""
    dateline: Dateline = Dateline()
    blocks: tuple[Block, ...] = ()
    images: tuple[Image, ...] = ()
    enclosures: tuple[Enclosure, ...] = ()
    categories: tuple[str, ...] = ()
    comments: str = ""
    rights: str = ""
    whole: bool = False  # the blocks are the full text, not a summary
    digest: bytes = b""  # of all of the above: an equal digest is not written again


@dataclass(frozen=True, slots=True)
class ArticleRow:
    """What a list draws of an article. Times are aware UTC."""

    id: int
    title: str
    url: str
    source_id: str
    source: str  # its title
    section: str
    summary: str
    published: datetime | None
    published_until: datetime | None
    first_seen: datetime
    read: bool = False
    saved: bool = False
    sample: bool = False  # fiction, from the sample edition

    @property
    def moment(self) -> datetime:
        """When it is taken to have appeared: its publication, else the first time it was seen."""
        return self.published or self.first_seen


@dataclass(frozen=True, slots=True)
class Article:
    """An article as the reading pane and `show` need it."""

    row: ArticleRow
    author: str = ""
    language: str = ""
    updated: datetime | None = None
    dateline: Dateline = Dateline()
    blocks: tuple[Block, ...] = ()
    images: tuple[Image, ...] = ()
    enclosures: tuple[Enclosure, ...] = ()
    categories: tuple[str, ...] = ()
    comments: str = ""
    rights: str = ""
    whole: bool = False


@dataclass(frozen=True, slots=True)
class Related:
    """An article under another one; `why` is a key that `Words` turns into a reason: `section`, ..."""

    row: ArticleRow
    why: str


@dataclass(frozen=True, slots=True)
class Hit:
    """An article found by a search, with the piece of its text in which the words stand."""

    row: ArticleRow
    snippet: str


class ScopeKind(StrEnum):
    """Which articles a list shows."""

    ALL = "all"
    SAVED = "saved"
    SECTION = "section"
    GROUP = "group"
    SOURCE = "source"


@dataclass(frozen=True, slots=True)
class Scope:
    """A list of articles, newest first: all, the saved, a section, a group of sources or one source."""

    kind: ScopeKind = ScopeKind.ALL
    value: str = ""  # the section, the group, or the source's id
    unread: bool = False


@dataclass(frozen=True, slots=True)
class Count:
    """How many articles a scope holds."""

    total: int = 0
    unread: int = 0


@dataclass(frozen=True, slots=True)
class Counts:
    """Everything the sidebar shows: totals, and a count a section and a source."""

    everything: Count = Count()
    saved: int = 0
    sections: tuple[tuple[str, Count], ...] = ()
    sources: tuple[tuple[Source, Count], ...] = ()


@dataclass(frozen=True, slots=True)
class Mark:
    """The state of one article, as it was or must become: what undo puts back."""

    id: int
    read: bool
    saved: bool


class Rows(Protocol):
    """A list of articles of any length: all that the list widget knows of the store."""

    def __len__(self) -> int:
        """How many rows there are."""
        ...

    def row(self, index: int) -> ArticleRow | None:
        """The row at that place; None when it has just disappeared."""
        ...

    def index_of(self, article_id: int) -> int | None:
        """The place of that article, if it is in the list."""
        ...
