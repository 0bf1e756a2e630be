"""A reader of news for tests of the engine: a clock to turn by hand, feeds to serve, a refresh in one go."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from datetime import UTC, datetime, timedelta
from pathlib import Path
from xml.sax.saxutils import escape

from newsreader.engine import Engine
from newsreader.model import ArticleRow, RefreshDone, Scope, Source, SourceChecked
from newsreader.paths import Paths
from newsreader.settings import Settings

NOW = datetime(2026, 3, 2, 12, 0, tzinfo=UTC)


class Hands:
    """A clock that stands still until it is turned."""

    def __init__(self, moment: datetime = NOW) -> None:
        self.moment = moment

    def __call__(self) -> datetime:
        return self.moment

    def turn(self, **by: float) -> None:
        """Let time pass, in the words of `timedelta`."""
        self.moment += timedelta(**by)


def opened(folder: Path, clock: Hands, settings: Settings | None = None, *, demo: bool = False) -> Engine:
    """An engine on a store in that folder, without any source."""
    engine = Engine.open(Paths(folder, folder), settings or Settings(), clock=clock, demo=demo)
    assert isinstance(engine, Engine)
    return engine


def item(guid: str, title: str = "", *, text: str = "Er is nieuws.", more: str = "") -> str:
    """An item of an RSS feed; `more` is XML to go with it."""
    link = f"https://blad.example/{guid}"
    return (
        f"<item><guid isPermaLink='false'>{guid}</guid><title>{escape(title or f'Bericht {guid}')}</title>"
        f"<link>{link}</link><description>{escape(text)}</description>{more}</item>"
    )


def rss(items: Iterable[str] = (), *, title: str = "Proefblad", more: str = "") -> bytes:
    """An RSS 2.0 feed of these items; `more` is XML of the channel."""
    head = f"<title>{escape(title)}</title><link>https://blad.example/</link>{more}"
    ns = "xmlns:itunes='http://www.itunes.com/dtds/podcast-1.0.dtd'"
    return f"<rss version='2.0' {ns}><channel>{head}{''.join(items)}</channel></rss>".encode()


def feed(*guids: str) -> bytes:
    """An RSS feed with an item for each guid."""
    return rss(map(item, guids))


async def follow(engine: Engine, *urls: str, section: str = "Zeeland") -> list[Source]:
    """Follow these addresses as `bron-1`, `bron-2` and so on."""
    sources = [Source(f"bron-{n}", f"Bron {n}", url, "Proef", section) for n, url in enumerate(urls, 1)]
    for source in sources:
        assert await engine.subscriptions.add(source) is None
    return sources


async def refreshed(
    engine: Engine, only: Collection[str] = (), *, force: bool = False
) -> tuple[list[SourceChecked], RefreshDone]:
    """A whole refresh: what each source brought, and how it ended."""
    events = [event async for event in engine.refresh(only, force=force)]
    *checked, done = events
    assert isinstance(done, RefreshDone)
    assert all(isinstance(event, SourceChecked) for event in checked)
    return [event for event in checked if isinstance(event, SourceChecked)], done


def listed(engine: Engine, scope: Scope | None = None) -> list[ArticleRow]:
    """The articles of a scope, as a list shows them."""
    return engine.page(scope or Scope(), 1000)


def titles(engine: Engine, scope: Scope | None = None) -> list[str]:
    """The titles of a scope, in the order of the list."""
    return [row.title for row in listed(engine, scope)]
