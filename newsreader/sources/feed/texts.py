"""Text constructs: titles and bodies as plain text, HTML, escaped HTML or XHTML (RFC 4287 section 3.1)."""

from __future__ import annotations

import html
import re

from newsreader import gate
from newsreader.model import Block, BlockKind, Span
from newsreader.sources.blocks import blocks, line_of
from newsreader.sources.feed.limits import ID_LENGTH, TITLE_LENGTH
from newsreader.sources.feed.tree import Element, attribute, base_of, markup_of, text_of

_PARAGRAPHS = re.compile(r"\n\s*\n")
_ESCAPED_MARKUP = re.compile(r"^\s*&lt;(p|div|h\d|ul|ol|table|a|img|b|strong|em|i|span)\b.*&gt;", re.DOTALL)
_LOOKS_LIKE_HTML = re.compile(
    r"</(?:p|a|div|h\d|ul|ol|b|strong|em|i|span|blockquote|td)>|<(?:br|img)\b", re.IGNORECASE
)
_MARKED_UP = re.compile(r"[<&]")


def verbatim(text: str) -> str:
    """An id as it was written, but for white space around it and what may not reach a terminal."""
    text = text.strip()
    return text if len(text) <= ID_LENGTH and text.isprintable() else gate.safe(text, ID_LENGTH).strip()


def title_of(element: Element, *, atom: bool) -> str:
    """One line as a reader should see it."""
    if len(element):
        return line_of(markup_of(element))
    text = _decoded(element) if attribute(element, "mode") == "base64" else text_of(element)
    if atom and _kind(element) == "text":
        return gate.line(text if attribute(element, "type") else html.unescape(text), TITLE_LENGTH)
    return line_of(text) if _MARKED_UP.search(text) else gate.line(text, TITLE_LENGTH)


def body_of(element: Element, document: str, *, atom: bool, bases: bool) -> tuple[Block, ...]:
    """The blocks of a description, summary or content; `bases` says that the document has any xml:base."""
    base = base_of(element, document) if bases else document
    if len(element):
        return blocks(markup_of(element, document), base)
    text = _decoded(element) if attribute(element, "mode") == "base64" else text_of(element)
    kind = _kind(element) if atom else "html"
    if kind == "text":
        return plain_blocks(text)
    return html_blocks(text, base) if kind == "html" else ()


def html_blocks(text: str, base: str) -> tuple[Block, ...]:
    """The blocks of HTML, also where it was escaped once too often."""
    if "<" not in text and _ESCAPED_MARKUP.match(text):
        text = html.unescape(text)
    return blocks(text, base)


def plain_blocks(text: str) -> tuple[Block, ...]:
    """Plain text as paragraphs, divided where lines are left empty."""
    paragraphs = (gate.line(part) for part in _PARAGRAPHS.split(gate.safe(text)))
    return tuple(Block(BlockKind.PARAGRAPH, (Span(part),)) for part in paragraphs if part)


def plain_or_html(text: str, base: str) -> tuple[Block, ...]:
    """Blocks of a text of which nobody says what it is."""
    return html_blocks(text, base) if _LOOKS_LIKE_HTML.search(text) else plain_blocks(html.unescape(text))


def _kind(element: Element) -> str:
    """`text`, `html`, or '' for something that is not for reading; as Atom 1.0 and 0.3 have it."""
    kind = attribute(element, "type").lower().partition(";")[0]
    if kind in {"html", "text/html", "xhtml", "application/xhtml+xml"}:
        return "html"
    if kind in {"", "text/plain"} and _LOOKS_LIKE_HTML.search(element.text or ""):
        return "html"
    return "text" if kind in {"", "text", "plain"} or kind.startswith("text/") else ""


def _decoded(element: Element) -> str:
    import base64  # hardly any feed has it
    import binascii

    try:
        return base64.b64decode(element.text or "").decode("utf-8", "replace")
    except (binascii.Error, ValueError):
        return ""
