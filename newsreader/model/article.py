"""Articles as they are written and read."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import NamedTuple

from newsreader.model.media import Enclosure, Image
from newsreader.model.problem import Problem
from newsreader.model.row import ArticleRow
from newsreader.model.text import Block, BlockKind, Dateline


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
    fetched: bool = False  # the text is that of its own page
    missing: Problem | None = None  # why the text of its page did not come

    @property
    def files(self) -> tuple[Enclosure, ...]:
        """The enclosures to listen to, watch or keep: all that are no pictures."""
        pictures = {image.url for image in self.images}
        pictures |= {block.url for block in self.blocks if block.kind is BlockKind.IMAGE}
        return tuple(
            each
            for each in self.enclosures
            if each.url not in pictures and not each.type.lower().startswith("image/")
        )


@dataclass(frozen=True, slots=True)
class Related:
    """An article under another one.

    `why` is a key that `Words` turns into a reason: `telling` (of the same story, in the same text), `angle`
    (in another), `earlier` (in the story), `about` (the same people, places, subjects), `section`, `source`.
    """

    row: ArticleRow
    why: str
    detail: tuple[str, ...] = ()  # what both have in common: names, else words
    new: int = 0  # of what the article tells, the percentage that an earlier one did not


@dataclass(frozen=True, slots=True)
class Hit:
    """An article found by a search, with the piece of its text in which the words stand."""

    row: ArticleRow
    snippet: str
