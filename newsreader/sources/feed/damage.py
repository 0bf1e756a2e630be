"""What was wrong with a feed that could still be read: the keys in `ParsedFeed.warnings`."""

from __future__ import annotations

from collections.abc import Iterator
from enum import StrEnum

from newsreader.model import Entry


class Damage(StrEnum):
    """Everything a publisher can do wrong that this program mends or steps over."""

    GZIPPED = "gzipped"  # compressed without the server saying so
    WRONG_CHARSET = "wrong_charset"  # the bytes are not in the encoding that was promised
    MALFORMED_XML = "malformed_xml"  # not well-formed; read by the forgiving reader
    MALFORMED_JSON = "malformed_json"  # the items that came whole were read
    JUNK_BEFORE = "junk_before"  # something stood before the feed
    TRUNCATED = "truncated"  # the end is missing
    TOO_LONG = "too_long"  # only the first part was read: see limits.py
    TOO_DEEP = "too_deep"  # elements nested beyond reason were flattened
    UNSAFE_ENTITIES = "unsafe_entities"  # declared entities that were not expanded
    UNDATED = "undated"  # at least one entry has no date
    BAD_DATE = "bad_date"  # at least one date could not be understood
    NO_IDS = "no_ids"  # at least one entry has neither an id nor an address
    EMPTY_FEED = "empty_feed"  # a feed without entries


def missing(entries: tuple[Entry, ...]) -> Iterator[Damage]:
    """What a feed ought to have and has not, whatever its format."""
    if not entries:
        yield Damage.EMPTY_FEED
    if any(not (entry.published or entry.updated) for entry in entries):
        yield Damage.UNDATED
    if any(not (entry.id or entry.url) for entry in entries):
        yield Damage.NO_IDS
