"""Dates in every form that publishers are known to write them."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta, timezone
from email.utils import format_datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsreader.sources.feed import dates
from newsreader.sources.feed.calendar import MONTHS, ZONES
from newsreader.sources.feed.dates import EARLIEST, from_unix, parse_date

RFC_822 = [
    ("Thu, 12 Jun 2025 10:04:05 GMT", "2025-06-12T10:04:05+00:00"),
    ("Thu, 12 Jun 2025 10:04:05 +0200", "2025-06-12T10:04:05+02:00"),
    ("12 Jun 2025 10:04 EST", "2025-06-12T10:04:00-05:00"),
    ("Thu, 12 Jun 25 10:04:05 UT", "2025-06-12T10:04:05+00:00"),
    ("Fri, 12 Jun 99 10:04:05 Z", "1999-06-12T10:04:05+00:00"),
    ("Mon, 12 Jun 2025 10:04:05 GMT", "2025-06-12T10:04:05+00:00"),  # the wrong day of the week
    ("Thu, 12 Jun 2025 10:04:05", "2025-06-12T10:04:05+00:00"),
    ("Thu, 12 Jun 2025", "2025-06-12T00:00:00+00:00"),
    ("Thu, 12 June 2025 10:04:05 CET", "2025-06-12T10:04:05+01:00"),
    ("Thu, 12 Jun 2025 10:04:05 CEST", "2025-06-12T10:04:05+02:00"),
    ("Thu, 12 Jun 2025 10:04:05 (CEST)", "2025-06-12T10:04:05+02:00"),
    ("Thu, 12 Jun 2025 10:04:05 GMT+2", "2025-06-12T10:04:05+02:00"),
    ("Thu, 12 Jun 2025 10:04:05 +02:00", "2025-06-12T10:04:05+02:00"),
    ("Thu, 12 Jun 2025 10:04:05 -0330", "2025-06-12T10:04:05-03:30"),
    ("Thu, 12 Jun 2025 10:04:05 -0000", "2025-06-12T10:04:05+00:00"),
    ("Thu, 12 Jun 2025 24:00:00 GMT", "2025-06-13T00:00:00+00:00"),
    ("Wed, 31 Dec 2025 24:00 +0100", "2026-01-01T00:00:00+01:00"),
    ("Thu, 12 Jun 2025 10:04:60 GMT", "2025-06-12T10:04:59+00:00"),
    ("Thu, 12 Jun 2025 25:61:00 GMT", "2025-06-12T00:00:00+00:00"),
    ("thu,12 jun 2025 10:04:05 gmt", "2025-06-12T10:04:05+00:00"),
    ("Thu, 12-Jun-2025 10:04:05 GMT", "2025-06-12T10:04:05+00:00"),
    ("Thu Jun 12 10:04:05 PDT 2025", "2025-06-12T10:04:05-07:00"),
    ("Thu, Jun 12 2025 02:04:05 PM", "2025-06-12T14:04:05+00:00"),
    ("June 12th, 2025 12:30 a.m.", "2025-06-12T00:30:00+00:00"),
    ("  Thu, 12 Jun 2025\n 10:04:05 GMT  ", "2025-06-12T10:04:05+00:00"),
]
ISO = [
    ("2025-06-12T10:04:05Z", "2025-06-12T10:04:05+00:00"),
    ("2025-06-12t10:04:05z", "2025-06-12T10:04:05+00:00"),
    ("2025-06-12T10:04:05.25+02:00", "2025-06-12T10:04:05.250000+02:00"),
    ("2025-06-12T10:04:05.123456789Z", "2025-06-12T10:04:05.123456+00:00"),
    ("2025-06-12T10:04:05+0200", "2025-06-12T10:04:05+02:00"),
    ("2025-06-12 10:04:05 -0500", "2025-06-12T10:04:05-05:00"),
    ("2025-06-12T10:04-05:00", "2025-06-12T10:04:00-05:00"),
    ("2025-06-12T10Z", "2025-06-12T10:00:00+00:00"),
    ("2025-06-12", "2025-06-12T00:00:00+00:00"),
    ("2025-06", "2025-06-01T00:00:00+00:00"),
    ("2025", "2025-01-01T00:00:00+00:00"),
    ("20250612", "2025-06-12T00:00:00+00:00"),
    ("20250612T100405Z", "2025-06-12T10:04:05+00:00"),
    ("2025-163", "2025-06-12T00:00:00+00:00"),
    ("2025163", "2025-06-12T00:00:00+00:00"),
    ("25-06-12", "2025-06-12T00:00:00+00:00"),
    ("2025/6/1 9:05:07", "2025-06-01T09:05:07+00:00"),
    ("2025-06-12 10:04:05.0", "2025-06-12T10:04:05+00:00"),
]
OTHERS = [
    ("maandag 3 november 2025", "2025-11-03T00:00:00+00:00"),
    ("do 12 mrt. 2025 16:30", "2025-03-12T16:30:00+00:00"),
    ("12 mei 2025, 16.30 uur", "2025-05-12T16:30:00+00:00"),
    ("Donnerstag, 12. März 2025 14:30 Uhr", "2025-03-12T14:30:00+00:00"),
    ("Do, 12 Dez 2024 10:00:00 MEZ", "2024-12-12T10:00:00+01:00"),
    ("mardi 4 février 2025 à 16h30", "2025-02-04T16:30:00+00:00"),
    ("mar., 4 mars 2025 16:30:00 +0100", "2025-03-04T16:30:00+01:00"),
    ("31-12-2024 14:05", "2024-12-31T14:05:00+00:00"),
    ("12.06.2025 14:05", "2025-06-12T14:05:00+00:00"),
    ("12/31/2024 11:23:17 PM", "2024-12-31T23:23:17+00:00"),
    ("1/5/2025 11:23:17 AM", "2025-01-05T11:23:17+00:00"),
    ("2025-06-12 오후 11:23:17", "2025-06-12T23:23:17+09:00"),
    ("2025年6月12日 10:04", "2025-06-12T10:04:00+00:00"),
    ("1749722645", "2025-06-12T10:04:05+00:00"),
    ("1749722645000", "2025-06-12T10:04:05+00:00"),
]


@pytest.mark.parametrize(("text", "moment"), RFC_822 + ISO + OTHERS)
def test_understood(text: str, moment: str) -> None:
    parsed = parse_date(text)
    assert parsed is not None
    assert parsed.isoformat() == moment


@pytest.mark.parametrize(
    "text",
    [
        "",
        "gisteren",
        "31 feb 2025",
        "2025-02-29",
        "2025-13-01",
        "12 juni",
        "1970-01-01",
        "Thu, 01 Jan 1970 00:00:00",
        "99999-01-01T00:00:00Z",
        "2025-400",
        "9" * 70,
        "0",
        "-1",
        "12:30",
        "jan jan jan",
        "2025-W24-4",
    ],
)
def test_not_understood(text: str) -> None:
    assert parse_date(text) is None


@pytest.mark.parametrize("name", sorted(MONTHS))
def test_every_month_by_name(name: str) -> None:
    assert parse_date(f"7 {name} 2025 10:00") == datetime(2025, MONTHS[name], 7, 10, tzinfo=UTC)


@pytest.mark.parametrize("name", sorted(ZONES))
def test_every_zone_by_name(name: str) -> None:
    parsed = parse_date(f"Thu, 12 Jun 2025 10:00:00 {name.upper()}")
    assert parsed is not None
    assert parsed.utcoffset() == timedelta(minutes=ZONES[name])


zones = st.integers(-14 * 4, 14 * 4).map(lambda quarters: timezone(timedelta(minutes=15 * quarters)))
moments = st.datetimes(datetime(1991, 1, 1), datetime(2190, 1, 1), timezones=zones)  # noqa: DTZ001


@given(moments)
def test_what_is_written_is_read(moment: datetime) -> None:
    assert parse_date(moment.isoformat()) == moment
    assert parse_date(format_datetime(moment)) == moment.replace(microsecond=0)
    assert parse_date(moment.strftime("%d-%m-%Y %H:%M %z")) == moment.replace(second=0, microsecond=0)


@given(st.text(max_size=60) | st.text("0123456789-/:.+ TZapm", max_size=30))
def test_anything_is_a_date_or_none(text: str) -> None:
    parsed = parse_date(text)
    assert parsed is None or (parsed.tzinfo is not None and parsed.year >= EARLIEST)


@given(st.floats(allow_nan=True) | st.integers())
def test_any_number_is_a_moment_or_none(seconds: float) -> None:
    moment = from_unix(seconds)
    assert moment is None or moment.tzinfo is UTC


MOMENTS = [
    f"{year}-{month:02}-{day:02}T{clock}{zone}"
    for year in (1989, 1990, 2026, 2199, 2200)
    for month, day in ((0, 1), (1, 31), (2, 29), (13, 1))
    for clock in ("00:00:00", "23:59:60", "24:00:00", "12:61:00")
    for zone in ("Z", "+00:00", "-00:00", "+05:30", "-23:59", "+24:00")
]
WRITTEN = [
    f"{weekday}{day} {month} {year} {clock} {zone}"
    for weekday in ("", "Mon, ", "Mar, ")
    for day in ("1", "01", "31", "32")
    for month in ("Jan", "Feb", "Mei", "Foo")
    for year in (1989, 2026)
    for clock in ("00:00:00", "23:59:60", "24:00:00")
    for zone in ("GMT", "+0100", "-0030", "+9000")
]


def test_a_date_written_to_the_letter_means_what_any_date_means(monkeypatch: pytest.MonkeyPatch) -> None:
    texts = (*MOMENTS, *WRITTEN)
    quickly = [repr(dates.parse_date.__wrapped__(text)) for text in texts]
    monkeypatch.setattr(dates, "_to_the_letter", lambda _: None)
    assert quickly == [repr(dates.parse_date.__wrapped__(text)) for text in texts]
    assert sum(found != "None" for found in quickly) > 200
