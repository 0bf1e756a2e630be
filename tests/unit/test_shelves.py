"""From counts to the lines of the sidebar."""

from __future__ import annotations

from newsreader.model import Count, Counts, Scope, ScopeKind, Source, SourceKind
from newsreader.ui.screens.reading.shelves import SECTIONS, shelves, title, unread
from newsreader.words import of

TEXT = of("nl").screen
ZEEUWS = Source("omroep", "Omroep", "https://omroep.example/rss", "Zeeuws")
SPORT = Source("bal", "De Bal", "https://bal.example/rss", "Sport")
LOOSE = Source("los", "Los", "https://los.example/rss")
OFF = Source("uit", "Uit", "https://uit.example/rss", "Zeeuws", on=False)
SILENT = Source("oud", "Oud", "https://oud.example/rss", "Zeeuws", on=False)
COUNTS = Counts(
    Count(20, 12),
    3,
    (
        ("Sport", Count(5, 2)),
        ("Vissen", Count(1, 1)),
        ("Zeeland", Count(9, 9)),
        ("Leeg", Count()),
        ("", Count(5, 1)),
    ),
    (
        (SPORT, Count(5, 2)),
        (LOOSE, Count(5, 0)),
        (ZEEUWS, Count(9, 9)),
        (OFF, Count(0, 0)),
        (SILENT, Count(1, 1)),
    ),
)


def lines(counts: Counts = COUNTS, folded: tuple[str, ...] = ()) -> list[str]:
    return ["  " * shelf.depth + shelf.label for shelf in shelves(counts, folded, TEXT)]


def test_sections_with_news_and_sources_by_group_in_a_fixed_order() -> None:
    assert lines() == [
        "Al het nieuws",
        "Bewaard",
        "Rubrieken",
        "  Zeeland",
        "  Sport",
        "  Vissen",
        "Zeeuws",
        "  Omroep",
        "  Oud",
        "Sport",
        "  De Bal",
        TEXT.ungrouped,
        "  Los",
    ]


def test_what_is_folded_is_hidden_and_can_be_unfolded() -> None:
    assert lines(folded=(SECTIONS, "Zeeuws", "-")) == [
        "Al het nieuws",
        "Bewaard",
        "Rubrieken",
        "Zeeuws",
        "Sport",
        "  De Bal",
        TEXT.ungrouped,
    ]
    heads = {shelf.label: shelf for shelf in shelves(COUNTS, (SECTIONS,), TEXT) if shelf.folds}
    assert (heads["Rubrieken"].folded, heads["Zeeuws"].folded) == (True, False)
    assert len({shelf.folds for shelf in heads.values()}) == len(heads)


def test_a_group_called_sections_folds_on_its_own() -> None:
    source = Source("x", "X", "https://x.example/rss", "Rubrieken")
    counts = Counts(Count(1, 1), 0, (("Sport", Count(1, 1)),), ((source, Count(1, 1)),))
    assert lines(counts, ("Rubrieken",)) == ["Al het nieuws", "Bewaard", "Rubrieken", "  Sport", "Rubrieken"]


def test_every_line_tells_how_much_is_unread_and_saved_how_much_there_is() -> None:
    found = {shelf.label: shelf.unread for shelf in shelves(COUNTS, (), TEXT) if shelf.scope}
    assert found == {
        "Al het nieuws": 12,
        "Bewaard": 3,
        "Zeeland": 9,
        "Sport": 2,
        "Vissen": 1,
        "Omroep": 9,
        "Oud": 1,
        "De Bal": 2,
        "Los": 0,
    }


def test_the_sample_is_called_what_it_is_in_any_language() -> None:
    source = Source("p", "Dagblad", "https://p.example/rss", "Proefeditie", kind=SourceKind.SAMPLE)
    counts = Counts(Count(1, 1), sources=((source, Count(1, 1)),))
    english = of("en").screen
    assert english.sample in [shelf.label for shelf in shelves(counts, (), english)]


def test_a_scope_has_a_title_and_a_number() -> None:
    scopes = {
        Scope(): ("Al het nieuws", 12),
        Scope(ScopeKind.SAVED): ("Bewaard", 3),
        Scope(ScopeKind.SECTION, "Sport"): ("Sport", 2),
        Scope(ScopeKind.SECTION, "Weg"): ("Weg", 0),
        Scope(ScopeKind.SOURCE, "omroep"): ("Omroep", 9),
        Scope(ScopeKind.SOURCE, "weg"): ("weg", 0),
    }
    assert {scope: (title(scope, COUNTS, TEXT), unread(scope, COUNTS)) for scope in scopes} == scopes
