"""Moments as pages write them: ISO 8601 in attributes, and times of the clock without a date."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta, timezone, tzinfo
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

_AHEAD = timedelta(minutes=5)  # the site's clock may run ahead of ours
_OLDEST = 1990
_LATEST = 2100


def iso_interval(text: str, now: datetime) -> tuple[datetime | None, datetime | None]:
    """From and until: a moment has no `until`, a date alone is a day wide; nothing for no credible date."""
    text = text.strip()
    try:
        moment = datetime.fromisoformat(text)
    except ValueError:
        return None, None
    if moment.tzinfo is None:
        moment = moment.replace(tzinfo=amsterdam())
    if not _OLDEST <= moment.year <= _LATEST:
        return None, None
    if len(text) <= len("2025-11-03"):
        return min(moment, now), min(moment + timedelta(days=1), now)
    return min(moment, now), None


def clock_time(hour: int, minute: int, now: datetime) -> datetime | None:
    """The last time the clock in the Netherlands showed this: today, else yesterday; None for 24:00."""
    if hour > 23 or minute > 59:
        return None
    local = now.astimezone(amsterdam())
    moment = local.replace(hour=hour, minute=minute, second=0, microsecond=0)
    if moment > local + _AHEAD:
        moment -= timedelta(days=1)
    return min(moment.astimezone(UTC), now)


def amsterdam() -> tzinfo:
    """The Netherlands' time zone; winter time all year on a system without time zone data."""
    try:
        return ZoneInfo("Europe/Amsterdam")
    except ZoneInfoNotFoundError:
        return timezone(timedelta(hours=1))
