"""Checking an address before it is followed: a feed, a site that names one, a page without any."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from newsreader.engine import Engine
from newsreader.engine.finding import TRIES
from newsreader.model import Preview, Problem, ProblemKind, SourceKind
from tests.engine.reader import feed, follow, item, listed, refreshed, rss
from tests.server import Reply, Server, redirect

HTML = (("Content-Type", "text/html; charset=utf-8"),)
STORY = (
    "<article><h2><a href='/nieuws/{0}'>De molen van {0} draait na jaren weer volop</a></h2>"
    "<p>Vrijwilligers knapten de molen op; het dorp vierde dat met koffie en bolussen op het plein.</p>"
    "<time datetime='2026-03-0{1}T10:00:00Z'>2 maart</time></article>"
)


def page(head: str = "", body: str = "<p>Welkom.</p>") -> Reply:
    html = f"<!doctype html><html lang='nl'><head><title>Dorp</title>{head}</head><body>{body}</body></html>"
    return Reply(html.encode(), headers=HTML)


def alternate(href: str) -> str:
    return f"<link rel='alternate' type='application/rss+xml' title='Nieuws' href='{href}'>"


async def previewed(engine: Engine, address: str) -> Preview:
    found = await engine.subscriptions.find(address)
    assert not isinstance(found, Problem), found
    return found[0]


async def refused(engine: Engine, address: str) -> ProblemKind:
    found = await engine.subscriptions.find(address)
    assert isinstance(found, Problem), found
    return found.kind


async def test_a_feed_shows_its_name_and_newest_titles(engine: Engine, server: Server) -> None:
    dates = [f"<pubDate>Mon, 02 Mar 2026 0{n}:00:00 GMT</pubDate>" for n in range(7)]
    body = rss((item(str(n), more=date) for n, date in enumerate(dates)), title="Zeeuws Blad")
    url = server.add("/feed", Reply(body))
    found = await previewed(engine, url)
    assert (found.source.id, found.source.title, found.source.url) == ("zeeuws-blad", "Zeeuws Blad", url)
    assert (found.source.kind, found.articles) == (SourceKind.FEED, 7)
    assert found.titles == tuple(f"Bericht {n}" for n in range(5))
    assert found.newest == datetime(2026, 3, 2, 6, tzinfo=UTC)


async def test_a_preview_follows_nothing(engine: Engine, server: Server) -> None:
    await previewed(engine, server.add("/feed", Reply(feed("a"))))
    assert (engine.sources(), listed(engine)) == ([], [])


async def test_an_address_without_a_scheme_will_do(engine: Engine, server: Server) -> None:
    url = server.add("/feed", Reply(feed("a")))
    assert (await previewed(engine, f"  {url.removeprefix('http://')} ")).source.url == url
    assert (await previewed(engine, url.replace("http:", "feed:"))).source.url == url


async def test_a_site_leads_to_the_feed_that_it_names(engine: Engine, server: Server) -> None:
    url = server.add("/echt", Reply(rss([item("a")], title="Echt")))
    found = await previewed(engine, server.add("/", page(alternate("/echt"))))
    assert (found.source.url, found.source.kind, found.source.title) == (url, SourceKind.FEED, "Echt")
    assert server.paths() == ["/", "/echt"]


async def test_a_named_feed_that_does_not_work_is_passed_over(engine: Engine, server: Server) -> None:
    server.add("/stuk", Reply(b"<rss"))
    url = server.add("/heel", Reply(feed("a")))
    links = alternate("/weg") + alternate("/stuk") + alternate("/heel")
    assert (await previewed(engine, server.add("/", page(links)))).source.url == url


async def test_a_feed_in_the_usual_place_is_found(engine: Engine, server: Server) -> None:
    url = server.add("/rss.xml", Reply(feed("a")))
    assert (await previewed(engine, server.add("/", page()))).source.url == url


async def test_a_page_without_a_feed_is_followed_as_a_page(engine: Engine, server: Server) -> None:
    body = "".join(STORY.format(name, n) for n, name in enumerate(("Veere", "Zoutelande", "Domburg"), 1))
    url = server.add("/nieuws", page(body=f"<main>{body}</main>"))
    found = await previewed(engine, url)
    assert (found.source.kind, found.source.url, found.articles) == (SourceKind.PAGE, url, 3)
    assert found.titles[0] == "De molen van Veere draait na jaren weer volop"


async def test_a_page_without_news_is_refused(engine: Engine, server: Server) -> None:
    assert await refused(engine, server.add("/", page())) is ProblemKind.NO_ARTICLES


async def test_a_site_gives_up_after_a_few_addresses(engine: Engine, server: Server) -> None:
    server.add("/", page("".join(alternate(f"/{n}") for n in range(30))))
    await refused(engine, server.url("/"))
    assert len(server.requests) <= 1 + TRIES * 2


@pytest.mark.parametrize(
    ("reply", "kind"),
    [
        (Reply(status=404), ProblemKind.HTTP),
        (Reply(b""), ProblemKind.EMPTY),
        (Reply(b"<rss><channel><title>x", cut=3), ProblemKind.NETWORK),
        (Reply(status=410), ProblemKind.GONE),
    ],
)
async def test_what_does_not_answer_is_told(
    engine: Engine, server: Server, reply: Reply, kind: ProblemKind
) -> None:
    assert await refused(engine, server.add("/feed", reply)) is kind


@pytest.mark.parametrize("address", ["", "   ", "mailto:a@blad.example", "file:///etc/passwd", "http://"])
async def test_what_is_no_address_is_refused_unasked(engine: Engine, address: str) -> None:
    assert await refused(engine, address) is ProblemKind.ADDRESS


async def test_only_a_permanent_redirect_changes_the_address(engine: Engine, server: Server) -> None:
    final = server.add("/feed", Reply(feed("a")))
    lasting = server.add("/lang", redirect("/feed"))
    passing = server.add("/kort", redirect("/feed", 302))
    assert (await previewed(engine, lasting)).source.url == final
    assert (await previewed(engine, passing)).source.url == passing


async def test_two_sources_of_one_name_get_two_ids(engine: Engine, server: Server) -> None:
    first = await previewed(engine, server.add("/een", Reply(feed("a"))))
    await engine.subscriptions.add(first.source)
    second = await previewed(engine, server.add("/twee", Reply(feed("b"))))
    assert (first.source.id, second.source.id) == ("proefblad", "proefblad-2")


async def test_a_site_with_several_feeds_shows_them_all_best_first(engine: Engine, server: Server) -> None:
    dated = item("a", more="<pubDate>Mon, 02 Mar 2026 10:00:00 GMT</pubDate>")
    server.add("/nieuws", Reply(rss([dated], title="Nieuws")))
    server.add("/reacties", Reply(rss([], title="Reacties")))
    server.add("/sport", Reply(rss([item("b"), item("c")], title="Sport")))
    server.add("/zelfde", redirect("/nieuws", 302))
    head = "".join(map(alternate, ("/nieuws", "/weg", "/sport", "/zelfde"))) + alternate("/reacties").replace(
        "Nieuws", "Reacties (comments)"
    )
    found = await engine.subscriptions.find(server.add("/", page(head)))
    assert not isinstance(found, Problem)
    assert [(one.source.title, one.articles) for one in found] == [
        ("Nieuws", 1),
        ("Sport", 2),
        ("Reacties", 0),
    ]
    assert found[0].newest == datetime(2026, 3, 2, 10, tzinfo=UTC)
    assert len({one.source.id for one in found}) == 3


async def test_feeds_of_one_name_get_ids_of_their_own(engine: Engine, server: Server) -> None:
    for path in ("/een", "/twee"):
        server.add(path, Reply(feed("a")))
    found = await engine.subscriptions.find(server.add("/", page(alternate("/een") + alternate("/twee"))))
    assert not isinstance(found, Problem)
    assert [one.source.id for one in found] == ["proefblad", "proefblad-2"]


async def test_instead_of_a_feed_that_became_a_page_its_new_feed_is_found(
    engine: Engine, server: Server
) -> None:
    new = server.add("/nieuw.xml", Reply(feed("b")))
    url = server.add("/feed", Reply(feed("a")), page(alternate("/nieuw.xml")))
    await follow(engine, url)
    await refreshed(engine)
    await refreshed(engine, force=True)
    (status,) = engine.sources()
    assert status.visit.problem
    assert status.visit.problem.kind is ProblemKind.NOT_A_FEED
    (found,) = await engine.subscriptions.instead(status)
    assert found.source.url == new
    await engine.subscriptions.move("bron-1", new, found.source.kind)
    await refreshed(engine, force=True)
    (status,) = engine.sources()
    assert (status.source.url, status.articles, status.visit.failures) == (new, 2, 0)


async def test_nothing_is_found_instead_where_there_is_nothing(engine: Engine, server: Server) -> None:
    await follow(engine, server.url("/weg"))
    await refreshed(engine)
    (status,) = engine.sources()
    assert await engine.subscriptions.instead(status) == ()
    assert await engine.subscriptions.move("onbekend", "https://x.example", SourceKind.FEED) is not None
