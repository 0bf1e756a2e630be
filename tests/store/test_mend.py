"""Damaged files: what is found, what is carried to a new one, and what is kept."""

from __future__ import annotations

import os
import random
from contextlib import closing
from datetime import date
from pathlib import Path

import apsw
import pytest

from newsreader.model import Dateline, ProblemKind, Scope
from newsreader.model.finding import State
from newsreader.store import Store, StoreError
from newsreader.store.examine import examine, is_damaged
from newsreader.store.mend import mend
from tests.store.drafts import draft, opened, put, source
from tests.store.test_faults import check

TODAY = date(2026, 3, 2)
ARTICLES = 400


@pytest.fixture
def filled(path: Path) -> Path:
    """A closed store with articles of which the first ten are read and saved."""
    store = opened(path)
    store.add_sources([source()]).result()
    put(store, [draft(str(number), age=number, text=f"De pont {number} " * 40) for number in range(ARTICLES)])
    store.mark(store.ids(Scope(), 10), read=True, saved=True).result()
    store.close()
    return path


def told(path: Path) -> set[str]:
    return {finding.told for finding in examine(path) if finding.state is not State.OK}


def mended(path: Path) -> int:
    """How many articles there are after mending, in a file in which all is well again."""
    mend(path, TODAY)
    assert told(path) == set()
    store = Store.open(path)
    assert isinstance(store, Store)
    number = store.counts().everything.total
    store.close()
    return number


def test_a_whole_file_is_found_whole_and_left_alone(filled: Path) -> None:
    before = filled.read_bytes()
    assert told(filled) == set()
    assert mend(filled, TODAY) == []
    assert filled.read_bytes() == before


def test_a_header_of_zeros_costs_nothing(filled: Path) -> None:
    with filled.open("r+b") as file:
        file.write(bytes(100))
    damaged = filled.read_bytes()
    assert is_damaged(examine(filled))
    assert mended(filled) == ARTICLES
    assert filled.with_name("news.db.damaged-2026-03-02").read_bytes() == damaged
    store = opened(filled)
    assert store.counts().saved == 10
    store.close()
    check(filled)


@pytest.mark.parametrize("part", [0.5, 0.9])
def test_of_a_file_that_was_cut_off_what_is_there_is_kept(filled: Path, part: float) -> None:
    os.truncate(filled, int(filled.stat().st_size * part) // 8192 * 8192)
    assert is_damaged(examine(filled))
    mended(filled)
    assert filled.with_name("news.db.damaged-2026-03-02").exists()


@pytest.mark.parametrize("seed", range(8))
def test_of_a_file_with_a_bit_wrong_all_but_a_few_articles_are_kept(filled: Path, seed: int) -> None:
    dice = random.Random(seed)
    data = bytearray(filled.read_bytes())
    place = dice.randrange(8192, len(data))
    data[place] ^= 1 << dice.randrange(8)
    filled.write_bytes(data)
    if told(filled):
        assert mended(filled) > ARTICLES // 2


def test_an_index_and_counts_that_are_wrong_are_made_anew(filled: Path) -> None:
    connection = apsw.Connection(str(filled))
    connection.execute("DELETE FROM title_words WHERE rowid < 10")
    connection.execute("UPDATE tally SET unread = unread + 5")
    connection.close()
    assert told(filled) == {"index_behind", "tally_wrong"}
    assert mended(filled) == ARTICLES
    assert not list(filled.parent.glob("*damaged*"))
    check(filled)


def test_a_file_without_its_log_opens_as_it_was_at_the_last_checkpoint(filled: Path) -> None:
    store = opened(filled)
    put(store, [draft("laat")])
    copy = filled.with_name("kopie.db")
    copy.write_bytes(filled.read_bytes())
    store.close()
    assert told(copy) == set()


def test_rows_on_both_sides_of_every_damaged_place_are_kept_and_the_places_counted(filled: Path) -> None:
    connection = apsw.Connection(str(filled))
    connection.execute("UPDATE sqlite_sequence SET seq = 9000000000000 WHERE name = 'entry'")
    connection.close()
    store = opened(filled)
    put(store, [draft(f"ver-{number}", age=number) for number in range(300)])
    store.close()
    data = bytearray(filled.read_bytes())
    pages = leaves(filled, "body")
    for page in (pages[2], pages[4], pages[-3]):
        data[(page - 1) * 8192 : page * 8192] = bytes(8192)
    filled.write_bytes(data)
    found = {finding.told: finding.detail for finding in mend(filled, TODAY)}
    assert found["holes"] == "3"
    store = opened(filled)
    assert 400 < store.counts().everything.total < 500
    store.close()


def test_rows_without_numbers_are_kept_between_damaged_places_and_datelines_made_anew(filled: Path) -> None:
    connection = apsw.Connection(str(filled))
    connection.executemany(
        "INSERT INTO entry_section (entry, section, sort_at) SELECT id, ?, sort_at FROM entry",
        [(f"{number}" * 200,) for number in range(5)],
    )
    rows, filed = ("SELECT count(*) FROM entry_section", "SELECT count(*) FROM dateline WHERE name = 'goes'")
    connection.close()
    store = opened(filled)
    goes = Dateline(places=("Goes",))
    put(store, [draft(f"goes-{number}", text="x")._replace(dateline=goes) for number in range(1200)])
    store.close()
    before = count(filled, rows)
    data = bytearray(filled.read_bytes())
    lost = [
        pages[place]
        for pages in map(leaves, [filled] * 2, ["entry_section", "dateline"])
        for place in (1, -2)
    ]
    for page in lost:
        data[(page - 1) * 8192 : page * 8192] = bytes(8192)
    filled.write_bytes(data)
    mended(filled)
    assert count(filled, rows) > before - 2 * 45
    assert count(filled, filed) == 1200


@pytest.mark.parametrize(
    ("table", "column"),
    [("article", "title"), ("entry", "key"), ("source", "title"), ("meta", "key"), ("dateline", "name")],
)
def test_of_a_text_whose_bytes_are_no_text_the_rest_is_kept(filled: Path, table: str, column: str) -> None:
    store = opened(filled)
    store.set_meta("proef", "1").result()
    put(store, [draft("goes")._replace(dateline=Dateline(places=("Goes",)))])
    store.close()
    with closing(apsw.Connection(str(filled))) as connection:
        first = f"SELECT {column} FROM {table} LIMIT 1"
        wrong = f"UPDATE {table} SET {column} = CAST(x'5a65e9' AS TEXT) WHERE {column} = ({first})"
        connection.execute(wrong)
    assert is_damaged(examine(filled))
    store = opened(filled)
    if column == "title":
        assert len(store.page(Scope(), ARTICLES + 1)) <= ARTICLES
        assert store.around.problem is not None
    store.close()
    assert mended(filled) == ARTICLES + 1
    assert count(filled, f"SELECT count(*) FROM {table} WHERE {column} = 'Ze�'") > 0


def count(path: Path, query: str) -> int:
    with closing(apsw.Connection(str(path))) as connection:
        return int(connection.execute(query).get)


def leaves(path: Path, table: str) -> list[int]:
    """The pages with rows of a table, in order (https://www.sqlite.org/dbstat.html)."""
    connection = apsw.Connection(str(path))
    query = "SELECT pageno FROM dbstat WHERE name = ? AND pagetype = 'leaf' ORDER BY path"
    found = [int(str(page)) for (page,) in connection.execute(query, (table,))]
    connection.close()
    return found


def test_rows_that_fit_nowhere_are_counted(filled: Path) -> None:
    connection = apsw.Connection(str(filled))
    connection.pragma("foreign_keys", False)
    connection.execute("DELETE FROM entry WHERE id IN (5, 6)")
    connection.close()
    found = {finding.told: finding.detail for finding in mend(filled, TODAY)}
    assert found["refused_rows"] == "4"
    assert told(filled) == set()


def test_a_text_with_a_byte_changed_is_told_and_its_article_stays_with_its_mark(filled: Path) -> None:
    store = opened(filled)
    saved = store.ids(Scope(), 1)[0]
    store.close()
    connection = apsw.Connection(str(filled))
    connection.execute("UPDATE body SET packed = x'28b52ffd00' WHERE id = ?", (saved,))
    connection.close()
    store = opened(filled)
    with pytest.raises(StoreError) as caught:
        store.article(saved)
    assert caught.value.problem.kind is ProblemKind.STORE_DAMAGED
    store.close()
    assert told(filled) == {"damaged_texts"}
    assert mended(filled) == ARTICLES
    store = opened(filled)
    article = store.article(saved)
    assert article is not None
    assert article.row.saved
    store.close()


@pytest.mark.parametrize("check_name", ["whole", "related", "halves", "texts", "tally", "index"])
def test_a_long_check_can_be_interrupted(
    filled: Path, check_name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    made: list[str] = []

    def interrupted() -> bool:
        if made[-1] == check_name:
            raise KeyboardInterrupt
        return False

    monkeypatch.setattr("newsreader.store.examine._goes_on", interrupted)
    monkeypatch.setattr("newsreader.store.examine._STEPS", 1)
    with pytest.raises(KeyboardInterrupt):
        examine(filled, made.append)
    monkeypatch.undo()
    assert told(filled) == set()
