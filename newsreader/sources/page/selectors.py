"""A reader's own way to read a list page: CSS selectors, kept with the source as one line of text.

`li.bericht; title: h3 a; summary: p; date: time` names the teasers, and within each what is what. Only the
first part is needed: a teaser may as well be the link itself.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from selectolax.lexbor import LexborHTMLParser, LexborNode, SelectolaxError

from newsreader.gate import line
from newsreader.model import Block, BlockKind, Entry, Span
from newsreader.sources.address import resolve
from newsreader.sources.page.generic import Candidate, entry_of, owners, published_in

_KEYS = ("title", "summary", "date")
_LONGEST = 500  # characters
_MOST = 200


@dataclass(frozen=True, slots=True)
class Selectors:
    """What to look for: the teasers on a page, and the parts within each; empty is found by itself."""

    item: str
    title: str = ""
    summary: str = ""
    date: str = ""


def parse_selectors(text: str) -> Selectors | None:
    """The selectors in that line; None when one of them is no CSS, or a part has an unknown name."""
    item, *rest = (part.strip() for part in text[:_LONGEST].split(";"))
    named = {key.strip(): value.strip() for key, _, value in (part.partition(":") for part in rest if part)}
    if not set(named) <= set(_KEYS) or not all(map(_is_css, (item, *named.values()))):
        return None
    return Selectors(item, **named)


def selected(body: LexborNode, selectors: Selectors, base: str, now: datetime) -> list[Entry]:
    """The articles that the selectors find, in order, each once."""
    found: dict[str, Candidate] = {}
    for candidate in _candidates(body, selectors, base):
        found.setdefault(candidate.url, candidate)
    candidates = list(found.values())[:_MOST]
    return [
        _entry(candidate, owner if candidate.node.tag == "a" else candidate.node, selectors, base, now)
        for candidate, owner in zip(candidates, owners(candidates), strict=True)
    ]


def _candidates(body: LexborNode, selectors: Selectors, base: str) -> Iterator[Candidate]:
    for node in body.css(selectors.item):
        title = node.css_first(selectors.title) if selectors.title else None
        link = _link(title) or _link(node)
        url = resolve(base, (link.attributes.get("href") or "") if link else "")
        text = line((title or link or node).text(separator=" "), 300)
        if url.startswith("http") and text:
            yield Candidate(node, url, text, (), headed=False)


def _link(node: LexborNode | None) -> LexborNode | None:
    if node is None or (node.tag == "a" and node.attributes.get("href")):
        return node
    return node.css_first("a[href]")


def _entry(candidate: Candidate, owner: LexborNode, selectors: Selectors, base: str, now: datetime) -> Entry:
    """What the selectors name, and the rest as it is found on any page."""
    entry = entry_of(candidate, owner, (), base, now)
    if selectors.summary:
        node = owner.css_first(selectors.summary)
        text = line(node.text(separator=" ")) if node else ""
        entry = entry._replace(summary=(Block(BlockKind.PARAGRAPH, (Span(text),)),) if text else ())
    if selectors.date and (dated := owner.css_first(selectors.date)):
        start, until = published_in(dated, now)
        entry = entry._replace(published=start, published_until=until)
    return entry


def _is_css(selector: str) -> bool:
    try:
        LexborHTMLParser("<p>").css(selector)
    except SelectolaxError:
        return False
    return bool(selector)
