"""Attacks are refused or cut: what is counted here is what was kept."""

from __future__ import annotations

import gzip

import pytest

from newsreader.model import Entry, ParsedFeed, Problem, ProblemKind
from newsreader.sources.feed import parse
from newsreader.sources.feed.damage import Damage
from newsreader.sources.feed.forgiving import Forgiving
from newsreader.sources.feed.limits import (
    MAX_ATTRIBUTES,
    MAX_BYTES,
    MAX_DEPTH,
    MAX_ENTRIES,
    MAX_LIST,
    MAX_TAGS,
)


def feed_of(items: str) -> ParsedFeed:
    feed = parse(f"<rss><channel><title>Bode</title>{items}</channel></rss>".encode())
    assert isinstance(feed, ParsedFeed)
    return feed


def kind_of(body: bytes) -> ProblemKind:
    problem = parse(body)
    assert isinstance(problem, Problem)
    return problem.kind


def test_a_body_beyond_the_cap() -> None:
    assert kind_of(b"<rss>" + b" " * MAX_BYTES) is ProblemKind.TOO_LARGE


def test_a_decompression_bomb() -> None:
    assert kind_of(gzip.compress(b"<rss>" + b" " * MAX_BYTES)) is ProblemKind.TOO_LARGE


def test_more_items_than_anyone_reads() -> None:
    feed = feed_of("<item><guid>a</guid></item>" * (MAX_ENTRIES + 5))
    assert len(feed.entries) == MAX_ENTRIES
    assert Damage.TOO_LONG in feed.warnings


def test_more_items_than_anyone_reads_in_broken_xml() -> None:
    feed = feed_of("&nbsp;" + "<item><guid>a</guid></item>" * (MAX_ENTRIES + 5))
    assert len(feed.entries) == MAX_ENTRIES
    assert Damage.TOO_LONG in feed.warnings


def test_more_tags_than_memory_should_hold() -> None:
    feed = feed_of("<item><title>Een</title></item><item><title>Twee</title>" + "<b/>" * MAX_TAGS + "</item>")
    assert [entry.title for entry in feed.entries][:1] == ["Een"]
    assert Damage.TOO_LONG in feed.warnings


def test_html_in_cdata_does_not_count_as_tags() -> None:
    item = (
        "<item><title>Een</title><description><![CDATA[" + "<b></b>" * MAX_TAGS + "]]></description></item>"
    )
    assert Damage.TOO_LONG not in feed_of(item).warnings


def test_ten_thousand_levels() -> None:
    feed = feed_of("<item><title>Een</title>" + "<a>" * 10_000 + "diep" + "</a>" * 10_000 + "</item>")
    assert [entry.title for entry in feed.entries] == ["Een"]
    assert Damage.TOO_DEEP in feed.warnings


def test_the_tree_is_never_deeper_than_the_limit() -> None:
    root = Forgiving().read("<rss>" + "<a>" * 1000).root
    assert root is not None
    assert len(list(root.iterdescendants())) == MAX_DEPTH - 1


def test_a_hundred_thousand_attributes() -> None:
    attributes = " ".join(f"a{number}='1'" for number in range(100_000))
    root = Forgiving().read(f"<rss {attributes}>&nbsp;</rss>").root
    assert root is not None
    assert len(root.attrib) == MAX_ATTRIBUTES
    assert len(feed_of(f"<item {attributes}><title>Een</title></item>").entries) == 1


def test_entities_that_would_grow() -> None:
    doctype = '<!DOCTYPE rss [<!ENTITY a "' + "a" * 190 + '">]>'
    body = f"{doctype}<rss><channel><title>{'&a;' * 10_000}</title></channel></rss>"
    assert kind_of(body.encode()) is ProblemKind.HOSTILE


def test_thousands_of_declared_entities() -> None:
    declared = "".join(f'<!ENTITY a{number} "x">' for number in range(2000))
    assert kind_of(f"<!DOCTYPE rss [{declared}]><rss/>".encode()) is ProblemKind.HOSTILE


def test_one_entry_with_ten_thousand_of_everything() -> None:
    many = "".join(
        f"<link>https://a.example/{n}</link><category>{n}</category><enclosure url='https://a.example/{n}.mp3'/>"
        f"<dc:creator>{n}</dc:creator><media:thumbnail url='https://a.example/{n}.jpg'/>"
        for n in range(10_000)
    )
    entry: Entry = feed_of(f"<item>{many}</item>").entries[0]
    counts = map(len, (entry.links, entry.categories, entry.enclosures, entry.authors, entry.images))
    assert set(counts) == {MAX_LIST}


@pytest.mark.parametrize(
    ("start", "filling"),
    [
        ("", "["),
        ('{"version":"https://jsonfeed.org/version/1","items":', "["),
        ('{"version":"https://jsonfeed.org/version/1","items":[', '{"a":'),
    ],
)
def test_json_that_is_too_deep(start: str, filling: str) -> None:
    assert kind_of((start + filling * 100_000).encode()) is ProblemKind.HOSTILE


def test_json_with_millions_of_values() -> None:
    body = '{"version":"https://jsonfeed.org/version/1","items":[' + "{}," * 600_000 + "{}]}"
    assert kind_of(body.encode()) is ProblemKind.HOSTILE


@pytest.mark.parametrize(
    "filling", ["<", "<a ", "<a b='", '<a b="', "<![CDATA[", "<!--", "&", "&#", "</", "]]>", "<?"]
)
def test_what_makes_careless_patterns_slow(filling: str) -> None:
    feed = feed_of("<item><title>Een</title></item>" + filling * 200_000)
    assert [entry.title for entry in feed.entries][:1] == ["Een"]
