"""Dates in the text of teasers: `3 november 2025`, `3 nov 2025 14:30`, `03-11-2025`, `2025-11-03`."""

from __future__ import annotations

import re
from datetime import datetime, timedelta

from newsreader.sources.page.moments import amsterdam

_MONTHS = (
    "jan feb maa apr mei jun jul aug sep okt nov dec", "jan feb mar apr may jun jul aug sep oct nov dec",
    "jan feb mrt apr mei jun jul aug sept oct nov dec",
)  # fmt: skip
_NUMBER = {name: at for names in _MONTHS for at, name in enumerate(names.split(), 1)}
_CLOCK = r"(?:\D{0,12}?(?P<hour>[01]?\d|2[0-3])[:.](?P<minute>[0-5]\d))?"
_FORMS = (
    re.compile(
        rf"\b(?P<day>\d{{1,2}})\.?\s+(?P<name>[a-z]{{3,9}})\.?,?\s+(?P<year>\d{{4}})\b{_CLOCK}", re.IGNORECASE
    ),
    re.compile(
        rf"\b(?P<name>[a-z]{{3,9}})\.?\s+(?P<day>\d{{1,2}}),\s+(?P<year>\d{{4}})\b{_CLOCK}", re.IGNORECASE
    ),
    re.compile(rf"\b(?P<day>\d{{1,2}})[-/.](?P<month>\d{{1,2}})[-/.](?P<year>\d{{4}})\b{_CLOCK}"),
    re.compile(rf"\b(?P<year>\d{{4}})-(?P<month>\d{{2}})-(?P<day>\d{{2}})\b{_CLOCK}"),
)


def date_in(text: str, now: datetime) -> tuple[datetime | None, datetime | None]:
    """From and until of the first date in the text, never after `now`; a day wide without a time."""
    for form in _FORMS:
        for match in form.finditer(text):
            if moment := _moment(match.groupdict()):
                until = None if match["hour"] else min(moment + timedelta(days=1), now)
                return min(moment, now), until
    return None, None


def _moment(found: dict[str, str | None]) -> datetime | None:
    name = (found.get("name") or "").lower()
    month = _NUMBER.get(name[:4]) or _NUMBER.get(name[:3]) or int(found.get("month") or 0)
    year, day = int(found["year"] or 0), int(found["day"] or 0)
    if not 1990 <= year <= 2100:
        return None
    try:
        return datetime(
            year, month, day, int(found["hour"] or 0), int(found["minute"] or 0), tzinfo=amsterdam()
        )
    except ValueError:
        return None
