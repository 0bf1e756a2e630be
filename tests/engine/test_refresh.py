"""A refresh of real sources: what is told, what is written, and what is not asked or read twice."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from newsreader.engine import Engine, ingest, workshop
from newsreader.model import Problem, ProblemKind, Scope, ScopeKind
from newsreader.settings import Settings
from tests.engine.reader import Hands, feed, follow, item, listed, refreshed, rss, titles
from tests.server import Reply, Server


@pytest.fixture
def understood(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The sources whose bytes were parsed, in order."""
    parsed: list[str] = []
    real: Callable[..., Any] = ingest.understand_packed

    def counting(source: Any, *rest: Any, **options: Any) -> Any:
        parsed.append(source.id)
        return real(source, *rest, **options)

    monkeypatch.setattr(workshop, "understand_packed", counting)
    return parsed


async def test_the_events_count_up_to_the_number_of_sources(engine: Engine, server: Server) -> None:
    await follow(
        engine,
        server.add("/een", Reply(feed("a", "b"))),
        server.add("/twee", Reply(feed("c"))),
        server.url("/3"),
    )
    checked, done = await refreshed(engine)
    assert [(event.done, event.total) for event in checked] == [(1, 3), (2, 3), (3, 3)]
    assert {event.source.id: event.new for event in checked} == {"bron-1": 2, "bron-2": 1, "bron-3": 0}
    assert (done.checked, done.new, done.changed) == (3, 3, 0)
    assert [(source.id, problem.detail) for source, problem in done.failed] == [("bron-3", "404")]


async def test_nothing_to_visit_is_a_refresh_of_nothing(engine: Engine) -> None:
    checked, done = await refreshed(engine)
    assert checked == []
    assert (done.checked, done.new, done.failed) == (0, 0, ())


async def test_an_article_is_written_as_it_was_published(engine: Engine, server: Server) -> None:
    more = "<pubDate>Mon, 02 Mar 2026 09:30:00 GMT</pubDate><category>sport</category>"
    text = "<p>GOES (ANP) - De brug gaat open.</p><p>Morgen weer dicht.</p>"
    await follow(engine, server.add("/feed", Reply(rss([item("a", "Brug open", text=text, more=more)]))))
    await refreshed(engine)
    (row,) = listed(engine)
    article = engine.article(row.id)
    assert article is not None
    assert (row.title, row.section, row.source) == ("Brug open", "Sport", "Bron 1")
    assert row.published is not None
    assert row.published.isoformat() == "2026-03-02T09:30:00+00:00"
    assert row.summary == "De brug gaat open."
    assert (article.dateline.places, article.dateline.agencies) == (("GOES",), ("ANP",))
    assert [block.text for block in article.blocks] == ["De brug gaat open.", "Morgen weer dicht."]


async def test_a_source_that_fails_leaves_the_others_alone(engine: Engine, server: Server) -> None:
    urls = [
        server.add("/goed", Reply(feed("a"))),
        server.add("/stuk", Reply(b"<rss><channel><item>", cut=5)),
        server.add("/html", Reply(b"<!doctype html><html><title>Hallo</title><p>Dag</p></html>")),
        server.add("/weg", Reply(reset=True)),
        server.add("/leeg", Reply(b"")),
        server.add("/fout", Reply(status=500)),
    ]
    await follow(engine, *urls)
    checked, done = await refreshed(engine)
    kinds = {event.source.id: event.problem.kind for event in checked if event.problem}
    assert titles(engine) == ["Bericht a"]
    assert kinds == {
        "bron-2": ProblemKind.NETWORK,
        "bron-3": ProblemKind.NOT_A_FEED,
        "bron-4": ProblemKind.NETWORK,
        "bron-5": ProblemKind.EMPTY,
        "bron-6": ProblemKind.HTTP,
    }
    assert len(done.failed) == 5


async def test_a_problem_is_kept_until_the_source_answers_again(engine: Engine, server: Server) -> None:
    await follow(engine, server.add("/feed", Reply(status=500), Reply(status=500), Reply(feed("a"))))
    failures = []
    for _ in range(3):
        await refreshed(engine, force=True)
        (status,) = engine.sources()
        failures.append((status.visit.failures, status.visit.problem))
    problem = Problem(ProblemKind.HTTP, server.url("/feed"), "500")
    assert failures == [(1, problem), (2, problem), (0, None)]


async def test_what_has_not_changed_is_asked_for_and_not_sent(engine: Engine, server: Server) -> None:
    moment = "Mon, 02 Mar 2026 08:00:00 GMT"
    await follow(engine, server.add("/feed", Reply(feed("a"), etag='"1"', last_modified=moment)))
    await refreshed(engine)
    sent = server.written
    (checked,), _ = await refreshed(engine, force=True)
    headers = server.requests[1].headers
    assert (headers["if-none-match"], headers["if-modified-since"]) == ('"1"', moment)
    assert server.written == sent
    assert (checked.new, checked.changed, checked.problem) == (0, 0, None)


async def test_a_304_ends_a_row_of_failures(engine: Engine, server: Server) -> None:
    good = Reply(feed("a"), etag='"1"')
    await follow(engine, server.add("/feed", good, Reply(status=500), good))
    for _ in range(3):
        await refreshed(engine, force=True)
    (status,) = engine.sources()
    assert (status.visit.problem, status.visit.failures, status.articles) == (None, 0, 1)


async def test_the_same_bytes_are_not_parsed_again(
    engine: Engine, server: Server, understood: list[str]
) -> None:
    await follow(engine, server.add("/feed", Reply(feed("a")), Reply(feed("a")), Reply(feed("a", "b"))))
    new = [(await refreshed(engine, force=True))[1].new for _ in range(3)]
    assert new == [1, 0, 1]
    assert understood == ["bron-1", "bron-1"]


async def test_the_same_bytes_are_parsed_again_after_a_failure(
    engine: Engine, server: Server, understood: list[str]
) -> None:
    good = Reply(feed("a"))
    await follow(engine, server.add("/feed", good, Reply(b"{}"), good))
    for _ in range(3):
        await refreshed(engine, force=True)
    assert understood == ["bron-1"] * 3
    assert engine.sources()[0].visit.problem is None


async def test_an_article_that_was_changed_is_changed_and_not_new(engine: Engine, server: Server) -> None:
    before, after = rss([item("a", "Brug dicht")]), rss([item("a", "Brug weer open")])
    await follow(engine, server.add("/feed", Reply(before), Reply(after)))
    await refreshed(engine)
    (row,) = listed(engine)
    await engine.mark([row.id], read=True, saved=True)
    (checked,), done = await refreshed(engine, force=True)
    (changed,) = listed(engine)
    assert (checked.new, checked.changed, done.changed) == (0, 1, 1)
    assert (changed.id, changed.title, changed.read, changed.saved) == (row.id, "Brug weer open", True, True)


async def test_marks_outlive_an_article_that_leaves_its_feed_and_returns(
    engine: Engine, server: Server
) -> None:
    await follow(engine, server.add("/feed", Reply(feed("a", "b")), Reply(feed("b")), Reply(feed("a", "b"))))
    await refreshed(engine)
    first = next(row for row in listed(engine) if row.title == "Bericht a")
    await engine.mark([first.id], read=True, saved=True)
    counts = []
    for _ in range(2):
        counts.append((await refreshed(engine, force=True))[1].new)
        row = next(row for row in listed(engine) if row.title == "Bericht a")
        assert (row.id, row.read, row.saved) == (first.id, True, True)
    assert counts == [0, 0]


async def test_only_the_sources_asked_for_are_visited(engine: Engine, server: Server) -> None:
    await follow(engine, *(server.add(f"/{n}", Reply(feed(str(n)))) for n in range(3)))
    _, done = await refreshed(engine, ["bron-2"])
    assert server.paths() == ["/1"]
    assert done.checked == 1


async def test_a_source_that_is_off_is_visited_only_by_name(engine: Engine, server: Server) -> None:
    await follow(engine, server.add("/feed", Reply(feed("a"))))
    await engine.subscriptions.switch("bron-1", False)
    assert (await refreshed(engine, force=True))[1].checked == 0
    assert (await refreshed(engine, ["bron-1"], force=True))[1].new == 1


async def test_a_refresh_prunes_what_was_read_long_ago_but_never_what_is_saved(
    engine: Engine, server: Server, clock: Hands
) -> None:
    engine.settings = Settings(keep_days=30)
    await follow(engine, server.add("/feed", Reply(feed("a", "b", "c")), Reply(feed("d"))))
    await refreshed(engine)
    ids = {row.title[-1]: row.id for row in listed(engine)}
    await engine.mark([ids["a"], ids["b"]], read=True)
    await engine.mark([ids["b"]], saved=True)
    clock.turn(days=31)
    await refreshed(engine)
    assert sorted(titles(engine)) == ["Bericht b", "Bericht c", "Bericht d"]
    assert titles(engine, Scope(ScopeKind.SAVED)) == ["Bericht b"]


async def test_with_keep_days_at_nought_everything_stays(
    engine: Engine, server: Server, clock: Hands
) -> None:
    engine.settings = Settings(keep_days=0)
    await follow(engine, server.add("/feed", Reply(feed("a")), Reply(feed("b"))))
    await refreshed(engine)
    await engine.mark([row.id for row in listed(engine)], read=True)
    clock.turn(days=4000)
    await refreshed(engine)
    assert sorted(titles(engine)) == ["Bericht a", "Bericht b"]


async def test_the_store_is_asked_as_often_for_one_unchanged_source_as_for_ten(
    engine: Engine, server: Server, monkeypatch: pytest.MonkeyPatch
) -> None:
    reply = Reply(feed("a"), headers=(("ETag", '"1"'),))
    sources = await follow(engine, *(server.add(f"/{n}", reply) for n in range(10)))
    await refreshed(engine)
    read: Callable[..., Any] = engine._store._read
    asked: list[int] = []
    for number in (1, 10):
        calls: list[object] = []
        monkeypatch.setattr(engine._store, "_read", lambda work, to=calls: (to.append(work), read(work))[1])
        _, done = await refreshed(engine, [source.id for source in sources[:number]], force=True)
        assert (done.checked, done.new) == (number, 0)
        asked.append(len(calls))
    assert asked[0] == asked[1]
