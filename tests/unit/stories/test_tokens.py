"""Terms: the same word in two articles counts as the same, whatever its ending, accents or compound."""

from __future__ import annotations

import pytest

from newsreader.stories import tokens
from newsreader.stories.tokens import Tongue


@pytest.mark.parametrize(
    ("one", "other", "language"),
    [
        ("brug", "bruggen", "nl"),
        ("brief", "brieven", "nl"),
        ("huis", "huizen", "nl"),
        ("station", "stations", "nl"),
        ("mogelijkheid", "mogelijkheden", "nl"),
        ("CAFÉ", "café's", "nl"),
        ("ZEEWIER", "zeewier", "nl"),
        ("strike", "strikes", "en"),
        ("city", "cities", "en"),
        ("striking", "strike", "en"),
        ("walked", "walking", "en"),
    ],
)
def test_one_word_in_two_forms_is_one_term(one: str, other: str, language: Tongue) -> None:
    assert tokens.term(one, language) == tokens.term(other, language) != ""


@pytest.mark.parametrize(("one", "other"), [("brug", "berg"), ("bank", "band"), ("gas", "glas")])
def test_two_words_stay_two(one: str, other: str) -> None:
    assert tokens.term(one, "nl") != tokens.term(other, "nl")


@pytest.mark.parametrize("word", ["de", "volgens", "According", "maandag", "een", "7"])
def test_what_says_nothing_is_no_term(word: str) -> None:
    assert tokens.term(word, "nl") == ""


@pytest.mark.parametrize(
    ("word", "parts"),
    [
        ("woningbrand", ("woning", "brand")),
        ("gemeenteraadsverkiezingen", ("gementerad", "verkiezing")),
        ("brugstoring", ("brug", "storing")),
        ("brand", ()),
        ("fiets", ()),
    ],
)
def test_compounds_are_taken_apart(word: str, parts: tuple[str, ...]) -> None:
    assert tokens.parts(word) == parts


@pytest.mark.parametrize(
    ("text", "terms"),
    [
        ("41.000 en 41,000", ["41000", "", "41000"]),
        ("1,5 graad", ["1.5", "grad"]),
        ("3-1 gewonnen", ["3-1", "gewon"]),
        ("A58 dicht", ["a58", "dicht"]),
    ],
)
def test_numbers_are_written_one_way(text: str, terms: list[str]) -> None:
    assert [tokens.term(word, "nl") for word in tokens.words(text)] == terms


@pytest.mark.parametrize(
    ("text", "declared", "language"),
    [
        ("De brug is weer open voor het verkeer", "", "nl"),
        ("The bridge is open to traffic again", "", "en"),
        ("Le pont est ouvert", "fr", ""),
        ("Bultrug", "nl-NL", "nl"),
        ("De brug is weer dicht", "en", "nl"),
    ],
)
def test_the_language_is_that_of_the_words(text: str, declared: str, language: str) -> None:
    assert tokens.tongue(text, declared) == language
