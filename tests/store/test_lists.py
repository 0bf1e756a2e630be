"""Scopes, rows by id, and the section's newest."""

import pytest

from newsreader.model import Scope, ScopeKind
from newsreader.store import Store
from tests.store.drafts import NOW, draft, put, source


@pytest.fixture
def paper(store: Store) -> Store:
    """Six articles: three sections, two sources in two groups, one read, one saved."""
    store.add_sources([source("verweg", "Landelijk", "Sport")]).result()
    put(store, [draft("a", "A", age=1), draft("b", "B", age=3), draft("c", "C", age=5, section="Cultuur")])
    others = [draft("d", "D", age=2, section="Sport"), draft("e", "E", age=4, section="Sport")]
    put(store, [*others, draft("f", "F", age=6)], "verweg")
    named = {row.title: row.id for row in store.page(Scope(), 9)}
    store.mark([named["B"]], read=True).result()
    store.mark([named["E"]], saved=True).result()
    return store


@pytest.mark.parametrize(
    ("scope", "expected"),
    [
        (Scope(), "ADBECF"),
        (Scope(unread=True), "ADECF"),
        (Scope(ScopeKind.SAVED), "E"),
        (Scope(ScopeKind.SAVED, unread=True), "E"),
        (Scope(ScopeKind.SECTION, "Zeeland"), "ABF"),
        (Scope(ScopeKind.SECTION, "Zeeland", unread=True), "AF"),
        (Scope(ScopeKind.GROUP, "Landelijk"), "DEF"),
        (Scope(ScopeKind.GROUP, "Zeeuws", unread=True), "AC"),
        (Scope(ScopeKind.SOURCE, "bron"), "ABC"),
        (Scope(ScopeKind.SOURCE, "bron", unread=True), "AC"),
        (Scope(ScopeKind.SOURCE, "onbekend"), ""),
        (Scope(ScopeKind.SECTION, ""), ""),
    ],
)
def test_a_scope_is_the_same_by_page_and_by_ids(paper: Store, scope: Scope, expected: str) -> None:
    page = paper.page(scope, 9)
    assert "".join(row.title for row in page) == expected
    assert list(paper.ids(scope)) == [row.id for row in page]
    assert paper.rows(paper.ids(scope)) == page


def test_limits_cut_the_oldest(paper: Store) -> None:
    assert [row.title for row in paper.page(Scope(), 2)] == ["A", "D"]
    assert list(paper.ids(Scope(), 2)) == [row.id for row in paper.page(Scope(), 2)]


def test_rows_keep_the_order_asked_and_skip_what_is_not_there(paper: Store) -> None:
    first, second = paper.page(Scope(), 2)
    assert paper.rows([second.id, 999, first.id, second.id]) == [second, first, second]
    assert paper.rows([]) == []


def test_the_newest_of_a_section_leave_out_the_article_itself(paper: Store) -> None:
    first = paper.page(Scope(ScopeKind.SECTION, "Zeeland"), 1)[0]
    assert [row.title for row in paper.page(Scope(ScopeKind.SECTION, "Zeeland"), 2, first.id)] == ["B", "F"]


def test_a_row_carries_all_of_its_facts(paper: Store) -> None:
    row = paper.page(Scope(ScopeKind.SAVED), 1)[0]
    assert (row.source_id, row.source, row.section) == ("verweg", "Verweg", "Sport")
    assert (row.url, row.summary) == ("https://bron.example/e", "De pont ligt weer in het water.")
    assert (row.first_seen, row.read, row.saved, row.sample) == (NOW, False, True, False)


def test_an_article_that_is_not_there(paper: Store) -> None:
    assert paper.article(999) is None
