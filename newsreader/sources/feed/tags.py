"""Categories, keywords and subjects."""

from __future__ import annotations

import html
from collections.abc import Iterator

from newsreader import gate
from newsreader.sources.feed.limits import MAX_LIST, NAME_LENGTH
from newsreader.sources.feed.tree import Element, Fields, attribute, each, fields_of, text_of

_SINGLE = ("category", "dc:subject", "media:category", "itunes:category")
_LISTS = ("keywords", "itunes:keywords", "media:keywords", "tags")


def categories_of(fields: Fields) -> tuple[str, ...]:
    """The categories as a reader should see them, in their order, each once."""
    tidy = [gate.line(html.unescape(written), NAME_LENGTH) for written in _categories(fields)]
    return tuple(dict.fromkeys(filter(None, tidy)))[:MAX_LIST]


def _categories(fields: Fields) -> Iterator[str]:
    for element in each(fields, *_SINGLE):
        yield from _category(element)
    for element in each(fields, *_LISTS):
        yield from text_of(element).split(",")
    for group in each(fields, "categories", "media:group"):
        yield from _categories(fields_of(group))


def _category(element: Element) -> Iterator[str]:
    """A term with a label (Atom), a text (RSS), or a text attribute with subcategories (iTunes)."""
    label = attribute(element, "label") or attribute(element, "term")
    yield label or attribute(element, "text") or ("" if len(element) else text_of(element))
    for inner in each(fields_of(element), "itunes:category"):
        yield from _category(inner)
