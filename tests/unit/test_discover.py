"""From a page to its feeds."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsreader.model import Link
from newsreader.sources.discover import candidates, well_known

SITE = "https://krant.example/zeeland/"


def urls(html: str, url: str = SITE) -> list[str]:
    return [link.url for link in candidates(html.encode(), url)]


def test_declared_feeds_of_every_type_come_in_their_order() -> None:
    html = """<html><head>
    <link rel="alternate" type="application/atom+xml" href="/a.atom" title="Nieuws &amp; meer">
    <LINK REL='Alternate' TYPE='Application/RSS+XML; charset=utf-8' HREF='b'>
    <link rel=alternate type=application/feed+json href=//json.example/c>
    <link rel="alternate" type="application/rdf+xml" href="https://krant.example/d">
    <link rel="feed" href="e"></head>"""
    assert candidates(html.encode(), SITE)[0] == Link(
        "https://krant.example/a.atom", "alternate", "application/atom+xml", "Nieuws & meer"
    )
    assert urls(html) == [
        "https://krant.example/a.atom",
        "https://krant.example/zeeland/b",
        "https://json.example/c",
        "https://krant.example/d",
        "https://krant.example/zeeland/e",
    ]


@pytest.mark.parametrize(
    "html",
    [
        '<link rel="alternate" hreflang="en" href="/en/">',
        '<link rel="alternate" type="text/html" href="/feed">',
        '<link rel="alternate" type="application/json" href="/wp-json/wp/v2/pages/2">',
        '<link rel="alternate" type="application/json+oembed" href="/oembed?url=feed">',
        '<link rel="stylesheet" type="application/rss+xml" href="/rss">',
        '<link rel="alternate" type="application/rss+xml">',
        '<link rel="alternate" type="application/rss+xml" href="javascript:feed()">',
        '<link rel="alternate" type="application/rss+xml" href="http://[kapot/feed">',
        '<a href="/nieuws/brassband-wint-prijs">Brassband wint prijs</a>',
        '<a href="/feedback">Reageer</a>',
        '<a href="mailto:rss@krant.example">RSS</a>',
    ],
)
def test_what_is_no_feed(html: str) -> None:
    assert urls(html) == []


@pytest.mark.parametrize(
    "href",
    [
        "/rss",
        "/feed/",
        "/feeds/zeeland",
        "/index.xml",
        "/nieuws.rss",
        "/atom.xml",
        "/feed.json",
        "/?feed=rss2",
        "https://feeds.krant.example/voorpagina",
        "/blog/rss.xml",
        "/nieuws?format=rss",
        "/rss2/zeeland",
    ],
)
def test_links_that_look_like_feeds(href: str) -> None:
    assert len(urls(f'<p><a class=x href="{href}"><b>Volg ons</b></a>')) == 1


def test_declared_feeds_come_first_and_comments_last() -> None:
    html = """<a href="/rss">RSS</a>
    <link rel="alternate" type="application/rss+xml" href="/comments/feed" title="Reacties">
    <link rel="alternate" type="application/rss+xml" href="/feed">"""
    assert urls(html) == [f"https://krant.example/{name}" for name in ("feed", "rss", "comments/feed")]


def test_each_feed_once_and_never_the_page_itself() -> None:
    html = f"""<link rel="alternate" type="application/rss+xml" href="/feed#top">
    <a href="/feed">Feed</a> <a href="{SITE}">deze pagina, met feed</a>
    <link rel="alternate" type="application/rss+xml" href="{SITE}">"""
    assert urls(html) == ["https://krant.example/feed"]


def test_the_base_of_the_page_counts() -> None:
    html = '<base href="https://elders.example/x/"><link rel="feed" href="y">'
    assert urls(html) == ["https://elders.example/x/y"]


def test_titles_are_clean() -> None:
    html = '<link rel="feed" href="/f" title="&#27;]0;hallo&#7;  wereld&#x202e;">'
    assert candidates(html.encode(), SITE)[0].title == "]0;hallo wereld"


def test_a_page_nested_without_end_gives_its_feeds_too() -> None:
    html = "<div><b>" * 100_000 + '<a href="/feed">x</a>'
    assert urls(html) == ["https://krant.example/feed"]


@given(st.binary(max_size=400))
def test_any_bytes_give_only_web_addresses(body: bytes) -> None:
    found = candidates(b"<link rel=feed href=" + body, SITE)
    assert all(link.url.startswith(("http://", "https://")) for link in found)


@pytest.mark.parametrize(
    ("url", "first", "last"),
    [
        ("https://krant.example", "https://krant.example/feed", "https://krant.example/feed.json"),
        (
            "https://krant.example/blog/?x=1",
            "https://krant.example/blog/feed",
            "https://krant.example/feed.json",
        ),
    ],
)
def test_where_feeds_usually_are(url: str, first: str, last: str) -> None:
    places = well_known(url)
    assert (places[0], places[-1]) == (first, last)
    assert len(places) == len(set(places)) <= 10


def test_no_address_has_no_usual_places() -> None:
    assert well_known("niets") == ()
