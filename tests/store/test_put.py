"""What a refresh brings: new, changed, unchanged, and the sample edition making room."""

from datetime import timedelta

from newsreader.model import Count, Scope, SourceKind, Visit
from newsreader.store import Store, Written
from tests.store.drafts import MINUTE, NOW, draft, put, source, visit_of


def titles(store: Store) -> list[str]:
    return [row.title for row in store.page(Scope(), 100)]


def test_new_articles_are_listed_newest_first(store: Store) -> None:
    drafts = [draft("a", "Oud", age=30), draft("b", "Nieuw", age=1), draft("c", "Midden", age=10)]
    assert put(store, drafts) == Written(new=3)
    assert titles(store) == ["Nieuw", "Midden", "Oud"]


def test_of_equal_moments_the_feeds_order_counts(store: Store) -> None:
    put(store, [draft("a", "Eerste", age=None), draft("b", "Tweede", age=None)])
    assert titles(store) == ["Eerste", "Tweede"]


def test_an_undated_article_stands_where_it_was_first_seen(store: Store) -> None:
    put(store, [draft("a", "Zonder datum", age=None), draft("b", "Met datum", age=1)])
    put(store, [draft("a", "Zonder datum, herzien", age=None)], now=NOW + timedelta(hours=1))
    assert titles(store) == ["Zonder datum, herzien", "Met datum"]
    row = store.page(Scope(), 1)[0]
    assert row.published is None
    assert row.moment == NOW


def test_unchanged_articles_are_not_written_again(store: Store) -> None:
    put(store, [draft("a")])
    assert put(store, [draft("a")._replace(title="Niet geschreven")]) == Written()
    assert titles(store) == ["Veerpont vaart weer"]


def test_a_changed_article_keeps_its_id_and_marks(store: Store) -> None:
    put(store, [draft("a", "Brand in loods")])
    (row,) = store.page(Scope(), 1)
    store.mark([row.id], read=True, saved=True).result()
    assert put(store, [draft("a", "Grote brand in loods")]) == Written(changed=1)
    (after,) = store.page(Scope(), 9)
    assert (after.id, after.title, after.read, after.saved) == (row.id, "Grote brand in loods", True, True)
    assert [hit.row.title for hit in store.search("grote", 9)] == ["Grote brand in loods"]


def test_a_changed_text_is_no_longer_found_by_its_old_words(store: Store) -> None:
    put(store, [draft("a", "Kalm weer", text="De wind is stil.")])
    put(store, [draft("a", "Woest weer", text="De wind steekt op.")])
    assert store.search("kalm", 9) == store.search("stil", 9) == []
    assert len(store.search("woest", 9)) == len(store.search("steekt", 9)) == 1


def test_a_change_of_section_moves_the_article(store: Store) -> None:
    put(store, [draft("a", section="Zeeland")])
    put(store, [draft("a", section="Sport", digest=b"anders")])
    assert store.counts().sections == (("Sport", Count(1, 1)),)


def test_the_last_of_two_drafts_with_one_key_is_kept(store: Store) -> None:
    assert put(store, [draft("a", "Eerst"), draft("a", "Later")]) == Written(new=1)
    assert titles(store) == ["Later"]


def test_the_same_key_in_two_sources_is_two_articles(store: Store) -> None:
    store.add_sources([source("ander")]).result()
    put(store, [draft("a")])
    put(store, [draft("a")], "ander")
    assert len(store.ids(Scope())) == 2


def test_more_articles_than_one_transaction_takes(store: Store) -> None:
    drafts = [draft(str(number), age=number) for number in range(600)]
    assert put(store, drafts) == Written(new=600)
    assert [row.url for row in store.page(Scope(), 2)] == [drafts[0].url, drafts[1].url]
    assert visit_of(store) == Visit(etag="v1")


def test_a_visit_without_articles_is_remembered(store: Store) -> None:
    assert put(store, []) == Written()
    assert visit_of(store).etag == "v1"


def test_a_source_that_was_removed_meanwhile_gets_nothing(store: Store) -> None:
    store.remove_source("bron").result()
    assert put(store, [draft("a")]) == Written()
    assert put(store, [draft("a")], "onbekend") == Written()
    assert titles(store) == []


def test_two_ages_in_words_overlap_in_a_narrower_moment(store: Store) -> None:
    wide = draft("a", age=60)._replace(published_until=NOW, digest=b"1")
    put(store, [wide])
    narrow = draft("a", age=90)._replace(published_until=NOW - 40 * MINUTE, digest=b"2")
    put(store, [narrow])
    (row,) = store.page(Scope(), 1)
    assert (row.published, row.published_until) == (NOW - 60 * MINUTE, NOW - 40 * MINUTE)


def test_an_exact_moment_stands_against_an_age_in_words(store: Store) -> None:
    put(store, [draft("a", age=50, digest=b"1")])
    put(store, [draft("a", age=60)._replace(published_until=NOW, digest=b"2")])
    (row,) = store.page(Scope(), 1)
    assert (row.published, row.published_until) == (NOW - 50 * MINUTE, None)


def test_ages_that_do_not_overlap_are_a_new_moment(store: Store) -> None:
    put(store, [draft("a", age=60)._replace(published_until=NOW - 50 * MINUTE, digest=b"1")])
    put(store, [draft("a", age=20)._replace(published_until=NOW - 10 * MINUTE, digest=b"2")])
    (row,) = store.page(Scope(), 1)
    assert (row.published, row.published_until) == (NOW - 20 * MINUTE, NOW - 10 * MINUTE)


def test_a_date_that_disappears_from_the_feed_is_not_forgotten(store: Store) -> None:
    put(store, [draft("a", age=50)])
    put(store, [draft("a", age=None)])
    assert store.page(Scope(), 1)[0].published == NOW - 50 * MINUTE


def test_the_first_news_drops_the_sample_edition(store: Store) -> None:
    store.save_source(source("proef")._replace(kind=SourceKind.SAMPLE)).result()
    put(store, [draft("p", "Verzonnen nieuws")], "proef")
    assert store.has_sample()
    assert store.is_empty()
    assert store.page(Scope(), 1)[0].sample
    put(store, [])
    assert store.has_sample()
    put(store, [draft("a", "Echt nieuws")])
    assert titles(store) == ["Echt nieuws"]
    assert not store.has_sample()
    assert not store.is_empty()
    assert store.search("verzonnen", 9) == []
    assert [status.source.id for status in store.sources()] == ["bron"]
    assert store.counts().everything == Count(1, 1)


def test_an_id_that_stands_for_two_pages_for_a_while(store: Store) -> None:
    """One page, then two with its id, then only the second: neither is new twice, nor taken for the other."""
    one = draft("g\nhttps://krant.example/1", url="https://krant.example/1", other="g")
    two = draft("g\nhttps://krant.example/2", url="https://krant.example/2", other="g")
    written = [
        put(store, [one._replace(key="g", other=one.key)]),
        put(store, [one, two]),
        put(store, [two._replace(key="g", other=two.key)]),
        put(store, [two, one]),
    ]
    assert [(each.new, each.changed) for each in written] == [(1, 0), (1, 0), (0, 0), (0, 0)]
    assert len(store.page(Scope(), 9)) == 2


def test_an_article_that_moves_keeps_its_id(store: Store) -> None:
    before = draft("g", url="https://krant.example/1", other="g\nhttps://krant.example/1")
    after = draft("g", url="https://krant.example/2", other="g\nhttps://krant.example/2", digest=b"2")
    assert put(store, [before]).new == 1
    assert (put(store, [after]).new, store.page(Scope(), 9)[0].url) == (0, "https://krant.example/2")
