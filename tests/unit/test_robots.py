"""robots.txt as RFC 9309 has it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsreader.sources.robots import EVERYTHING, NOTHING, address, parse

SITE = "https://portaal.example"


def allowed(text: str, path: str) -> bool:
    return parse(text.encode()).allows(SITE + path)


@pytest.mark.parametrize(
    ("rule", "path", "fits"),
    [
        ("/nieuws", "/nieuws", True),
        ("/nieuws", "/nieuwsbrief", True),
        ("/nieuws/", "/nieuws", False),
        ("/Nieuws", "/nieuws", False),
        ("/*.pdf", "/stukken/plan.pdf?x=1", True),
        ("/*.pdf$", "/stukken/plan.pdf?x=1", False),
        ("/*.pdf$", "/a.pdf/b.pdf", True),
        ("/a*b*c", "/a-b-c", True),
        ("/a*b*c", "/a-c-b", False),
        ("/a*a$", "/a", False),
        ("/$", "/", True),
        ("/$", "/nieuws", False),
        ("/*?page=", "/nieuws?page=2", True),
        ("/café", "/caf%C3%A9", True),
        ("*", "/alles", True),
    ],
)
def test_a_rule_fits_the_beginning_of_a_path(rule: str, path: str, fits: bool) -> None:
    assert allowed(f"User-agent: *\nDisallow: {rule}\n", path) is not fits


@pytest.mark.parametrize(
    ("text", "path", "may"),
    [
        ("", "/x", True),
        ("User-agent: *\nDisallow:\n", "/x", True),
        ("User-agent: *\nDisallow: /a\nAllow: /a/b\n", "/a/b/c", True),
        ("User-agent: *\nAllow: /a\nDisallow: /a\n", "/a", True),
        ("User-agent: *\nDisallow: /\n\nUser-agent: NewsReader/2\nAllow: /\n", "/x", True),
        ("User-agent: newsreader\nDisallow:\n\nUser-agent: *\nDisallow: /\n", "/x", True),
        ("User-agent: ander\nUser-agent: newsreader\nDisallow: /x\n", "/x", False),
        ("User-agent: newsreader\nDisallow: /x\nUser-agent: newsreader\nDisallow: /y\n", "/x", False),
        ("User-agent: ander\nDisallow: /\n", "/x", True),
        ("Disallow: /\n", "/x", True),
        ("user-agent : *  # allen\ncrawl-delay: 9\nDISALLOW : /x # niet hier\n", "/x", False),
        ("User-agent: *\r\nSitemap: https://e.example/s.xml\r\nDisallow: /x\r\n", "/x", False),
        ("\ufeffUser-agent: *\nDisallow: /x\n", "/x", False),
        ("User-agent: *\nDisallow: /\n", "/robots.txt", True),
    ],
)
def test_the_group_of_the_program_and_its_longest_rule_decide(text: str, path: str, may: bool) -> None:
    assert allowed(text, path) is may


def test_everything_and_nothing() -> None:
    assert EVERYTHING.allows(f"{SITE}/x")
    assert not NOTHING.allows(f"{SITE}/x?y")
    assert address(f"{SITE}:8080/nieuws/x?y#z") == f"{SITE}:8080/robots.txt"


@given(st.binary(max_size=300), st.text(max_size=40))
def test_no_robots_file_raises(body: bytes, path: str) -> None:
    assert parse(b"User-agent: *\nDisallow: " + body).allows(f"{SITE}/{path}") in (True, False)


def test_many_stars_cost_little() -> None:
    assert allowed("User-agent: *\nDisallow: /" + "a*" * 5_000 + "b$", "/" + "a" * 10_000)
