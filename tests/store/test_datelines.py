"""Asking for a place or an agency."""

from __future__ import annotations

import pytest

from newsreader.model import Dateline
from newsreader.store import Store, datelines
from newsreader.store.datelines import Filed
from tests.store.drafts import draft, put

FILED = {
    "a": Dateline(("MIDDELBURG",), ("ANP",)),
    "b": Dateline(("DEN HAAG", "MIDDELBURG"), ("ANP", "AFP")),
    "c": Dateline(("WASHINGTON D.C.",), ("AP",)),
    "d": Dateline(("’s-HERTOGENBOSCH",)),
    "e": Dateline(("BELÉM",), ("Reuters",)),
    "f": Dateline(),
}


@pytest.fixture
def wire(store: Store) -> Store:
    drafts = [
        draft(key, f"Brug {key}", age=age)._replace(dateline=filed)
        for age, (key, filed) in enumerate(FILED.items())
    ]
    put(store, [*drafts, draft("g", "Middelburg bouwt", age=9)])
    return store


def found(store: Store, typed: str) -> str:
    return "".join(hit.row.url[-1] for hit in store.search(typed, 9))


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("plaats:middelburg", "ab"),
        ("place:Middelburg", "ab"),
        ("PLAATS:MIDDEL", "ab"),  # half typed
        ("plaats:middel brug", ""),  # no longer being typed
        ("plaats:middelburg brug", "ab"),
        ("brug plaats:middelburg", "ab"),
        ("plaats:middelburg bureau:afp", "b"),
        ("bureau:anp", "ab"),
        ("agency:reuters", "e"),
        ("bureau:a", "abc"),
        ("bureau:ap ", "c"),
        ("bureau:ap brug", "c"),
        ("plaats:den-haag", "b"),
        ('plaats:"den haag"', "b"),
        ('plaats:"den ha', "b"),
        ("plaats:washington brug", "c"),
        ("plaats:s-hertogenbosch", "d"),
        ("plaats:belem", "e"),
        ("plaats:nergens", ""),
        ("plaats: brug", "abcdef"),  # nothing asked for yet
        ("plaats:", ""),
        ("rubriek:middelburg", ""),  # no such wish: two words, and no article has the first
        ("middelburg", "gab"),
    ],
)
def test_what_is_found(wire: Store, typed: str, expected: str) -> None:
    assert found(wire, typed) == expected


def test_a_wish_is_taken_out_of_the_words() -> None:
    filed, words = datelines.asked("brug plaats:Goes dicht bureau:anp")
    assert filed == (Filed("place", "goes"), Filed("agency", "anp", half=True))
    assert words.split() == ["brug", "dicht"]


def test_a_hit_by_place_alone_shows_its_summary(wire: Store) -> None:
    assert wire.search("bureau:reuters", 9)[0].row.summary == "De pont ligt weer in het water."


def test_an_article_that_changes_is_found_by_what_it_says_now(wire: Store) -> None:
    put(wire, [draft("a", "Brug a", text="Anders.")._replace(dateline=Dateline(("GOES",)))])
    assert found(wire, "plaats:middelburg") == "b"
    assert found(wire, "plaats:goes") == "a"
