"""The engine's reads and marks: lists, related stories, the next unread one, search, undo."""

from __future__ import annotations

from pathlib import Path

import pytest

from newsreader.engine import Engine
from newsreader.model import Problem, ProblemKind, RefreshDone, Scope, ScopeKind
from newsreader.paths import Paths
from newsreader.settings import Settings
from tests.engine.reader import Hands, feed, follow, item, listed, opened, refreshed, rss, titles
from tests.server import Reply, Server


def dated(guid: str, minute: int, more: str = "") -> str:
    return item(guid, more=f"<pubDate>Mon, 02 Mar 2026 10:{minute:02}:00 GMT</pubDate>{more}")


@pytest.fixture
async def six(engine: Engine, server: Server) -> Engine:
    """Six articles a minute apart, `Bericht 0` the newest, of one source and section."""
    url = server.add("/feed", Reply(rss(dated(str(n), 50 - n) for n in range(6))))
    await follow(engine, url)
    await refreshed(engine)
    return engine


def place(engine: Engine, after: int, scope: Scope | None = None) -> int | None:
    scope = scope or Scope()
    return engine.next_unread(scope, engine.rows(scope), after)


async def test_the_newest_stands_first(six: Engine) -> None:
    assert titles(six) == [f"Bericht {n}" for n in range(6)]


async def test_next_unread_is_the_first_one_below(six: Engine) -> None:
    ids = [row.id for row in listed(six)]
    await six.mark([ids[1], ids[2]], read=True)
    assert [place(six, n) for n in range(6)] == [3, 3, 3, 4, 5, None]


async def test_next_unread_is_found_beyond_the_rows_in_memory(
    engine: Engine, server: Server, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("newsreader.engine.reads.WINDOW", 2)
    await follow(engine, server.add("/feed", Reply(rss(dated(str(n), 50 - n) for n in range(9)))))
    await refreshed(engine)
    ids = [row.id for row in listed(engine)]
    await engine.mark(ids[:7], read=True)
    assert place(engine, 0) == 7
    await engine.mark(ids[7:], read=True)
    assert place(engine, 0) is None


async def test_related_stories_are_the_newest_of_the_section(engine: Engine, server: Server) -> None:
    sport = "<category>Sport</category>"
    entries = [dated(str(n), 40 - n) for n in range(12)] + [dated("bal", 59, sport)]
    await follow(engine, server.add("/feed", Reply(rss(entries))))
    await refreshed(engine)
    row = next(row for row in listed(engine) if row.title == "Bericht 3")
    related = engine.related(row.id)
    expected = [f"Bericht {n}" for n in range(12) if n != 3][:9]
    assert [each.row.title for each in related] == expected
    assert {each.why for each in related} == {"section"}


async def test_without_a_section_the_source_tells_what_is_related(engine: Engine, server: Server) -> None:
    await follow(engine, server.add("/feed", Reply(feed("a", "b"))), section="")
    await refreshed(engine)
    first, second = listed(engine)
    assert [(each.row.id, each.why) for each in engine.related(first.id)] == [(second.id, "source")]


async def test_nothing_is_related_to_what_is_not_there(engine: Engine) -> None:
    assert engine.related(404) == ()
    assert engine.article(404) is None


async def test_marks_are_taken_back_to_what_they_were(six: Engine) -> None:
    ids = [row.id for row in listed(six)]
    await six.mark(ids[:2], read=True, saved=True)
    before = listed(six)
    marks = await six.mark_all(Scope())
    assert sorted(mark.id for mark in marks) == sorted(ids[2:])
    assert six.counts().everything.unread == 0
    await six.restore(marks)
    assert listed(six) == before


async def test_a_mark_that_changes_nothing_has_nothing_to_undo(six: Engine) -> None:
    (row, *_) = listed(six)
    assert await six.mark([row.id], read=False) == []
    assert [mark.read for mark in await six.mark([row.id], read=True)] == [False]
    assert await six.mark([row.id], read=True) == []
    assert await six.mark([], read=True) == []


async def test_mark_all_stays_within_its_scope(engine: Engine, server: Server) -> None:
    urls = server.add("/een", Reply(feed("a", "b"))), server.add("/twee", Reply(feed("c")))
    await follow(engine, *urls)
    await refreshed(engine)
    assert len(await engine.mark_all(Scope(ScopeKind.SOURCE, "bron-1"))) == 2
    assert [row.title for row in listed(engine, Scope(unread=True))] == ["Bericht c"]


async def test_search_takes_no_notice_of_accents_and_shows_where(engine: Engine, server: Server) -> None:
    texts = [("a", "Café open", "Er was koffie."), ("b", "Brug dicht", "Bij het cafe was het druk.")]
    await follow(engine, server.add("/feed", Reply(rss(item(g, t, text=x) for g, t, x in texts))))
    await refreshed(engine)
    found = await engine.find("cafe")
    rows = [row for row in map(found.row, range(len(found))) if row]
    assert [row.title for row in rows] == ["Café open", "Brug dicht"]
    assert "cafe" in rows[1].summary
    assert len(await engine.find("")) == 0


async def test_the_version_tells_of_another_programs_writing(
    six: Engine, tmp_path: Path, clock: Hands
) -> None:
    before = six.version()
    assert six.version() == before
    with opened(tmp_path, clock) as other:
        await other.mark([listed(other)[0].id], read=True)
    assert six.version() != before
    assert listed(six)[0].read


def test_a_file_that_is_no_store_is_a_problem(tmp_path: Path) -> None:
    (tmp_path / "news.db").write_bytes(b"Dit is geen database. " * 100)
    found = Engine.open(Paths(tmp_path, tmp_path), Settings())
    assert isinstance(found, Problem)
    assert found.kind in (ProblemKind.STORE_DAMAGED, ProblemKind.STORE_FOREIGN)
    assert (tmp_path / "news.db").read_bytes().startswith(b"Dit is")


def test_the_catalogue_is_there_and_what_was_removed_stays_away(tmp_path: Path, clock: Hands) -> None:
    with opened(tmp_path, clock) as engine:
        engine.prepare()
        statuses = engine.sources()
        assert {status.source.group for status in statuses} == {"Zeeuws", "Landelijk", "Sport"}
        assert 0 < sum(status.source.on for status in statuses) < len(statuses)


async def test_a_built_in_source_that_was_removed_is_not_added_again(tmp_path: Path, clock: Hands) -> None:
    with opened(tmp_path, clock) as engine:
        engine.prepare()
        gone = engine.sources()[0].source.id
        await engine.subscriptions.remove(gone)
    with opened(tmp_path, clock) as engine:
        engine.prepare()
        assert gone not in {status.source.id for status in engine.sources()}


async def test_the_demo_touches_no_network(tmp_path: Path, clock: Hands) -> None:
    with opened(tmp_path, clock, demo=True) as engine:
        engine.prepare()
        assert [event async for event in engine.refresh(force=True)] == [RefreshDone(0, 0, 0)]
        found = await engine.subscriptions.find("https://blad.example")
        assert found == Problem(ProblemKind.OFFLINE, "https://blad.example")


async def test_a_list_of_unread_is_a_list_of_its_own(six: Engine) -> None:
    scope = Scope(ScopeKind.SECTION, "Zeeland")
    first = listed(six, scope)[0]
    await six.mark([first.id], read=True)
    unread = await six.all_folded(scope._replace(unread=True))
    assert (len(unread), unread.index_of(first.id)) == (5, None)
