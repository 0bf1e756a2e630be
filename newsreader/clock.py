"""The one place that asks what time it is; everything else is told."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime

Clock = Callable[[], datetime]
"""Anything that answers the present moment as an aware datetime in UTC."""


def now() -> datetime:
    """The present moment in UTC."""
    return datetime.now(UTC)


def has_zone() -> bool:
    """Whether a time can be told where this computer is: TZ may say that it is off by days."""
    try:
        now().astimezone()
    except (ValueError, OverflowError):
        return False
    return True
