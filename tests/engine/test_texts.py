"""The full texts of what pages announce: politely, once, and at once for a reader who opens one."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import aclosing
from datetime import timedelta
from itertools import pairwise
from pathlib import Path

import pytest

from newsreader.engine import Engine
from newsreader.model import Problem, ProblemKind, Scope, ScopeKind, Source, TextAsked
from newsreader.paths import Paths
from newsreader.settings import Settings
from tests.engine.portal import Portal, Story
from tests.engine.reader import NOW, Hands, listed, refreshed
from tests.engine.test_pages import MINUTE, follow, stories
from tests.server import Received, Reply, Server, redirect


@pytest.fixture
def engine(tmp_path: Path, clock: Hands) -> Iterator[Engine]:
    """An engine whose pauses turn the clock."""

    async def sleep(seconds: float) -> None:
        clock.turn(seconds=seconds)

    engine = Engine.open(Paths(tmp_path, tmp_path), Settings(), clock=clock, sleep=sleep)
    assert isinstance(engine, Engine)
    with engine:
        yield engine


@pytest.fixture
async def portal(engine: Engine, clock: Hands, server: Server) -> Portal:
    """A portal with four stories, whose list has been read."""
    portal = Portal(server, clock, stories(4, apart=-MINUTE, first=-MINUTE))
    await follow(engine, portal)
    await refreshed(engine)
    server.requests.clear()
    return portal


async def texts(engine: Engine) -> list[int]:
    """The ids of the articles whose text came."""
    return [
        event.article_id
        async for event in engine.texts()
        if isinstance(event, TextAsked) and event.problem is None
    ]


def words(engine: Engine, article_id: int) -> str:
    article = engine.article(article_id)
    assert article is not None
    return " ".join(block.text for block in article.blocks)


async def test_each_text_is_read_once_and_a_second_apart(
    engine: Engine, clock: Hands, server: Server, portal: Portal
) -> None:
    asked: list[tuple[str, float]] = []

    def noted(story: Story) -> None:
        def answer(request: Received) -> Reply:
            asked.append((request.path, (clock() - NOW).total_seconds()))
            return Reply(portal.article(story), headers=(("Content-Type", "text/html"),))

        server.add(story.path, answer)

    for story in portal.stories:
        noted(story)
    came = await texts(engine)
    assert [path for path, _ in asked] == [story.path for story in portal.stories]
    moments = [moment for _, moment in asked]
    assert all(later - earlier >= 1 for earlier, later in pairwise(moments))
    assert server.peak["127.0.0.1"] == 1
    assert came == [row.id for row in listed(engine)]
    article = engine.article(came[0])
    assert article is not None
    assert article.whole
    assert (article.dateline.places, article.dateline.agencies) == (("GRAVENPOLDER",), ("ANP",))
    assert len(article.blocks) == 3
    assert engine.search("secretaris")
    clock.turn(minutes=10)
    await refreshed(engine, force=True)
    assert await texts(engine) == []
    assert len(asked) == 4


async def test_a_teaser_that_changes_leaves_the_text_and_the_marks(
    engine: Engine, clock: Hands, portal: Portal
) -> None:
    await texts(engine)
    story = next(story for story in portal.stories if story.revised)
    (row,) = (row for row in listed(engine) if row.title == story.title)
    await engine.mark([row.id], saved=True)
    clock.turn(hours=2)
    _, done = await refreshed(engine, force=True)
    assert done.changed > 0
    (after,) = (row for row in listed(engine) if row.title == story.title)
    assert after.summary.endswith("Later is daar nieuws bij gekomen.")
    assert after.saved
    assert "secretaris" in words(engine, row.id)
    assert await texts(engine) == []


async def test_what_robots_forbid_is_only_read_by_hand(
    engine: Engine, server: Server, portal: Portal
) -> None:
    server.add("/robots.txt", Reply(b"User-agent: *\nDisallow: /nieuws/bericht\n"))
    engine._permission._rules.clear()
    assert await texts(engine) == []
    assert server.paths() == ["/robots.txt"]
    (row, *_) = listed(engine)
    assert await engine.read_text(row.id) is None
    assert "secretaris" in words(engine, row.id)


async def test_a_reader_who_opens_an_article_does_not_wait_for_the_others(
    engine: Engine, server: Server, portal: Portal
) -> None:
    last = listed(engine)[-1]
    article = engine.article(last.id)
    assert article is not None
    assert engine.lacks_text(article)
    assert await engine.read_text(last.id) is None
    assert server.paths() == [portal.stories[-1].path]
    assert await engine.read_text(last.id) is None
    assert len(server.paths()) == 1
    assert last.id not in await texts(engine)


async def test_a_page_that_is_gone_is_not_asked_for_again(
    engine: Engine, server: Server, portal: Portal
) -> None:
    server.add(portal.stories[0].path, Reply(status=404))
    server.add(portal.stories[1].path, Reply(b"<form>Inloggen <input type=password></form>"))
    assert len(await texts(engine)) == 2
    assert await texts(engine) == []
    assert server.paths().count(portal.stories[0].path) == 1
    problem = await engine.read_text(listed(engine)[1].id)
    assert problem is not None
    assert problem.kind is ProblemKind.LOGIN


async def test_a_redirect_to_another_story_brings_no_text(
    engine: Engine, server: Server, portal: Portal
) -> None:
    first, second, *_ = portal.stories
    other = Story("Heel iets anders: de kermis begint", NOW - MINUTE)
    server.add("/voorpagina", Reply(portal.article(other), headers=(("Content-Type", "text/html"),)))
    server.add("/verhuisd", Reply(portal.article(second), headers=(("Content-Type", "text/html"),)))
    server.add(first.path, redirect("/voorpagina"))
    server.add(second.path, redirect("/verhuisd"))
    await texts(engine)
    before, moved, *_ = (engine.article(row.id) for row in listed(engine))
    assert before is not None
    assert moved is not None
    assert (before.whole, moved.whole) == (False, True)


async def test_a_server_in_trouble_is_asked_three_times_on_later_occasions(
    engine: Engine, server: Server, portal: Portal
) -> None:
    path = portal.stories[0].path
    server.add(path, Reply(status=500))
    for _ in range(5):
        await texts(engine)
    assert server.paths().count(path) == 3


async def test_without_a_network_no_attempt_is_counted(
    engine: Engine, portal: Portal, monkeypatch: pytest.MonkeyPatch
) -> None:
    counted: list[int] = []

    async def unreachable(_source: Source, url: str, _fetcher: object) -> tuple[Problem, int]:
        counted.append(1)
        return Problem(kind, url), 0

    monkeypatch.setattr(engine._texts._reader, "_page", unreachable)
    for kind in (ProblemKind.DNS, ProblemKind.NETWORK) * 2:  # noqa: B007 - what `unreachable` answers
        assert await texts(engine) == []
    assert len(counted) == 4
    monkeypatch.undo()
    assert len(await texts(engine)) == 4


async def test_what_is_left_when_the_reader_leaves_comes_next_time(engine: Engine, portal: Portal) -> None:
    async with aclosing(engine.texts()) as events:
        first = await anext(events)
    assert isinstance(first, TextAsked)
    rest = await texts(engine)
    assert [first.article_id, *rest] == [row.id for row in listed(engine)]


async def test_the_list_under_an_article_feeds_its_section(
    engine: Engine, clock: Hands, server: Server
) -> None:
    """Of the text's own date it says nothing."""
    old = Story("Molen van Hoek draait weer", NOW - timedelta(days=200), ("Zeeland",))
    portal = Portal(server, clock, [old, *stories(2, apart=-MINUTE, first=-MINUTE)])
    server.add(old.path, Reply(portal.article(old).replace(b"Meer uit Zeeland", b"Meer uit Buitenland")))
    under = portal.list_page("Buitenland", 1).split(b"<main>")[1].replace(b"<h1>", b"<h2>")
    page = portal.article(old).split(b"<h2>Meer uit")[0] + b"<h2>Meer uit Buitenland</h2>" + under
    server.add(old.path, Reply(page, headers=(("Content-Type", "text/html"),)))
    await follow(engine, portal, "Zeeland")
    await refreshed(engine)
    before = listed(engine)
    assert [row.title for row in before] == [old.title]
    assert await engine.read_text(before[0].id) is None
    fed = listed(engine, Scope(ScopeKind.SECTION, "Buitenland"))
    assert [row.title for row in fed][:2] == [story.title for story in portal.listed()]
    assert all(row.summary and row.published_until for row in fed[:2])
    (after,) = (row for row in listed(engine) if row.id == before[0].id)
    assert (after.published, after.published_until) == (before[0].published, before[0].published_until)
    assert after.section == "Zeeland"


async def test_a_truncated_feed_has_its_articles_read_whole_unless_the_reader_wishes_otherwise(
    engine: Engine, clock: Hands, server: Server
) -> None:
    portal = Portal(server, clock, stories(2, apart=-MINUTE, first=-MINUTE))
    items = "".join(
        f"<item><title>{story.title}</title><link>{server.url(story.path)}</link></item>"
        for story in portal.stories
    )
    body = f"<rss version='2.0'><channel><title>Portaal</title>{items}</channel></rss>".encode()
    assert await engine.subscriptions.add(Source("feed", "Portaal", server.add("/feed", Reply(body)))) is None
    await refreshed(engine)
    engine.settings = Settings(source={"feed": {"full_text": False}})
    assert await texts(engine) == []
    row, *_ = listed(engine)
    assert await engine.read_text(row.id) is None
    assert words(engine, row.id) == ""
    engine.settings = Settings(source={"feed": {"full_text": "auto"}})
    assert len(await texts(engine)) == 2
    assert "secretaris" in words(engine, row.id)
