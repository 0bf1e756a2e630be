"""Ages as pages tell them: `33 minuten geleden`, `1 uur geleden`, `2 weeks ago`; coarse, so an interval."""

from __future__ import annotations

import re
from datetime import datetime, timedelta

_UNITS = {
    "second": r"sec(?:\.|onden?|onds?|s)?|s",
    "minute": r"minuut|minuten|minutes?|mins?\.?|m",
    "hour": r"uur|uren|hours?|hrs?\.?|u|h",
    "day": r"dag|dagen|days?|d",
    "week": r"week|weken|weeks?|wk|w",
    "month": r"maand|maanden|months?|mnd\.?|mo",
    "year": r"jaar|jaren|years?|yrs?\.?|jr\.?|y",
}
_SECONDS = {"second": 1, "minute": 60, "hour": 3_600, "day": 86_400, "week": 604_800}
_UNIT = "|".join(f"(?P<{name}>{words})" for name, words in _UNITS.items())
_AGE = (
    rf"(?:(?P<number>\d{{1,3}})\s?|(?P<one>een|één|an?|one)\s)(?:{_UNIT})\s?(?:geleden|ago)"
    r"|(?P<now>zojuist|zonet|just now)"
)
_WHOLE = re.compile(rf"\s*(?:{_AGE})[\s.]*", re.IGNORECASE)
AGE = re.compile(rf"(?<!\d)(?:{_AGE})(?-i:(?![a-zà-ÿ]))", re.IGNORECASE)
"""An age anywhere in a text; what follows it may be glued on with a capital."""

# Where an age ends a teaser: after a full stop, a bracket or a separator, or glued to the last letter.
_BEFORE = re.compile(r"(?:^\s*|[.!?…\"'”’)\]|·•,–—-]\s*|[a-zà-ÿ](?=$))$")
_NEAR = 10  # characters before the age that tell
_LONGEST = 60  # characters that an age and what is around it take
_AFTER = re.compile(r"\s*$|[A-ZÀ-ÖØ-Þ'’‘\"“„(]|\s*[|·•–—-]\s")


def age_interval(text: str, now: datetime) -> tuple[datetime, datetime] | None:
    """The moments between which something happened that has this age at `now`; None when it is no age.

    As wide as the unit: a minute for minutes, an hour for hours. A unit counts once it is over.
    """
    match = _WHOLE.fullmatch(text)
    return _interval(match, now) if match else None


def split_age(text: str, now: datetime) -> tuple[str, tuple[datetime, datetime] | None, str]:
    """The text before an age that stands apart in it, the interval, the text after; None when there is none.

    An age inside a sentence (`dat gebeurde 2 weken geleden.`) is part of the text.
    """
    for match in AGE.finditer(text):
        before, after = text[: match.start()], text[match.end() :]
        if _BEFORE.search(before[-_NEAR:]) and _AFTER.match(after):
            return before.rstrip(" |·•,–—-"), _interval(match, now), after.lstrip(" |·•–—-")
    return text, None, ""


def ends_in_age(text: str) -> bool:
    """Whether the last words are an age that stands apart."""
    end = text[-_LONGEST:]
    return any(
        _BEFORE.search(end[: match.start()][-_NEAR:]) and not end[match.end() :].strip(" |·•.,–—-\n")
        for match in AGE.finditer(end)
    )


def _interval(match: re.Match[str], now: datetime) -> tuple[datetime, datetime]:
    number = int(match["number"] or 1)
    unit = next((name for name in _UNITS if match[name]), "")
    if not unit:
        return now - timedelta(minutes=1), now
    if unit in _SECONDS:
        seconds = _SECONDS[unit]
        return now - timedelta(seconds=seconds * (number + 1)), now - timedelta(seconds=seconds * number)
    months = number * 12 if unit == "year" else number
    width = 12 if unit == "year" else 1
    return _months_before(now, months + width), _months_before(now, months)


def _months_before(now: datetime, months: int) -> datetime:
    """The same day of an earlier month, or that month's last."""
    year, month = divmod(now.year * 12 + now.month - 1 - months, 12)
    for day in range(now.day, 27, -1):
        try:
            return now.replace(year=max(year, 1), month=month + 1, day=day)
        except ValueError:
            continue
    return now.replace(year=max(year, 1), month=month + 1)
