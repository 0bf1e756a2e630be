"""Which of a feed's many dates is the publication and which the last change."""

from __future__ import annotations

from datetime import datetime

from newsreader.sources.feed.dates import parse_date
from newsreader.sources.feed.tree import Fields, each, text_of

_PUBLISHED = (
    "pubdate",
    "published",
    "issued",
    "dcterms:issued",
    "prism:publicationdate",
    "dc:date",
    "dcterms:date",
    "created",
    "dcterms:created",
    "prism:coverdate",
    "date",
)
_UPDATED = ("updated", "modified", "lastbuilddate", "dcterms:modified", "lastmod", "dc:date")


def published_in(fields: Fields) -> datetime | None:
    """When it appeared."""
    return _first(fields, _PUBLISHED)


def updated_in(fields: Fields) -> datetime | None:
    """When it was last changed."""
    return _first(fields, _UPDATED)


def is_unclear(fields: Fields) -> bool:
    """Whether a date is given that could not be understood."""
    given = each(fields, *_PUBLISHED, *_UPDATED)
    return any(text and parse_date(text) is None for text in map(text_of, given))


def _first(fields: Fields, names: tuple[str, ...]) -> datetime | None:
    for element in each(fields, *names):
        if moment := parse_date(text_of(element)):
            return moment
    return None
