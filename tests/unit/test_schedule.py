"""When a source is due again."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsreader.sources.schedule import next_due

SUNDAY = datetime(2026, 3, 1, 22, 20, tzinfo=UTC)
DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


def minutes_until(due: datetime) -> float:
    return (due - SUNDAY) / timedelta(minutes=1)


@pytest.mark.parametrize(
    ("interval", "max_age", "ttl", "minutes"),
    [
        (30, 0, 0, 30),
        (30, 600, 0, 30),
        (30, 3600, 0, 60),
        (30, 0, 60, 60),
        (30, 7200, 60, 120),
        (30, 31_536_000, 0, 24 * 60),
        (30, 0, 999_999, 24 * 60),
        (3 * 24 * 60, 0, 60, 3 * 24 * 60),
        (0, 0, 0, 1),
    ],
)
def test_the_longer_of_both_wishes_and_the_publishers_up_to_a_day(
    interval: int, max_age: int, ttl: int, minutes: int
) -> None:
    assert minutes_until(next_due(SUNDAY, interval, max_age=max_age, ttl=ttl)) == minutes


@pytest.mark.parametrize(
    ("failures", "minutes"),
    [(0, 30), (1, 30), (9, 30), (10, 60), (11, 120), (12, 240), (15, 1440), (10_000, 1440)],
)
def test_ten_failures_in_a_row_slow_a_source_down(failures: int, minutes: int) -> None:
    assert minutes_until(next_due(SUNDAY, 30, failures=failures)) == minutes


def test_a_slow_interval_is_never_made_quicker_by_failures() -> None:
    assert minutes_until(next_due(SUNDAY, 3000, failures=20)) == 3000


@pytest.mark.parametrize(
    ("hours", "days", "due"),
    [
        ((22,), (), datetime(2026, 3, 1, 23, 0, tzinfo=UTC)),
        ((22, 23, 24), (), datetime(2026, 3, 2, 1, 0, tzinfo=UTC)),
        ((), ("Sunday",), datetime(2026, 3, 2, 0, 0, tzinfo=UTC)),
        ((0, 1), (" sunday",), datetime(2026, 3, 2, 2, 0, tzinfo=UTC)),
        ((3,), ("Monday",), SUNDAY + timedelta(minutes=30)),
        (tuple(range(24)), (), SUNDAY + timedelta(minutes=30)),
        ((), DAYS, SUNDAY + timedelta(minutes=30)),
    ],
)
def test_hours_and_days_to_skip(hours: tuple[int, ...], days: tuple[str, ...], due: datetime) -> None:
    assert next_due(SUNDAY, 30, skip_hours=hours, skip_days=days) == due


@pytest.mark.parametrize(("after", "minutes"), [(timedelta(hours=2), 120), (timedelta(minutes=5), 30)])
def test_retry_after_is_a_lower_bound(after: timedelta, minutes: int) -> None:
    assert minutes_until(next_due(SUNDAY, 30, failures=1, retry_at=SUNDAY + after)) == minutes


@given(
    interval=st.integers(0, 10_080),
    max_age=st.integers(0, 10**10),
    ttl=st.integers(0, 10**6),
    hours=st.sets(st.integers(-1, 30)),
    days=st.sets(st.sampled_from(DAYS)),
    failures=st.integers(0, 10**6),
)
def test_never_sooner_than_wished_and_never_out_of_reach(
    interval: int, max_age: int, ttl: int, hours: set[int], days: set[str], failures: int
) -> None:
    due = next_due(
        SUNDAY,
        interval,
        max_age=max_age,
        ttl=ttl,
        skip_hours=tuple(hours),
        skip_days=tuple(days),
        failures=failures,
    )
    assert SUNDAY + timedelta(minutes=interval) <= due
    assert due <= SUNDAY + max(timedelta(minutes=interval), timedelta(days=1)) + timedelta(days=7)
