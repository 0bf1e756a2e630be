"""Well-formed feeds of any content, read as feedparser reads them."""

from __future__ import annotations

import calendar
from datetime import UTC, datetime
from email.utils import format_datetime
from typing import Any
from unicodedata import normalize
from xml.sax.saxutils import escape

import feedparser
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from newsreader.model import Entry, ParsedFeed
from newsreader.sources.feed import parse

words = st.text(
    st.characters(codec="utf-8", categories=("L", "N", "P"), exclude_characters="<>&;"), min_size=1
)
lines = st.lists(words, min_size=1, max_size=5).map(" ".join)
moments = st.datetimes(datetime(1995, 1, 1), datetime(2035, 1, 1), timezones=st.just(UTC))  # noqa: DTZ001
items = st.lists(st.tuples(lines, st.integers(0, 10**9), moments), max_size=4)


def rss(titles: list[tuple[str, int, datetime]]) -> str:
    entries = "".join(
        f"<item><title>{escape(title)}</title><link>https://krant.example/{number}</link><guid>urn:{number}</guid>"
        f"<pubDate>{format_datetime(moment)}</pubDate><category>{escape(title)}</category></item>"
        for title, number, moment in titles
    )
    return f"<rss version='2.0'><channel><title>Bode</title>{entries}</channel></rss>"


def atom(titles: list[tuple[str, int, datetime]]) -> str:
    entries = "".join(
        f"<entry><title>{escape(title)}</title><link href='https://krant.example/{number}'/><id>urn:{number}</id>"
        f"<published>{moment.isoformat()}</published><category term='c{number}'/></entry>"
        for title, number, moment in titles
    )
    return f"<feed xmlns='http://www.w3.org/2005/Atom'><title>Bode</title>{entries}</feed>"


def ours(entry: Entry) -> tuple[Any, ...]:
    published = calendar.timegm(entry.published.utctimetuple()) if entry.published else None
    return " ".join(entry.title.split()), entry.url, entry.id, published, len(entry.categories)


def theirs(entry: Any) -> tuple[Any, ...]:
    published = calendar.timegm(entry.published_parsed)
    title = normalize("NFC", " ".join(entry.title.split()))
    return title, entry.link, entry.id, published, len(entry.tags)


@pytest.mark.parametrize("write", [rss, atom])
@settings(max_examples=60, deadline=None)
@given(items)
def test_the_same_as_feedparser(write: Any, titles: list[tuple[str, int, datetime]]) -> None:
    body = write(titles).encode()
    feed, oracle = parse(body), feedparser.parse(body)
    assert isinstance(feed, ParsedFeed)
    assert [ours(entry) for entry in feed.entries] == [theirs(entry) for entry in oracle.entries]
