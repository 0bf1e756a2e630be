"""How long ago something was, and on what day, as Dutch and English write it; the forms are CLDR's."""

from __future__ import annotations

from datetime import datetime, tzinfo
from typing import Literal

_DAY = 86_400
_UNITS = {  # seconds; a month is a twelfth of a year
    "year": 365 * _DAY,
    "month": 365 * _DAY / 12,
    "week": 7 * _DAY,
    "day": _DAY,
    "hour": 3600,
    "minute": 60,
}
_SLACK = 1.05  # a month of 31 days still counts as known to the month

_NOW = {"nl": "zojuist", "en": "just now"}
_LESS = {"nl": "minder dan {}", "en": "less than {}"}
_AGO = {"nl": "{} {} geleden", "en": "{} {} ago"}
_NAMES = {  # of one, of more
    "nl": {
        "year": ("jaar", "jaar"),
        "month": ("maand", "maanden"),
        "week": ("week", "weken"),
        "day": ("dag", "dagen"),
        "hour": ("uur", "uur"),
        "minute": ("minuut", "minuten"),
    },
    "en": {unit: (unit, f"{unit}s") for unit in _UNITS},
}

_LONG = {
    "nl": "{day} {moment.day} {month} {moment.year} om {moment:%H:%M}",
    "en": "{day} {moment.day} {month} {moment.year} at {moment:%H:%M}",
}
_DAYS = {
    "nl": ("maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag", "zondag"),
    "en": ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"),
}
_MONTHS = {
    "nl": (
        "januari", "februari", "maart", "april", "mei", "juni", "juli", "augustus", "september",
        "oktober", "november", "december",
    ),
    "en": (
        "January", "February", "March", "April", "May", "June", "July", "August", "September",
        "October", "November", "December",
    ),
}  # fmt: skip

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
    least = max(_UNITS[_unit(seconds)], width / _SLACK)
    unit = next((unit for unit, size in reversed(_UNITS.items()) if size >= least), "year")
    if seconds == 0 or (unit == "minute" and seconds < 60):
        return _NOW[language]
    if seconds < _UNITS[unit]:
        return _LESS[language].format(_in_words(unit, 1, language))
    return _counted(unit, seconds, language)


def long_date(moment: datetime, language: Language, zone: tzinfo | None = None) -> str:
    """The day and time in a zone (the system's own): *maandag 3 november 2025 om 14:30*."""
    moment = moment.astimezone(zone)
    day, month = _DAYS[language][moment.weekday()], _MONTHS[language][moment.month - 1]
    return _LONG[language].format(day=day, month=month, moment=moment)


def _unit(seconds: float) -> str:
    """The largest unit that fits whole in that time, at least a minute."""
    return next((unit for unit, size in _UNITS.items() if seconds >= size), "minute")


def _counted(unit: str, seconds: float, language: Language) -> str:
    return _in_words(unit, int(seconds / _UNITS[unit]), language)


def _in_words(unit: str, number: int, language: Language) -> str:
    one, more = _NAMES[language][unit]
    return _AGO[language].format(number, one if number == 1 else more)
