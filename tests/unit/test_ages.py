"""Ages and dates in words, at the edges of every unit."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from babel.dates import format_datetime, format_timedelta
from hypothesis import given
from hypothesis import strategies as st

from newsreader.words.ages import Language, age, age_between, long_date

NOW = datetime(2025, 11, 3, 13, 30, tzinfo=UTC)
MINUTE, HOUR, DAY, WEEK = 60, 3600, 86_400, 604_800
BOTH = pytest.mark.parametrize("language", ["nl", "en"])
LONG = {"nl": "EEEE d MMMM y 'om' HH:mm", "en": "EEEE d MMMM y 'at' HH:mm"}


def ago(seconds: float) -> datetime:
    return NOW - timedelta(seconds=seconds)


@pytest.mark.parametrize(
    ("seconds", "dutch", "english"),
    [
        (-HOUR, "zojuist", "just now"),
        (0, "zojuist", "just now"),
        (59, "zojuist", "just now"),
        (60, "1 minuut geleden", "1 minute ago"),
        (33 * MINUTE + 59, "33 minuten geleden", "33 minutes ago"),
        (HOUR - 1, "59 minuten geleden", "59 minutes ago"),
        (HOUR, "1 uur geleden", "1 hour ago"),
        (2 * HOUR - 1, "1 uur geleden", "1 hour ago"),
        (2 * HOUR, "2 uur geleden", "2 hours ago"),
        (DAY - 1, "23 uur geleden", "23 hours ago"),
        (DAY, "1 dag geleden", "1 day ago"),
        (6 * DAY, "6 dagen geleden", "6 days ago"),
        (WEEK - 1, "6 dagen geleden", "6 days ago"),
        (WEEK, "1 week geleden", "1 week ago"),
        (13 * DAY, "1 week geleden", "1 week ago"),
        (2 * WEEK, "2 weken geleden", "2 weeks ago"),
        (30 * DAY, "4 weken geleden", "4 weeks ago"),
        (31 * DAY, "1 maand geleden", "1 month ago"),
        (335 * DAY, "11 maanden geleden", "11 months ago"),
        (365 * DAY - 1, "11 maanden geleden", "11 months ago"),
        (365 * DAY, "1 jaar geleden", "1 year ago"),
        (800 * DAY, "2 jaar geleden", "2 years ago"),
    ],
)
def test_an_age_counts_whole_units(seconds: int, dutch: str, english: str) -> None:
    assert age(ago(seconds), NOW, "nl") == dutch
    assert age(ago(seconds), NOW, "en") == english


def test_an_age_is_of_the_moment_and_not_of_the_clock_on_the_wall() -> None:
    amsterdam = ZoneInfo("Europe/Amsterdam")
    before = datetime(2025, 10, 26, 2, 30, tzinfo=amsterdam)  # summer time: 00:30 UTC
    after = datetime(2025, 10, 26, 3, 30, tzinfo=amsterdam)  # winter time: 02:30 UTC
    assert age(before, after, "nl") == "2 uur geleden"


@pytest.mark.parametrize(
    ("oldest", "newest", "dutch"),
    [
        (34 * MINUTE, 33 * MINUTE, "33 minuten geleden"),
        (2 * HOUR, HOUR, "1 uur geleden"),
        (2.5 * HOUR, 1.5 * HOUR, "2 uur geleden"),
        (DAY + 2 * HOUR, DAY + HOUR, "1 dag geleden"),
        (2 * DAY, DAY, "1 dag geleden"),
        (3 * WEEK, 2 * WEEK, "2 weken geleden"),
        (62 * DAY, 31 * DAY, "1 maand geleden"),
        (HOUR, 0, "minder dan 1 uur geleden"),
        (DAY, 0, "minder dan 1 dag geleden"),
        (MINUTE, 0, "zojuist"),
        (-HOUR, -2 * HOUR, "zojuist"),
        (2000 * DAY, 0, "2 jaar geleden"),
    ],
)
def test_an_interval_is_told_no_more_exactly_than_it_is_wide(
    oldest: float, newest: float, dutch: str
) -> None:
    assert age_between(ago(oldest), ago(newest), NOW, "nl") == dutch


def test_without_an_end_or_with_one_before_the_start_there_is_a_moment() -> None:
    assert age_between(ago(90), None, NOW, "nl") == "1 minuut geleden"
    assert age_between(ago(90), ago(120), NOW, "en") == "1 minute ago"


@given(st.floats(0, 4e8), st.floats(0, 4e7))
def test_every_interval_has_an_age(end: float, width: float) -> None:
    assert age_between(ago(end + width), ago(end), NOW, "nl")


def test_a_date_in_full() -> None:
    amsterdam = ZoneInfo("Europe/Amsterdam")
    assert long_date(NOW, "nl", amsterdam) == "maandag 3 november 2025 om 14:30"
    assert long_date(NOW, "en", amsterdam) == "Monday 3 November 2025 at 14:30"
    assert long_date(datetime(2026, 3, 1, 8, 5, tzinfo=UTC), "nl", UTC) == "zondag 1 maart 2026 om 08:05"


UNITS = [(365 * DAY, 365 * DAY), (365 * DAY / 12, 30 * DAY), (WEEK, WEEK), (DAY, DAY), (HOUR, HOUR), (60, 60)]
"""What a unit is here, and what Babel counts by it."""


@BOTH
@pytest.mark.parametrize(("ours", "babels"), UNITS)
def test_every_age_is_worded_as_in_cldr(ours: float, babels: float, language: Language) -> None:
    larger = next((size for size, _ in reversed(UNITS) if size > ours), 60 * ours)
    for number in range(1, int((larger - 1) / ours) + 1):
        told = format_timedelta(
            timedelta(seconds=-number * babels), add_direction=True, threshold=1, locale=language
        )
        assert age(ago(number * ours + 1), NOW, language) == told


@BOTH
def test_every_day_and_month_is_named_as_in_cldr(language: Language) -> None:
    for days in range(2000):
        moment = NOW - timedelta(days=days, minutes=days * 7)
        pattern = LONG[language]
        assert long_date(moment, language, UTC) == format_datetime(moment, pattern, locale=language)
