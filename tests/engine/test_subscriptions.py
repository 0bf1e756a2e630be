"""Following sources: adding, changing, switching, removing, and taking them along as OPML."""

from __future__ import annotations

from pathlib import Path

import pytest

from newsreader.engine import Engine
from newsreader.model import Imported, Problem, ProblemKind, Scope, ScopeKind, Source
from tests.engine.reader import Hands, feed, follow, listed, opened, refreshed, titles
from tests.server import Reply, Server

FEED = "https://blad.example/feed.xml"
BLAD = Source("blad", "Het Blad", FEED, "Zeeuws", "Zeeland")


def sources(engine: Engine) -> list[Source]:
    return [status.source for status in engine.sources()]


def counted(imported: Imported | Problem) -> tuple[int, int, tuple[str, ...]]:
    """How many were added and known, and what could not be read."""
    assert isinstance(imported, Imported)
    return imported.added, imported.known, imported.unreadable


async def test_a_source_is_followed_as_it_was_given(engine: Engine) -> None:
    assert await engine.subscriptions.add(BLAD) is None
    assert sources(engine) == [BLAD]
    assert engine.anything_due()


@pytest.mark.parametrize("url", [FEED, "http://blad.example/feed.xml", "https://BLAD.example/feed.xml/"])
async def test_the_same_address_is_not_followed_twice(engine: Engine, url: str) -> None:
    await engine.subscriptions.add(BLAD)
    again = await engine.subscriptions.add(BLAD._replace(id="anders", url=url))
    assert again == Problem(ProblemKind.DUPLICATE, url, "blad")
    assert sources(engine) == [BLAD]


async def test_a_name_group_or_section_is_changed_and_the_rest_stays(engine: Engine) -> None:
    await engine.subscriptions.add(BLAD)
    change = engine.subscriptions.change
    assert await change("blad", title="Ons Blad") is None
    assert await change("blad", group="Sport") is None
    assert await change("blad", section="") is None
    assert sources(engine) == [BLAD._replace(title="Ons Blad", group="Sport", section="")]


async def test_a_source_that_is_renamed_renames_its_articles(engine: Engine, server: Server) -> None:
    await follow(engine, server.add("/feed", Reply(feed("a"))))
    await refreshed(engine)
    await engine.subscriptions.change("bron-1", title="Ons Blad", group="Elders")
    (row,) = listed(engine, Scope(ScopeKind.GROUP, "Elders"))
    assert row.source == "Ons Blad"


async def test_what_is_not_followed_cannot_be_changed(engine: Engine) -> None:
    subscriptions = engine.subscriptions
    missing = Problem(ProblemKind.NOT_FOUND, detail="weg")
    assert await subscriptions.change("weg", title="x") == missing
    assert await subscriptions.switch("weg", True) == missing
    assert await subscriptions.remove("weg") == missing


async def test_a_source_that_is_off_keeps_its_articles_and_is_not_due(engine: Engine, server: Server) -> None:
    await follow(engine, server.add("/feed", Reply(feed("a"))))
    await refreshed(engine)
    await engine.subscriptions.switch("bron-1", False)
    assert (titles(engine), sources(engine)[0].on) == (["Bericht a"], False)
    await engine.subscriptions.switch("bron-1", True)
    assert sources(engine)[0].on


async def test_removing_a_source_keeps_what_was_saved(engine: Engine, server: Server) -> None:
    await follow(engine, server.add("/feed", Reply(feed("a", "b"))))
    await refreshed(engine)
    saved = next(row for row in listed(engine) if row.title == "Bericht b")
    await engine.mark([saved.id], saved=True)
    await engine.subscriptions.remove("bron-1")
    assert (titles(engine), sources(engine)) == (["Bericht b"], [])


async def test_a_removed_source_can_be_followed_again(engine: Engine, server: Server) -> None:
    (source,) = await follow(engine, server.add("/feed", Reply(feed("a"))))
    await refreshed(engine)
    (row,) = listed(engine)
    await engine.mark([row.id], read=True)
    await engine.subscriptions.remove("bron-1")
    await engine.subscriptions.add(source)
    await refreshed(engine, force=True)
    (back,) = listed(engine)
    assert (back.id, back.read) == (row.id, True)


async def test_subscriptions_go_out_and_come_in_again(tmp_path: Path, engine: Engine, clock: Hands) -> None:
    await engine.subscriptions.add(BLAD)
    await engine.subscriptions.add(Source("los", 'Los & "vast"', "https://los.example/f?a=1&b=2"))
    engine.load_sample()
    data = engine.subscriptions.export()
    with opened(tmp_path / "elders", clock) as other:
        assert counted(await other.subscriptions.read_in(data)) == (2, 0, ())
        back = sources(other)
        assert [(each.title, each.url) for each in back] == [
            (each.title, each.url) for each in sources(engine)[:2]
        ]
        assert (back[0].group, back[0].section) == (BLAD.group, BLAD.section)
        assert counted(await other.subscriptions.read_in(data)) == (0, 2, ())


async def test_a_preview_of_an_import_adds_nothing(engine: Engine) -> None:
    data = b"<opml version='2.0'><body><outline text='Een' xmlUrl='https://een.example/f'/></body></opml>"
    found = await engine.subscriptions.read_in(data, preview=True)
    assert counted(found) == (1, 0, ())
    assert isinstance(found, Imported)
    assert [source.url for source in found.fresh] == ["https://een.example/f"]
    assert sources(engine) == []


async def test_an_import_adds_what_is_new_under_names_of_their_own(engine: Engine) -> None:
    await engine.subscriptions.add(BLAD._replace(id="nieuws"))
    outline = "<outline type='rss' text='Nieuws' xmlUrl='https://{}.example/rss'/>"
    body = "".join(outline.format(name) for name in ("een", "twee", "een"))
    data = f"<opml version='2.0'><head/><body>{body}</body></opml>".encode()
    imported = await engine.subscriptions.read_in(data)
    assert isinstance(imported, Imported)
    assert imported.added == 2
    ids = [source.id for source in sources(engine)]
    assert len(set(ids)) == len(ids) == 3


@pytest.mark.parametrize("data", [b"<html><body><p>Dag</p></body></html>", b"\x00\x01\x02", b"{}"])
async def test_what_is_no_list_of_sources_adds_nothing(engine: Engine, data: bytes) -> None:
    found = await engine.subscriptions.read_in(data)
    assert isinstance(found, Problem) or found.added == 0
    assert sources(engine) == []
