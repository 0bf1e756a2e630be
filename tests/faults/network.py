"""Servers that do everything wrong that a server can do, one source for each, beside sources that work.

Every source first answers well, then misbehaves, then answers well again. Lost is: an article or a mark that
was there before, news of the sources beside it, the news after it, or the words for what happened.
"""

from __future__ import annotations

import asyncio
import os
import ssl
import tracemalloc
from collections.abc import Iterator, Mapping, Sequence
from contextlib import ExitStack
from functools import partial
from pathlib import Path
from unittest.mock import patch

from newsreader.engine import Engine
from newsreader.model import ArticleRow, Fetch, Problem, ProblemKind, Scope, Source, SourceChecked
from newsreader.sources.fetch import Fetcher
from newsreader.words import of
from newsreader.words.ages import Language
from tests.engine.reader import Hands, feed, opened
from tests.engine.test_fetch_private import FORMS, PUBLIC
from tests.faults.handshake import PLAYS, Handshake
from tests.faults.misbehaviour import CAP, Row, around, rows
from tests.faults.report import Tried
from tests.server import Reply, Server

DEADLINE, ENOUGH = 4.0, 60.0
"""Seconds that a source may take where it goes on for ever, and where it does not."""
MEMORY = 60 * CAP
"""Bytes in use at most, of the servers and the reader together."""
BESIDE = 5
GOOD = Reply(feed("eerst"))
NEWS = Reply(feed("eerst", "nieuws"))
LATER = Reply(feed("eerst", "nieuws", "later"))


CERTIFICATES = Path(__file__).parents[1] / "data" / "tls"


class Scene:
    """A reader with a source for every row, and the servers that they are at."""

    def __init__(
        self, engine: Engine, clock: Hands, servers: Mapping[str, Server | Handshake], book: Sequence[Row]
    ) -> None:
        self._engine = engine
        self._clock = clock
        self._servers = servers
        self._book = book
        self._told: dict[str, Problem] = {}

    async def play(self) -> list[Tried]:
        """The three refreshes, and what was lost in each row."""
        for source in self._sources():
            assert await self._engine.subscriptions.add(source) is None
        await self._refreshed(GOOD)
        marked = {row.source_id: row.id for row in self._rows()}
        await self._engine.mark(list(marked.values()), saved=True)
        tracemalloc.start()
        self._told = await self._refreshed(NEWS, badly=True)
        peak = tracemalloc.get_traced_memory()[1]
        tracemalloc.stop()
        beside = self._titles("naast")
        await self._refreshed(LATER)
        lost = (
            [] if beside == ["Bericht eerst", "Bericht nieuws"] * BESIDE else ["news of a source beside them"]
        )
        if peak > MEMORY:
            lost.append(f"memory: {peak:,} bytes in use")
        tried = [
            Tried(f"network: {row.name}", 1, tuple(self._lost(row)), self._note(row)) for row in self._book
        ]
        return [
            *tried,
            Tried("network: beside them all", BESIDE, tuple(lost), f"{peak / 1e6:.0f} MB at most"),
        ]

    def _sources(self) -> Iterator[Source]:
        for number, row in enumerate(self._book):
            host = row.host or f"127.0.1.{1 + number}"
            yield Source(
                row.id, row.name, self._servers[row.server].url(f"/{number}", host), "Kapot", "Zeeland"
            )
        for number in range(BESIDE):
            url = self._servers["plain"].url(f"/naast/{number}", f"127.0.2.{1 + number}")
            yield Source(f"naast-{number}", f"Naast {number}", url, "Naast", "Zeeland")

    async def _refreshed(self, well: Reply, *, badly: bool = False) -> dict[str, Problem]:
        """A refresh in which all answer well, or each as its row says; the problem of each source."""
        for number, row in enumerate(self._book):
            self._servers[row.server].add(f"/{number}", row.reply if badly else well)
        for number in range(BESIDE):
            self._servers["plain"].add(f"/naast/{number}", well)
        self._clock.turn(days=8)
        events = [event async for event in self._engine.refresh(force=True)]
        checked = [event for event in events if isinstance(event, SourceChecked)]
        return {event.source.id: event.problem for event in checked if event.problem}

    def _rows(self) -> list[ArticleRow]:
        return self._engine.page(Scope(), 1000)

    def _titles(self, prefix: str) -> list[str]:
        found = [row for row in self._rows() if row.source_id.startswith(prefix)]
        return [row.title for row in sorted(found, key=lambda row: (row.source_id, row.title))]

    def _lost(self, row: Row) -> Iterator[str]:
        problem = self._told.get(row.id)
        if (problem.kind if problem else None) not in row.kinds:
            yield f"the right problem: {problem}"
        if problem and not (_sentence(problem, "nl") and _sentence(problem, "en")):
            yield "the words for it"
        mine = {each.title: each for each in self._rows() if each.source_id == row.id}
        if not row.never and not (mine.get("Bericht eerst") and mine["Bericht eerst"].saved):
            yield "an article or its mark"
        if not row.never and "Bericht later" not in mine:
            yield "the news after it"

    def _note(self, row: Row) -> str:
        problem = self._told.get(row.id)
        return _sentence(problem, "en")[:80] if problem else "read all the same"


def _sentence(problem: Problem, language: Language) -> str:
    sentence = of(language).problems.sentence(problem)
    return sentence if sentence.isprintable() else ""


async def _led_home(server: Server) -> Tried:
    """Every form of an address at home, asked for on behalf of a public source."""
    url, lost = server.add("/geheim", GOOD), []
    async with Fetcher(deadline=DEADLINE) as fetcher:
        for form in FORMS:
            found = await fetcher.fetch(Fetch(url.replace("127.0.0.1", form), home=PUBLIC))
            if not isinstance(found, Problem) or found.kind not in (
                ProblemKind.REDIRECTS,
                ProblemKind.ADDRESS,
            ):
                lost.append(form)
    return Tried(
        "network: a public source leads home", len(FORMS), tuple(lost), "redirect, article, picture or file"
    )


def run(folder: Path) -> list[Tried]:
    """Try every row of the book once, in a store in that folder."""
    clock = Hands()
    servers: dict[str, Server | Handshake] = {}
    trusted = folder / "trusted.pem"
    trusted.write_bytes(
        b"".join((CERTIFICATES / f"{name}.pem").read_bytes() for name in ("expired", "loopback"))
    )
    with ExitStack() as stack:
        stack.enter_context(patch.dict(os.environ, {"SSL_CERT_FILE": str(trusted)}))
        for name in ("expired", "stranger", "loopback"):
            servers[name] = stack.enter_context(Server(_tls(name)))
        for name, play in PLAYS.items():
            servers[name] = stack.enter_context(Handshake(play))
        plain = servers["plain"] = stack.enter_context(Server())
        around(plain)
        book = rows()
        endless = [row for row in book if ProblemKind.TIMEOUT in row.kinds]
        others = [row for row in book if row not in endless]
        tried: list[Tried] = []
        for name, part, deadline in (("a", endless, DEADLINE), ("b", others, ENOUGH)):
            fetcher = partial(Fetcher, deadline=deadline, cap=CAP)
            with patch("newsreader.engine.refresh.Fetcher", fetcher), opened(folder / name, clock) as engine:
                tried += asyncio.run(Scene(engine, clock, servers, part).play())
        return [*tried, asyncio.run(_led_home(plain))]


def _tls(name: str) -> ssl.SSLContext:
    context = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
    context.load_cert_chain(CERTIFICATES / f"{name}.pem")
    return context
