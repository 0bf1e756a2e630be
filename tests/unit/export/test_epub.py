"""E-books: whole, well-formed, the same each time, with what e-readers show."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import settings as searching

from newsreader.export.edition import Edition, single
from newsreader.export.epub import edition_epub
from newsreader.sources.blocks import blocks
from tests.unit.export.book import Book
from tests.unit.export.samples import KOERS, LABELS, MOLEN, MOMENT, PNG, edition
from tests.unit.html.test_safe_html import _HTML


def test_an_edition_is_a_book_with_contents_sections_and_pictures() -> None:
    book = Book(edition_epub(edition(), LABELS))
    assert book.contents() == [
        (1, "Zeeland", "section-1.xhtml"),
        (2, "Molen *draait* weer", "article-1.xhtml"),
        (1, "Sport", "section-2.xhtml"),
        (2, "Koers", "article-2.xhtml"),
    ]
    assert list(book.pages) == [
        "title.xhtml", "nav.xhtml", "section-1.xhtml", "article-1.xhtml",
        "section-2.xhtml", "article-2.xhtml",
    ]  # fmt: skip
    assert book.metadata("title") == ["Krant <van> & vandaag"]
    assert book.metadata("language") == ["nl"]
    assert book.metadata("creator") == ["Molenpost"]
    assert book.files["EPUB/pictures/1.png"] == PNG
    words = book.text("article-1.xhtml")
    for part in ("Molen *draait* weer", "Bij het loket", "draai() stop()", "4 & 5", "Gesprek", "© Molenpost"):
        assert part in words
    assert "[Foto] Avond J. Pier" in words  # it was not at hand, so there is only the way to it


def test_the_same_edition_is_the_same_bytes() -> None:
    first = edition_epub(edition(), LABELS)
    assert edition_epub(edition(), LABELS) == first
    elsewhere = replace(edition(), moment=MOMENT.astimezone(timezone(timedelta(hours=9))))
    assert Book(edition_epub(elsewhere, LABELS)).metadata("date") == ["2026-03-02T07:30:05Z"]
    later = replace(edition(), moment=MOMENT + timedelta(days=1))
    assert Book(edition_epub(later, LABELS)).metadata("identifier") != Book(first).metadata("identifier")


def test_one_article_is_a_book_of_its_own_without_sections() -> None:
    book = Book(edition_epub(single(KOERS, "maandag", MOMENT), LABELS))
    assert book.contents() == [(1, "Koers", "article-2.xhtml")]


def test_an_edition_from_before_zip_files_can_be_written() -> None:
    Book(edition_epub(replace(edition(), moment=datetime(1970, 1, 1, tzinfo=UTC)), LABELS))


def test_an_article_without_a_title_is_named_by_its_address() -> None:
    untitled = replace(MOLEN, row=MOLEN.row._replace(title=""))
    book = Book(edition_epub(single(untitled, "maandag", MOMENT), LABELS))
    assert book.contents() == [(1, "https://molen.example/1", "article-1.xhtml")]


@pytest.mark.parametrize(
    ("said", "written"), [("en-GB", "en-GB"), ("fy", "fy"), ("", "nl"), ("Dutch!", "nl"), ('"><x', "nl")]
)
def test_a_language_is_named_only_where_it_is_one(said: str, written: str) -> None:
    book = Book(edition_epub(single(replace(MOLEN, language=said), "maandag", MOMENT), LABELS))
    assert book.pages["article-1.xhtml"].get("lang") == written


@searching(max_examples=150)
@given(_HTML)
def test_whatever_a_page_holds_the_book_is_well_formed(html: str) -> None:
    article = replace(MOLEN, blocks=blocks(html, "https://b.example.nl/"))
    one: Edition = single(article, "maandag", MOMENT)
    Book(edition_epub(one, LABELS))
