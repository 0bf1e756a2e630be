"""A press that never stops: feeds on loopback that have another article at every request."""

from __future__ import annotations

import itertools
from collections.abc import Iterator
from random import Random
from threading import Lock

from newsreader.model import Source
from tests.engine.reader import item, rss
from tests.server import Reply, Server

WINDOW = 12
"""Articles in a feed; the one in the middle says something else at every request."""
SECTIONS = ("Zeeland", "Binnenland", "Sport")


class Press:
    """So many feeds at that server; `printed` are the titles of every article that was ever in an answer."""

    def __init__(self, server: Server, feeds: int) -> None:
        self.sources = tuple(self._source(server, number) for number in range(feeds))
        self.printed: set[str] = set()
        self._numbers = [itertools.count() for _ in range(feeds)]
        self._lock = Lock()

    def _source(self, server: Server, number: int) -> Source:
        url = server.add(f"/{number}", lambda _: self._answer(number))
        return Source(f"pers-{number}", f"Pers {number}", url, "Pers", SECTIONS[number % len(SECTIONS)])

    def _answer(self, number: int) -> Reply:
        last = next(self._numbers[number])
        names = [f"{number}-{each}" for each in range(max(0, last - WINDOW + 1), last + 1)]
        with self._lock:
            self.printed.update(map(title, names))
        return Reply(
            rss(_item(name, last if place == WINDOW // 2 else 0) for place, name in enumerate(names))
        )


def title(name: str) -> str:
    """The headline of an article, unlike any other: else they would be one story."""
    return f"{name.title()} {' '.join(itertools.islice(words(name), 6))}"


def _item(name: str, edition: int) -> str:
    text = " ".join(itertools.islice(words(f"tekst {name}"), 40))
    return item(name, title(name), text=f"Dit staat in {name}. {text}. Druk {edition}.")


def words(seed: str) -> Iterator[str]:
    """Words that are none, without end; the same for the same seed."""
    dice = Random(seed)
    while True:
        yield "".join(dice.choice("bdfgklmnprstvz") + dice.choice("aeiou") for _ in range(dice.randint(2, 4)))
