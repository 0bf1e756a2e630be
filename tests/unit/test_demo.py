"""The sample edition: complete, readable by the same code as real news, and about nobody that exists."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from datetime import UTC, timedelta
from functools import cache
from urllib.parse import urlsplit

import pytest

from newsreader import gate
from newsreader.demo import MOMENT, Sheet, sheets
from newsreader.model import Block, BlockKind, Draft, Page, ParsedFeed, Problem, SourceKind
from newsreader.sources import feed, page
from newsreader.sources.decide import decide
from newsreader.stories import dateline

NOW = MOMENT.astimezone(UTC)
SECTIONS = ("Binnenland", "Buitenland", "Zeeland", "Economie", "Sport", "Cultuur", "Opmerkelijk")
RESERVED = {"example.nl", "example.org", "example.com", "example.net"}
SHEETS = {sheet.source.id: sheet for sheet in sheets()}


@pytest.fixture(params=SHEETS.values(), ids=list(SHEETS))
def sheet(request: pytest.FixtureRequest) -> Sheet:
    found = request.param
    assert isinstance(found, Sheet)
    return found


def test_every_source_is_named_as_a_sample() -> None:
    sources = [sheet.source for sheet in sheets()]
    assert len({source.url for source in sources}) == len(SHEETS) == len(sources) >= 6
    for source in sources:
        assert source.id.startswith("proef-")
        assert source.kind is SourceKind.SAMPLE
        assert source.group == "Proefeditie"
        assert source.kind is SourceKind.SAMPLE
        assert source.section in SECTIONS


def test_there_is_a_sheet_in_every_format() -> None:
    formats = Counter(parsed(sheet).format for sheet in sheets())
    assert formats == {"rss20": 2, "rss10": 1, "atom10": 1, "json11": 1, "page": 2}


def test_a_sheet_is_read_without_a_warning(sheet: Sheet) -> None:
    assert parsed(sheet).warnings == ()


def test_a_sheet_holds_no_control_characters(sheet: Sheet) -> None:
    for body in (sheet.body, *(html for _, html in sheet.pages)):
        text = body.decode("utf-8")
        assert gate.safe(text) == text


def test_there_is_enough_to_read_in_every_section() -> None:
    found = Counter(draft.section for draft in drafts())
    assert sum(found.values()) >= 48
    assert set(found) == set(SECTIONS)
    assert min(found.values()) >= 6


def test_headlines_are_unique_and_fit_a_list() -> None:
    titles = [draft.title for draft in drafts()]
    assert len(set(titles)) == len(titles)
    assert all(30 <= len(title) <= 90 for title in titles)
    assert all(draft.summary for draft in drafts())


def test_most_articles_are_whole_and_two_are_long_reads() -> None:
    lengths = sorted(words(blocks) for blocks in texts())
    assert sum(length >= 90 for length in lengths) >= 48
    assert lengths[-2] >= 900


def test_ages_run_from_two_minutes_to_six_weeks() -> None:
    ages = sorted(NOW - draft.published for draft in drafts() if draft.published)
    assert ages[0] == timedelta(minutes=2)
    assert ages[-1] == timedelta(weeks=6)
    for limit, count in ((timedelta(hours=1), 5), (timedelta(days=1), 25), (timedelta(weeks=1), 40)):
        assert sum(age < limit for age in ages) >= count
    assert len(ages) == len(drafts())


@pytest.mark.parametrize("word", ["bultrug", "boeierbrug", "terwindt", "sjoukje", "verdonck", "nachttrein"])
def test_a_story_is_followed_by_several_sources(word: str) -> None:
    told = [
        (name, draft)
        for name, found in edition().items()
        for draft in found
        if word in " ".join((draft.title, *(block.text for block in draft.blocks))).casefold()
    ]
    assert len(told) >= 4
    assert len({name for name, _ in told}) >= 3
    dates = [draft.published for _, draft in told if draft.published]
    assert max(dates) - min(dates) > timedelta(hours=1)


def test_every_shape_of_text_occurs() -> None:
    seen = [block for blocks in texts() for block in blocks]
    assert {block.kind for block in seen} >= set(BlockKind) - {BlockKind.MEDIA, BlockKind.RULE}
    assert max(block.level for block in seen if block.kind is BlockKind.ITEM) == 2
    assert any(block.marker for block in seen)
    marks = {mark for block in seen for span in block.spans for mark in span.marks}
    assert marks >= set("bics^_")


def test_datelines_of_every_kind_occur() -> None:
    lines = {draft.dateline for draft in drafts()}
    assert any(len(line.places) == 2 for line in lines)
    assert {agency for line in lines for agency in line.agencies} >= {"ANP", "AFP", "DPA", "RTR", "BELGA"}
    assert any(line.places and not line.agencies for line in lines)


def test_a_podcast_is_enclosed() -> None:
    enclosures = [enclosure for draft in drafts() for enclosure in draft.enclosures]
    assert [enclosure.type for enclosure in enclosures] == ["audio/mpeg"]


def test_every_address_is_reserved_for_examples() -> None:
    hosts = {urlsplit(address).hostname or "" for address in addresses()}
    assert {".".join(host.split(".")[-2:]) for host in hosts} <= RESERVED


@pytest.mark.parametrize("name", ["proef-zeelandnet-binnenland", "proef-zeelandnet-buitenland"])
def test_a_page_belongs_to_its_teaser(name: str) -> None:
    teasers = {entry.url: entry for entry in parsed(SHEETS[name]).entries}
    articles = articles_of(SHEETS[name])
    assert len(articles) >= 5
    for url, article in articles:
        assert article.entry.title == teasers[url].title
        assert article.entry.content[0].text == teasers[url].summary[0].text
        assert len(article.section_list) == min(7, len(teasers) - 1)
        assert {entry.url for entry in article.section_list} < set(teasers)


@cache
def parsed(sheet: Sheet) -> ParsedFeed:
    url, content_type = sheet.source.url, sheet.content_type
    if "html" in content_type:
        found = page.parse_list(sheet.body, url=url, content_type=content_type, now=NOW)
    else:
        found = feed.parse(sheet.body, url=url, content_type=content_type)
    assert not isinstance(found, Problem)
    return found


@cache
def articles_of(sheet: Sheet) -> tuple[tuple[str, Page], ...]:
    found = []
    for url, body in sheet.pages:
        article = page.parse_article(body, url=url, content_type=sheet.content_type, now=NOW)
        assert not isinstance(article, Problem)
        found.append((url, article))
    return tuple(found)


@cache
def edition() -> dict[str, tuple[Draft, ...]]:
    return {
        name: decide(parsed(sheet), sheet.source, NOW, dateline.split_blocks, SECTIONS).drafts
        for name, sheet in SHEETS.items()
    }


def drafts() -> list[Draft]:
    return [draft for found in edition().values() for draft in found]


def texts() -> Iterator[tuple[Block, ...]]:
    """The fullest text of every article."""
    for name, found in edition().items():
        pages = {url: article.entry.content for url, article in articles_of(SHEETS[name])}
        yield from (pages.get(draft.url, draft.blocks) for draft in found)


def words(blocks: tuple[Block, ...]) -> int:
    return sum(len(block.text.split()) for block in blocks)


def addresses() -> Iterator[str]:
    """Every address that a reader could follow."""
    for sheet in sheets():
        yield sheet.source.url
        yield from (url for url, _ in sheet.pages)
    for draft in drafts():
        yield draft.url
        yield from (image.url for image in draft.images)
        yield from (enclosure.url for enclosure in draft.enclosures)
    for block in (block for blocks in texts() for block in blocks):
        yield from filter(None, (block.url, *(span.url for span in block.spans)))
