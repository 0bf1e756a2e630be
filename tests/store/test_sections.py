"""Lists of one site: an article seen in several of them, its sections, its moment and its text."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import apsw
import pytest

from newsreader.model import (
    Block,
    BlockKind,
    Count,
    Draft,
    Problem,
    ProblemKind,
    Scope,
    ScopeKind,
    SourceKind,
    Span,
)
from newsreader.store import Store, Written, tally
from newsreader.store.texts import Wish
from newsreader.store.writer import once
from tests.store.drafts import MINUTE, NOW, draft, opened, put, source, visit_of

LATER = NOW + timedelta(hours=1)
GATE = Problem(ProblemKind.LOGIN, "https://bron.example/a")


@pytest.fixture
def store(path: Path) -> Iterator[Store]:
    """Two lists of one site and one of another, as pages."""
    store = opened(path)
    hosts = {"zee": "www.portaal.example", "sport": "portaal.example", "elders": "elders.example"}
    store.add_sources(
        [
            source(name, section=name.title())._replace(url=f"https://{host}/{name}", kind=SourceKind.PAGE)
            for name, host in hosts.items()
        ]
    ).result()
    yield store
    assert store._read(tally.is_right)
    store.close()


def aged(
    key: str = "a", *, oldest: int = 60, newest: int = 0, section: str = "Zee", title: str = ""
) -> Draft:
    """A teaser whose age says that it appeared between so many minutes ago."""
    one = draft(
        key, title or "Veerpont vaart weer", age=oldest, section=section, digest=f"{section} {title}".encode()
    )
    return one._replace(published_until=NOW - newest * MINUTE)


def section(store: Store, name: str) -> list[str]:
    return [row.title for row in store.page(Scope(ScopeKind.SECTION, name), 99)]


def counted(store: Store) -> dict[str, Count]:
    return dict(store.counts().sections)


def test_another_list_of_the_site_adds_a_section_and_nothing_else(store: Store) -> None:
    assert put(store, [aged()], "zee") == Written(new=1)
    assert put(store, [aged(section="Sport")], "sport") == Written()
    assert put(store, [aged()], "zee") == Written()
    assert section(store, "Zee") == section(store, "Sport") == ["Veerpont vaart weer"]
    assert counted(store) == {"Zee": Count(1, 1), "Sport": Count(1, 1)}
    assert store.counts().everything == Count(1, 1)
    assert store.known("sport", ["a", "b"]) == {"a"}


def test_another_site_has_an_article_of_its_own(store: Store) -> None:
    put(store, [aged()], "zee")
    assert put(store, [aged(section="Elders")], "elders") == Written(new=1)
    assert store.known("elders", ["a"]) == {"a"}


def test_a_section_list_is_in_order_wherever_its_articles_come_from(store: Store) -> None:
    put(store, [aged("a", oldest=50, title="Oud"), aged("c", oldest=10, title="Nieuw")], "zee")
    put(store, [aged(key, oldest=50, section="Sport") for key in "ac"], "sport")
    put(store, [aged("b", oldest=30, section="Sport", title="Midden")], "sport")
    assert section(store, "Sport") == ["Nieuw", "Midden", "Oud"]


def test_marks_count_in_each_section(store: Store) -> None:
    put(store, [aged()], "zee")
    put(store, [aged(section="Sport")], "sport")
    assert len(store.long_markings.mark_scope(Scope(ScopeKind.SECTION, "Sport"), LATER).result()) == 1
    assert counted(store) == {"Zee": Count(1, 0), "Sport": Count(1, 0)}


def test_a_mark_and_its_undo_count_in_each_section(store: Store) -> None:
    put(store, [aged("a"), aged("b")], "zee")
    put(store, [aged(key, section="Sport") for key in "ab"], "sport")
    before = store.mark([1], read=True, saved=True).result()
    assert counted(store) == {"Zee": Count(2, 1), "Sport": Count(2, 1)}
    store.restore(before).result()
    assert counted(store) == {"Zee": Count(2, 2), "Sport": Count(2, 2)}
    store.remove_source("zee").result()
    assert counted(store) == {}


def test_counts_that_are_wrong_are_made_right(store: Store) -> None:
    put(store, [aged("a"), aged("b")], "zee")
    put(store, [aged(key, section="Sport") for key in "ab"], "sport")
    store.mark([1], read=True).result()

    def spoil(connection: apsw.Connection) -> None:
        connection.execute("UPDATE also_tally SET total = 7")

    store._write(once(spoil)).result()
    assert not store._read(tally.is_right)
    store._write(once(tally.recount)).result()
    assert counted(store) == {"Zee": Count(2, 1), "Sport": Count(2, 1)}


def test_a_section_that_becomes_the_articles_own_stands_there_once(store: Store) -> None:
    put(store, [aged()], "zee")
    put(store, [aged(section="Sport")], "sport")
    put(store, [aged(section="Sport", title="Anders")], "zee")
    assert section(store, "Sport") == ["Anders"]
    assert counted(store) == {"Sport": Count(1, 1)}


def test_what_is_pruned_leaves_all_its_sections(store: Store) -> None:
    put(store, [aged()], "zee")
    put(store, [aged(section="Sport")], "sport")
    store.mark([1], read=True).result()
    store.prune(NOW + timedelta(days=9)).result()
    assert section(store, "Sport") == []
    assert counted(store) == {}
    assert put(store, [aged(section="Sport")], "sport") == Written()


def test_seeing_it_again_narrows_its_moment_without_a_change(store: Store) -> None:
    put(store, [aged(oldest=60, newest=0)], "zee")
    assert put(store, [aged(oldest=40, newest=10)], "zee") == Written()
    assert put(store, [aged(oldest=90, newest=20, section="Sport")], "sport") == Written()
    (row,) = store.page(Scope(), 9)
    assert (row.published, row.published_until) == (NOW - 40 * MINUTE, NOW - 20 * MINUTE)


def test_an_age_that_contradicts_what_is_known_is_not_believed(store: Store) -> None:
    put(store, [aged(oldest=60, newest=50)], "zee")
    put(store, [aged(oldest=10, newest=5)], "zee")
    (row,) = store.page(Scope(), 9)
    assert (row.published, row.published_until) == (NOW - 60 * MINUTE, NOW - 50 * MINUTE)


def test_half_a_second_never_puts_the_end_of_an_interval_too_early(store: Store) -> None:
    half = timedelta(milliseconds=500)
    put(store, [aged()._replace(published_until=NOW - half)], "zee")
    assert store.page(Scope(), 9)[0].published_until == NOW


def test_a_list_without_words_leaves_the_words_there_are(store: Store) -> None:
    put(store, [aged()], "zee")
    bare = aged(title="Veerpont")._replace(summary="", blocks=())
    assert put(store, [bare], "zee") == Written()
    assert store.page(Scope(), 9)[0].summary == "De pont ligt weer in het water."


def test_words_that_were_missing_are_filled_in_by_another_list(store: Store) -> None:
    put(store, [aged()._replace(summary="", blocks=())], "zee")
    assert put(store, [aged(section="Sport")], "sport") == Written(changed=1)
    (row,) = store.page(Scope(), 9)
    assert (row.summary, row.section, row.source_id) == ("De pont ligt weer in het water.", "Zee", "zee")


def test_what_is_seen_by_the_way_is_new_or_left_alone(store: Store) -> None:
    put(store, [aged()], "zee")
    passing = [aged(title="Kortere kop"), aged("b", title="Nieuw hier")]
    assert store.put_passing("zee", passing, NOW).result() == Written(new=1)
    assert sorted(section(store, "Zee")) == ["Nieuw hier", "Veerpont vaart weer"]
    assert visit_of(store, "zee").etag == "v1"


def text(*parts: str) -> Draft:
    """An article's own page."""
    blocks = tuple(Block(BlockKind.PARAGRAPH, (Span(part),)) for part in parts)
    return draft("a", "Kop van de pagina", age=None)._replace(blocks=blocks, section="Haven")


def test_a_text_is_wanted_until_it_is_there(store: Store) -> None:
    put(store, [aged()], "zee")
    ((article_id, url, source_id, _),) = store.texts.wanted(Wish(NOW - 60 * MINUTE, NOW), 9)
    assert (url, source_id) == ("https://bron.example/a", "zee")
    store.texts.put(article_id, text("De pont vaart.", "Wachten hoeft niet."), NOW).result()
    assert store.texts.wanted(Wish(NOW - 60 * MINUTE, NOW), 9) == []
    article = store.article(article_id)
    assert article is not None
    assert (article.whole, article.row.title, article.row.section) == (True, "Veerpont vaart weer", "Zee")
    assert article.row.published_until == NOW
    assert section(store, "Haven") == ["Veerpont vaart weer"]
    assert [hit.row.id for hit in store.search("wachten", 9)] == [article_id]


def test_a_changed_teaser_keeps_the_text(store: Store) -> None:
    put(store, [aged()], "zee")
    store.texts.put(1, text("De pont vaart.", "Wachten hoeft niet."), NOW).result()
    assert put(store, [aged(title="Veerpont vaart toch")], "zee") == Written(changed=1)
    article = store.article(1)
    assert article is not None
    assert (article.row.title, len(article.blocks), article.whole) == ("Veerpont vaart toch", 2, True)


def test_old_and_hopeless_texts_are_not_wanted(store: Store) -> None:
    put(store, [aged("a"), aged("b"), aged("c")], "zee")
    assert store.texts.wanted(Wish(LATER, NOW), 9) == []
    store.texts.asked_in_vain(1, GATE, NOW, for_good=True).result()
    for _ in range(2):
        store.texts.asked_in_vain(2, GATE, NOW, for_good=False).result()
    assert {one.id for one in store.texts.wanted(Wish(NOW - 60 * MINUTE, NOW), 9)} == {2, 3}
    store.texts.asked_in_vain(2, GATE, NOW, for_good=False).result()
    assert {one.id for one in store.texts.wanted(Wish(NOW - 60 * MINUTE, NOW), 9)} == {3}
    store.texts.put(99, text("Weg."), NOW).result()
    store.texts.asked_in_vain(99, GATE, NOW, for_good=True).result()


def test_a_row_tells_that_its_text_is_here(store: Store) -> None:
    put(store, [aged("a"), aged("b")._replace(whole=True)], "zee")
    whole = {row.id: row.whole for row in store.page(Scope(), 9)}
    assert sorted(whole.values()) == [False, True]
    bare = next(each for each in whole if not whole[each])
    store.texts.put(bare, text("De pont vaart.", "Wachten hoeft niet."), NOW).result()
    assert all(row.whole for row in store.rows([1, 2]))


def test_why_a_text_did_not_come_is_kept_until_it_does(store: Store) -> None:
    put(store, [aged()], "zee")
    store.texts.asked_in_vain(1, GATE, NOW, for_good=True).result()
    article = store.article(1)
    assert article is not None
    assert (article.missing, article.fetched) == (GATE, False)
    store.texts.put(1, text("De pont vaart.", "Wachten hoeft niet."), NOW).result()
    article = store.article(1)
    assert article is not None
    assert (article.missing, article.fetched) == (None, True)


def test_only_today_is_counted(store: Store) -> None:
    for day, size in (("2025-11-02", 5), ("2025-11-03", 7), ("2025-11-03", 2)):
        store.texts.spend(day, size).result()
    assert [store.texts.spent(day) for day in ("2025-11-02", "2025-11-03")] == [0, 9]
