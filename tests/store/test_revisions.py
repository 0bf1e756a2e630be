"""What an article said before: kept when it had been read, bounded, and let go with the article."""

from __future__ import annotations

import subprocess
import sys
from datetime import timedelta
from pathlib import Path

import apsw
import pytest

from newsreader.model import ArticleRow, Block, BlockKind, Draft, Scope, Span
from newsreader.store import Store, bodies, revisions
from tests.store.drafts import MINUTE, NOW, draft, opened, put, visit_of

THREE, FIVE = "Er zijn 3 gewonden.", "Er zijn 5 gewonden."


def only(store: Store) -> ArticleRow:
    (row,) = store.page(Scope(), 9)
    return row


def read(store: Store) -> None:
    store.mark(store.ids(Scope()), read=True).result()


def texts(store: Store) -> list[str]:
    return [each.wording.blocks[0].text for each in store.history(only(store).id)]


@pytest.fixture
def was_read(store: Store) -> Store:
    """A store with one article that has been read."""
    put(store, [draft("a", text=THREE)])
    read(store)
    return store


def test_what_was_read_is_kept_as_it_was_and_the_row_is_marked(was_read: Store) -> None:
    assert not only(was_read).changed
    put(was_read, [draft("a", "Anders", text=FIVE)], now=NOW + MINUTE)
    row = only(was_read)
    assert (row.title, row.read, row.changed) == ("Anders", True, True)
    (kept,) = was_read.history(row.id)
    assert (kept.wording.title, kept.wording.summary) == ("Veerpont vaart weer", THREE)
    assert kept.wording.blocks == draft("a", text=THREE).blocks
    assert kept.replaced_at == NOW + MINUTE


def test_what_was_not_read_simply_changes(store: Store) -> None:
    put(store, [draft("a", text=THREE)])
    put(store, [draft("a", text=FIVE)])
    assert (only(store).changed, store.history(only(store).id)) == (False, [])


def test_a_counter_that_moves_on_is_no_revision(was_read: Store) -> None:
    counted = (Block(BlockKind.PARAGRAPH, (Span("13 reacties"),)),)
    again = draft("a", text=THREE, digest=b"2")
    put(was_read, [again._replace(blocks=again.blocks + counted, url="https://bron.example/a?utm_source=x")])
    assert (only(was_read).changed, was_read.history(only(was_read).id)) == (False, [])
    article = was_read.article(only(was_read).id)
    assert article is not None
    assert article.blocks[1:] == counted


def test_what_comes_packed_from_another_process_is_judged_by_its_words(was_read: Store) -> None:
    put(was_read, [bodies.packed(draft("a", text=THREE, digest=b"2"))])
    assert not only(was_read).changed
    put(was_read, [bodies.packed(draft("a", text=FIVE))])
    assert (only(was_read).changed, texts(was_read)) == (True, [THREE])


def test_it_becomes_unread_again_only_when_that_is_wanted(was_read: Store) -> None:
    was_read.put("bron", visit_of(was_read), [draft("a", text=FIVE)], NOW, reopen=True).result()
    row = only(was_read)
    assert (row.read, row.changed) == (False, True)
    assert was_read.counts().everything.unread == 1
    assert len(was_read.history(row.id)) == 1


def test_the_mark_goes_when_the_change_was_seen_and_comes_with_the_next(was_read: Store) -> None:
    put(was_read, [draft("a", text=FIVE)])
    was_read.saw_change(only(was_read).id).result()
    assert (only(was_read).changed, texts(was_read)) == (False, [THREE])
    put(was_read, [draft("a", text="Er zijn 7 gewonden.")])
    assert (only(was_read).changed, texts(was_read)) == (True, [THREE, FIVE])


def test_of_many_revisions_the_first_and_the_latest_are_kept(was_read: Store) -> None:
    for number in range(revisions.MOST + 5):
        put(was_read, [draft("a", text=f"Er zijn {number + 100} gewonden.")])
    kept = texts(was_read)
    assert len(kept) == revisions.MOST
    assert kept[0] == THREE
    assert kept[-1] == f"Er zijn {100 + revisions.MOST + 3} gewonden."
    assert kept[1] == "Er zijn 105 gewonden."


def page(text: str) -> Draft:
    return draft("p", text=text, digest=b"p")._replace(whole=True)


def test_the_text_of_a_page_is_no_revision_of_its_summary_but_another_text_is(was_read: Store) -> None:
    article_id = only(was_read).id
    was_read.texts.put(article_id, page("Een heel verhaal. Er zijn 3 gewonden."), NOW).result()
    assert (only(was_read).changed, was_read.history(article_id)) == (False, [])
    was_read.texts.put(article_id, page("Een heel verhaal. Er zijn 5 gewonden."), NOW + MINUTE).result()
    assert only(was_read).changed
    assert texts(was_read) == ["Een heel verhaal. Er zijn 3 gewonden."]
    was_read.texts.put(article_id, page("Een ander verhaal."), NOW, reopen=True).result()
    assert not only(was_read).read


def test_what_was_seen_by_the_way_tells_of_no_change(was_read: Store) -> None:
    was_read.put_passing("bron", [draft("a", "Anders", text=FIVE)], NOW).result()
    assert (only(was_read).changed, was_read.history(only(was_read).id)) == (False, [])


def test_revisions_go_with_the_text_and_stay_with_what_is_saved(store: Store) -> None:
    day = 24 * 60
    for text in (THREE, FIVE):
        put(store, [draft(key, key, age=40 * day, text=text) for key in "ab"], now=NOW - timedelta(days=39))
        read(store)
    kept, gone = store.ids(Scope())
    store.mark([kept], saved=True).result()
    assert len(store.history(gone)) == len(store.history(kept)) == 1
    assert store.prune(NOW - timedelta(days=30)).result() == 1
    assert (store.history(gone), len(store.history(kept))) == ([], 1)
    store.remove_source("bron").result()
    assert len(store.history(kept)) == 1


def test_trimming_a_source_drops_its_revisions(was_read: Store) -> None:
    article_id = only(was_read).id
    put(was_read, [draft("a", text=FIVE)])
    was_read.trim("bron", 0).result()
    assert was_read.history(article_id) == []


def test_a_change_that_fails_loses_neither_wording(was_read: Store, path: Path) -> None:
    """The revision is written with the change or not at all."""
    other = apsw.Connection(str(path))
    other.execute("CREATE TRIGGER no_body BEFORE INSERT ON body BEGIN SELECT raise(ABORT, 'no'); END")
    with pytest.raises(apsw.Error):
        put(was_read, [draft("a", text=FIVE)])
    assert (only(was_read).changed, texts(was_read)) == (False, [])
    other.execute("DROP TRIGGER no_body")
    other.close()
    put(was_read, [draft("a", text=FIVE)])
    assert texts(was_read) == [THREE]


def test_killed_between_two_corrections(path: Path) -> None:
    command = [sys.executable, "-m", "tests.store.corrector", str(path)]
    source = subprocess.Popen(command, stdout=subprocess.PIPE, text=True)
    assert source.stdout is not None
    confirmed = [source.stdout.readline() for _ in range(40)]
    source.kill()
    confirmed += source.stdout.read().split()
    source.wait()
    source.stdout.close()
    store = opened(path, open_wait=5)
    row = only(store)
    now = int(row.title.split()[1])
    kept = [int(each.wording.title.split()[1]) for each in store.history(row.id)]
    assert now >= int(confirmed[-1])
    assert kept == [100, *range(now - revisions.MOST + 1, now)]
    store.close()


def test_a_list_reads_the_mark_in_the_statement_it_has(was_read: Store) -> None:
    put(was_read, [draft("a", text=FIVE)])
    seen: list[str] = []
    with was_read._readers.reading() as connection:
        connection.trace_v2(apsw.SQLITE_TRACE_STMT, lambda event: seen.append(event["sql"]))
        assert was_read.rows([only(was_read).id])[0].changed
        connection.trace_v2(0, None)
    assert seen
    assert not [sql for sql in seen if "revision" in sql]
