"""`Net binnen`: the newest headlines with the time of the clock, the only exact times on the portal."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import datetime

from newsreader.model import Entry
from newsreader.sources.page.lines import Line
from newsreader.sources.page.moments import clock_time

HEADING = re.compile(r"(?:het )?(?:net binnen|laatste nieuws|just in)\s*:?", re.IGNORECASE)
_TIMED = re.compile(
    r"(?P<place>\D{0,40}?)\s*(?<!\d)(?P<hour>[01]?\d|2[0-3])[:.](?P<minute>[0-5]\d)(?!\d)(?:\s*uur)?\s*(?P<title>.*)"
)


def latest(lines: Sequence[Line], now: datetime) -> tuple[list[Entry], list[Line]]:
    """The entries of the `Net binnen` list, and the lines that are not of it."""
    start = next((at for at, line in enumerate(lines) if HEADING.fullmatch(line.text)), None)
    if start is None:
        return [], list(lines)
    entries: list[Entry] = []
    at = start + 1
    while found := _entry(lines[at : at + 3], now):
        entry, used = found
        entries.append(entry)
        at += used
    if not entries:
        return [], list(lines)
    return entries, [*lines[:start], *lines[at:]]


def _entry(lines: Sequence[Line], now: datetime) -> tuple[Entry, int] | None:
    """The entry that begins these lines, and how many it takes: place, time and headline may stand apart."""
    for used in range(1, len(lines) + 1):
        part = lines[:used]
        match = _TIMED.fullmatch(" ".join(line.text for line in part))
        if any(line.image for line in part):
            return None
        if match and match["title"]:
            published = clock_time(int(match["hour"]), int(match["minute"]), now)
            url = next((line.url for line in reversed(part) if line.url), "")
            place, title = match["place"].strip(" ,:-–|"), match["title"].strip(" -–|")
            return Entry("", title, url, published=published, categories=(place,) if place else ()), used
    return None
