"""The words of articles: indexed at the end of a transaction, with what was taken back or went left out."""

from __future__ import annotations

import json

import apsw
import pytest

from newsreader.model import Visit
from newsreader.store import Store, articles, writer
from newsreader.store.bodies import packed
from newsreader.store.writer import Steps, once
from tests.store.drafts import NOW, draft, put
from tests.store.test_writer import Gate


def found(store: Store, words: str) -> list[str]:
    return [hit.row.title for hit in store.search(words, 9)]


def test_a_packed_draft_is_stored_as_the_draft_itself(store: Store) -> None:
    plain = draft("a", "Gemaal", text="Het water staat laag.")
    put(store, [plain, packed(draft("b", "Gemaal", text="Het water staat laag."))])
    one, other = (store.article(row.id) for row in store.rows([1, 2]))
    assert one is not None
    assert other is not None
    assert one.blocks == other.blocks == plain.blocks
    assert found(store, "laag") == ["Gemaal", "Gemaal"]


def test_a_step_that_is_taken_back_takes_its_words_along(store: Store) -> None:
    def fails(connection: apsw.Connection) -> Steps[None]:
        for _ in articles.put(connection, "bron", Visit(), [draft("a", "Verdwenen")], NOW):
            pass
        yield from ()
        raise ZeroDivisionError

    gate = Gate(store)
    failed = store._write(fails)
    kept = store.put("bron", Visit(), [draft("b", "Gebleven")], NOW)
    gate.open()
    with pytest.raises(ZeroDivisionError):
        failed.result()
    kept.result()
    assert _words(store) == [["gebleven", 1]]


def test_what_goes_in_the_same_transaction_is_not_indexed(store: Store) -> None:
    gate = Gate(store)
    store.put("bron", Visit(), [draft("a", "Lang"), draft("b", "Kort", age=5)], NOW)
    dropped = store._write(once(lambda connection: connection.execute("DELETE FROM article WHERE id = 1")))
    gate.open()
    dropped.result()
    assert [word for word, _ in _words(store)] == ["lang"]


def _parts(store: Store) -> int:
    """The parts in which the words of texts are indexed: one a transaction, until they are merged."""
    with store._readers.reading() as connection:
        return int(connection.execute("SELECT count(DISTINCT segid) FROM text_words_idx").get)


def test_no_commit_of_a_source_merges(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(writer.Writer, "_merge", lambda _: None)
    for each in range(40):
        put(store, [draft(str(each), f"Gemaal {each}")])
    assert _parts(store) == 40
    store.optimize(NOW).result()
    assert _parts(store) < 5
    assert len(found(store, "gemaal")) == 9


def test_the_writer_merges_between_the_sources(store: Store) -> None:
    for each in range(40):
        put(store, [draft(str(each), f"Gemaal {each}")])
    store.set_meta("after", "the merge").result()
    assert _parts(store) < 16


def _words(store: Store) -> list[list[object]]:
    """The words of the titles, each with the number of articles that have it."""

    def read(connection: apsw.Connection) -> str:
        connection.execute("CREATE VIRTUAL TABLE temp.seen USING fts5vocab(main, title_words, row)")
        return json.dumps(connection.execute("SELECT term, doc FROM temp.seen").fetchall())

    told: list[list[object]] = json.loads(store._act(once(read)).result())
    return told
