"""How long ago something was, and on what day, as Dutch and English write it."""

from __future__ import annotations

from datetime import datetime, timedelta, tzinfo
from functools import lru_cache
from typing import Literal

_DAY = 86_400
_UNITS = {
    # Seconds from which a unit is used and by which it is counted, and by which Babel counts it.
    "year": (365 * _DAY, 365 * _DAY),
    "month": (365 * _DAY / 12, 30 * _DAY),
    "week": (7 * _DAY, 7 * _DAY),
    "day": (_DAY, _DAY),
    "hour": (3600, 3600),
    "minute": (60, 60),
}
_SLACK = 1.05  # a month of 31 days still counts as known to the month

_NOW = {"nl": "zojuist", "en": "just now"}
_LESS = {"nl": "minder dan {}", "en": "less than {}"}
_LONG = {"nl": "EEEE d MMMM y 'om' HH:mm", "en": "EEEE d MMMM y 'at' HH:mm"}

Language = Literal["nl", "en"]


def age(moment: datetime, now: datetime, language: Language) -> str:
    """How long ago a moment was, in whole units: *33 minuten geleden*; the future is *zojuist*."""
    seconds = now.timestamp() - moment.timestamp()
    return _NOW[language] if seconds < 60 else _counted(_unit(seconds), seconds, language)


def age_between(start: datetime, end: datetime | None, now: datetime, language: Language) -> str:
    """How long ago something was that happened between two moments, no more exact than that is known."""
    if end is None or end <= start:
        return age(start, now, language)
    seconds = max(0.0, now.timestamp() - (start.timestamp() + end.timestamp()) / 2)
    width = end.timestamp() - start.timestamp()
    least = max(_UNITS[_unit(seconds)][0], width / _SLACK)
    unit = next((unit for unit, (size, _) in reversed(_UNITS.items()) if size >= least), "year")
    if seconds == 0 or (unit == "minute" and seconds < 60):
        return _NOW[language]
    if seconds < _UNITS[unit][0]:
        return _LESS[language].format(_in_words(unit, 1, language))
    return _counted(unit, seconds, language)


def long_date(moment: datetime, language: Language, zone: tzinfo | None = None) -> str:
    """The day and time in a zone (the system's own): *maandag 3 november 2025 om 14:30*."""
    from babel.dates import format_datetime

    return format_datetime(moment.astimezone(zone), _LONG[language], locale=language)


def _unit(seconds: float) -> str:
    """The largest unit that fits whole in that time, at least a minute."""
    return next((unit for unit, (size, _) in _UNITS.items() if seconds >= size), "minute")


def _counted(unit: str, seconds: float, language: Language) -> str:
    return _in_words(unit, int(seconds / _UNITS[unit][0]), language)


@lru_cache(maxsize=1024)
def _in_words(unit: str, number: int, language: Language) -> str:
    """That many units ago; whole units, for Babel would round 59 minutes and 59 seconds to 60 minutes."""
    from babel.dates import format_timedelta

    span = timedelta(seconds=-number * _UNITS[unit][1])
    return format_timedelta(span, add_direction=True, threshold=1.0, locale=language)
