"""Sources, their order, their visits, and what becomes of them."""

from datetime import timedelta

from newsreader.model import Count, Problem, ProblemKind, Scope, ScopeKind, SourceKind, Visit
from newsreader.store import Store
from tests.store.drafts import NOW, draft, put, source, visit_of

VISIT = Visit(
    etag='W/"1"',
    last_modified="Mon, 03 Nov 2025 11:00:00 GMT",
    body_hash=b"\x00\xff",
    last_checked=NOW,
    last_changed=NOW - timedelta(hours=1),
    next_due=NOW + timedelta(minutes=30),
    failures=2,
    problem=Problem(ProblemKind.WAIT, "https://bron.example/feed", "503", NOW + timedelta(hours=1)),
    site="https://bron.example/",
    warnings=("één", "twee"),
)


def names(store: Store) -> list[str]:
    return [status.source.id for status in store.sources()]


def test_a_source_comes_back_as_it_was_saved(store: Store) -> None:
    full = source("vol")._replace(
        kind=SourceKind.PAGE, on=False, interval=15, alternatives=("https://a.example/",)
    )
    store.save_source(full).result()
    status = store.source("vol")
    assert status is not None
    assert status.source == full
    assert status.visit == Visit()
    assert store.source("onbekend") is None


def test_adding_leaves_known_and_removed_sources_alone(store: Store) -> None:
    store.add_sources([source("weg")]).result()
    store.remove_source("weg").result()
    news = [source()._replace(title="Anders"), source("weg"), source("nieuw"), source("nieuw")]
    assert store.add_sources(news).result() == 1
    assert names(store) == ["bron", "nieuw"]
    assert store.sources()[0].source.title == "Bron"


def test_saving_changes_rows_and_group_at_once(store: Store) -> None:
    put(store, [draft("a")])
    store.save_source(source()._replace(title="Nieuwe naam", group="Landelijk")).result()
    (row,) = store.page(Scope(ScopeKind.GROUP, "Landelijk"), 9)
    assert row.source == "Nieuwe naam"
    assert store.page(Scope(ScopeKind.GROUP, "Zeeuws"), 9) == []


def test_a_visit_comes_back_as_it_was_written(store: Store) -> None:
    store.put_visit("bron", VISIT).result()
    assert visit_of(store) == VISIT
    assert store.sources()[0].visit == VISIT
    store.put_visit("bron", Visit()).result()
    assert visit_of(store) == Visit()
    store.put_visit("onbekend", VISIT).result()
    assert visit_of(store, "onbekend") == Visit()


def test_another_address_forgets_the_validators_of_the_old(store: Store) -> None:
    store.put_visit("bron", VISIT).result()
    store.save_source(source()._replace(title="Zelfde adres")).result()
    assert visit_of(store) == VISIT
    store.save_source(source()._replace(url="https://bron.example/nieuw")).result()
    assert visit_of(store) == Visit()


def test_due_are_those_that_are_on_and_whose_time_has_come(store: Store) -> None:
    store.add_sources(
        [
            source("uit")._replace(on=False),
            source("proef")._replace(kind=SourceKind.SAMPLE),
            source("later"),
            source("nu"),
        ]
    ).result()
    store.put_visit("later", Visit(next_due=NOW + timedelta(seconds=1))).result()
    store.put_visit("nu", Visit(next_due=NOW)).result()
    assert [each.id for each in store.due(NOW)] == ["bron", "nu"]


def test_numbers_stand_with_the_sources(store: Store) -> None:
    put(store, [draft("a"), draft("b", section="Sport")])
    store.mark(store.ids(Scope(), 1), read=True).result()
    status = store.sources()[0]
    assert (status.articles, status.unread) == (2, 1)


def test_a_removed_source_leaves_only_what_is_saved(store: Store) -> None:
    put(store, [draft(str(number), f"Bericht {number}", age=number) for number in range(600)])
    saved = store.ids(Scope(), 1)[0]
    store.mark([saved], saved=True).result()
    store.remove_source("bron").result()
    assert names(store) == []
    assert store.counts().sources == ()
    assert list(store.ids(Scope())) == [saved]
    assert [hit.row.id for hit in store.search("bericht", 9)] == [saved]
    article = store.article(saved)
    assert article is not None
    assert article.row.source == "Bron"


def test_a_source_that_is_back_has_its_articles_with_their_marks(store: Store) -> None:
    drafts = [draft("a", age=1), draft("b", age=2)]
    put(store, drafts)
    before = store.ids(Scope())
    store.mark(before[:1], read=True).result()
    store.remove_source("bron").result()
    store.save_source(source()).result()
    assert store.counts().everything == Count()
    assert put(store, drafts).new == 0
    assert store.counts().everything == Count(2, 1)
    assert store.ids(Scope()) == before
    assert [row.read for row in store.page(Scope(), 9)] == [True, False]


def test_facts_about_the_store(store: Store) -> None:
    assert store.meta("editie") == ""
    store.set_meta("editie", "1").result()
    store.set_meta("editie", "2").result()
    assert store.meta("editie") == "2"


def test_a_visit_to_a_source_that_was_removed_meanwhile_is_not_kept(store: Store) -> None:
    store.remove_source("bron").result()
    store.put_visit("bron", VISIT).result()
    assert visit_of(store) == Visit()


def test_a_clock_set_back_ten_years_does_not_keep_a_source_waiting(store: Store) -> None:
    later = NOW + timedelta(days=1)
    store.put_visit("bron", Visit(last_checked=NOW, next_due=later)).result()
    assert store.due(NOW) == []
    assert [each.id for each in store.due(NOW - timedelta(days=3650))] == ["bron"]
    put(store, [draft("a")])
    store.mark(store.ids(Scope()), read=True).result()
    assert store.prune(NOW - timedelta(days=3650 + 30)).result() == 0
