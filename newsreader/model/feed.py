"""What a feed or a page says, as its publisher wrote it, cleaned."""

from __future__ import annotations

from datetime import datetime
from typing import NamedTuple

from newsreader.model.media import Enclosure, Image
from newsreader.model.text import Block


class Person(NamedTuple):
    """An author or contributor."""

    name: str = ""
    email: str = ""
    url: str = ""


class Link(NamedTuple):
    """A link with its relation (`alternate`, `self`, `hub`, `replies`, `via`, ...)."""

    url: str
    rel: str = "alternate"
    type: str = ""
    title: str = ""


class Entry(NamedTuple):
    """One item of a feed or a list page, as its publisher wrote it. Every text in it is clean."""

    id: str  # verbatim; may be empty, and two entries may share one
    title: str = ""
    url: str = ""
    links: tuple[Link, ...] = ()
    authors: tuple[Person, ...] = ()
    published: datetime | None = None
    published_until: datetime | None = None  # the end of an interval, for "1 uur geleden"
    updated: datetime | None = None
    summary: tuple[Block, ...] = ()
    content: tuple[Block, ...] = ()
    categories: tuple[str, ...] = ()
    section: str = ""  # only where the publisher's page tells it
    enclosures: tuple[Enclosure, ...] = ()
    images: tuple[Image, ...] = ()
    comments: str = ""
    language: str = ""
    rights: str = ""
    origin: str = ""  # the title of the feed it was taken from (`source`)


class ParsedFeed(NamedTuple):
    """A feed, or a page read as one, as its publisher wrote it. Every text in it is clean."""

    format: str  # rss09x rss10 rss20 atom03 atom10 json1 json11 page
    title: str = ""
    description: tuple[Block, ...] = ()
    url: str = ""  # the site
    id: str = ""
    language: str = ""
    icon: str = ""
    authors: tuple[Person, ...] = ()
    updated: datetime | None = None
    published: datetime | None = None
    categories: tuple[str, ...] = ()
    rights: str = ""
    entries: tuple[Entry, ...] = ()
    links: tuple[Link, ...] = ()
    ttl: int = 0  # minutes between visits that the publisher asks for
    skip_hours: tuple[int, ...] = ()  # GMT
    skip_days: tuple[str, ...] = ()  # Monday ...
    moved_to: str = ""  # itunes:new-feed-url
    warnings: tuple[str, ...] = ()


class Page(NamedTuple):
    """A news page: its article, and the section's newest list that stands under it (never related to it)."""

    entry: Entry
    section_list: tuple[Entry, ...] = ()
    language: str = ""
