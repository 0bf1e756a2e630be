"""The articles a page lists: the portal's teasers and `Net binnen`, else any repeated pattern."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from datetime import datetime

from selectolax.lexbor import LexborNode

from newsreader.model import Entry
from newsreader.sources.address import resolve
from newsreader.sources.page.article import SECTION_LIST
from newsreader.sources.page.generic import patterns
from newsreader.sources.page.latest import HEADING as LATEST
from newsreader.sources.page.latest import latest
from newsreader.sources.page.lines import Line
from newsreader.sources.page.metadata import Metadata
from newsreader.sources.page.slug import last_part, slug_of
from newsreader.sources.page.teasers import Teaser, teasers

_OTHER_LIST = re.compile(
    r"(?:meest gelezen|populair|uitgelicht|lees ook|most read|trending)\b.{0,40}", re.IGNORECASE
)
_DATE_LINE = re.compile(
    r"(?:(?:maan|dins|woens|donder|vrij|zater|zon)dag|(?:mon|tues|wednes|thurs|fri|satur|sun)day),?\s+\d.{0,30}"
    r"|editie\s*:.*|edition\s*:.*",
    re.IGNORECASE,
)
_TELLING = 20  # characters: a shorter summary is a label


def section_list_of(lines: Sequence[Line], now: datetime, url: str) -> tuple[Entry, ...]:
    """The entries under `Meer uit <Sectie>`, in order."""
    for at, line in enumerate(lines):
        if len(line.text) < 80 and (match := SECTION_LIST.fullmatch(line.text)):
            section = match["section"].strip(" :")
            rest = list(lines[at + 1 :])
            end = next((i for i, other in enumerate(rest) if _heads_other_list(other)), len(rest))
            found = [teaser.entry(section) for teaser in teasers(rest[:end], now, url) if _is_told(teaser)]
            return tuple(found)
    return ()


def entries_of(
    body: LexborNode, lines: Sequence[Line], meta: Metadata, base: str, url: str, now: datetime
) -> tuple[Entry, ...]:
    """Every article the page lists, each once: the surest reading that finds any."""
    newest, rest = latest(lines, now)
    section = _section_of(lines, meta, url)
    rest = [line for line in rest if not _DATE_LINE.fullmatch(line.text)]
    told = [teaser for teaser in teasers(rest, now, url) if _is_told(teaser) and teaser.url]
    found = [teaser.entry(section) for teaser in told] if any(teaser.age for teaser in told) else []
    if not found:
        best = next(patterns(body, rest, base, url, now), None)
        found = [entry._replace(section=section) for entry in best.entries] if best else []
    if not found and not newest:
        items = [(resolve(base, address), title) for address, title in meta.items]
        found = [Entry("", title, address, section=section) for address, title in items if address]
    return _once([*found, *newest])


def _heads_other_list(line: Line) -> bool:
    return bool(
        LATEST.fullmatch(line.text) or (line.heading and not line.leads and _OTHER_LIST.fullmatch(line.text))
    )


def _is_told(teaser: Teaser) -> bool:
    """A headline with its age, or with something said about it: menus have neither."""
    return bool(teaser.age) or (bool(teaser.url) and sum(map(len, teaser.summary)) >= _TELLING)


def _section_of(lines: Iterable[Line], meta: Metadata, url: str) -> str:
    """The section the list is of: the line its address was made of, or the page's own word."""
    slug = last_part(url)
    if slug in ("", "nieuws", "news"):
        return ""
    return next((line.text for line in lines if slug_of(line.text) == slug), meta.section)


def _once(entries: Iterable[Entry]) -> tuple[Entry, ...]:
    """Each article once, with the most exact time and the longest text of its appearances."""
    found: dict[str, Entry] = {}
    for entry in entries:
        key = entry.url or entry.title
        found[key] = _both(found[key], entry) if key in found else entry
    return tuple(found.values())


def _both(first: Entry, other: Entry) -> Entry:
    exact = other if _width(other) < _width(first) else first
    return first._replace(
        summary=first.summary or other.summary,
        images=first.images or other.images,
        published=exact.published,
        published_until=exact.published_until,
        section=first.section or other.section,
        categories=tuple(dict.fromkeys((*first.categories, *other.categories))),
    )


def _width(entry: Entry) -> float:
    if entry.published is None:
        return float("inf")
    return (entry.published_until - entry.published).total_seconds() if entry.published_until else 0.0
