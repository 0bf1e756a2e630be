"""A page as lines in reading order, whatever elements lay it out: what lists of teasers are read from."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from selectolax.lexbor import LexborNode

from newsreader.gate import line
from newsreader.model import Block, BlockKind
from newsreader.sources.blocks.tags import (
    HANDLERS,
    SKIP,
    Attributes,
    Handler,
    Leave,
    container,
    framing,
    skip,
)
from newsreader.sources.blocks.walk import walk
from newsreader.sources.blocks.writer import BlockWriter
from newsreader.sources.page.ages import ends_in_age
from newsreader.sources.page.chrome import without_chrome

_DATELINE = re.compile(r"[^a-zà-ÿ(]{2,60}(?:\([^)]*\))?\s*[-–—]")
_LABEL = 40  # characters
_HEADINGS = (BlockKind.HEADING, BlockKind.TERM)


@dataclass(frozen=True, slots=True)
class Line:
    """A line of a page: its text, its first link, and whether the text begins with that link."""

    text: str
    url: str = ""
    leads: bool = False
    heading: bool = False
    stamp: str = ""  # the `datetime` of a <time> in it
    image: str = ""  # a picture; the text is its caption


def lines_of(root: LexborNode, base: str, *, chrome: bool = False) -> list[Line]:
    """The lines of everything inside `root`, the page's chrome (menus, dialogs, footers) only when asked."""
    stamps: dict[int, str] = {}
    handlers = _handlers(stamps)
    blocks = walk(root, base, handlers if chrome else without_chrome(handlers)).blocks
    return [line for at, block in enumerate(blocks) for line in _lines(block, stamps.get(at, ""))]


def _lines(block: Block, stamp: str) -> list[Line]:
    """The block's lines; a link that begins one is a line of its own."""
    if block.kind is BlockKind.IMAGE:
        return [Line(line(block.text), image=block.url)]
    found: list[Line] = []
    for text, url, leads, bold in _runs(block):
        heading = block.kind in _HEADINGS or bold
        if words := line(text):
            found.append(Line(words, url, leads, heading, stamp))
    return found


def _runs(block: Block) -> list[tuple[str, str, bool, bool]]:
    """(text, link, begins with the link, all bold) of every line, cut where a leading link or bold ends."""
    rows: list[list[tuple[str, str, bool]]] = [[]]
    for span in block.spans:
        for count, part in enumerate(span.text.split("\n")):
            if count:
                rows.append([])
            if part.strip():
                rows[-1].append((part, span.url, "b" in span.marks))
    return [run for row in rows for part in _parted(row) for run in _cut(part)]


def _parted(row: list[tuple[str, str, bool]]) -> list[list[tuple[str, str, bool]]]:
    """The row, cut before each link that has an age in front of it: there the next teaser begins."""
    parts: list[list[tuple[str, str, bool]]] = [[]]
    for part in row:
        if part[1] and ends_in_age("".join(before[0] for before in parts[-1])):
            parts.append([])
        parts[-1].append(part)
    return parts


def _cut(row: list[tuple[str, str, bool]]) -> list[tuple[str, str, bool, bool]]:
    if not row:
        return []
    _, url, bold = row[0]
    head = [part for part in row if (part[1], part[2]) == (url, bold)]
    together = row[: len(head)] == head
    if not (url or bold) and (lead := _unlinked(row)):
        return [("".join(part[0] for part in row[:lead]), "", False, False), *_cut(row[lead:])]
    if not (url or bold) or not together:
        linked = next((part[1] for part in row if part[1]), "")
        return [("".join(part[0] for part in row), linked, bool(url), all(part[2] for part in row))]
    rest = row[len(head) :]
    if not url and rest and _DATELINE.match("".join(part[0] for part in row)):
        return [("".join(part[0] for part in row), "", False, False)]
    tail = "".join(part[0] for part in rest)
    tail_url = next((part[1] for part in rest if part[1]), "")
    runs = [("".join(part[0] for part in head), url, bool(url), bold)]
    return [*runs, (tail, tail_url, bool(rest[0][1]), False)] if rest else runs


def _unlinked(row: list[tuple[str, str, bool]]) -> int:
    """How many parts stand before a link that ends the line, when they are but a label or a time."""
    lead = next((at for at, part in enumerate(row) if part[1]), 0)
    short = sum(len(part[0]) for part in row[:lead]) < _LABEL
    return lead if short and all(part[1] == row[lead][1] for part in row[lead:]) else 0


class _Siblings:
    """Which elements stand side by side without text between: pages lay those out as lines of their own."""

    def __init__(self) -> None:
        self.known: dict[int, bool] = {}

    def apart(self, node: LexborNode) -> bool:
        """Whether the inline element is laid out as a line."""
        parent = node.parent
        if parent is None:
            return False
        if parent.mem_id not in self.known:
            self.known[parent.mem_id] = _only_elements(parent)
        return self.known[parent.mem_id]

    def wrap(self, handler: Handler | None) -> Handler:
        """The handler, with a line's end before and after the elements that stand apart."""

        def both(writer: BlockWriter, node: LexborNode, attributes: Attributes) -> Leave | None:
            outer = container(writer, node, attributes) if self.apart(node) else None
            inner = handler(writer, node, attributes) if handler else None
            if inner is SKIP or not outer:
                return inner

            def leave() -> None:
                outer()  # first, so that the line ends while its link and marks still hold
                if inner:
                    inner()

            return leave

        return both


def _only_elements(parent: LexborNode) -> bool:
    elements = 0
    for child in parent.iter(include_text=True):
        if not child.is_text_node:
            elements += child.tag != "br"
        elif (child.text_content or "").strip(_SEPARATORS):
            return False
    return elements > 1


def _handlers(stamps: dict[int, str]) -> Mapping[str, Handler]:
    siblings = _Siblings()

    def time(writer: BlockWriter, _node: LexborNode, attributes: Attributes) -> None:
        if moment := attributes.get("datetime"):
            stamps[len(writer.blocks)] = moment

    inline = {tag: siblings.wrap(HANDLERS.get(tag)) for tag in _INLINE}
    return {**_LISTING, **inline, "time": siblings.wrap(time)}


_SEPARATORS = " \t\r\n\f\u00a0|·•-–/"
_BLOCKS = ("li", "ul", "ol", "menu", "dd", "blockquote", "figure", "table", "pre")
_INLINE = ("span", "b", "strong", "i", "em", "small", "label", "font", "a", "u")
_LISTING: dict[str, Handler] = {
    **HANDLERS,
    **dict.fromkeys(_BLOCKS, container),
    "dt": framing(BlockKind.TERM),
    "figcaption": skip,
    "hr": container,
    "iframe": skip,
}
