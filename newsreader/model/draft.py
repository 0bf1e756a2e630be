"""Articles as they are written."""

from __future__ import annotations

from datetime import datetime
from typing import NamedTuple

from newsreader.model.media import Enclosure, Image
from newsreader.model.text import Block, Dateline


class Packed(NamedTuple):
    """An article's text as the store keeps it, made beside the event loop so that writing it costs little."""

    body: bytes
    words: str  # everything a search may find it by


class Draft(NamedTuple):
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
    digest: bytes = b""  # of all of the above but the key: an equal digest is not written again
    other: str = ""  # the key it may have had when its id stood for more pages, or for fewer
    packed: Packed | None = None  # then the blocks are in it, and `blocks` is empty
