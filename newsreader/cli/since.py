"""From what `--since` was given to the moment that is meant."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

_UNITS = {"h": timedelta(hours=1), "u": timedelta(hours=1), "d": timedelta(days=1), "w": timedelta(weeks=1)}
_FAR = timedelta(days=36_500)


def moment(text: str, now: datetime) -> datetime | None:
    """A date or time in ISO 8601, or a span back from now (`36h`, `7d`); None when it is neither."""
    number, unit = text[:-1], _UNITS.get(text[-1:])
    if unit and number.isdecimal() and len(number) < 6:
        return now - min(int(number) * unit, _FAR)
    try:
        found = datetime.fromisoformat(text)
        return found.astimezone(UTC) if found.year > 1 else found.replace(tzinfo=UTC)
    except (ValueError, OverflowError, OSError):
        return None
