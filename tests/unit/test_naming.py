"""Short names for sources."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsreader.sources.naming import SLUG, source_id


@pytest.mark.parametrize(
    ("title", "url", "expected"),
    [
        ("NOS Binnenland", "", "nos-binnenland"),
        ("de Volkskrant", "", "de-volkskrant"),
        ("NU.nl – Algemeen", "", "nu-nl-algemeen"),
        ("Eén café in Goes", "", "een-cafe-in-goes"),
        ("Straße & Øresund", "", "strasse-oresund"),
        ("ニュース", "https://www.nieuws.example/rss", "nieuws-example"),
        ("", "", "bron"),
        ("x" * 60, "", "x" * 40),
    ],
)
def test_a_slug_of_the_title_else_of_the_host(title: str, url: str, expected: str) -> None:
    assert source_id(title, url) == expected


def test_a_name_that_is_taken_gets_a_number() -> None:
    assert source_id("NOS", "", {"nos"}) == "nos-2"
    assert source_id("NOS", "", {"nos", "nos-2", "nos-3"}) == "nos-4"


@given(st.text(), st.sets(st.sampled_from(["bron", "a", "a-2"])))
def test_every_title_gives_a_free_slug(title: str, taken: set[str]) -> None:
    name = source_id(title, "", taken)
    assert SLUG.fullmatch(name)
    assert name not in taken
