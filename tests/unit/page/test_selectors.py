"""Reading a list page in another way than the best guess: other patterns, and selectors of one's own."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from newsreader.model import ParsedFeed, Problem, ProblemKind
from newsreader.sources.page import other_patterns, parse_list, parse_selectors

NOW = datetime(2026, 1, 5, 11, 0, tzinfo=UTC)
URL = "https://dorp.example/actueel"
_NEWS = (
    "De kermis begint dit jaar een week later",
    "Nieuwe fietsbrug krijgt een naam",
    "Bibliotheek zoekt voorlezers",
)
_NOTICES = (
    "Rioolwerk in de Kerkstraat tot vrijdag",
    "Oud papier een dag later opgehaald",
    "Gemeentehuis dicht op maandag",
)
PAGE = (
    "<html><title>Dorp</title><body><main><h1>Actueel</h1><section>"
    + "".join(
        f"<div class=n><h2><a href='/nieuws/{at}'>{title}</a></h2><p class=d>2 januari 2026</p>"
        f"<p class=s>Zo heeft de raad dinsdag besloten, bericht {at}.</p></div>"
        for at, title in enumerate(_NEWS)
    )
    + "</section><ul>"
    + "".join(f"<li><a href='/mededeling/{at}'>{title}</a></li>" for at, title in enumerate(_NOTICES))
    + "</ul></main></body></html>"
).encode()


def read(recipe: str) -> ParsedFeed | Problem:
    return parse_list(PAGE, url=URL, now=NOW, recipe=recipe)


def titles(recipe: str) -> tuple[str, ...]:
    feed = read(recipe)
    assert isinstance(feed, ParsedFeed)
    return tuple(entry.title for entry in feed.entries)


def test_other_patterns_are_offered_and_their_recipes_find_the_same() -> None:
    assert titles("") == _NEWS
    ((recipe, feed),) = other_patterns(PAGE, url=URL, now=NOW)
    assert tuple(entry.title for entry in feed.entries) == _NOTICES
    assert titles(recipe) == _NOTICES


@pytest.mark.parametrize(
    "recipe", ["div.n", "div.n h2 a", "div.n; title: h2", "h2 > a", ".n; title: a; summary: .s"]
)
def test_one_page_can_be_selected_in_many_ways(recipe: str) -> None:
    feed = read(recipe)
    assert isinstance(feed, ParsedFeed)
    assert tuple(entry.title for entry in feed.entries) == _NEWS
    assert [entry.url for entry in feed.entries] == [f"https://dorp.example/nieuws/{at}" for at in range(3)]
    assert [entry.summary[0].text for entry in feed.entries] == [
        f"Zo heeft de raad dinsdag besloten, bericht {at}." for at in range(3)
    ]


def test_the_date_stands_where_the_selector_says() -> None:
    feed = read("div.n; date: .d")
    assert isinstance(feed, ParsedFeed)
    assert {(entry.published, entry.published_until) for entry in feed.entries} == {
        (datetime(2026, 1, 1, 23, tzinfo=UTC), datetime(2026, 1, 2, 23, tzinfo=UTC))
    }


@pytest.mark.parametrize("recipe", ["article", "div.weg a"])
def test_selectors_that_find_nothing_are_a_problem(recipe: str) -> None:
    assert read(recipe) == Problem(ProblemKind.NO_ARTICLES, URL)


@pytest.mark.parametrize("text", ["", "li[", "li; title: h2[", "li; kop: h2", "li; title", ";", "a >>> b"])
def test_what_is_no_selector_is_refused(text: str) -> None:
    assert parse_selectors(text) is None


def test_a_page_without_a_body_has_no_patterns() -> None:
    assert other_patterns(b"", url=URL, now=NOW) == ()
