"""Truncated articles of feeds: which texts are fetched beforehand, in which budget, and why one is not."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest

from newsreader.engine import Engine
from newsreader.engine.text import CAP
from newsreader.model import Problem, ProblemKind, TextAsked, TextsDone
from newsreader.paths import Paths
from newsreader.settings import Settings
from tests.engine.reader import Hands, listed, refreshed, rss
from tests.engine.reader import follow as followed
from tests.server import Reply, Server

HTML = (("Content-Type", "text/html; charset=utf-8"),)
LONG = "De dorpsraad vergadert er woensdag over, in het gebouw achter de kerk, en iedereen mag komen. " * 3


def opened(folder: Path, clock: Hands, settings: Settings | None = None) -> Engine:
    async def sleep(_: float) -> None:
        await asyncio.sleep(0)

    engine = Engine.open(Paths(folder, folder), settings or Settings(), clock=clock, sleep=sleep)
    assert isinstance(engine, Engine)
    return engine


@pytest.fixture
def engine(tmp_path: Path, clock: Hands) -> Iterator[Engine]:
    with opened(tmp_path, clock) as engine:
        yield engine


def page(name: str, text: str = LONG) -> bytes:
    return (
        f"<!doctype html><html lang=nl><title>Bericht {name}</title><meta name=author content='Jo Pier'>"
        f"<article><h1>Bericht {name}</h1><p>Er is nieuws over {name}.</p><p>{text}</p></article>"
    ).encode()


def serve(server: Server, path: str, *names: str) -> str:
    """A feed at that path with a summary for each name, and their pages."""
    items = []
    for name in names:
        url = server.add(f"/{name}", Reply(page(name), headers=HTML))
        items.append(
            f"<item><guid>{name}</guid><title>Bericht {name}</title><link>{url}</link>"
            f"<description>Er is nieuws over {name}.</description></item>"
        )
    return server.add(path, Reply(rss(items)))


async def asked(engine: Engine, *, full: bool = False) -> tuple[list[TextAsked], TextsDone | None]:
    events = [event async for event in engine.texts(full=full)]
    done = [event for event in events if isinstance(event, TextsDone)]
    return [event for event in events if isinstance(event, TextAsked)], done[0] if done else None


def pages(server: Server) -> list[str]:
    return [path for path in server.paths() if path not in ("/robots.txt", "/feed", "/andere")]


async def test_before_anything_was_read_the_newest_of_all_are_fetched(engine: Engine, server: Server) -> None:
    await followed(engine, serve(server, "/feed", "a", "b"))
    await refreshed(engine)
    events, done = await asked(engine)
    assert [(event.done, event.total, event.problem) for event in events] == [(1, 2, None), (2, 2, None)]
    assert done is not None
    assert done.spent == len(page("a")) + len(page("b"))
    assert all(row.whole for row in listed(engine))
    article = engine.article(events[0].article_id)
    assert article is not None
    assert (article.author, article.fetched, len(article.blocks)) == ("Jo Pier", True, 2)


async def test_only_what_is_unread_in_what_is_read_is_fetched(engine: Engine, server: Server) -> None:
    await followed(engine, serve(server, "/feed", "a", "b"), section="Zeeland")
    await refreshed(engine)
    first, _ = listed(engine)
    await engine.mark([first.id], read=True)
    (other,) = await followed_as(engine, serve(server, "/andere", "c"), "ander", "Sport")
    await refreshed(engine, [other])
    events, _ = await asked(engine)
    assert [event.title for event in events] == [listed(engine)[-1].title]
    assert len(pages(server)) == 1
    sport = next(row for row in listed(engine) if row.section == "Sport")
    await engine.mark([sport.id], read=True)
    assert (await asked(engine))[0] == []


async def followed_as(engine: Engine, url: str, name: str, section: str) -> list[str]:
    from newsreader.model import Source

    assert await engine.subscriptions.add(Source(name, name.title(), url, "Proef", section)) is None
    return [name]


async def test_the_budget_holds_over_new_starts_and_until_the_next_day(
    tmp_path: Path, clock: Hands, server: Server
) -> None:
    names = [f"bericht-{number}" for number in range(4)]
    url = serve(server, "/feed", *names)
    for name in names[:2]:
        server.add(f"/{name}", Reply(page(name, LONG * 2_000), headers=HTML))
    settings = Settings(full_text_megabytes=1)
    with opened(tmp_path, clock, settings) as engine:
        await followed(engine, url)
        await refreshed(engine)
        events, done = await asked(engine)
        assert done is not None
        assert (len(events), done.left, done.budget) == (2, 2, 1_000_000)
        assert done.spent > done.budget
    with opened(tmp_path, clock, settings) as engine:
        assert (await asked(engine))[0] == []
        assert len(pages(server)) == 2
        clock.turn(hours=24)
        assert len((await asked(engine))[0]) == 2


@pytest.mark.parametrize(
    ("settings", "when_opened"),
    [
        (Settings(full_text="open"), True),
        (Settings(full_text="never"), False),
        (Settings(full_text_megabytes=0), True),
        (Settings(source={"bron-1": {"limited": True}}), True),
        (Settings(source={"bron-1": {"full_text": False}}), False),
    ],
)
async def test_nothing_is_fetched_beforehand_against_the_settings(
    engine: Engine, server: Server, settings: Settings, when_opened: bool
) -> None:
    engine.settings = settings
    await followed(engine, serve(server, "/feed", "a"))
    await refreshed(engine)
    assert (await asked(engine))[0] == []
    assert pages(server) == []
    (row,) = listed(engine)
    article = engine.article(row.id)
    assert article is not None
    assert engine.lacks_text(article) is when_opened
    assert await engine.read_text(row.id) is None
    assert listed(engine)[0].whole is when_opened
    assert await engine.fetch_text(row.id) is None
    assert listed(engine)[0].whole


async def test_full_asks_whatever_the_settings_say_about_when(engine: Engine, server: Server) -> None:
    engine.settings = Settings(full_text="open")
    await followed(engine, serve(server, "/feed", "a"))
    await refreshed(engine)
    assert len((await asked(engine, full=True))[0]) == 1


async def test_a_source_that_asks_for_less_is_left_alone_for_a_week(
    engine: Engine, clock: Hands, server: Server
) -> None:
    await followed(engine, serve(server, "/feed", "a", "b"))
    await refreshed(engine)
    server.add("/a", Reply(status=429))
    server.add("/b", Reply(status=429))
    events, _ = await asked(engine)
    assert [event.problem and event.problem.kind for event in events] == [ProblemKind.WAIT]
    clock.turn(days=6)
    assert (await asked(engine))[0] == []
    clock.turn(days=2)
    assert len((await asked(engine))[0]) == 1


async def test_a_feed_that_asks_for_less_has_no_texts_fetched(engine: Engine, server: Server) -> None:
    await followed(engine, serve(server, "/feed", "a"))
    await refreshed(engine)
    server.add("/feed", Reply(status=503, headers=(("Retry-After", "60"),)))
    await refreshed(engine, force=True)
    assert (await asked(engine))[0] == []


@pytest.mark.parametrize(
    ("body", "kind"),
    [
        (b"<form>Inloggen <input type=password></form>", ProblemKind.LOGIN),
        (b"<title>Cookies</title><p>Wij gebruiken cookies.</p><button>Akkoord</button>", ProblemKind.CONSENT),
        (b"<noscript>Zet JavaScript aan</noscript><script src=a.js></script>", ProblemKind.SCRIPT),
        (b"<p>x</p>" * (CAP // 8 + 1), ProblemKind.TOO_LARGE),
    ],
)
async def test_a_gate_is_remembered_and_not_tried_again_unasked(
    engine: Engine, server: Server, body: bytes, kind: ProblemKind
) -> None:
    await followed(engine, serve(server, "/feed", "a"))
    await refreshed(engine)
    server.add("/a", Reply(body, headers=HTML))
    (row,) = listed(engine)
    problem = await engine.read_text(row.id)
    assert problem is not None
    assert problem.kind is kind
    article = engine.article(row.id)
    assert article is not None
    assert (article.missing, article.row.whole) == (problem, False)
    assert [block.text for block in article.blocks] == ["Er is nieuws over a."]
    assert await engine.read_text(row.id) == problem
    assert (await asked(engine))[0] == []
    assert len(pages(server)) == 1
    server.add("/a", Reply(page("a"), headers=HTML))
    assert await engine.fetch_text(row.id) is None
    article = engine.article(row.id)
    assert article is not None
    assert (article.missing, article.row.whole) == (None, True)


async def test_what_robots_forbid_is_named_and_still_opens(engine: Engine, server: Server) -> None:
    server.add("/robots.txt", Reply(b"User-agent: *\nDisallow: /\n"))
    await followed(engine, serve(server, "/feed", "a"))
    await refreshed(engine)
    (event,), _ = await asked(engine)
    assert event.problem is not None
    assert event.problem.kind is ProblemKind.ROBOTS
    article = engine.article(event.article_id)
    assert article is not None
    assert article.missing == event.problem
    assert await engine.read_text(event.article_id) is None
    assert listed(engine)[0].whole


async def test_a_robots_file_that_cannot_be_had_is_no_refusal(engine: Engine, server: Server) -> None:
    server.add("/robots.txt", Reply(status=503))
    await followed(engine, serve(server, "/feed", "a"))
    await refreshed(engine)
    for _ in range(4):
        (event,), _ = await asked(engine)
        assert event.problem is not None
        assert event.problem.kind is ProblemKind.WAIT
    article = engine.article(event.article_id)
    assert article is not None
    assert article.missing is None


async def test_always_reads_the_page_of_what_seems_whole(engine: Engine, server: Server) -> None:
    url = server.add("/a", Reply(page("a", LONG * 6), headers=HTML))
    item = (
        f"<item><guid>a</guid><title>Bericht a</title><link>{url}</link>"
        f"<description>Er is nieuws over a. {LONG * 3}</description></item>"
    )
    await followed(engine, server.add("/feed", Reply(rss([item]))))
    await refreshed(engine)
    (row,) = listed(engine)
    assert row.whole
    assert (await asked(engine))[0] == []
    engine.settings = Settings(source={"bron-1": {"full_text": True}})
    assert len((await asked(engine))[0]) == 1
    assert (await asked(engine))[0] == []


async def test_a_page_with_less_than_there_is_leaves_what_there_is(engine: Engine, server: Server) -> None:
    url = server.add("/a", Reply(page("a", "Kort en goed gezegd."), headers=HTML))
    item = (
        f"<item><guid>a</guid><title>Bericht a</title><link>{url}</link>"
        f"<description>Er is nieuws over a. {LONG * 3}</description></item>"
    )
    await followed(engine, server.add("/feed", Reply(rss([item]))))
    await refreshed(engine)
    (row,) = listed(engine)
    problem = await engine.fetch_text(row.id)
    assert isinstance(problem, Problem)
    article = engine.article(row.id)
    assert article is not None
    assert LONG.strip() in article.blocks[0].text
    assert article.row.whole


async def test_what_appeared_weeks_ago_waits_until_it_is_opened(
    engine: Engine, clock: Hands, server: Server
) -> None:
    await followed(engine, serve(server, "/feed", "a"))
    await refreshed(engine)
    clock.turn(days=15)
    assert (await asked(engine))[0] == []
    assert clock() - listed(engine)[0].moment > timedelta(days=14)


async def test_an_exact_moment_and_what_the_feed_told_stay(engine: Engine, server: Server) -> None:
    url = server.add("/a", Reply(page("a"), headers=HTML))
    item = (
        f"<item><guid>a</guid><title>Bericht a</title><link>{url}</link><author>An</author>"
        "<category>Haven</category><pubDate>Mon, 02 Mar 2026 08:00:00 GMT</pubDate>"
        "<description>Er is nieuws over a.</description></item>"
    )
    await followed(engine, server.add("/feed", Reply(rss([item]))))
    await refreshed(engine)
    (before,) = listed(engine)
    assert await engine.read_text(before.id) is None
    article = engine.article(before.id)
    assert article is not None
    assert (article.row.published, article.author, article.categories) == (
        before.published,
        "An",
        ("Haven",),
    )
