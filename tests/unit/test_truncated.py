"""Whether a feed gave an article whole: many shapes of feeds, in Dutch and in English."""

from __future__ import annotations

import pytest

from newsreader.model import Block, BlockKind, Enclosure, Entry, Span
from newsreader.sources.truncated import is_truncated

SITE = "https://www.krant.example/"
URL = "https://www.krant.example/nieuws/brug"
SENTENCE = "De brug bij de haven gaat volgende week weer open voor al het verkeer. "
CUT_OFF = [
    "De gemeente wil de brug vervangen, maar het geld daarvoor ontbreekt nog…",
    "De gemeente wil de brug vervangen, maar het geld daarvoor […]",
    "De gemeente wil de brug vervangen, maar het geld daarvoor [...]",
    "The council wants to replace the bridge, but the money for it is ...",
    SENTENCE * 20 + "En dan is er nog het geld [&hellip;]".replace("&hellip;", "…"),
    SENTENCE * 20 + "\nLees verder",
    SENTENCE * 20 + "\nLees verder »",
    SENTENCE * 20 + "\nLees meer op krant.example",
    SENTENCE * 20 + "\nLees het hele artikel op onze site",
    SENTENCE * 20 + "\nVerder lezen →",
    SENTENCE * 20 + "\nRead more",
    SENTENCE * 20 + "\nRead more at krant.example",
    SENTENCE * 20 + "\nRead the full story here.",
    SENTENCE * 20 + '\nContinue reading "The bridge"',
    SENTENCE * 20 + "\nContinue reading on krant.example »",
    SENTENCE * 20 + "... [read more]",
]
SUMMARIES = [
    "",
    "De brug gaat maandag open.",
    "De brug bij de haven gaat maandag open. Dat meldt de gemeente. Het werk duurde drie weken.",
    "The bridge opens on Monday. The work took three weeks, the council says.",
    SENTENCE * 4,
]


def blocks(text: str, kind: BlockKind = BlockKind.PARAGRAPH) -> tuple[Block, ...]:
    return tuple(Block(kind, (Span(part),)) for part in text.split("\n") if part)


def entry(summary: str = "", content: str = "", title: str = "Brug open", url: str = URL) -> Entry:
    return Entry("g", title, url, summary=blocks(summary), content=blocks(content))


@pytest.mark.parametrize("text", CUT_OFF)
def test_what_says_itself_that_it_goes_on_is_truncated(text: str) -> None:
    assert is_truncated(entry(summary=text), SITE)
    assert is_truncated(entry(content=text), SITE)


@pytest.mark.parametrize("text", SUMMARIES)
def test_a_summary_of_a_few_sentences_is_a_summary(text: str) -> None:
    assert is_truncated(entry(summary=text), SITE)


def test_a_link_that_leads_on_within_the_last_paragraph() -> None:
    spans = (Span(SENTENCE * 20), Span("Lees verder", url=URL))
    last = (Block(BlockKind.PARAGRAPH, spans),)
    assert is_truncated(Entry("g", "T", URL, content=last), SITE)


def test_a_wordpress_signature_hides_neither_an_end_nor_a_cut() -> None:
    for signature in (
        "The post Brug open appeared first on De Krant.",
        "Het bericht Brug open verscheen eerst op De Krant.",
    ):
        assert is_truncated(entry(content=f"{SENTENCE}Maar dan […]\n{signature}"), SITE)
        assert not is_truncated(entry(content=f"{SENTENCE * 3}\n{SENTENCE}\n{signature}"), SITE)


@pytest.mark.parametrize(
    "text",
    [
        SENTENCE * 3 + "\n" + SENTENCE * 2,
        SENTENCE * 5,
        f"{SENTENCE}\n{SENTENCE}\n★",
        f"{SENTENCE}\n{SENTENCE}\n∞ Permalink",
        SENTENCE * 60 + "en zo ging het nog lang door…",
    ],
)
def test_content_that_ends_well_is_whole(text: str) -> None:
    assert not is_truncated(entry(content=text, summary="Kort."), SITE)


def test_content_of_one_line_is_not() -> None:
    assert is_truncated(entry(content="De brug gaat maandag open."), SITE)


def test_content_that_is_code_or_a_list_is_whole() -> None:
    content = (*blocks("Nieuw:"), *blocks("sneller\nkleiner", BlockKind.ITEM))
    assert not is_truncated(Entry("g", "1.2", URL, content=content), SITE)


def test_a_long_summary_in_sentences_is_the_article() -> None:
    assert not is_truncated(entry(summary=SENTENCE * 12), SITE)
    assert not is_truncated(entry(summary="\n".join([SENTENCE * 4] * 3)), SITE)


def test_a_wire_story_of_three_sentences_is_whole_and_a_teaser_with_a_dateline_is_not() -> None:
    assert not is_truncated(entry(summary=SENTENCE * 5), SITE, filed=True)
    assert is_truncated(entry(summary=SENTENCE * 2), SITE, filed=True)


@pytest.mark.parametrize(
    "enclosure",
    [
        Enclosure("https://krant.example/1.mp3", "audio/mpeg"),
        Enclosure("https://krant.example/film", "video/mp4"),
        Enclosure("https://krant.example/nota.pdf", "application/pdf"),
        Enclosure("https://krant.example/2.m4a?x=1"),
    ],
)
def test_what_is_there_to_be_played_is_whole_without_words(enclosure: Enclosure) -> None:
    assert not is_truncated(Entry("g", "Aflevering 3", URL, enclosures=(enclosure,)), SITE)


def test_a_picture_that_goes_with_a_summary_makes_it_no_podcast() -> None:
    picture = Enclosure("https://krant.example/1.jpg", "image/jpeg")
    assert is_truncated(Entry("g", "T", URL, summary=blocks("Kort."), enclosures=(picture,)), SITE)


def test_a_comic_is_its_picture() -> None:
    strip = Block(BlockKind.IMAGE, url="https://krant.example/strip.png")
    assert not is_truncated(Entry("g", "Strip", URL, summary=(strip,)), SITE)


def test_a_link_blog_comments_on_another_site() -> None:
    elsewhere = "https://ander.example/stuk"
    assert not is_truncated(entry(content=SENTENCE * 2, url=elsewhere), SITE)
    assert is_truncated(entry(content="Comments", url=elsewhere), SITE)
    assert is_truncated(entry(summary=SENTENCE * 2, url="https://nieuws.krant.example/1"), SITE)
    assert is_truncated(entry(summary=SENTENCE * 2, url="https://b.krant.co.uk/1"), "https://krant.co.uk/")


def test_what_has_no_page_or_no_title_is_whole() -> None:
    assert not is_truncated(entry(summary="Kort.", url=""), SITE)
    assert not is_truncated(entry(summary="Kort.", url="mailto:a@b.example"), SITE)
    assert not is_truncated(entry(summary="Mooi weer op het strand.", title=""), SITE)


def test_addresses_that_cannot_be_taken_apart_are_no_error() -> None:
    odd = Entry("g", "T", "https://[", summary=blocks(SENTENCE), enclosures=(Enclosure("https://["),))
    assert is_truncated(odd, "https://[")
