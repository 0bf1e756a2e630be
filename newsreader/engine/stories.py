"""The engine's door to stories: joining what came, telling of them, what the reader decides."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncGenerator, Callable, Iterable, Iterator, Sequence
from datetime import datetime, timedelta

from newsreader.clock import Clock
from newsreader.engine.joiner import FEW, Joiner
from newsreader.engine.joining import BATCH
from newsreader.model import (
    Brief,
    Followed,
    Happening,
    Joined,
    Listed,
    Regrouping,
    Story,
    Telling,
)
from newsreader.settings import Settings
from newsreader.store import Store
from newsreader.store.folding import Line
from newsreader.store.stories import StoryRow
from newsreader.store.times import to_moment, to_seconds
from newsreader.stories import formula, weight
from newsreader.stories.telling import rank

OFF = "stories_off"
"""The fact under which the store remembers which sources were not joined."""
GOING_ON = timedelta(hours=48)
"""How far back the stories of the day go."""
LOOKED_AT = 400
"""Stories that are weighed."""
BEFORE_ALL = -(2**62)
"""Seconds since 1970 before any article."""
AT_ONCE = 500
"""Stories that are read at once."""
STEP = 60
"""Articles joined at once while a screen is open: some tenths of a second, that an end has to wait for."""


class Stories:
    """Stories: what belongs together, whoever tells it."""

    def __init__(self, store: Store, settings: Callable[[], Settings], clock: Clock) -> None:
        self._store = store
        self._tables = store.stories
        self._settings = settings
        self._clock = clock
        self._joiner = Joiner(store, self._off)
        self._busy = asyncio.Lock()

    @property
    def wanted(self) -> bool:
        """Whether the reader wants stories at all."""
        return self._settings().stories

    @property
    def on(self) -> bool:
        """Whether stories are wanted, and the store can keep them."""
        return self.wanted and not self._store.problem

    # Joining

    async def join_new(self, most: int | None = None) -> AsyncGenerator[Joined, None]:
        """Join what has come since the last time, at most so many articles; tells how far it is.

        Leaving early, or a kill, loses nothing: the rest is joined the next time.
        """
        if not self.on:
            return
        async with self._busy:
            await asyncio.to_thread(self._prepare)
            total = await asyncio.to_thread(self._tables.waiting)
            total, done = min(total, most or total), 0
            join = self._joiner.here if total <= FEW else self._joiner.apart
            try:
                while done < total and (number := await asyncio.to_thread(join, min(STEP, total - done))):
                    done += number
                    yield Joined(done, max(done, total))
            finally:
                self._joiner.rest()

    async def rebuild(self) -> AsyncGenerator[Joined, None]:
        """Make all stories anew; what the reader decided holds. Leaving early is taken up by `join_new`."""
        if self.on:
            await asyncio.wrap_future(self._tables.begin_anew(str(formula.VERSION)))
            async for joined in self.join_new():
                yield joined

    def join_all(self) -> None:
        """Join everything that waits; blocks."""
        if self.on:
            self._prepare()
            while self._joiner.here(BATCH):
                pass
            self._joiner.rest()

    def join_some(self, ids: Sequence[int] = (), most: int = STEP) -> int:
        """Join these articles, or else the newest that wait, at most so many; tells how many still wait.

        Blocks for some tenths of a second. Where another formula made the stories, they are left as they are.
        """
        if self.on and self._tables.version() in ("", str(formula.VERSION)):
            self._prepare()
            self._joiner.these(ids or self._tables.queued(most))
        return self.waiting()

    def waiting(self) -> int:
        """How many articles are still to be joined."""
        return self._tables.waiting() if self.on else 0

    def _prepare(self) -> None:
        """Begin anew when the formula is another one; look again at sources that were switched on or off."""
        version = self._tables.version()
        if version != str(formula.VERSION):
            self._tables.begin_anew(str(formula.VERSION)).result()
        before = set(filter(None, self._store.meta(OFF).split(" ")))
        now = self._off()
        for name in sorted(before ^ now):
            self._tables.requeue(name).result()
        if before != now:
            self._store.set_meta(OFF, " ".join(sorted(now))).result()

    def _off(self) -> set[str]:
        """The sources whose articles are not joined."""
        settings = self._settings()
        return {name for name in settings.source if not settings.of_source(name).stories}

    # Telling

    def story(self, article_id: int) -> Story | None:
        """The story of an article; None when it has none, or only itself to tell it."""
        found = self._tables.story(article_id) if self.wanted else None
        return self._whole(found) if found and found.size > 1 else None

    def tellings(self, article_id: int) -> tuple[Telling, ...]:
        """All tellings of an article's story, itself among them, the earliest first; none without one."""
        found = self.story(article_id)
        return found.tellings if found else ()

    def listed(self, since: datetime | None, limit: int | None, *, alone: bool) -> Iterator[Listed]:
        """The stories told since then, or ever, the last first; with those of one article, or without.

        They are read some at a time, so that a store of any size can be told.
        """
        before = to_seconds(since) if since else BEFORE_ALL
        numbers = self._tables.latest(before, 1 if alone else 2, limit)
        for start in range(0, len(numbers), AT_ONCE):
            found = self._store.around(self._lines, numbers[start : start + AT_ONCE])
            yield from (self._listed(number, lines) for number, lines in found if lines)

    def _lines(self, numbers: Sequence[int]) -> Iterable[tuple[int, list[Line]]]:
        return self._tables.listed(numbers).items()

    def _listed(self, number: int, lines: Sequence[Line]) -> Listed:
        best = self.best((one.entry, one.length, one.source_id, one.moment) for one in lines)[0]
        return Listed(
            number,
            next(one.title for one in lines if one.entry == best),
            tuple(Brief(one.entry, one.source, one.title) for one in lines),
            to_moment(lines[0].moment),
            to_moment(lines[-1].moment),
        )

    def current(self, now: datetime, limit: int) -> list[Happening]:
        """The stories that are going on, by their weight: sources, speed, freshness."""
        if not self.wanted:
            return []
        found = self._tables.recent(now - GOING_ON, LOOKED_AT)
        weighed = sorted(((self._weight(one, now), one) for one in found), key=lambda pair: -pair[0])
        happenings = (self._happening(one, heavy, now) for heavy, one in weighed[:limit])
        return [one for one in happenings if one]

    def _weight(self, row: StoryRow, now: datetime) -> float:
        """By what the store counted; its speed as if the tellings had come evenly."""
        span = max(formula.HOUR, to_seconds(row.last) - to_seconds(row.first))
        recent = min(row.size, round(row.size * weight.FAST / span)) or 1
        moments = [to_seconds(row.last)] * recent
        return weight.weight(row.sources, moments, to_seconds(now))

    def _happening(self, row: StoryRow, heavy: float, now: datetime) -> Happening | None:
        story = self._whole(row)
        if story is None:
            return None
        moments = [to_seconds(each.row.moment) for each in story.tellings]
        over = to_seconds(now) - max(moments) > weight.OVER
        return Happening(story, heavy, weight.hours(moments, to_seconds(now)), over)

    def followed(self) -> list[Followed]:
        """The stories that the reader follows, and how much is new in each."""
        if not self.wanted:
            return []
        pairs = ((self._whole(row), seen) for row, seen in self._tables.followed())
        return [Followed(story, _new(story, seen)) for story, seen in pairs if story]

    def news_of_followed(self) -> list[Followed]:
        """Those of the followed stories in which something new has come."""
        return [one for one in self.followed() if one.new]

    def best(self, places: Iterable[tuple[int, int, str, int]]) -> list[int]:
        """Articles, the best telling first; of each its id, length, source id and moment."""
        preferred = self._settings().source_preference
        return [one.id for one in sorted(rank(*place, preferred) for place in places)]

    def _whole(self, row: StoryRow) -> Story | None:
        places = {one.entry: one for one in self._tables.tellings(row.id)}
        rows = self._store.rows([*places])
        if not rows:
            return None
        lengths = ((one.id, places[one.id].length, one.source_id, to_seconds(one.moment)) for one in rows)
        lead = self.best(lengths)[0]
        return Story(
            row.id,
            next(one.title for one in rows if one.id == lead),
            lead,
            tuple(Telling(one, places[one.id].copy_of in places) for one in rows),
            row.first,
            row.last,
            tuple(dict.fromkeys(one.source for one in rows)),
            row.followed,
        )

    # What the reader decides

    async def split(self, article_id: int) -> Regrouping | None:
        """Put an article in a story of its own, for good; how it was, None where it stood with no others."""
        return await asyncio.wrap_future(self._tables.split(article_id))

    async def join(self, article_id: int, other_id: int) -> Regrouping | None:
        """Make the stories of two articles one, for good; how it was, None where they were one."""
        return await asyncio.wrap_future(self._tables.join(article_id, other_id))

    async def put_back(self, was: Regrouping) -> None:
        """Take back what the reader decided."""
        await asyncio.wrap_future(self._tables.put_back(was))

    async def follow(self, story_id: int, on: bool) -> None:
        """Follow a story from now on, or no longer."""
        await asyncio.wrap_future(self._tables.follow(story_id, self._clock(), on=on))

    async def turn_follow(self, article_id: int) -> bool | None:
        """Follow the story of an article, or no longer; whether it is followed now, None without a story."""
        found = self._tables.story(article_id) if self.on else None
        if found is None:
            return None
        await self.follow(found.id, not found.followed)
        return not found.followed

    async def see_of(self, article_id: int) -> bool:
        """The story of an article that was opened has been seen, if it is followed; whether it is."""
        found = self._tables.story(article_id) if self.on else None
        if found is None or not found.followed:
            return False
        await self.see(found.id)
        return True

    async def see(self, story_id: int) -> None:
        """What a followed story has brought up to now is no longer new."""
        await asyncio.wrap_future(self._tables.see(story_id, self._clock()))


def _new(story: Story, seen: datetime) -> int:
    return sum(each.row.first_seen > seen for each in story.tellings)
