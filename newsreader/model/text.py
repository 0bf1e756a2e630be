"""An article's text: blocks of spans, cleaned.

Both are tuples, since there are dozens in every article: making a frozen dataclass costs three times as much.
"""

from __future__ import annotations

from enum import StrEnum
from typing import NamedTuple


class BlockKind(StrEnum):
    """What a block of an article is."""

    HEADING = "heading"
    PARAGRAPH = "paragraph"
    ITEM = "item"  # of a list; `level` is its depth, `marker` its number if it has one
    QUOTE = "quote"
    CODE = "code"
    TABLE = "table"
    TERM = "term"
    DEFINITION = "definition"
    IMAGE = "image"  # `url` is the picture, the text its caption or else its alternative text
    MEDIA = "media"  # audio, video or an embedded page, as a link
    RULE = "rule"


class Span(NamedTuple):
    """A run of clean text.

    `marks` holds letters of `bicsu^_`: bold, italic, code, struck, underlined, superscript, subscript.
    """

    text: str
    marks: str = ""
    url: str = ""


class Block(NamedTuple):
    """One block of an article's text, cleaned and in reading order."""

    kind: BlockKind
    spans: tuple[Span, ...] = ()
    level: int = 0  # heading 1-6; item, quote: depth from 1; table: number of heading rows
    url: str = ""
    marker: str = ""  # "1.", "b.": of numbered items; "…": a paragraph that stands where the text was cut off
    rows: tuple[tuple[str, ...], ...] = ()  # only for tables
    quoted: bool = False  # a heading, item, ... inside a quote
    alt: str = ""  # a picture's alternative text, where its own text is a caption that says something else
    width: int = 0  # of a picture, in pixels, as far as it was declared
    height: int = 0
    anchors: tuple[str, ...] = ()  # the addresses by which links in the same text lead to it: a footnote's

    @property
    def text(self) -> str:
        """The block's words without marks; a table's rows as lines of tab-separated cells."""
        if self.rows:
            return "\n".join("\t".join(row) for row in self.rows)
        spans = self.spans
        return spans[0].text if len(spans) == 1 else "".join([span.text for span in spans])


class Dateline(NamedTuple):
    """Where and by whom a story was filed: `AMSTERDAM/DEN HAAG (ANP/AFP) - `."""

    places: tuple[str, ...] = ()
    agencies: tuple[str, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.places or self.agencies)
