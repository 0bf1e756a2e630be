"""From markup to a tree, with what would make the parser slow or the tree endless taken out first.

Three shapes cost lexbor quadratic time or worse: deep nesting, thousands of attributes on one element, and
formatting elements left open, which the HTML standard reopens in every paragraph that follows.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from selectolax.lexbor import LexborHTMLParser, LexborNode

MAX_CHARS = 3_000_000
MAX_BLOCKS = 10_000
MAX_TAGS = 60_000
MAX_DEPTH = 256
MAX_FORMATTING = 16
MAX_ATTRIBUTES = 2_000

# Possessive, so that no text makes the scan go back over itself; a quote opens a value only after `=`.
_TAG = re.compile(r"""<(/?)([a-zA-Z][^\s/>]*+)((?:[^>=]++|=\s*+(?:"[^"]*+"|'[^']*+')?+)*+)>?""")
_CODE = re.compile(r"<(script|style)\b(?![^>]{0,300}ld\+json)[^>]{0,300}>", re.IGNORECASE)
_CODE_ENDS = {tag: re.compile(f"</{tag}", re.IGNORECASE) for tag in ("script", "style")}
_FORMATTING_TAGS = "b big code em font i nobr s small strike strong tt u"
_FORMATTING = frozenset(_FORMATTING_TAGS.split())
# Elements without an end tag, and those whose end the parser supplies itself: they do not nest.
_FLAT_TAGS = (
    "a area base br col dd dt embed hr img input li link meta option p param source"
    " tbody td tfoot th thead tr track wbr"
)
_FLAT = frozenset(_FLAT_TAGS.split())


def tree(html: str) -> LexborHTMLParser:
    """The parsed document of HTML of any size and depth."""
    return LexborHTMLParser(_bounded(cut(html)).encode("utf-8", "replace"))


def body_of(html: str) -> LexborNode | None:
    """The body of a fragment, read as the inside of one, or of a document."""
    return tree("<body>" + html).body


def cut(html: str) -> str:
    """The text within the cap, cut before a tag or between words."""
    if "\0" in html:
        html = html.replace("\0", "")
    if len(html) <= MAX_CHARS:
        return html
    at = html.rfind("<", 0, MAX_CHARS)
    return html[: at if at > MAX_CHARS // 2 else MAX_CHARS]


def _bounded(html: str) -> str:
    small = len(html) <= 20_000 and html.count("<") <= MAX_DEPTH
    return html if small else "".join(_within_bounds("".join(_without_code(html))))


def _without_code(html: str) -> Iterator[str]:
    """The pieces of the markup without the insides of scripts and styles, but for JSON-LD."""
    at = 0
    while opening := _CODE.search(html, at):
        yield html[at : opening.end()]
        closing = _CODE_ENDS[opening[1].lower()].search(html, opening.end())
        if not closing:
            return
        at = closing.start()
    yield html[at:]


def _within_bounds(html: str) -> Iterator[str]:
    """The pieces of the markup, without the tags that go over a bound."""
    bounds = _Bounds()
    at = 0
    for count, match in enumerate(_TAG.finditer(html)):
        if count >= MAX_TAGS:
            yield html[at : match.start()]
            return
        closing, name, attributes = match.groups()
        tag = name.lower()
        if not (bounds.closes(tag) if closing else bounds.opens(tag)):
            yield html[at : match.start()]
            at = match.end()
        elif len(attributes) > MAX_ATTRIBUTES and len(attributes.split()) > MAX_ATTRIBUTES:
            yield html[at : match.start()] + f"<{closing}{name}>"
            at = match.end()
    yield html[at:]


class _Bounds:
    """Which elements stand open, as far as the tags alone can tell."""

    def __init__(self) -> None:
        self.open: Counter[str] = Counter()
        self.dropped: Counter[str] = Counter()
        self.depth = 0
        self.formatting = 0

    def opens(self, tag: str) -> bool:
        """Whether this start tag may stay."""
        if tag in _FLAT:
            return True
        formatting = tag in _FORMATTING
        if self.depth >= MAX_DEPTH or (formatting and self.formatting >= MAX_FORMATTING):
            self.dropped[tag] += 1
            return False
        self.open[tag] += 1
        self.depth += 1
        self.formatting += formatting
        return True

    def closes(self, tag: str) -> bool:
        """Whether this end tag may stay: not when its start tag was dropped."""
        if self.dropped[tag]:
            self.dropped[tag] -= 1
            return False
        if self.open[tag]:
            self.open[tag] -= 1
            self.depth -= 1
            self.formatting -= tag in _FORMATTING
        return True
