"""Where a list goes on, and which other lists its site has."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from newsreader.model import ParsedFeed
from newsreader.sources.page import parse_list

NOW = datetime(2026, 1, 5, 11, 0, tzinfo=UTC)
HOST = "https://portaal.example"


def links(content: str, url: str, *, aged: bool = True) -> dict[str, list[str]]:
    """The links of a list page with that content, by relation."""
    age = "<p>2 uur geleden</p>" if aged else ""
    teasers = "".join(
        f"<h3><a href='/nieuws/bericht-nummer-{at}-uit-het-dorp'>Bericht nummer {at} uit het dorp</a></h3>"
        f"<p>GOES (ANP) - In het dorp is daar veel over te doen geweest.</p>{age}"
        for at in range(4)
    )
    body = f"<html><body>{content}<main>{teasers}</main></body></html>".encode()
    feed = parse_list(body, url=url, now=NOW)
    assert isinstance(feed, ParsedFeed)
    found: dict[str, list[str]] = {}
    for link in feed.links:
        found.setdefault(link.rel, []).append(link.url)
    return found


@pytest.mark.parametrize(
    "content",
    [
        "<link rel=next href='?blad=2'>",
        "<a rel='nofollow next' href='?blad=2'>2</a>",
    ],
)
def test_a_page_that_says_so_goes_on_there(content: str) -> None:
    assert links(content, f"{HOST}/actueel")["next"] == [f"{HOST}/actueel?blad=2"]


@pytest.mark.parametrize(
    ("content", "here", "there"),
    [
        ("<a href='?page=2'>Volgende</a>", "/actueel", "/actueel?page=2"),
        ("<a href='/actueel/page/2/'>Oudere berichten »</a>", "/actueel", "/actueel/page/2/"),
        ("<a href='?p=1'>1</a><a href='?p=2'>2</a><a href='?p=3'>3</a>", "/actueel?p=2", "/actueel?p=3"),
        ("<a href='?pagina=2' aria-label='Volgende pagina'></a>", "/actueel", "/actueel?pagina=2"),
    ],
)
def test_a_link_that_reads_like_the_next_page_is_it(content: str, here: str, there: str) -> None:
    assert links(content, HOST + here)["next"] == [HOST + there]


@pytest.mark.parametrize(
    "content",
    [
        "<a href='https://elders.example/?page=2'>Volgende</a>",
        "<a href='/nieuws/bericht'>Volgende</a>",
        "<a href='?page=1'>Vorige</a>",
    ],
)
def test_other_links_do_not_lead_on(content: str) -> None:
    assert "next" not in links(content, f"{HOST}/actueel")


@pytest.mark.parametrize(
    ("here", "there"),
    [
        ("/nieuws/buitenland", "/nieuws/buitenland?page=2"),
        ("/nieuws/regio/tholen?page=4", "/nieuws/regio/tholen?page=5"),
        ("/kopie/nieuws", "/kopie/nieuws?page=2"),
    ],
)
def test_a_list_of_the_portal_is_numbered_on_any_host(here: str, there: str) -> None:
    assert links("", HOST + here)["next"] == [HOST + there]


def test_the_recipe_needs_a_list_that_tells_ages() -> None:
    assert links("<nav><a href='/nieuws/sport'>Sport</a></nav>", f"{HOST}/nieuws", aged=False) == {}


def test_the_menu_names_the_other_lists() -> None:
    menu = (
        "<nav><a href='/nieuws/buitenland'>Buitenland</a><a href='/nieuws/sport/'>Sport</a>"
        "<a href='/nieuws/regio/sint-annaland'>Sint-Annaland</a><a href='/nieuws/over-ons'>Contact</a>"
        "<a href='/weer'>Weer</a><a href='https://elders.example/nieuws/economie'>Economie</a></nav>"
    )
    assert links(menu, f"{HOST}/nieuws/buitenland")["section"] == [
        f"{HOST}/nieuws/sport/",
        f"{HOST}/nieuws/regio/sint-annaland",
    ]
