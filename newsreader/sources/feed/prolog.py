"""What stands before the first element of a feed: declarations, entities, junk, or that it is no feed."""

from __future__ import annotations

import html
import re
from collections.abc import Mapping
from typing import NamedTuple

from newsreader.sources.feed.limits import MAX_DECLARED

_SKIPPED = re.compile(
    r"(?:\s+|<\?.*?\?>|<!--.*?-->|<!DOCTYPE\b[^<>\[]*+(?:\[.*?\]\s*)?>)*+", re.DOTALL | re.IGNORECASE
)
_ROOT = re.compile(r"<(?:[\w.-]{1,20}:)?(?:rss|feed|rdf|channel|entry)(?=[\s>/])", re.IGNORECASE)
_OTHER = re.compile(
    r"<(?:!doctype\s+html|html|head|body|opml|urlset|sitemapindex|svg|plist)\b", re.IGNORECASE
)
_ENTITY = re.compile(r"<!ENTITY\s+([\w.-]+)\s+(?:\"([^\"]*)\"|'([^']*)')\s*>")
_DECLARED = re.compile(r"<!ENTITY\s+%?\s*([\w.-]+)")
_REFERENCE = re.compile(r"&([A-Za-z_][\w.-]{0,99});")
_SEARCHED = 100_000
_ENTITY_LENGTH = 200
_GROWTH = 1_000_000


class Prolog(NamedTuple):
    """Where the root element starts, and what was said before it."""

    start: int
    junk: bool = False
    entities: Mapping[str, str] = {}
    excessive: bool = False  # so many are declared that none was looked at
    unsafe: frozenset[str] = frozenset()  # declared, but external or made of other entities


def read_prolog(text: str) -> Prolog | None:
    """The place of the feed's root element; None when there is no feed in this text."""
    skipped = _SKIPPED.match(text)
    start = skipped.end() if skipped else 0
    root = _ROOT.match(text, start)
    junk = root is None
    if root is None:
        root = _ROOT.search(text, start, start + _SEARCHED)
        if root is None or _OTHER.search(text, start, root.start()):
            return None
    before = text[: root.start()]
    declared = before.count("<!ENTITY")
    if not 0 < declared <= MAX_DECLARED:
        return Prolog(root.start(), junk, excessive=declared > MAX_DECLARED)
    safe = {name: one or two for name, one, two in _ENTITY.findall(before)}
    safe = {name: html.unescape(value) for name, value in safe.items() if _harmless(value)}
    unsafe = frozenset(_DECLARED.findall(before)) - safe.keys()
    return Prolog(root.start(), junk, safe, unsafe=unsafe)


def _harmless(value: str) -> bool:
    """Plain characters or references to characters: nothing that could grow or reach outside."""
    return len(value) <= _ENTITY_LENGTH and not re.search(r"%|<|&(?!#|amp;|lt;)", value)


def is_attack(text: str, prolog: Prolog) -> bool:
    """Whether the text uses an entity that is unsafe, or safe ones so often that it would explode."""
    if not prolog.entities and not prolog.unsafe:
        return prolog.excessive
    grown = 0
    for reference in _REFERENCE.finditer(text, prolog.start):
        grown += len(prolog.entities.get(reference[1], ""))
        if reference[1] in prolog.unsafe or grown > _GROWTH:
            return True
    return False
