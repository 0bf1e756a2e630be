"""Web addresses: resolving, tracking, comparing."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsreader.sources.address import MAX_LENGTH, identity, is_web, resolve, strip_tracking

BASE = "https://krant.example/nieuws/feed.xml?x=1"


@pytest.mark.parametrize(
    ("href", "address"),
    [
        ("https://elders.example/a?b=c#d", "https://elders.example/a?b=c#d"),
        ("HTTP://Elders.example/", "HTTP://Elders.example/"),
        ("dijk", "https://krant.example/nieuws/dijk"),
        ("/dijk", "https://krant.example/dijk"),
        ("../dijk", "https://krant.example/dijk"),
        ("?pagina=2", "https://krant.example/nieuws/feed.xml?pagina=2"),
        ("#kop", "https://krant.example/nieuws/feed.xml?x=1#kop"),
        ("//elders.example/a", "https://elders.example/a"),
        ("  https://elders.example/a\n b ", "https://elders.example/a%20b"),
        ('/a"<b>', "https://krant.example/a%22%3Cb%3E"),
        ("https://café.example/België", "https://café.example/België"),
        ("mailto:redactie@krant.example", "mailto:redactie@krant.example"),
        ("", BASE),
        ("javascript:alert(1)", ""),
        ("java\nscript:alert(1)", ""),
        ("data:text/html,x", ""),
        ("file:///etc/passwd", ""),
        ("ftp://elders.example/", ""),
        ("https://", ""),
        ("https://?a", ""),
        ("https://[::1", ""),
        ("https://elders.example:port/", ""),
        ("tag:krant.example,2025:1", ""),
        ("https://elders.example/" + "a" * MAX_LENGTH, ""),
    ],
)
def test_resolve(href: str, address: str) -> None:
    assert resolve(BASE, href) == address


def test_resolve_without_a_base() -> None:
    assert resolve("", "/dijk") == ""
    assert resolve("", "//krant.example/dijk") == "https://krant.example/dijk"
    assert resolve("onzin", "https://krant.example/") == "https://krant.example/"


@given(st.text(), st.text())
def test_resolve_gives_a_link_or_nothing(base: str, href: str) -> None:
    address = resolve(base, href)
    assert address == "" or is_web(address) or address.lower().startswith("mailto:")


@pytest.mark.parametrize(
    ("address", "stripped"),
    [
        ("https://a.example/?utm_source=rss&id=3&UTM_medium=x", "https://a.example/?id=3"),
        ("https://a.example/?utm_source=rss", "https://a.example/"),
        ("https://a.example/?fbclid=1#kop", "https://a.example/#kop"),
        ("https://a.example/?a=1&&b=%20", "https://a.example/?a=1&&b=%20"),
        ("https://a.example/?item=utm_source", "https://a.example/?item=utm_source"),
        ("https://a.example/?gclid=1&mc_cid=2&_hsenc=3&at_medium=4&page=5", "https://a.example/?page=5"),
        ("https://a.example/utm_source", "https://a.example/utm_source"),
        ("https://a.example/?lid=7&sid=8&list=9", "https://a.example/?lid=7&sid=8&list=9"),
    ],
)
def test_strip_tracking(address: str, stripped: str) -> None:
    assert strip_tracking(address) == stripped


@pytest.mark.parametrize(
    "other",
    [
        "http://krant.example/dijk",
        "https://KRANT.example/dijk",
        "https://krant.example:443/dijk",
        "http://krant.example:80/dijk/",
        "https://krant.example./dijk#reacties",
        "https://krant.example/dijk/?utm_campaign=x",
        " https://krant.example/dijk ",
    ],
)
def test_the_same_page(other: str) -> None:
    assert identity(other) == identity("https://krant.example/dijk")


@pytest.mark.parametrize(
    "other",
    [
        "https://krant.example/Dijk",
        "https://krant.example/dijk?pagina=2",
        "https://krant.example:8443/dijk",
        "https://www.krant.example/dijk",
        "mailto:krant.example/dijk",
    ],
)
def test_another_page(other: str) -> None:
    assert identity(other) != identity("https://krant.example/dijk")


def test_no_address_has_no_identity() -> None:
    assert identity("") == ""


@given(st.text())
def test_identity_is_stable(text: str) -> None:
    assert identity(identity(text)) == identity(text)
