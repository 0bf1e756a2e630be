"""When to look at a source again: as often as the reader wants, never sooner than the publisher allows."""

from __future__ import annotations

from datetime import datetime, timedelta

from newsreader.model.visit import PATIENCE

_DAY = timedelta(days=1)
_HOUR = timedelta(hours=1)
_WEEK_HOURS = 7 * 24
_DAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")


def next_due(
    now: datetime,
    interval: int,
    *,
    max_age: int = 0,
    ttl: int = 0,
    skip_hours: tuple[int, ...] = (),
    skip_days: tuple[str, ...] = (),
    failures: int = 0,
    retry_at: datetime | None = None,
) -> datetime:
    """The moment a source visited at `now` (UTC) is due again.

    `interval` (minutes) is the reader's wish. The publisher's are `max_age` (seconds, Cache-Control) and, of
    RSS 2.0, `ttl` (minutes), `skip_hours` (GMT) and `skip_days` (English); the first two count up to a day.
    From the tenth of `failures` in a row on, the wait doubles, up to a day. `retry_at` is a lower bound.
    """
    wish = max(timedelta(minutes=max(interval, 1)), _slowed(interval, failures))
    allowed = min(max(timedelta(seconds=max_age), timedelta(minutes=ttl)), _DAY)
    due = _outside(now + max(wish, allowed), skip_hours, skip_days)
    return due if retry_at is None else max(due, retry_at)


def _slowed(interval: int, failures: int) -> timedelta:
    if failures < PATIENCE:
        return timedelta()
    doublings = min(failures - PATIENCE + 1, 11)  # 2^11 minutes is more than a day
    return min(timedelta(minutes=max(interval, 1) << doublings), _DAY)


def _outside(moment: datetime, hours: tuple[int, ...], days: tuple[str, ...]) -> datetime:
    """The first moment from that one on that is not to be skipped; when all are, the wish means nothing."""
    skipped_hours = {hour % 24 for hour in hours}  # RSS 0.91 counts to 24
    skipped_days = {day.strip().lower() for day in days}
    found = moment
    for _ in range(_WEEK_HOURS):
        if found.hour not in skipped_hours and _DAYS[found.weekday()] not in skipped_days:
            return found
        found = found.replace(minute=0, second=0, microsecond=0) + _HOUR
    return moment
