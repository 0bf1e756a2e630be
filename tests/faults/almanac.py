"""A press that knows what it prints at any moment: articles come, change and go, some in several papers."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from email.utils import format_datetime
from hashlib import blake2b
from itertools import islice

from newsreader.model import Source
from tests.engine.reader import NOW, item, rss
from tests.faults.press import SECTIONS, title, words
from tests.server import Received, Reply, Server

WINDOW, BETWEEN, REVISED, SHARED = 8, 24, 5, 6
"""Articles in a feed; quarters of an hour between two, and until every third is revised; a wire's papers."""
QUARTER = timedelta(minutes=15)


@dataclass
class Almanac:
    """So many papers at that server; what they print depends on nothing but `quarter`."""

    server: Server
    papers: int
    quarter: int = 0

    def sources(self) -> Iterator[Source]:
        """The papers, spread over fifty hosts."""
        for number in range(self.papers):
            self.server.add(f"/{number}", self._answer)
            url = self.server.url(f"/{number}", f"127.0.0.{1 + number % 50}")
            yield Source(f"blad-{number}", f"Blad {number}", url, "Pers", SECTIONS[number % len(SECTIONS)])

    def moment(self) -> datetime:
        """The time it is."""
        return NOW + self.quarter * QUARTER

    def _answer(self, request: Received) -> Reply:
        paper = int(request.path[1:])
        last = (self.quarter + WINDOW * BETWEEN + paper) // BETWEEN
        body = rss(self._item(paper, issue) for issue in range(last - WINDOW + 1, last + 1))
        return Reply(body, etag=f'"{blake2b(body, digest_size=8).hexdigest()}"')

    def _item(self, paper: int, issue: int) -> str:
        """Of every wire one article is in all of its papers, at about the same time."""
        shared = (issue + paper // SHARED) % 4 == 0
        name = f"w{paper // SHARED}-{issue}" if shared else f"{paper}-{issue}"
        out = issue * BETWEEN - paper - WINDOW * BETWEEN
        revised = issue % 3 == 0 and self.quarter - out >= REVISED
        text = " ".join(islice(words(f"tekst {name}"), 60))
        more = f"<pubDate>{format_datetime(NOW + out * QUARTER)}</pubDate>"
        return item(f"{paper}-{issue}", title(name), text=f"{text}. Druk {1 + revised}.", more=more)
