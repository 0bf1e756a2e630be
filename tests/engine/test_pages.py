"""A portal's lists as sources: a day of them, their following pages, and one article in several lists."""

from __future__ import annotations

from datetime import timedelta

import pytest

from newsreader.engine import Engine
from newsreader.model import ArticleRow, ProblemKind, Scope, ScopeKind, Source, SourceKind
from tests.engine.portal import Portal, Story
from tests.engine.reader import NOW, Hands, listed, refreshed
from tests.server import Reply, Server

MINUTE = timedelta(minutes=1)


async def follow(engine: Engine, portal: Portal, *sections: str) -> None:
    for section in sections or ("Buitenland",):
        source = Source(
            section.lower(), f"Portaal {section}", portal.url(section), "Proef", section, SourceKind.PAGE
        )
        assert await engine.subscriptions.add(source) is None


def stories(number: int, *, apart: timedelta, first: timedelta = timedelta()) -> list[Story]:
    return [
        Story(f"Bericht nummer {n} van het dorp", NOW + first + n * apart, revised=n % 3 == 0)
        for n in range(number)
    ]


def holds(row: ArticleRow, story: Story) -> bool:
    """Whether what the reader knows of the moment is true."""
    until = row.published_until or row.published
    return row.published is not None and until is not None and row.published <= story.published <= until


async def test_a_day_with_the_portal(engine: Engine, clock: Hands, server: Server) -> None:
    """Stories come, sink, change and age; a look every ten minutes has each once, and never a wrong time."""
    day = stories(30, apart=47 * MINUTE + timedelta(seconds=13), first=-300 * MINUTE)
    portal = Portal(server, clock, day)
    await follow(engine, portal)
    by_title = {story.title: story for story in day}
    widths: dict[str, timedelta] = {}
    for _ in range(6 * 24 + 1):
        await refreshed(engine, force=True)
        rows = listed(engine)
        assert {row.title for row in rows} == {story.title for story in portal.listed()}
        assert len(rows) == len(portal.listed())
        for row in rows:
            assert holds(row, by_title[row.title]), row
            assert row.published is not None
            width = (row.published_until or row.published) - row.published
            assert width <= widths.get(row.title, width)
            widths[row.title] = width
        clock.turn(minutes=10)
    assert all(widths[story.title] <= MINUTE for story in day[8:])
    changed = next(row for row in listed(engine) if row.title == day[9].title)
    assert changed.summary.endswith("Later is daar nieuws bij gekomen.")


async def test_an_age_that_only_gets_older_is_no_change(engine: Engine, clock: Hands, server: Server) -> None:
    portal = Portal(
        server, clock, [Story("De kade is weer vrij gegeven", NOW - 75 * MINUTE), *stories(3, apart=-MINUTE)]
    )
    await follow(engine, portal)
    await refreshed(engine)
    before = next(row for row in listed(engine) if row.title.startswith("De kade"))
    clock.turn(minutes=30)
    _, done = await refreshed(engine, force=True)
    after = next(row for row in listed(engine) if row.title.startswith("De kade"))
    assert (done.new, done.changed) == (0, 0)
    assert (before.published, before.published_until) == (NOW - 120 * MINUTE, NOW - 60 * MINUTE)
    assert (after.published, after.published_until) == (NOW - 90 * MINUTE, NOW - 60 * MINUTE)


async def test_following_pages_are_read_as_far_as_something_is_new(
    engine: Engine, clock: Hands, server: Server
) -> None:
    portal = Portal(server, clock, stories(20, apart=-MINUTE, first=-MINUTE))
    await follow(engine, portal)
    await refreshed(engine)
    assert len(listed(engine)) == 20
    first = [path for path in server.paths() if path.startswith("/nieuws/buitenland")]
    assert first == [
        "/nieuws/buitenland",
        "/nieuws/buitenland?page=2",
        "/nieuws/buitenland?page=3",
        "/nieuws/buitenland?page=4",
    ]
    clock.turn(minutes=1)
    await refreshed(engine, force=True)
    assert server.paths()[-1] == "/nieuws/buitenland"


async def test_five_pages_are_the_most(engine: Engine, clock: Hands, server: Server) -> None:
    portal = Portal(server, clock, stories(60, apart=-MINUTE, first=-MINUTE))
    await follow(engine, portal)
    await refreshed(engine)
    assert len(listed(engine)) == 40
    assert sum("/nieuws/buitenland" in path for path in server.paths()) == 5


async def test_a_site_that_forbids_it_has_no_following_pages_read(
    engine: Engine, clock: Hands, server: Server
) -> None:
    portal = Portal(server, clock, stories(20, apart=-MINUTE, first=-MINUTE))
    server.add("/robots.txt", Reply(b"User-agent: *\nDisallow: /*?page=\n"))
    await follow(engine, portal)
    await refreshed(engine)
    assert len(listed(engine)) == 8
    assert not [path for path in server.paths() if "page=" in path]


async def test_an_article_in_two_lists_is_one_with_both_sections(
    engine: Engine, clock: Hands, server: Server
) -> None:
    both = Story("Veerpont naar Breskens ligt stil", NOW - 20 * MINUTE, ("Zeeland", "Binnenland"))
    others = [
        Story(f"Alleen in {name} nummer {n}", NOW - n * MINUTE, (name,))
        for name in both.sections
        for n in range(3)
    ]
    portal = Portal(server, clock, [both, *others])
    await follow(engine, portal, *both.sections)
    for _ in range(2):
        for name in both.sections:
            await refreshed(engine, [name.lower()], force=True)
        clock.turn(minutes=10)
    assert len(listed(engine)) == 7
    for name in both.sections:
        titles = [row.title for row in listed(engine, Scope(ScopeKind.SECTION, name))]
        assert titles.count(both.title) == 1
        assert len(titles) == 4
    counts = engine.counts()
    assert counts.everything.total == 7
    assert {name: count.total for name, count in counts.sections} == {"Zeeland": 4, "Binnenland": 4}
    (row,) = (row for row in listed(engine) if row.title == both.title)
    await engine.mark([row.id], read=True)
    assert {name: count.unread for name, count in engine.counts().sections} == {"Zeeland": 3, "Binnenland": 3}
    await engine.mark_all(Scope(ScopeKind.SECTION, "Binnenland"))
    assert len(listed(engine, Scope(ScopeKind.SECTION, "Zeeland", unread=True))) == 3


async def test_a_page_that_no_longer_shows_news_says_so_and_loses_nothing(
    engine: Engine, clock: Hands, server: Server
) -> None:
    portal = Portal(server, clock, stories(5, apart=-MINUTE, first=-MINUTE))
    await follow(engine, portal)
    await refreshed(engine)
    portal.blank = True
    clock.turn(minutes=10)
    _, done = await refreshed(engine, force=True)
    ((_, problem),) = done.failed
    assert problem.kind is ProblemKind.NO_ARTICLES
    status = next(status for status in engine.sources() if status.source.id == "buitenland")
    assert status.visit.problem == problem
    assert len(listed(engine)) == 5
    portal.blank = False
    clock.turn(minutes=10)
    _, done = await refreshed(engine, force=True)
    assert (done.failed, done.new) == ((), 0)


async def test_the_lists_in_the_sites_menu_are_offered(engine: Engine, clock: Hands, server: Server) -> None:
    portal = Portal(server, clock, stories(5, apart=-MINUTE, first=-MINUTE))
    await follow(engine, portal)
    await refreshed(engine)
    others = [status.source for status in engine.sources() if not status.source.on]
    assert [(other.title, other.section, other.kind) for other in others] == [
        ("Portaal Binnenland", "Binnenland", SourceKind.PAGE),
        ("Portaal Economie", "Economie", SourceKind.PAGE),
    ]
    assert await engine.subscriptions.remove(others[0].id) is None
    clock.turn(minutes=10)
    await refreshed(engine, force=True)
    assert len(engine.sources()) == 2


@pytest.fixture
def server_of_gates(server: Server) -> dict[str, ProblemKind]:
    pages = {
        "/toestemming": (b"<p>Wij gebruiken cookies.</p><button>Akkoord</button>", ProblemKind.CONSENT),
        "/inloggen": (b"<form>Inloggen <input type=password></form>", ProblemKind.LOGIN),
        "/leeg": (b"<div id=root></div><script src=/app.js></script>", ProblemKind.SCRIPT),
    }
    for path, (body, _) in pages.items():
        server.add(path, Reply(body, headers=(("Content-Type", "text/html"),)))
    return {server.url(path): kind for path, (_, kind) in pages.items()}


async def test_a_gate_is_named(engine: Engine, server_of_gates: dict[str, ProblemKind]) -> None:
    for number, url in enumerate(server_of_gates):
        await engine.subscriptions.add(Source(f"poort-{number}", "Poort", url, kind=SourceKind.PAGE))
    _, done = await refreshed(engine)
    assert {source.url: problem.kind for source, problem in done.failed} == server_of_gates
