"""The store's door to stories: what the engine reads and writes to join articles and to tell of them."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from concurrent.futures import Future
from datetime import datetime
from typing import TYPE_CHECKING

import apsw

from newsreader.store import decisions, features, folding, meta, stories
from newsreader.store.access import Changer, Reader
from newsreader.store.features import Known
from newsreader.store.stories import Place, StoryRow
from newsreader.store.writer import Steps, once

if TYPE_CHECKING:
    from newsreader.model import Article, Regrouping
    from newsreader.store.folding import Line

VERSION = "stories_version"
_CHUNK = 5  # articles a transaction: some 4 ms, for which a mark may have to wait; more cost no less each


class StoryTables:
    """Stories in the store. Reads may come from any thread; writes are futures."""

    def __init__(self, read: Reader, write: Changer, act: Changer) -> None:
        self._read = read
        self._write = write
        self._act = act

    # What joining needs

    def queued(self, limit: int) -> list[int]:
        """The articles to look at, the newest first: many at a time, as the whole queue is looked at."""
        return self._read(lambda connection: features.queued(connection, limit))

    def queued_of(self, ids: Collection[int]) -> list[int]:
        """Those of the articles that are still to be looked at."""
        return self._read(lambda connection: features.queued_of(connection, ids))

    def waiting(self) -> int:
        """How many articles are still to be looked at."""
        return self._read(features.waiting)

    def articles(self, ids: Collection[int]) -> dict[int, Article]:
        """Those articles whole; what has gone is left out."""
        from newsreader.store.articles import whole

        return self._read(lambda connection: whole(connection, ids))

    def frequencies(self, terms: Iterable[int], period: int) -> dict[int, int]:
        """In how many articles about that period these terms stand."""
        return self._read(lambda connection: features.frequencies(connection, terms, period))

    def packed(self, ids: Iterable[int]) -> dict[int, bytes]:
        """The features of these articles, as far as they are known."""
        return self._read(lambda connection: features.packed(connection, ids))

    def candidates(self, terms: Sequence[int], since: int, until: int, limit: int) -> list[int]:
        """The articles between two moments (seconds since 1970) that share most of these terms.

        The most telling terms come first, and are enough where many articles have them.
        """
        return self._read(lambda connection: features.candidates(connection, terms, since, until, limit))

    def surroundings(self, ids: Iterable[int], limit: int) -> dict[int, int]:
        """All tellings of the stories of these articles, each with the number of its story."""
        return self._read(lambda connection: stories.surroundings(connection, ids, limit))

    def places(self, ids: Iterable[int]) -> dict[int, tuple[int, int, bool]]:
        """By article its story, how many tellings that has, and whether it is followed."""
        return self._read(lambda connection: stories.places(connection, ids))

    def bonds(self, ids: Iterable[int]) -> list[tuple[int, int, bool]]:
        """What the reader decided about these articles."""
        return self._read(lambda connection: stories.bonds(connection, ids))

    def write(
        self,
        known: Sequence[Known],
        before: Sequence[Known],
        places: Sequence[Place],
        merged: Sequence[tuple[int, int]],
    ) -> Future[None]:
        """Writes what a batch came to: a chunk of articles a transaction, each then off the queue."""
        return self._write(lambda connection: _write(connection, known, before, places, merged))

    def forget(self, ids: Sequence[int], before: Sequence[Known]) -> Future[None]:
        """Takes articles out of stories and off the queue, with all that was known of them."""
        return self._write(once(lambda connection: _forget(connection, ids, before)))

    def version(self) -> str:
        """The version of the formula by which the stories were made."""
        return self._read(lambda connection: meta.read(connection, VERSION))

    def begin_anew(self, version: str) -> Future[None]:
        """Drops all stories but what the reader decided, and puts every article in the queue."""
        return self._write(lambda connection: _begin_anew(connection, version))

    def requeue(self, source_id: str) -> Future[None]:
        """Has the articles of a source looked at again."""
        return self._write(once(lambda connection: stories.requeue(connection, source_id)))

    # What there is to tell

    def story(self, article_id: int) -> StoryRow | None:
        """The story of an article; None when it is not joined (yet)."""
        return self._read(lambda connection: stories.story(connection, article_id))

    def tellings(self, story: int) -> list[Place]:
        """The tellings of a story, the earliest first."""
        return self._read(lambda connection: stories.tellings(connection, story))

    def recent(self, since: datetime, limit: int) -> list[StoryRow]:
        """The stories with more than one telling that had one since then, the last first."""
        return self._read(lambda connection: stories.recent(connection, since, limit))

    def followed(self) -> list[tuple[StoryRow, datetime]]:
        """The stories that are followed, each with the moment up to which it has been seen."""
        return self._read(stories.followed)

    def latest(self, since: int, least: int, limit: int | None) -> Sequence[int]:
        """The stories of at least so many tellings told since then (seconds since 1970), the last first."""
        return self._read(lambda connection: folding.latest(connection, since, least, limit))

    def listed(self, stories_: Sequence[int]) -> dict[int, list[Line]]:
        """The tellings of these stories, in that order, the earliest telling first."""
        return self._read(lambda connection: folding.listed(connection, stories_))

    # What the reader decides

    def split(self, article_id: int) -> Future[Regrouping | None]:
        """Puts a telling in a story of its own for good; how it was, None where it stood with no others."""
        return self._act(once(lambda connection: decisions.split(connection, article_id)))

    def join(self, article_id: int, other_id: int) -> Future[Regrouping | None]:
        """Makes the stories of two articles one for good; how it was, None where they were one."""
        return self._act(once(lambda connection: decisions.join(connection, article_id, other_id)))

    def put_back(self, was: Regrouping) -> Future[None]:
        """Takes back what was decided about stories."""
        return self._act(once(lambda connection: decisions.put_back(connection, was)))

    def follow(self, story: int, now: datetime, *, on: bool) -> Future[None]:
        """Follows a story, or no longer."""
        return self._act(once(lambda connection: decisions.follow(connection, story, now, on=on)))

    def see(self, story: int, now: datetime) -> Future[None]:
        """Remembers that a followed story has been seen up to now."""
        return self._act(once(lambda connection: decisions.see(connection, story, now)))


def _write(
    connection: apsw.Connection,
    known: Sequence[Known],
    before: Sequence[Known],
    places: Sequence[Place],
    merged: Sequence[tuple[int, int]],
) -> Steps[None]:
    ids: dict[int, int] = {}
    old = {one.entry: one for one in before}
    chosen = {one.entry: one for one in places}
    for start in range(0, len(known), _CHUNK):
        wanted = known[start : start + _CHUNK]
        waiting = features.still_queued(connection, (one.entry for one in wanted))
        chunk = [one for one in wanted if one.entry in waiting]
        features.write(connection, chunk, [old[one.entry] for one in chunk if one.entry in old])
        stories.place(connection, [chosen[one.entry] for one in chunk], ids)
        stories.dequeue(connection, [one.entry for one in chunk])
        yield
    stories.merge_all(connection, merged, ids)


def _forget(connection: apsw.Connection, ids: Sequence[int], before: Sequence[Known]) -> None:
    features.forget(connection, before)
    stories.leave(connection, ids)
    stories.dequeue(connection, ids)


def _begin_anew(connection: apsw.Connection, version: str) -> Steps[None]:
    """In pieces; as long as it is not done there is no version, so that what a kill cuts off begins again."""
    meta.write(connection, VERSION, "")
    yield from stories.clear(connection)
    yield from features.clear(connection)
    meta.write(connection, VERSION, version)
