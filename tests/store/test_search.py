"""Finding articles as the words are typed."""

from contextlib import closing
from pathlib import Path

import apsw
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from newsreader.store import Store, search, snippet
from tests.store.drafts import draft, opened, put

SENTENCES = "De brug is dicht. In Zierikzee vertrok de laatste ploeg. Morgen gaat hij open."


@pytest.fixture
def paper(store: Store) -> Store:
    drafts = [
        draft("a", "Storm boven Zeeland", age=1, text="De brug is dicht."),
        draft("b", "Brug gaat open", age=9, text="Het verkeer rijdt weer."),
        draft("c", "Café in Goes wint prijs", age=3, text="Één gast zag een ijsvogel."),
        draft("d", "Brug blijft dicht", age=5, text="Tot dinsdag."),
    ]
    put(store, drafts)
    return store


def found(store: Store, typed: str, limit: int = 9) -> list[str]:
    return [hit.row.title.split()[0] + hit.row.url[-1] for hit in store.search(typed, limit)]


@pytest.mark.parametrize("typed", ["verke", "verkeer", "verk laat", "storm verkeerd", "verkz"])
@pytest.mark.parametrize("forms", [0, 1, 2, 100])
def test_a_beginning_finds_the_same_by_its_forms_as_by_itself(
    paper: Store, monkeypatch: pytest.MonkeyPatch, typed: str, forms: int
) -> None:
    put(
        paper, [draft("e", "Verkeerd verbonden", text="Storm en verkeersdrukte."), draft("f", text="verkeer")]
    )
    monkeypatch.setattr(search, "_LONG", 99)
    by_itself = found(paper, typed)
    monkeypatch.setattr(search, "_LONG", 4)
    monkeypatch.setattr(search, "_FORMS", forms)
    assert found(paper, typed) == by_itself


def test_a_common_word_that_has_few_forms_is_not_asked_for_by_its_beginning(paper: Store) -> None:
    put(paper, [draft("e", text="Verkeersdrukte.")])
    with paper._readers.reading() as connection:
        assert search._beginning(connection, "text_words", "verkeer") == '("verkeer" OR "verkeersdrukte")'
        assert search._beginning(connection, "text_words", "ver") == '"ver" *'


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("brug", ["Brugd", "Brugb", "Storma"]),  # titles first, each newest first
        ("bru", ["Brugd", "Brugb", "Storma"]),
        ("BRUG dicht", ["Brugd", "Storma"]),  # in title and text together
        ("dicht brug", ["Brugd", "Storma"]),
        ("bru dicht", []),  # only the last word is a prefix
        ("cafe", ["Caféc"]),
        ("CAFÉ", ["Caféc"]),
        ("cafe\u0301", ["Caféc"]),
        ("een ijsv", ["Caféc"]),
        ("b", ["Storma", "Brugd", "Brugb"]),  # one letter: the titles that have a word with it
        ("dicht b", ["Brugd", "Storma"]),
        ("", []),
        ("  ", []),
        ("...", []),
    ],
)
def test_what_is_found(paper: Store, typed: str, expected: list[str]) -> None:
    assert found(paper, typed) == expected


def test_the_limit_keeps_the_best(paper: Store) -> None:
    assert found(paper, "brug", 1) == ["Brugd"]
    assert found(paper, "brug", 3) == ["Brugd", "Brugb", "Storma"]


def test_newest_first_whatever_came_first(paper: Store) -> None:
    put(paper, [draft("oud", "Brug uit het archief", age=500)])
    assert found(paper, "brug", 2) == ["Brugd", "Brugb"]


@pytest.mark.parametrize(
    "typed", ['"', "brug OR *", "NEAR(brug", "title:brug", "-brug", "brug^", "a\x00b", "\ud800", "𞤀𞤁"]
)
def test_nothing_typed_is_syntax(paper: Store, typed: str) -> None:
    paper.search(typed, 9)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None, max_examples=200)
@given(typed=st.text(max_size=40))
def test_any_text_can_be_typed(paper: Store, typed: str) -> None:
    assert len(paper.search(typed, 3)) <= 3


def test_a_place_of_the_dateline_is_found(store: Store) -> None:

    from newsreader.model import Dateline

    put(store, [draft("a")._replace(dateline=Dateline(("VLISSINGEN",), ("ANP",)))])
    assert found(store, "vlissingen") == ["Veerponta"]
    assert found(store, "anp") == ["Veerponta"]


def test_a_hit_carries_the_sentence_of_its_words(store: Store) -> None:
    put(store, [draft("a", text=SENTENCES)])
    (hit,) = store.search("zierikzee", 9)
    assert hit.snippet == "In Zierikzee vertrok de laatste ploeg."


def test_a_table_and_a_marked_word_are_searched_for_their_sentence_as_they_read(store: Store) -> None:
    from newsreader.model import Block, BlockKind, Span

    table = Block(BlockKind.TABLE, rows=(("Veer", "Vertrek"), ("Breskens", "10.15")))
    marked = Block(BlockKind.PARAGRAPH, (Span("De ", ""), Span("pont", "b"), Span(" vaart.", "")))
    put(store, [draft("a")._replace(blocks=(table, marked))])
    assert [hit.snippet for hit in store.search("pont", 9)] == ["De pont vaart."]
    assert [hit.snippet for hit in store.search("breskens", 9)] == ["Breskens 10.15"]


def test_a_search_that_is_given_up_finds_nothing_and_hurts_no_other(
    paper: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(search, "_STEPS", 1)
    assert len(paper.find("brug", 9, lambda: True)) == 0
    assert len(paper.find("brug", 9)) == 3


def test_where_a_text_is_damaged_the_summary_has_the_sentence(store: Store, path: Path) -> None:
    put(store, [draft("a", text=SENTENCES)])
    store.close()
    connection = apsw.Connection(str(path))
    connection.execute("UPDATE body SET packed = x'00'")
    connection.close()
    with closing(opened(path)) as again:
        (hit,) = again.search("zierikzee", 9)
        assert hit.snippet == "In Zierikzee vertrok de laatste ploeg."


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        (["open"], "Morgen gaat hij open."),
        (["de", "ploeg"], "In Zierikzee vertrok de laatste ploeg."),
        (["nergens"], "De brug is dicht."),
        ([], "De brug is dicht."),
    ],
)
def test_the_sentence_with_the_most_of_the_words(words: list[str], expected: str) -> None:
    assert snippet.snippet([SENTENCES], words) == expected


def test_accents_do_not_hide_the_sentence() -> None:
    assert snippet.snippet(["Niets. Een crème brûlée toe."], ["brulee"]) == "Een crème brûlée toe."


def test_a_sentence_without_end_is_cut_around_its_word() -> None:
    text = "woord " * 200 + "naald " + "woord " * 200
    cut = snippet.snippet([text], ["naald"])
    assert "naald" in cut
    assert len(cut) < 250
    assert (cut[0], cut[-1]) == ("…", "…")


def test_no_text_has_no_sentence() -> None:
    assert snippet.snippet([], ["woord"]) == ""
    assert snippet.snippet(["", " \n "], ["woord"]) == ""


@given(st.text(max_size=60))
def test_folding_keeps_every_character_in_its_place(text: str) -> None:
    assert len(snippet.fold(text)) == len(text)
