"""Ages, times of the clock, and dates in text."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from newsreader.sources.page.ages import age_interval, split_age
from newsreader.sources.page.dates import date_in
from newsreader.sources.page.moments import clock_time, iso_interval

NOW = datetime(2026, 3, 31, 16, 0, tzinfo=UTC)


@pytest.mark.parametrize(
    ("text", "oldest", "newest"),
    [
        ("zojuist", timedelta(minutes=1), timedelta()),
        ("1 minuut geleden", timedelta(minutes=2), timedelta(minutes=1)),
        ("33 minuten geleden", timedelta(minutes=34), timedelta(minutes=33)),
        ("1 uur geleden", timedelta(hours=2), timedelta(hours=1)),
        ("een uur geleden", timedelta(hours=2), timedelta(hours=1)),
        ("2 uur geleden.", timedelta(hours=3), timedelta(hours=2)),
        ("1 dag geleden", timedelta(days=2), timedelta(days=1)),
        ("2 weken geleden", timedelta(weeks=3), timedelta(weeks=2)),
        ("5 min. geleden", timedelta(minutes=6), timedelta(minutes=5)),
        ("3 hours ago", timedelta(hours=4), timedelta(hours=3)),
        ("an hour ago", timedelta(hours=2), timedelta(hours=1)),
        ("2d ago", timedelta(days=3), timedelta(days=2)),
    ],
)
def test_ages(text: str, oldest: timedelta, newest: timedelta) -> None:
    assert age_interval(text, NOW) == (NOW - oldest, NOW - newest)


def test_months_and_years_follow_the_calendar() -> None:
    assert age_interval("1 maand geleden", NOW) == (NOW.replace(month=1), NOW.replace(month=2, day=28))
    assert age_interval("2 jaar geleden", NOW) == (NOW.replace(year=2023), NOW.replace(year=2024))


@pytest.mark.parametrize(
    "text", ["", "geleden", "lang geleden", "5 appels geleden", "dat was 2 weken geleden zo", "over 2 uur"]
)
def test_what_is_no_age(text: str) -> None:
    assert age_interval(text, NOW) is None


@pytest.mark.parametrize(
    ("text", "before", "after"),
    [
        ("De dijk is dicht. 10 uur geleden", "De dijk is dicht.", ""),
        ("De dijk is dicht.10 uur geledenGOES - De kerk", "De dijk is dicht.", "GOES - De kerk"),
        ("10 uur geledenGOES - De kerk", "", "GOES - De kerk"),
        ("Dijk dicht | 2 uur geleden | Goes", "Dijk dicht", "Goes"),
    ],
)
def test_an_age_that_stands_apart_is_cut_out(text: str, before: str, after: str) -> None:
    assert split_age(text, NOW) == (
        before,
        age_interval(text[len(before) :].strip(" |").split("eden")[0] + "eden", NOW),
        after,
    )


@pytest.mark.parametrize(
    "text",
    [
        "Dat was 2 weken geleden.",
        "Twee weken geleden brak hij zijn been",
        "De brug ging 3 jaar geleden dicht",
    ],
)
def test_an_age_in_a_sentence_is_text(text: str) -> None:
    assert split_age(text, NOW) == (text, None, "")


@pytest.mark.parametrize(
    ("hour", "minute", "expected"),
    [
        (16, 30, datetime(2026, 3, 31, 14, 30, tzinfo=UTC)),
        (18, 3, NOW),
        (18, 10, datetime(2026, 3, 30, 16, 10, tzinfo=UTC)),
        (23, 59, datetime(2026, 3, 30, 21, 59, tzinfo=UTC)),
        (24, 0, None),
    ],
)
def test_times_of_the_clock_are_of_today_or_yesterday(
    hour: int, minute: int, expected: datetime | None
) -> None:
    assert clock_time(hour, minute, NOW) == expected


def test_iso_moments() -> None:
    assert iso_interval("2026-03-31T15:00:00Z", NOW) == (NOW - timedelta(hours=1), None)
    assert iso_interval("2026-03-31T15:00", NOW)[0] == NOW - timedelta(hours=3)
    assert iso_interval("2026-03-30", NOW) == (
        datetime(2026, 3, 29, 22, tzinfo=UTC),
        datetime(2026, 3, 30, 22, tzinfo=UTC),
    )
    assert iso_interval("2030-01-01T00:00:00Z", NOW) == (NOW, None)


@pytest.mark.parametrize(
    "text", ["gisteren", "1970-01-01", "9999-12-31", "9999-12-31T23:59:59Z", "0001-01-01"]
)
def test_moments_that_no_page_means(text: str) -> None:
    assert iso_interval(text, NOW) == (None, None)


@pytest.mark.parametrize(
    "text",
    [
        "31 maart 2026",
        "di 31 mrt 2026 om 14:00 uur",
        "31-03-2026",
        "2026-03-31",
        "March 31, 2026",
        "door Els, 31.3.2026",
    ],
)
def test_dates_in_text(text: str) -> None:
    found, _ = date_in(text, NOW)
    assert found is not None
    assert found.date() == NOW.date()


@pytest.mark.parametrize("text", ["31 april 2026", "99-99-2026", "12 appels 2026", "in 2026", ""])
def test_what_is_no_date(text: str) -> None:
    assert date_in(text, NOW) == (None, None)
