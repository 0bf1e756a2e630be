"""The words of articles: indexed at the end of a transaction, with what was taken back or went left out."""

from __future__ import annotations

import json

import apsw
import pytest

from newsreader.model import Visit
from newsreader.store import Store, articles
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


def _words(store: Store) -> list[list[object]]:
    """The words of the titles, each with the number of articles that have it."""

    def read(connection: apsw.Connection) -> str:
        connection.execute("CREATE VIRTUAL TABLE temp.seen USING fts5vocab(main, title_words, row)")
        return json.dumps(connection.execute("SELECT term, doc FROM temp.seen").fetchall())

    told: list[list[object]] = json.loads(store._act(once(read)).result())
    return told
