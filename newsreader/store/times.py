"""Moments as the database keeps them: whole seconds since 1970, UTC."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import overload

import apsw

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_SECOND = timedelta(seconds=1)


@overload
def to_seconds(moment: datetime) -> int: ...
@overload
def to_seconds(moment: None) -> None: ...
def to_seconds(moment: datetime | None) -> int | None:
    """The aware moment in seconds since 1970, rounded down; None stays None."""
    return None if moment is None else (moment - _EPOCH) // _SECOND


def to_seconds_up(moment: datetime | None) -> int | None:
    """As `to_seconds`, rounded up: the end of an interval must not come before what it was."""
    return None if moment is None else -((_EPOCH - moment) // _SECOND)


@overload
def to_moment(seconds: int) -> datetime: ...
@overload
def to_moment(seconds: None) -> None: ...
def to_moment(seconds: int | None) -> datetime | None:
    """The aware UTC moment of so many seconds since 1970; None stays None.

    Raises apsw.CorruptError for what is no such number: SQLite does not look at what a damaged row holds.
    """
    try:
        return None if seconds is None else _EPOCH + timedelta(seconds=seconds)
    except (TypeError, ValueError, OverflowError):
        raise apsw.CorruptError("a moment is damaged") from None
