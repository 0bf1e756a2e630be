"""What is decided of an entry: its identity, section, dates, text, and whether it changed."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsreader.model import Block, BlockKind, Draft, Entry, Image, ParsedFeed, Person, Source, Span
from newsreader.sources.decide import SUMMARY_LENGTH, TITLE_LENGTH, Decided, decide, shift
from newsreader.stories.dateline import split_blocks

NOW = datetime(2026, 3, 2, 12, 0, tzinfo=UTC)
SOURCE = Source("bron", "Bron", "https://blad.example/feed", section="Zeeland")
SECTIONS = ("Binnenland", "Sport", "Cultuur")


def paragraphs(*texts: str) -> tuple[Block, ...]:
    return tuple(Block(BlockKind.PARAGRAPH, (Span(text),)) for text in texts)


def decided(*entries: Entry, now: datetime = NOW, language: str = "") -> Decided:
    feed = ParsedFeed("rss20", language=language, entries=entries)
    return decide(feed, SOURCE, now, split_blocks, SECTIONS)


def draft(entry: Entry, now: datetime = NOW) -> Draft:
    (found,) = decided(entry, now=now).drafts
    return found


def keys(*entries: Entry) -> list[str]:
    return [found.key for found in decided(*entries).drafts]


# --- identity


def test_the_guid_is_the_identity_whatever_else_changes() -> None:
    first = Entry("g1", "Titel", "https://blad.example/1")
    second = Entry("g1", "Andere titel", "https://blad.example/2")
    assert keys(first) == keys(second) == ["g1"]


def test_a_guid_shared_by_different_pages_does_not_make_them_one() -> None:
    entries = [Entry("site", f"Titel {n}", f"https://blad.example/{n}") for n in range(3)]
    assert len(set(keys(*entries))) == 3


def test_a_guid_that_stands_twice_with_one_page_is_one_article_and_the_same_as_ever() -> None:
    entry = Entry("g1", "Titel", "https://blad.example/1")
    tracked = Entry("g1", "Titel, aangevuld", "http://blad.example/1?utm_source=rss#top")
    assert keys(entry, tracked) == keys(entry)


def test_without_a_guid_the_address_is_the_identity_without_tracking() -> None:
    plain = Entry("", "Titel", "https://blad.example/1")
    tracked = Entry("", "Titel", "http://blad.example/1/?utm_source=rss")
    assert keys(plain) == keys(tracked)


def test_without_guid_and_address_the_words_are_the_identity() -> None:
    assert keys(Entry("", "Titel")) == keys(Entry("", "Titel"))
    assert keys(Entry("", "Titel")) != keys(Entry("", "Andere titel"))
    assert keys(Entry("", "Titel", content=paragraphs("een"))) != keys(
        Entry("", "Titel", content=paragraphs("twee"))
    )


def test_of_entries_with_one_identity_the_first_counts() -> None:
    found = decided(
        Entry("g", "Nieuw", "https://blad.example/1"), Entry("g", "Oud", "https://blad.example/1")
    )
    assert [each.title for each in found.drafts] == ["Nieuw"]


# --- section


@pytest.mark.parametrize(
    ("entry", "section"),
    [
        (Entry("g", "T"), "Zeeland"),
        (Entry("g", "T", categories=("Weer", "sport")), "Sport"),
        (Entry("g", "T", categories=("Nieuws/Cultuur/Film",)), "Cultuur"),
        (Entry("g", "T", categories=("sportiviteit",)), "Zeeland"),
        (Entry("g", "T", categories=("Sport",), section="Politiek"), "Politiek"),
    ],
)
def test_the_section_is_the_pages_own_else_a_known_category_else_the_sources(
    entry: Entry, section: str
) -> None:
    assert draft(entry).section == section


# --- dates

NOON = datetime(2026, 3, 1, 12, 0, tzinfo=timezone(timedelta(hours=1)))


@pytest.mark.parametrize(
    ("published", "believed"),
    [
        (NOON, datetime(2026, 3, 1, 11, 0, tzinfo=UTC)),
        (NOW + timedelta(seconds=1), NOW),
        (NOW + timedelta(days=4000), NOW),
        (datetime(1970, 1, 1, tzinfo=UTC), None),
        (datetime(1, 1, 1, tzinfo=UTC), None),
        (datetime.max.replace(tzinfo=timezone(timedelta(hours=-5))), NOW),
        (None, None),
    ],
)
def test_a_date_is_believed_within_reason(published: datetime | None, believed: datetime | None) -> None:
    assert draft(Entry("g", "T", published=published)).published == believed


def test_a_date_of_change_stands_in_for_a_missing_date() -> None:
    assert draft(Entry("g", "T", updated=NOON)).published == NOON


def test_a_date_in_the_future_is_told_once() -> None:
    later = Entry("g", "T", published=NOW + timedelta(days=1))
    assert decided(later).warnings == ("future_date",)
    assert decided(Entry("g", "T", published=NOW)).warnings == ()
    told = ParsedFeed("rss20", entries=(later,), warnings=("future_date",))
    assert decide(told, SOURCE, NOW, split_blocks).warnings == ("future_date",)


MOMENTS = st.datetimes(timezones=st.just(UTC)) | st.none()


@given(published=MOMENTS, until=MOMENTS, updated=MOMENTS, now=st.datetimes(timezones=st.just(UTC)))
def test_no_article_is_from_the_future(
    published: datetime | None, until: datetime | None, updated: datetime | None, now: datetime
) -> None:
    entry = Entry("g", "T", published=published, published_until=until, updated=updated)
    found = draft(entry, now)
    moments = (found.published, found.published_until, found.updated)
    assert all(moment is None or moment <= now for moment in moments)


@given(published=MOMENTS, updated=MOMENTS, minutes=st.integers(0, 10_000_000))
def test_time_passing_changes_nothing(
    published: datetime | None, updated: datetime | None, minutes: int
) -> None:
    entry = Entry("g", "T", published=published, updated=updated)
    assert draft(entry).digest == draft(entry, NOW + timedelta(minutes=minutes)).digest


def test_an_age_in_words_that_moves_on_changes_nothing() -> None:
    hour = timedelta(hours=1)
    before = Entry("g", "T", published=NOW - hour, published_until=NOW)
    after = Entry("g", "T", published=NOW - hour / 2, published_until=NOW + hour / 2)
    assert draft(before).digest == draft(after, NOW + hour).digest


@pytest.mark.parametrize(
    "other",
    [
        Entry("g", "Anders", "https://blad.example/1", published=NOON),
        Entry("g", "T", "https://blad.example/2", published=NOON),
        Entry("g", "T", "https://blad.example/1", published=NOON + timedelta(minutes=1)),
        Entry("g", "T", "https://blad.example/1", published=NOON, content=paragraphs("Meer.")),
        Entry("g", "T", "https://blad.example/1", published=NOON, authors=(Person("Jo"),)),
        Entry("g", "T", "https://blad.example/1", published=NOON, categories=("Sport",)),
    ],
)
def test_what_the_publisher_changes_changes_the_digest(other: Entry) -> None:
    assert draft(Entry("g", "T", "https://blad.example/1", published=NOON)).digest != draft(other).digest


def test_an_article_can_be_moved_in_time_as_a_whole() -> None:
    day = timedelta(days=1)
    entry = Entry("g", "T", published=NOW - 3 * day, published_until=NOW - 2 * day, updated=NOW - day)
    found = shift(draft(entry), day)
    assert (found.published, found.published_until, found.updated) == (NOW - 2 * day, NOW - day, NOW)
    assert shift(draft(Entry("g", "T")), day).published is None


# --- text


def test_the_longer_of_content_and_summary_is_the_text_and_not_both() -> None:
    short, long = paragraphs("Kort."), paragraphs("Een langer stuk.", "In twee alinea's.")
    url = "https://blad.example/g"
    whole = draft(Entry("g", "T", url, summary=short, content=long))
    assert (whole.blocks, whole.summary, whole.whole) == (long, "Kort.", True)
    teaser = draft(Entry("g", "T", url, summary=long, content=short))
    assert (teaser.blocks, teaser.summary, teaser.whole) == (long, "Een langer stuk.", False)
    alone = draft(Entry("g", "T", url, summary=long))
    assert (alone.blocks, alone.whole) == (long, False)


def test_the_dateline_stands_apart_from_text_and_summary() -> None:
    text = paragraphs("VLISSINGEN (ANP) - De kade is klaar.", "Morgen feest.")
    found = draft(Entry("g", "T", content=text, summary=paragraphs("VLISSINGEN (ANP) - De kade is klaar.")))
    assert (found.dateline.places, found.dateline.agencies) == (("VLISSINGEN",), ("ANP",))
    assert found.summary == "De kade is klaar."
    assert [block.text for block in found.blocks] == ["De kade is klaar.", "Morgen feest."]


def test_a_missing_title_is_taken_from_the_text() -> None:
    assert draft(Entry("g", content=paragraphs("Eerste zin.", "Tweede."))).title == "Eerste zin."
    long = draft(Entry("g", content=paragraphs("woord " * 60))).title
    assert long.endswith("woord…")
    assert len(long) <= TITLE_LENGTH


def test_an_entry_with_neither_title_nor_text_is_no_article() -> None:
    picture = Block(BlockKind.IMAGE, url="https://blad.example/a.jpg")
    assert decided(Entry("g"), Entry("h", content=(picture,)), Entry("i", "T")).drafts == (
        draft(Entry("i", "T")),
    )


@given(st.text(max_size=2000))
def test_a_summary_is_one_short_line(text: str) -> None:
    summary = draft(Entry("g", "T", content=paragraphs(text))).summary
    assert len(summary) <= SUMMARY_LENGTH
    assert summary == " ".join(summary.split())


def test_captioned_pictures_stand_after_the_lead_once() -> None:
    shown = Block(BlockKind.IMAGE, (Span("De molen"),), url="https://blad.example/a.jpg")
    entry = Entry(
        "g",
        "T",
        content=(*paragraphs("Lead.", "Vervolg."), shown),
        images=(
            Image("https://blad.example/a.jpg", "De molen"),
            Image("https://blad.example/b.jpg", "De brug", "J. Pier"),
            Image("https://blad.example/c.jpg"),
        ),
    )
    texts = [block.text for block in draft(entry).blocks]
    assert texts == ["Lead.", "De brug J. Pier", "Vervolg.", "De molen"]


def test_authors_language_and_address_are_tidied() -> None:
    entry = Entry(
        "g",
        "T",
        "https://blad.example/1?utm_source=rss&p=2",
        authors=(Person("Jo Pier"), Person(email="an@blad.example"), Person("C"), Person("D")),
    )
    (found,) = decided(entry, language="nl").drafts
    assert (found.author, found.language) == ("Jo Pier, an@blad.example, C", "nl")
    assert found.url == "https://blad.example/1?p=2"
