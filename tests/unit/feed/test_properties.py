"""Whatever is done to a feed: no exception, no control character, and everything within its limits."""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from newsreader.model import ParsedFeed, Problem
from newsreader.sources.feed import parse
from newsreader.sources.feed.damage import Damage
from newsreader.sources.feed.limits import MAX_LIST, NAME_LENGTH, TITLE_LENGTH

FEEDS = Path(__file__).parents[2] / "data" / "feeds"
SEEDS = [path.read_bytes() for path in sorted(FEEDS.rglob("*.xml")) + sorted(FEEDS.rglob("*feed*.json"))]
FORBIDDEN = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ud800-\udfff]"
)
PIECES = [
    b"<",
    b">",
    b"&",
    b"]]>",
    b"<![CDATA[",
    b"<!--",
    b"</item>",
    b"<item>",
    b"</",
    b"'",
    b'"',
    b"&#27;",
    b"\x1b[2J",
]
PIECES += [
    b"&#x9b;",
    b"\xe2\x80\xae",
    b"\x00",
    b"\xff",
    b"<!DOCTYPE x [",
    b"xmlns:a='%[ '",
    b"xmlns='http://[' ",
    b"xml:base='//['",
    b"\\u001b",
    b"{",
    b"[",
]


def texts(value: Any) -> Iterator[str]:
    """Every string in it, however deep."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, tuple | list):
        for one in value:
            yield from texts(one)
    elif dataclasses.is_dataclass(value):
        for field in dataclasses.fields(value):
            yield from texts(getattr(value, field.name))


def check(body: bytes, **headers: str) -> None:
    feed = parse(body, **headers)
    if isinstance(feed, Problem):
        return
    assert isinstance(feed, ParsedFeed)
    assert not [text for text in texts(feed) if FORBIDDEN.search(text)]
    assert set(feed.warnings) <= set(Damage)
    for entry in feed.entries:
        assert len(entry.title) <= TITLE_LENGTH
        assert max(map(len, (entry.links, entry.authors, entry.categories, entry.images))) <= MAX_LIST
        assert all("\n" not in one and len(one) <= NAME_LENGTH for one in entry.categories)
        assert all(url.startswith(("http", "mailto:")) for url in (entry.url, entry.comments) if url)


@settings(max_examples=300, deadline=None)
@given(st.data())
def test_mutated_feeds(data: st.DataObject) -> None:
    body = bytearray(data.draw(st.sampled_from(SEEDS)))
    for _ in range(data.draw(st.integers(1, 4))):
        start = data.draw(st.integers(0, len(body)))
        end = min(len(body), start + data.draw(st.sampled_from((0, 1, 5, 60))))
        body[start:end] = data.draw(st.sampled_from(PIECES) | st.binary(max_size=4))
    check(
        bytes(body),
        url="https://krant.example/feed",
        content_type=data.draw(st.sampled_from(("", "a;charset=x"))),
    )


@settings(max_examples=150, deadline=None)
@given(st.sampled_from(SEEDS), st.floats(0, 1))
def test_feeds_cut_off(body: bytes, at: float) -> None:
    check(body[: int(len(body) * at)])


@settings(max_examples=150, deadline=None)
@given(st.text(), st.text(), st.text())
def test_any_text_in_any_field(title: str, identity: str, body: str) -> None:
    item = f"<title>{title}</title><guid>{identity}</guid><link>{identity}</link><summary>{body}</summary>"
    fields = (
        f"<category>{title}</category><author>{identity}</author><enclosure url='{identity}' type='{title}'/>"
    )
    check(f"<rss><channel><item>{item}{fields}</item></channel></rss>".encode("utf-8", "surrogatepass"))


@settings(max_examples=100, deadline=None)
@given(st.binary(max_size=200), st.sampled_from([b"", b"<rss>", b"{", b"\x1f\x8b", b"\xff\xfe", b"<feed>"]))
def test_any_bytes(body: bytes, start: bytes) -> None:
    check(start + body, content_type="application/xml; charset=utf-16")


@pytest.mark.parametrize(
    "label", ["punycode", "idna", "unicode_escape", "rot13", "base64", "undefined", "utf-7", "x" * 99]
)
def test_labels_that_are_no_encodings(label: str) -> None:
    check(f"<?xml version='1.0' encoding='{label}'?><rss><title>é</title></rss>".encode())


@pytest.mark.parametrize(
    "uri", ["http://[", "%", " http://purl.org/dc/elements/1.1/ ", "a b", "##", "\\", "é", "&#9;"]
)
def test_namespaces_that_are_no_addresses(uri: str) -> None:
    root = f"<rss xmlns:dc='{uri}' xmlns:x='{uri}' x:version='2.0'>"
    feed = parse(
        f"{root}<channel>&nbsp;<item><dc:creator x:a='{uri}'>Jan</dc:creator></item></channel></rss>".encode()
    )
    assert isinstance(feed, ParsedFeed)
    assert [person.name for person in feed.entries[0].authors] == ["Jan"]
