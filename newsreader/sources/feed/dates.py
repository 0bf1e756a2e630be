"""Dates as publishers write them: RFC 822 and its successors, RFC 3339, W3CDTF, and all that comes near."""

from __future__ import annotations

import re
import unicodedata
from datetime import UTC, datetime, timedelta, timezone
from functools import lru_cache

from newsreader.sources.feed.calendar import MONTHS, ZONES

EARLIEST = 1990
"""The first year that is believed: there was no news on the web before it."""
LATEST = 2199

_RFC3339 = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:Z|[+-]\d\d:\d\d)", re.ASCII)
_RFC822 = re.compile(
    r"(?:[A-Z][a-z]{2}, )?(\d\d?) ([A-Z][a-z]{2}) (\d{4}) (\d\d:\d\d:\d\d) (?:GMT|([+-]\d\d)(\d\d))", re.ASCII
)
_LENGTH = 80
_EAST_ASIAN = str.maketrans({"년": "-", "월": "-", "일": " ", "年": "-", "月": "-", "日": " "})
_HALVES = (("오전", " am "), ("오후", " pm "), ("上午", " am "), ("下午", " pm "))
_SEOUL = 540
_UNIX = re.compile(r"(\d{9,10})(?:\.\d+)?|(\d{12,13})")
_YEAR_FIRST = re.compile(r"(?<!\d)(\d{4})\s?([-/.])\s?(\d{1,2})\s?\2\s?(\d{1,2})(?!\d)")
_COMPACT = re.compile(r"^(\d{4})()(\d\d)(\d\d)(?=$|[t\s]|\d{6}$)")
_SHORT_ISO = re.compile(r"^(\d\d)(-?)(\d\d)\2(\d\d)(?=$|t)")
_MONTH_ONLY = re.compile(r"^(\d{4})-?(\d\d)$")
_ORDINAL = re.compile(r"^(\d{4}|\d\d)-?(\d{3})(?=$|t)")
_YEAR_ONLY = re.compile(r"^\d{4}$")
_DAY_FIRST = re.compile(r"(?<!\d)(\d{1,2})([-/.])(\d{1,2})\2(\d{4}|\d\d)(?!\d)")
_CLOCK = re.compile(r"(?<![\d:])(\d{1,2})[:h.](\d\d)(?:[:.](\d\d)(?:[.,:](\d+))?)?(?!\d)")
_COMPACT_CLOCK = re.compile(r"^\s*(?:t(?=\d)|(?=\d{6}\s*$))(\d\d)(\d\d)?(\d\d)?()")
_HOUR = re.compile(r"(?<!\d)(\d{1,2})()()()\s*(?=[ap]\.?m)")
_HALF = re.compile(r"(?<![a-z])([ap])\.?m\b")
_OFFSET = re.compile(r"^[\s(,]*[a-z]{0,5}\s?([+-])(\d{1,2}):?(\d\d)?(?:\d\d)?(?!\d)")
_WORD = re.compile(r"[^\W\d_]+")
_NUMBER = re.compile(r"\d+")


@lru_cache(maxsize=4096)
def parse_date(text: str) -> datetime | None:
    """The moment a date means, with the offset it is written in (else UTC); None if it is not understood."""
    if moment := _to_the_letter(text):
        return moment
    korean = "일" in text or "오전" in text or "오후" in text
    text = _folded(text)
    if unix := _UNIX.fullmatch(text):
        return from_unix(int(unix[1] or unix[2]))
    day, rest = _day(text)
    if day is None:
        return None
    clock, after = _clock(rest)
    zone = _zone(after)
    offset = zone if zone is not None else _SEOUL if korean else 0
    try:
        return (day + clock).replace(tzinfo=timezone(timedelta(minutes=offset)) if offset else UTC)
    except OverflowError:
        return None


def _to_the_letter(text: str) -> datetime | None:
    """RFC 3339 and RFC 822 as they are meant, which most dates are: they take a tenth of the time."""
    if found := _RFC822.fullmatch(text):
        day, month, year, clock, hours, minutes = found.groups()
        zone = f"{hours}:{minutes}" if hours else "Z"
        text = f"{year}-{MONTHS.get(month.lower(), 0):02}-{day:0>2}T{clock}{zone}"
    elif not _RFC3339.fullmatch(text):
        return None
    try:
        moment = datetime.fromisoformat(text)
    except ValueError:  # a leap second, or the end of a day
        return None
    return moment if EARLIEST <= moment.year <= LATEST else None


def from_unix(seconds: float) -> datetime | None:
    """The moment of a Unix time in seconds, or in milliseconds where it is too large for seconds."""
    if seconds > 10**11:
        seconds /= 1000
    try:
        moment = datetime.fromtimestamp(seconds, UTC)
    except (OverflowError, ValueError, OSError):
        return None
    return moment if EARLIEST <= moment.year <= LATEST else None


def _folded(text: str) -> str:
    """Lower case without accents; East Asian signs as separators."""
    text = text.strip()[:_LENGTH].translate(_EAST_ASIAN)
    for written, half in _HALVES:
        text = text.replace(written, half)
    text = text.lower()
    if text.isascii():
        return text
    decomposed = unicodedata.normalize("NFKD", text).replace("\u2212", "-")
    return "".join(char for char in decomposed if not unicodedata.combining(char))


def _day(text: str) -> tuple[datetime | None, str]:
    """The day at midnight, and the text without it."""
    for pattern in (_YEAR_FIRST, _COMPACT, _SHORT_ISO):
        if found := pattern.search(text):
            return _date(found[1], found[3], found[4]), _without(text, found)
    if found := _ORDINAL.search(text):
        first = _date(found[1], "1", "1")
        number = int(found[2])
        day = first + timedelta(days=number - 1) if first and 1 <= number <= 366 else None
        return day, _without(text, found)
    if found := _MONTH_ONLY.search(text):
        return _date(found[1], found[2], "1"), ""
    if _YEAR_ONLY.search(text):
        return _date(text, "1", "1"), ""
    if found := _DAY_FIRST.search(text):
        return _day_and_month(found, american=bool(_HALF.search(text))), _without(text, found)
    return _in_words(text)


def _without(text: str, found: re.Match[str]) -> str:
    return (
        text[found.end() :]
        if _CLOCK.search(text, found.end())
        else text[found.end() :] + " " + text[: found.start()]
    )


def _day_and_month(found: re.Match[str], *, american: bool) -> datetime | None:
    """12-06-2025 is in June, unless only the other order exists or the clock has two halves."""
    one, two, year = found[1], found[3], found[4]
    if american:
        one, two = two, one
    return _date(year, two, one) or _date(year, one, two)


def _in_words(text: str) -> tuple[datetime | None, str]:
    """A date with the month's name in it, in any order; the day stands before a year of two digits."""
    months = [word for word in _WORD.finditer(text) if word[0] in MONTHS]
    if not months:
        return None, text
    clock = _CLOCK.search(text) or _HOUR.search(text)
    bare = (
        text if clock is None else text[: clock.start()] + " " * len(clock[0]) + _blanked(text[clock.end() :])
    )
    numbers = [number[0] for number in _NUMBER.finditer(bare)]
    year = next((number for number in numbers if len(number) == 4), "")
    others = [number for number in numbers if len(number) <= 2]
    if not others or (not year and len(others) < 2):
        return None, text
    rest = text[clock.start() :] if clock else ""
    return _date(year or others[1], str(MONTHS[months[-1][0]]), others[0]), rest


def _blanked(after: str) -> str:
    """What follows the clock, without the digits of an offset."""
    return _OFFSET.sub(" ", after)


def _date(year: str, month: str, day: str) -> datetime | None:
    number = int(year)
    if len(year) <= 2:
        number += 1900 if number >= 90 else 2000
    if not EARLIEST <= number <= LATEST:
        return None
    try:
        return datetime(number, int(month), int(day))  # noqa: DTZ001 -- the zone is added by the caller
    except ValueError:
        return None


def _clock(text: str) -> tuple[timedelta, str]:
    """The time of day, and what follows it. A time that cannot be is none; 24:00 is the next midnight."""
    found = _CLOCK.search(text) or _COMPACT_CLOCK.search(text) or _HOUR.search(text)
    if found is None:
        return timedelta(0), text
    after = text[found.end() :]
    hour, minute, second = (int(found[group] or 0) for group in (1, 2, 3))
    if half := _HALF.search(text):
        hour = hour % 12 + (12 if half[1] == "p" else 0)
        after = _HALF.sub("", after, count=1).lstrip(".")
    if hour > 24 or minute > 59 or second > 61 or (hour == 24 and (minute or second)):
        return timedelta(0), after
    micro = int((found[4] or "0")[:6].ljust(6, "0"))
    return timedelta(hours=hour, minutes=minute, seconds=min(second, 59), microseconds=micro), after


def _zone(text: str) -> int | None:
    """Minutes east of Greenwich, from what follows the time of day; None where it says nothing."""
    if found := _OFFSET.match(text):
        minutes = int(found[2]) * 60 + int(found[3] or 0)
        if minutes < 24 * 60:
            return -minutes if found[1] == "-" else minutes
    return next((ZONES[word] for word in _WORD.findall(text) if word in ZONES), None)
