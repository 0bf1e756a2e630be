"""Stories through the engine: joined after a refresh, told, split, joined and followed, off by a setting."""

from __future__ import annotations

from collections.abc import Sequence
from concurrent.futures import Future
from datetime import timedelta
from pathlib import Path
from typing import Any

import apsw
import pytest

from newsreader.engine import Engine
from newsreader.engine.relating import in_common, names_of
from newsreader.model import Joined, Scope, Source, Visit
from newsreader.settings import Settings
from newsreader.stories import formula
from tests.engine.reader import NOW, Hands, follow, item, opened, refreshed, rss
from tests.server import Reply, Server
from tests.store.drafts import draft

BRIDGE = (
    "De Sloebrug bij Vlissingen staat sinds vanochtend open en kan niet meer dicht door een defecte sensor."
    " Het verkeer moet omrijden via Middelburg, meldt beheerder Noordervaart."
)
NEWS = {
    "a": ("Sloebrug bij Vlissingen staat open en kan niet dicht", BRIDGE),
    "b": ("Verkeer moet uren omrijden door kapotte brug", BRIDGE),
    "c": ("Storing aan Sloebrug legt verkeer Vlissingen stil", "Beheerder Noordervaart zoekt een sensor."),
    "d": ("Prijs van de oliebol stijgt", "De bakkers klagen over meel."),
    "e": ("Sloebrug bij Vlissingen weer dicht", "Noordervaart verving de sensor, Middelburg haalt adem."),
}


def bring(engine: Engine, keys: Sequence[str], *, minutes: int = 0) -> dict[str, int]:
    """Articles, each of a source of its own, put in the store and joined; their ids by key."""
    store = engine._store
    for number, key in enumerate(keys):
        title, text = NEWS[key[0]]
        store.add_sources([Source(f"bron-{key}", f"Bron {key}", f"https://{key}.example/")]).result()
        moment = NOW - timedelta(minutes=60 + minutes + number)
        one = draft(key, title, text=text, section="")
        store.put_passing(f"bron-{key}", [one._replace(published=moment)], NOW).result()
    engine.stories.join_all()
    rows = engine.page(Scope(), 1000)
    return {key: next(row.id for row in rows if row.source_id == f"bron-{key}") for key in keys}


async def test_what_a_refresh_brings_is_joined(engine: Engine, server: Server) -> None:
    urls = [server.add(f"/{key}", Reply(rss([item(key, NEWS[key][0], text=NEWS[key][1])]))) for key in "abcd"]
    await follow(engine, *urls)
    await refreshed(engine)
    assert engine.stories.waiting() == 4
    engine.stories.join_all()
    ids = {row.title: row.id for row in engine.page(Scope(), 9)}
    story = engine.stories.story(ids[NEWS["a"][0]])
    assert story is not None
    assert {each.row.title for each in story.tellings} == {NEWS[key][0] for key in "abc"}
    assert len(story.sources) == 3
    assert engine.stories.story(ids[NEWS["d"][0]]) is None
    assert engine.stories.waiting() == 0


def test_a_copy_is_told_from_another_angle(engine: Engine) -> None:
    ids = bring(engine, "abc")
    tellings = {each.row.id: each.copy for each in engine.stories.tellings(ids["a"])}
    assert tellings == {ids["b"]: False, ids["a"]: True, ids["c"]: False}
    reasons = {each.row.id: each.why for each in engine.related(ids["a"])}
    assert reasons[ids["b"]] == "telling"
    assert reasons[ids["c"]] == "angle"


def test_an_earlier_turn_and_what_it_did_not_tell(engine: Engine) -> None:
    old = bring(engine, "c", minutes=60 * 24 * 5)
    new = bring(engine, "e")
    found = {each.row.id: each for each in engine.related(new["e"])}[old["c"]]
    assert found.why == "earlier"
    assert 0 < found.new < 100


def test_what_another_program_joined_or_dropped_meanwhile_is_left_to_it(
    engine: Engine, monkeypatch: pytest.MonkeyPatch
) -> None:
    ids = bring(engine, "a")
    tables = engine.stories._tables
    write = tables.write

    def late(*batch: Any) -> Future[None]:
        connection = apsw.Connection(str(engine._store.path))
        connection.pragma("foreign_keys", True)
        connection.execute("DELETE FROM story")
        connection.execute("DELETE FROM entry WHERE key = 'd'")
        connection.execute("DELETE FROM entry_queue WHERE entry = (SELECT id FROM entry WHERE key = 'c')")
        connection.close()
        return write(*batch)

    monkeypatch.setattr(tables, "write", late)
    with pytest.raises(StopIteration):
        bring(engine, "bcd")
    monkeypatch.undo()
    engine.stories.join_all()
    assert engine.stories.waiting() == 0
    telling = {row.source_id: engine.stories.story(row.id) for row in engine.page(Scope(), 9)}
    assert telling == {"bron-a": None, "bron-b": None, "bron-c": None}
    assert ids["a"] in [row.id for row in engine.page(Scope(), 9)]


def test_the_best_telling_leads_and_the_preferred_source_before_the_first(tmp_path: Path) -> None:
    with opened(tmp_path, Hands(), Settings(source_preference=("bron-a",))) as engine:
        ids = bring(engine, "abc")
        story = engine.stories.story(ids["c"])
        assert story is not None
        assert (story.lead, story.title) == (ids["a"], NEWS["a"][0])


def bonds(engine: Engine) -> list[tuple[int, int, bool]]:
    """All that the reader decided."""
    return sorted(engine._store.stories.bonds(engine._store.ids(Scope())))


async def test_a_split_is_taken_back_with_what_was_decided(engine: Engine) -> None:
    ids = bring(engine, "abcd")
    await engine.stories.join(ids["a"], ids["b"])
    await engine.stories.turn_follow(ids["a"])
    before, decided = engine.stories.story(ids["a"]), bonds(engine)
    was = await engine.stories.split(ids["b"])
    assert was is not None
    assert bonds(engine) != decided
    await engine.stories.put_back(was)
    assert (engine.stories.story(ids["a"]), bonds(engine)) == (before, decided)
    async for _ in engine.stories.rebuild():
        pass
    assert {one.row.id for one in engine.stories.tellings(ids["b"])} == {ids[key] for key in "abc"}


async def test_a_join_is_taken_back_whatever_came_to_the_story_or_went_since(engine: Engine) -> None:
    ids = bring(engine, "abcd")
    before = engine.stories.story(ids["a"])
    was = await engine.stories.join(ids["d"], ids["a"])
    assert was is not None
    late = bring(engine, ["a2"])["a2"]
    store = engine._store
    store.mark([ids["b"]], read=True).result()
    store.prune(NOW + timedelta(days=9)).result()
    await engine.stories.put_back(was)
    after = engine.stories.story(ids["a"])
    assert before is not None
    assert after is not None
    assert after.id == before.id
    assert {one.row.id for one in after.tellings} == {ids["a"], ids["c"], late}
    assert engine.stories.story(ids["d"]) is None
    assert bonds(engine) == []


async def test_a_split_telling_stays_away(engine: Engine) -> None:
    ids = bring(engine, "abc")
    assert await engine.stories.split(ids["b"])
    assert not await engine.stories.split(ids["b"])
    assert engine.stories.story(ids["b"]) is None
    assert {each.row.id for each in engine.stories.tellings(ids["a"])} == {ids["a"], ids["c"]}
    async for _ in engine.stories.rebuild():
        pass
    assert engine.stories.story(ids["b"]) is None
    assert len(engine.stories.tellings(ids["a"])) == 2


async def test_what_the_reader_joined_stays_together(engine: Engine) -> None:
    ids = bring(engine, "ad")
    assert await engine.stories.join(ids["a"], ids["d"])
    assert not await engine.stories.join(ids["a"], ids["a"])
    async for _ in engine.stories.rebuild():
        pass
    assert {each.row.id for each in engine.stories.tellings(ids["d"])} == set(ids.values())
    assert await engine.stories.split(ids["d"])
    async for _ in engine.stories.rebuild():
        pass
    assert engine.stories.story(ids["d"]) is None


async def test_news_of_a_followed_story(engine: Engine, clock: Hands) -> None:
    ids = bring(engine, "ab")
    story = engine.stories.story(ids["a"])
    assert story is not None
    clock.turn(minutes=1)
    await engine.stories.follow(story.id, on=True)
    assert [each.new for each in engine.stories.followed()] == [0]
    assert engine.stories.news_of_followed() == []
    clock.turn(hours=1)
    store = engine._store
    store.add_sources([Source("later", "Later", "https://later.example/")]).result()
    late = draft("e", NEWS["e"][0], text=NEWS["c"][1], age=None)
    store.put_passing("later", [late], clock()).result()
    engine.stories.join_all()
    (news,) = engine.stories.news_of_followed()
    assert (news.new, news.story.followed) == (1, True)
    clock.turn(minutes=1)
    await engine.stories.see(news.story.id)
    assert engine.stories.news_of_followed() == []
    async for _ in engine.stories.rebuild():
        pass
    assert len(engine.stories.followed()) == 1
    await engine.stories.follow(engine.stories.followed()[0].story.id, on=False)
    assert engine.stories.followed() == []


def test_stories_of_the_day_by_weight(engine: Engine, clock: Hands) -> None:
    bring(engine, "abcd")
    (happening,) = engine.stories.current(clock(), 9)
    assert sum(happening.hours) == 3
    assert len(happening.story.sources) == 3
    assert engine.stories.current(clock() + timedelta(days=9), 9) == []


def test_off_altogether_nothing_is_joined_and_the_source_tells_what_is_related(tmp_path: Path) -> None:
    with opened(tmp_path, Hands(), Settings(stories=False)) as engine:
        ids = bring(engine, "ab")
        assert engine.stories.story(ids["a"]) is None
        assert {each.why for each in engine.related(ids["a"])} <= {"source", "section"}
        assert engine.stories.current(NOW, 9) == []


def test_a_source_that_is_left_out_and_taken_in_again(tmp_path: Path) -> None:
    clock = Hands()
    with opened(tmp_path, clock) as engine:
        ids = bring(engine, "abc")
        assert len(engine.stories.tellings(ids["a"])) == 3
    with opened(tmp_path, clock, Settings(source={"bron-b": {"stories": False}})) as engine:
        engine.stories.join_all()
        assert {each.row.id for each in engine.stories.tellings(ids["a"])} == {ids["a"], ids["c"]}
        assert engine.stories.story(ids["b"]) is None
    with opened(tmp_path, clock) as engine:
        engine.stories.join_all()
        assert len(engine.stories.tellings(ids["b"])) == 3


def test_another_formula_makes_all_stories_anew(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with opened(tmp_path, Hands()) as engine:
        ids = bring(engine, "abc")
        before = engine.stories.story(ids["a"])
        monkeypatch.setattr(formula, "VERSION", formula.VERSION + 1)
        monkeypatch.setattr(formula, "JOIN", 9.0)
        monkeypatch.setattr(formula, "NEAR_COPY", 9.0)
        engine.stories.join_all()
        assert before is not None
        assert engine.stories.story(ids["a"]) is None
        assert engine._store.stories.version() == str(formula.VERSION)


async def test_joining_tells_how_far_it_is_and_is_taken_up_where_it_was_left(engine: Engine) -> None:
    store = engine._store
    store.add_sources([Source("bron", "Bron", "https://bron.example/")]).result()
    drafts = [draft(str(number), f"Bericht {number} uit Goes", age=number) for number in range(130)]
    store.put_passing("bron", drafts, NOW).result()
    steps = engine.stories.join_new()
    assert await anext(steps) == Joined(60, 130)
    await steps.aclose()
    assert engine.stories.waiting() == 70
    assert [step async for step in engine.stories.join_new()] == [Joined(60, 70), Joined(70, 70)]


def test_a_pruned_article_leaves_its_story_and_takes_all_that_was_known_of_it(engine: Engine) -> None:
    ids = bring(engine, "abc")
    store = engine._store
    store.mark(list(ids.values()), read=True).result()
    store.mark([ids["a"], ids["c"]], saved=True).result()
    assert store.prune(NOW + timedelta(days=9)).result() == 1
    engine.stories.join_all()
    assert {each.row.id for each in engine.stories.tellings(ids["a"])} == {ids["a"], ids["c"]}
    with store._readers.reading() as connection:
        for table in ("feature", "posting"):
            held = {entry for (entry,) in connection.execute(f"SELECT entry FROM {table}")}
            assert held == {ids["a"], ids["c"]}
        assert connection.execute("SELECT sum(number) FROM frequency WHERE term & 0xffffffff = 0").get == 2
        assert connection.execute("SELECT count(*) FROM frequency WHERE number < 1").get == 0


def test_an_article_that_changes_stays_in_its_story_and_is_counted_once(engine: Engine) -> None:
    ids = bring(engine, "abc")
    story = engine.stories.story(ids["a"])
    other = draft("a", NEWS["a"][0] + " (update)", text=BRIDGE + " Een monteur is onderweg.", section="")
    engine._store.put("bron-a", Visit(), [other], NOW).result()
    engine.stories.join_all()
    after = engine.stories.story(ids["a"])
    assert story is not None
    assert after is not None
    assert (after.id, len(after.tellings)) == (story.id, 3)
    with engine._store._readers.reading() as connection:
        assert connection.execute("SELECT sum(number) FROM frequency WHERE term & 0xffffffff = 0").get == 3


def test_names_in_common_are_told(engine: Engine) -> None:
    ids = bring(engine, "c", minutes=60 * 24 * 40)
    assert engine.related(ids["c"]) == ()
    store = engine._store
    bring(engine, "e")
    articles = [store.article(number) for number in store.ids(Scope())]
    one, other = (article for article in articles if article is not None)
    assert in_common(one, names_of(one), other) == ("Vlissingen",)
    assert in_common(other, names_of(other), one) == ("Sloebrug", "Vlissingen", "Beheerder Noordervaart")


async def test_a_list_has_one_row_a_story_that_tells_how_many_carry_it(engine: Engine) -> None:
    ids = bring(engine, "abcd")
    plain, folded = engine.rows(Scope()), engine.folded(Scope(), 300)
    assert (len(plain), len(folded)) == (4, 2)
    row = folded.row(0)
    assert row is not None
    assert (row.others, row.read) == (2, False)
    assert {folded.index_of(ids[key]) for key in "abc"} == {0}
    assert folded.index_of(ids["d"]) == 1
    whole = await engine.all_folded(Scope())
    assert [whole.id_at(place) for place in range(2)] == [folded.id_at(place) for place in range(2)]


async def test_reading_one_telling_reads_the_row_and_not_the_others(engine: Engine) -> None:
    ids = bring(engine, "abc")
    folded = engine.folded(Scope())
    hidden = next(one for one in ids.values() if one != folded.id_at(0))
    await engine.mark([hidden], read=True)
    folded.forget([hidden])
    row = folded.row(0)
    assert row is not None
    assert row.read
    assert sum(each.read for each in engine.page(Scope(), 9)) == 1
    still = engine.folded(Scope(unread=True)).row(0)
    assert still is not None
    assert not still.read
    await engine.mark([hidden], read=False)
    folded.forget([hidden])
    row = folded.row(0)
    assert row is not None
    assert not row.read


async def test_reading_one_telling_reads_all_where_the_reader_wants_it(tmp_path: Path) -> None:
    with opened(tmp_path, Hands(), Settings(story_read="all")) as engine:
        ids = bring(engine, "abcd")
        undo = await engine.mark([ids["a"]], read=True)
        assert {row.id for row in engine.page(Scope(), 9) if row.read} == {ids[key] for key in "abc"}
        await engine.restore(undo)
        assert not [row for row in engine.page(Scope(), 9) if row.read]


def test_without_stories_a_list_is_as_it_was(tmp_path: Path) -> None:
    with opened(tmp_path, Hands(), Settings(stories=False)) as engine:
        bring(engine, "ab")
        assert len(engine.folded(Scope())) == 2


def test_folding_the_first_rows_takes_a_statement_more_and_reading_them_another(engine: Engine) -> None:
    bring(engine, "abc")
    counted: list[str] = []
    with engine._store._readers.reading() as connection:
        connection.set_profile(lambda sql, _: counted.append(sql))
        plain = engine.rows(Scope(), 300)
        plain.row(0)
        before = len(counted)
        folded = engine.folded(Scope(), 300)
        folded.row(0)
        connection.set_profile(None)
    assert len(counted) - before == before + 2


def test_related_asks_a_handful_of_questions(engine: Engine) -> None:
    ids = bring(engine, "abcde")
    counted: list[str] = []
    with engine._store._readers.reading() as connection:
        connection.set_profile(lambda sql, _: counted.append(sql))
        engine.related(ids["a"])
        connection.set_profile(None)
    assert len(counted) <= 15
