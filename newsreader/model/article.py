"""Articles as they are read."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from newsreader.model.media import Enclosure, Image
from newsreader.model.problem import Problem
from newsreader.model.row import ArticleRow
from newsreader.model.text import Block, BlockKind, Dateline


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
