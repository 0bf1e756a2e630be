"""Blocks as safe, well-formed HTML: only elements of this file, text escaped, only web and mail links."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from html import escape

from newsreader import gate
from newsreader.model import Block, BlockKind, Span
from newsreader.model.numbering import numbering

_ELEMENT = {"b": "strong", "i": "em", "c": "code", "s": "del", "u": "u", "^": "sup", "_": "sub"}
_SIMPLE = {
    BlockKind.PARAGRAPH: "p",
    BlockKind.QUOTE: "p",
    BlockKind.TERM: "dt",
    BlockKind.DEFINITION: "dd",
}
_ALLOWED = ("https://", "http://", "mailto:")
_NOT_XML = re.compile("[\ufffe\uffff]")

Figure = Callable[[Block], str]
"""Writes a picture with its caption."""


def escaped(text: str) -> str:
    """Text between tags or in an attribute: gated, without what XML 1.0 (section 2.2) cannot hold."""
    return escape(_NOT_XML.sub("", gate.safe(text)))


def link(url: str, inner: str) -> str:
    """Some HTML as a link; without one where the address is not of the web or of mail."""
    return f'<a href="{escaped(url)}">{inner}</a>' if url.lower().startswith(_ALLOWED) else inner


def remote_figure(block: Block) -> str:
    """A picture that stays where it is on the web."""
    if not block.url.lower().startswith(_ALLOWED):
        return f"<p>{inline(block.spans)}</p>"
    return figure(block.url, inline(block.spans), block.alt)


def figure(source: str, caption: str, alt: str) -> str:
    """A picture with the HTML of its caption, and what says the same without it."""
    below = f"<figcaption>{caption}</figcaption>" if caption else ""
    return f'<figure><img src="{escaped(source)}" alt="{escaped(alt)}"/>{below}</figure>'


def to_html(blocks: Iterable[Block], figure: Figure = remote_figure, least: int = 1) -> str:
    """The blocks as HTML; `blocks()` reads them back, but for media, which are links.

    `least` is the level that the highest headings have.
    """
    writer = _Writer(figure, least)
    for block in blocks:
        writer.block(block)
    writer.close(0)
    return "".join(writer.parts)


class _Writer:
    """Keeps the elements that stand open around the next block: quotes, then a list in a list, or a `dl`."""

    def __init__(self, figure: Figure, least: int) -> None:
        self._figure = figure
        self._least = least
        self.parts: list[str] = []
        self.open: list[str] = []

    def close(self, depth: int) -> None:
        """Closes what is open beyond that depth."""
        while len(self.open) > depth:
            tag = self.open.pop().split()[0]
            if tag == "dl" and self.parts[-1].endswith("</dt>"):
                self.parts.append("<dd></dd>")  # every term has a definition (HTML standard, section 4.4.9)
            self.parts.append(f"</{tag}>")

    def start(self, tag: str, attributes: str = "") -> None:
        """Opens an element that later blocks may go into."""
        self.open.append(tag)
        self.parts.append(f"<{tag}{attributes}>")

    def block(self, block: Block) -> None:
        """Writes a block inside the quote and list it belongs to."""
        quotes = block.level if block.kind is BlockKind.QUOTE else int(block.quoted)
        self._quote(quotes)
        if block.kind is BlockKind.ITEM:
            self._item(block, quotes)
            return
        in_definitions = block.kind in (BlockKind.TERM, BlockKind.DEFINITION)
        if in_definitions and self.open[quotes:] != ["dl"]:
            self.close(quotes)
            self.start("dl")
            if block.kind is BlockKind.DEFINITION:
                self.parts.append("<dt></dt>")  # as every definition has its term
        self.close(quotes + in_definitions)
        self.parts.append(self._whole(block))

    def _whole(self, block: Block) -> str:
        if block.kind is BlockKind.IMAGE:
            return self._figure(block)
        if block.kind is BlockKind.HEADING:
            tag = f"h{min(max(block.level, self._least), 6)}"
            return f"<{tag}>{inline(block.spans)}</{tag}>"
        return _whole(block)

    def _quote(self, depth: int) -> None:
        now = self.open.count("blockquote")
        if now != depth:
            self.close(min(now, depth))
        for _ in range(depth - now):
            self.start("blockquote")

    def _item(self, block: Block, quotes: int) -> None:
        """Opens the item's list inside the lists above it; every list stands in the item before it."""
        kind, number = numbering(block.marker)
        tag = f'ol type="{kind}"' if block.marker else "ul"
        at = quotes + 2 * (max(1, block.level) - 1)  # a list and an item for each level
        if self.open[quotes:] == ["dl"] or (len(self.open) > at and self.open[at] != tag):
            self.close(min(at, len(self.open)) if self.open[quotes:] != ["dl"] else quotes)
        while len(self.open) < at:
            self.start("ul" if (len(self.open) - quotes) % 2 == 0 else "li")
        if len(self.open) == at:
            self.start(tag)
        self.close(at + 1)
        self.start("li", f' value="{number}"' if block.marker else "")
        self.parts.append(inline(block.spans))


def _whole(block: Block) -> str:
    match block.kind:
        case BlockKind.CODE:
            return f"<pre><code>{escaped(block.text)}</code></pre>"
        case BlockKind.TABLE:
            return _table(block)
        case BlockKind.MEDIA:
            return f"<p>{_span(Span(block.text or gate.address(block.url), url=block.url))}</p>"
        case BlockKind.RULE:
            return "<hr/>"
    tag = _SIMPLE[block.kind]
    return f"<{tag}>{inline(block.spans)}</{tag}>"


def _table(block: Block) -> str:
    head, body = block.rows[: block.level], block.rows[block.level :]
    above = f"<thead>{_rows(head, 'th')}</thead>" if head else ""
    below = f"<tbody>{_rows(body, 'td')}</tbody>" if body else ""
    return f'<table role="table">{above}{below}</table>'


def _rows(rows: Iterable[tuple[str, ...]], tag: str) -> str:
    return "".join(f"<tr>{''.join(f'<{tag}>{escaped(cell)}</{tag}>' for cell in row)}</tr>" for row in rows)


def inline(spans: Iterable[Span]) -> str:
    """A run of text with its marks and links."""
    return "".join(map(_span, spans))


def _span(span: Span) -> str:
    text = escaped(span.text).replace("\n", "<br/>")
    for mark in reversed(span.marks):
        text = f"<{_ELEMENT[mark]}>{text}</{_ELEMENT[mark]}>"
    return link(span.url, text)
