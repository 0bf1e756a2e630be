"""No address looks like that of another, and none shows or keeps a login."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsreader.gate import address, line
from newsreader.sources.address import resolve, without_login


@pytest.mark.parametrize(
    "url",
    [
        "https://krant.example/a?b=c#d",
        "https://krant.example:8080/",
        "https://münchen.example/",
        "https://smørrebrød.example/",
        "https://пример.example/",
        "https://пример.рф/",
        "https://ру.рф/",
        "https://日本語ニュース.example/",
        "https://newsにゅーす.example/",
        "https://한국.example/",
        "https://ελλάδα.example/",
        "https://xn--mnchen-3ya.example/",
        "https://[::1]:80/",
        "mailto:redactie@krant.example",
        "http://[",
        "geen adres",
        "",
    ],
)
def test_what_is_shown_as_it_is(url: str) -> None:
    assert address(url) == url


@pytest.mark.parametrize(
    ("url", "as_shown"),
    [
        ("https://аррӏе.com/", "https://xn--80ak6aa92e.com/"),
        ("https://раураl.com/", "https://xn--l-7sba6dbr.com/"),
        ("https://gооgle.com/a", "https://xn--ggle-55da.com/a"),
        ("https://ɡoogle.com/", "https://xn--oogle-qmc.com/"),
        ("https://bankı.example/", "https://xn--bank-oza.example/"),
        ("https://a☃.example/", "https://xn--a-1xp.example/"),
        ("https://кранm.рф:8/", "https://xn--m-7sb3ann.рф:8/"),
        ("https://jan:geheim@krant.example/a", "https://…@krant.example/a"),
        ("https://bank.example@kaap.example/", "https://…@kaap.example/"),
        ("https://bank.example%2f@kaap.example:8/x@y", "https://…@kaap.example:8/x@y"),
        ("https://krant.example/\x1b[2J\u202e", "https://krant.example/[2J"),
    ],
)
def test_what_is_shown_otherwise(url: str, as_shown: str) -> None:
    assert address(url) == as_shown


def test_a_long_address_is_cut() -> None:
    assert address("https://krant.example/" + "a" * 90, 30) == "https://krant.example/aaaaaaa…"


@pytest.mark.parametrize(
    ("url", "sent"),
    [
        ("https://bank.example@kaap.example/", "https://kaap.example/"),
        ("https://jan:geheim@krant.example:8/a@b", "https://krant.example:8/a@b"),
        ("https://krant.example/@jan", "https://krant.example/@jan"),
        ("mailto:jan@krant.example", "mailto:jan@krant.example"),
    ],
)
def test_a_login_in_a_link_goes_nowhere(url: str, sent: str) -> None:
    assert without_login(url) == sent
    assert resolve("https://krant.example/", url) == sent


@pytest.mark.parametrize(
    "href", ["javascript:alert(1)", "file:///etc/passwd", "data:text/html,x", "vbscript:x"]
)
def test_what_is_no_link(href: str) -> None:
    assert resolve("https://krant.example/", href) == ""


@given(st.text(), st.text(max_size=12))
def test_whatever_it_is_it_is_one_clean_line(rest: str, host: str) -> None:
    for url in (rest, f"https://{host}/{rest}", f"https://{rest}@{host}.example"):
        assert address(url) == line(address(url))
