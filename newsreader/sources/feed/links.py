"""Links of feeds and entries, and which of them is the page to read."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from newsreader import gate
from newsreader.model import Link
from newsreader.sources.address import is_web, resolve
from newsreader.sources.feed.limits import MAX_LIST, NAME_LENGTH
from newsreader.sources.feed.tree import (
    Element,
    Fields,
    attribute,
    attribute_line,
    base_of,
    each,
    name_of,
    text_of,
)

_RELATIONS = "http://www.iana.org/assignments/relation/"
_READABLE = frozenset({"", "text/html", "application/xhtml+xml", "text", "html"})
_MODULES = {
    "wfw:commentrss": "replies",
    "podcast:chapters": "chapters",
    "podcast:transcript": "transcript",
    "creativecommons:license": "license",
    "cc:license": "license",
}
_TYPES = {"wfw:commentrss": "application/rss+xml"}


class Place(NamedTuple):
    """Where an address is seen from: the document's address, and whether it has any xml:base."""

    url: str
    bases: bool = False

    def address(self, element: Element, href: str) -> str:
        """The absolute address of `href`, written in that element; '' when it is not a link."""
        if not href:
            return ""
        return resolve(base_of(element, self.url) if self.bases else self.url, href)


def links_of(fields: Fields, place: Place) -> tuple[Link, ...]:
    """All links, in the order of their kind, each once."""
    return tuple(dict.fromkeys(link for link in _links(fields, place) if link.url))[:MAX_LIST]


def _links(fields: Fields, place: Place) -> Iterator[Link]:
    for element in fields.get("link", ()):
        href = attribute(element, "href", "url", "uri") or text_of(element) or _after(element)
        rel = attribute(element, "rel").removeprefix(_RELATIONS).lower() or "alternate"
        yield Link(
            place.address(element, href),
            gate.line(rel, NAME_LENGTH),
            attribute_line(element, "type"),
            attribute_line(element, "title"),
        )
    for element in each(fields, *_MODULES):
        href = attribute(element, "url", "href", "resource") or text_of(element)
        kind = attribute_line(element, "type") or _TYPES.get(name_of(element), "")
        yield Link(place.address(element, href), _MODULES[name_of(element)], kind)


def _after(element: Element) -> str:
    """The address behind a `<link/>` that an HTML serialiser left empty."""
    tail = (element.tail or "").strip()
    return tail if is_web(tail) else ""


def page_of(links: tuple[Link, ...]) -> str:
    """The address of the page to read: the first alternate that is HTML, else the first alternate."""
    first = ""
    for link in links:
        if link.rel == "alternate" and is_web(link.url):
            if link.type.partition(";")[0].strip().lower() in _READABLE:
                return link.url
            first = first or link.url
    return first


def comments_of(fields: Fields, links: tuple[Link, ...], place: Place) -> str:
    """The address of the page with comments."""
    for element in fields.get("comments", ()):
        if url := place.address(element, text_of(element)):
            return url
    for link in links:
        if link.rel == "replies" and link.type in _READABLE:
            return link.url
    return ""
