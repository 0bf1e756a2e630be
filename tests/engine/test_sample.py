"""The sample edition: there when there is nothing, gone when there is news."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

from newsreader import demo
from newsreader.engine import Engine
from newsreader.engine.ingest import parse
from newsreader.engine.sample import SECTIONS
from newsreader.model import Change, Fetched, ParsedFeed, Scope, ScopeKind, SourceKind
from tests.engine.reader import NOW, Hands, feed, follow, listed, opened, refreshed, titles
from tests.server import Reply, Server


def test_an_empty_store_wants_the_sample_once(engine: Engine) -> None:
    assert (engine.wants_sample(), engine.has_sample()) == (True, False)
    engine.load_sample()
    assert (engine.wants_sample(), engine.has_sample()) == (False, True)


def test_it_is_marked_as_fiction_and_fills_seven_sections(engine: Engine) -> None:
    engine.load_sample()
    rows = listed(engine)
    assert len(rows) >= 40
    assert all(row.sample for row in rows)
    assert {name for name, _ in engine.counts().sections} == set(SECTIONS)


def test_its_ages_are_counted_from_now(engine: Engine) -> None:
    engine.load_sample()
    ages = [NOW - row.moment for row in listed(engine)]
    assert min(ages) < timedelta(hours=1)
    assert max(ages) > timedelta(days=7)
    assert all(age >= timedelta() for age in ages)


def test_loading_it_twice_changes_nothing(engine: Engine) -> None:
    engine.load_sample()
    before = listed(engine)
    engine.load_sample()
    assert listed(engine) == before


def test_one_of_its_articles_has_been_corrected_since_it_was_read(engine: Engine) -> None:
    engine.load_sample()
    (row,) = [row for row in listed(engine) if row.changed]
    assert (row.title, row.read) == (demo.CORRECTED, False)
    found = engine.revisions.difference(row.id)
    assert found is not None
    assert [run.text.strip() for run in found.title if run.change is Change.REMOVED] == ["280"]
    assert len(found.text) >= 4
    (kept,) = engine.revisions.history(row.id)
    assert all(then in "".join(block.text for block in kept.wording.blocks) for then in demo.BEFORE.values())


async def test_it_goes_at_the_first_real_news(engine: Engine, server: Server) -> None:
    engine.load_sample()
    await follow(engine, server.add("/feed", Reply(feed("a"))))
    await refreshed(engine)
    assert titles(engine) == ["Bericht a"]
    assert (engine.has_sample(), engine.wants_sample()) == (False, False)
    assert [status.source.id for status in engine.sources()] == ["bron-1"]
    assert engine.search(demo.sheets()[0].source.title) == []


async def test_it_stays_when_nothing_came(engine: Engine, server: Server) -> None:
    engine.load_sample()
    await follow(engine, server.url("/weg"), server.add("/leeg", Reply(feed())))
    before = listed(engine)
    await refreshed(engine)
    assert (listed(engine), engine.has_sample()) == (before, True)


async def test_its_sources_are_never_fetched(engine: Engine) -> None:
    engine.load_sample()
    assert not engine.anything_due()
    names = [status.source.id for status in engine.sources()]
    _, done = await refreshed(engine, names, force=True)
    assert done.checked == 0


async def test_it_does_not_come_back_when_the_news_is_read(tmp_path: Path, server: Server) -> None:
    clock = Hands()
    with opened(tmp_path, clock) as engine:
        await follow(engine, server.add("/feed", Reply(feed("a"))))
        await refreshed(engine)
        await engine.mark([listed(engine)[0].id], read=True)
    with opened(tmp_path, clock) as engine:
        assert not engine.wants_sample()


def test_under_a_story_of_the_portal_stands_the_portals_own_list(engine: Engine) -> None:
    """In the order of its page, without the story itself and without what others bring in that section."""
    engine.load_sample()
    (sheet,) = (sheet for sheet in demo.sheets() if sheet.source.title == "ZeelandNet Buitenland")
    feed = parse(SourceKind.PAGE, Fetched(sheet.source.url, sheet.body, sheet.content_type), demo.MOMENT)
    assert isinstance(feed, ParsedFeed)
    names = [entry.title for entry in feed.entries]
    for row in listed(engine, Scope(ScopeKind.SOURCE, sheet.source.id)):
        related = engine.related(row.id)
        before = {one.row.title for one in related if one.why != "section"}
        rest = [name for name in names if name != row.title and name not in before]
        assert [one.row.title for one in related if one.why == "section"] == rest[: 9 - len(before)]
