"""Long lists: told a window at a time, grown at their top, and nothing that walks them on a key."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta

import pytest

from newsreader.engine import Engine, StoredRows, rows
from newsreader.model import Scope, ScopeKind, Source, Visit
from newsreader.store import lists, stories
from newsreader.store.stories import Place
from newsreader.store.writer import once
from tests.engine.reader import NOW
from tests.store.drafts import draft

MANY = 400


def bring(engine: Engine, number: int, first: int = 0) -> list[int]:
    """Articles a minute apart, each newer than those before, of two sections in turns; their ids in order."""
    store = engine._store
    store.add_sources([Source("bron", "Bron", "https://bron.example/")]).result()
    beginning = NOW - timedelta(days=9)
    drafts = [
        draft(str(each), f"Bericht {each}", section=("Zeeland", "Sport")[each % 2])._replace(
            published=beginning + timedelta(minutes=each)
        )
        for each in range(first, first + number)
    ]
    store.put("bron", Visit(), drafts, NOW).result()
    return list(store.ids(Scope(), number))[::-1]


def tell(engine: Engine, *told: list[int]) -> None:
    """Make stories of these articles; the first of each has the longest text, and stands for the others."""
    places = [
        Place(one, -number, length=2_000 if one == story[0] else 100)
        for number, story in enumerate(told, 1)
        for one in story
    ]
    engine._store._write(once(lambda connection: stories.place(connection, places, {}))).result()


@contextmanager
def counting(engine: Engine) -> Iterator[list[str]]:
    """The statements that this thread has run."""
    counted: list[str] = []
    with engine._store._readers.reading() as connection:
        connection.set_profile(lambda sql, _: counted.append(sql))
        yield counted
        connection.set_profile(None)


def ids_of(found: StoredRows | None) -> list[int]:
    """The articles that are shown, in order."""
    assert found is not None
    return [found.id_at(place) for place in range(len(found))]


def test_a_list_in_many_statements_is_the_same_as_in_one(
    engine: Engine, monkeypatch: pytest.MonkeyPatch
) -> None:
    ids = bring(engine, MANY)
    tell(engine, ids[5:300:40], ids[100:108], [ids[0], ids[-1]])
    scopes = [Scope(kind, value) for kind, value in ((ScopeKind.ALL, ""), (ScopeKind.SECTION, "Sport"))]
    whole = {(scope, each): engine._store.ids(scope, once=each) for scope in scopes for each in (True, False)}
    assert list(whole[scopes[0], False]) == ids[::-1]
    monkeypatch.setattr(lists, "CHUNK", 7)
    for (scope, folded), expected in whole.items():
        assert engine._store.ids(scope, once=folded) == expected


def test_a_story_stands_where_its_newest_telling_of_the_list_stands(engine: Engine) -> None:
    ids = bring(engine, 12)
    tell(engine, [ids[0], ids[4], ids[7]])
    everything = [each for each in reversed(ids) if each not in (ids[4], ids[0])]
    everything[everything.index(ids[7])] = ids[0]
    assert ids_of(engine.folded(Scope())) == everything
    section = Scope(ScopeKind.SECTION, "Zeeland")
    assert ids_of(engine.folded(section)) == [ids[10], ids[8], ids[6], ids[0], ids[2]]
    assert engine.folded(section).index_of(ids[4]) == 3


def test_a_key_in_a_list_takes_two_statements_and_fetches_a_window(
    engine: Engine, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(rows, "WINDOW", 20)
    ids = bring(engine, MANY)
    tell(engine, ids[5:300:40])
    folded = engine.folded(Scope())
    with counting(engine) as counted:
        assert folded.row(0)
        assert len(counted) == 2
        assert len(folded._rows) == 20
        assert folded.row(10)
        assert len(counted) == 2
        folded.forget([folded.ids[3]])
        assert folded.row(3)
        assert len(counted) == 4
        assert folded.row(len(folded) - 1)
        assert len(counted) == 6
    assert len(folded._rows) <= 40


def test_an_article_far_away_is_found_by_its_moment(engine: Engine, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(rows, "AROUND", 5)
    monkeypatch.setattr(rows, "CLOSE", 2)
    ids = bring(engine, MANY)
    plain = engine.rows(Scope())
    with counting(engine) as counted:
        assert plain.index_of(ids[20]) == MANY - 21
    assert 0 < len(counted) <= 12  # by halves
    assert plain.index_of(10**9) is None


def test_news_on_top_of_a_list_takes_its_story_up_with_it(engine: Engine) -> None:
    ids = bring(engine, MANY)
    tell(engine, [ids[1], ids[3]], [ids[390], ids[395]])
    known = engine.folded(Scope())
    assert len(known) == MANY - 2
    new = bring(engine, 5, MANY)
    with counting(engine) as counted:
        renewed = engine.renewed(known, Scope())
    assert len(counted) <= 40
    assert ids_of(renewed) == ids_of(engine.folded(Scope()))
    assert renewed is not None
    tell(engine, [ids[1], ids[3], new[4]])
    again = engine.folded(Scope(), 300).over(known)
    assert ids_of(again) == ids_of(engine.folded(Scope()))


def test_more_news_than_a_first_look_reads_is_read_again_deeper(engine: Engine) -> None:
    bring(engine, 50)
    known = engine.folded(Scope())
    bring(engine, 700, 50)
    assert ids_of(engine.renewed(known, Scope())) == ids_of(engine.folded(Scope()))


def test_unfolding_reads_no_list_again(engine: Engine) -> None:
    ids = bring(engine, MANY)
    tell(engine, [ids[1], ids[3]], [ids[20], ids[90], ids[95]])
    folded = engine.folded(Scope())
    with counting(engine) as counted:
        unfolded = engine.unfold(folded, Scope(), {ids[90]})
    assert not [sql for sql in counted if "live_all" in sql]
    shown = ids_of(unfolded)
    place = shown.index(ids[20])
    assert set(shown[place + 1 : place + 3]) == {ids[90], ids[95]}
    assert (len(unfolded), unfolded.unfolded_lead(ids[95])) == (len(folded) + 2, ids[20])
    assert ids_of(engine.unfold(unfolded, Scope(), ())) == ids_of(folded)


async def test_the_row_of_a_story_stays_that_of_its_article_when_that_is_read(engine: Engine) -> None:
    ids = bring(engine, 6)
    tell(engine, [ids[1], ids[4]])
    unread = engine.folded(Scope(unread=True))
    assert ids_of(unread)[1] == ids[1]
    await engine.mark([ids[1]], read=True)
    unread.forget([ids[1]])
    row = unread.row(1)
    assert row is not None
    assert (row.id, row.read) == (ids[1], True)


async def test_the_next_unread_is_asked_for_and_not_walked_to(
    engine: Engine, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("newsreader.engine.reads.NEAR", 10)
    ids = bring(engine, MANY)
    tell(engine, [ids[60], ids[70]])
    await engine.mark([each for each in ids if each not in (ids[70], ids[5])], read=True)
    folded = engine.folded(Scope())
    with counting(engine) as counted:
        place = engine.next_unread(Scope(), folded, 0)
    assert place is not None
    assert folded.id_at(place) == ids[5]  # of the story another telling has been read
    assert len(counted) <= 20


async def test_a_list_that_nobody_waits_for_any_more_is_given_up(
    engine: Engine, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(lists, "CHUNK", 7)
    bring(engine, MANY)
    assert len(engine._store.ids(Scope(), given_up=lambda: True)) == 7
