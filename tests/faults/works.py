"""Work on the store in which a reader is killed: a refresh, marks, stories, pruning, upkeep, a migration."""

from __future__ import annotations

import asyncio
import random
from collections.abc import Iterator, Sequence
from datetime import timedelta
from pathlib import Path

from newsreader.engine import Engine
from newsreader.model import Scope, Source, SourceChecked
from newsreader.settings import Settings
from newsreader.store import schema
from tests.engine.reader import Hands, item, rss
from tests.faults import old_stores
from tests.faults.lives import Note
from tests.faults.work import Work, filled, look, newest, news, reader, still_saved
from tests.server import Reply, Server
from tests.store.drafts import NOW

SOURCES = 24
"""So many that processes of their own understand the feeds."""
_BEFORE, _LATER = 10, 30  # articles of a feed
_LONG = timedelta(days=400)


def _feed(number: int, articles: int, text: str) -> Reply:
    return Reply(
        rss(
            item(f"{number}-{each}", f"Bron {number} artikel{number}x{each}", text=text * 20)
            for each in range(articles)
        )
    )


def _subscribed(folder: Path, server: Server, _: int) -> None:
    """Sources that have been read once, and marks; from now on they bring more, and other words."""
    for number in range(SOURCES):
        server.add(f"/{number}", _feed(number, _BEFORE, "Eerst dit. "))
    engine = reader(folder)
    engine._store.add_sources(
        [
            Source(
                f"bron-{number}",
                f"Bron {number}",
                server.url(f"/{number}", f"127.0.0.{number + 1}"),
                "",
                "Zeeland",
            )
            for number in range(SOURCES)
        ]
    ).result()
    asyncio.run(_refreshed(engine, lambda _: None))
    engine._store.mark(engine._store.ids(Scope(), 40), read=True, saved=True).result()
    engine.close()
    for number in range(SOURCES):
        server.add(f"/{number}", _feed(number, _LATER, "Nu dat. "))


async def _refreshed(engine: Engine, note: Note) -> None:
    async for event in engine.refresh(force=True):
        if isinstance(event, SourceChecked):
            note(f"checked {event.source.id.removeprefix('bron-')} {event.problem or ''}")


def _refresh(folder: Path, note: Note) -> None:
    engine = reader(folder, Hands(NOW + timedelta(days=1)))
    asyncio.run(_refreshed(engine, note))
    engine.close()


def _read(folder: Path, notes: Sequence[str]) -> Iterator[str]:
    store = look(folder)
    rows = store.page(Scope(), 100_000)
    store.close()
    titles = {row.title for row in rows}
    if len([row for row in rows if row.saved]) != 40:
        yield "marks"
    for line in notes:
        if line.startswith("checked"):
            _, number, *problem = line.split()
            if problem:
                yield line
            for each in range(_LATER):
                if f"Bron {number} artikel{number}x{each}" not in titles:
                    yield f"article {each} of source {number}"


def _some(folder: Path, server: Server, _: int) -> None:
    filled(folder, 400)


def _marks(folder: Path, note: Note) -> None:
    """Marks of all kinds, each noted before it is tried and when it is confirmed."""
    dice, engine = random.Random(folder.name), reader(folder)
    ids = list(engine._store.ids(Scope()))

    async def work() -> None:
        for _ in range(60):
            chosen = dice.sample(ids, dice.choice([1, 1, 1, 5, 60]))
            read, kept = dice.choice([(1, 1), (1, 0), (0, 0)])
            line = f"{read} {kept} {' '.join(map(str, chosen))}"
            note(f"try {line}")
            await engine.mark(chosen, read=bool(read), saved=bool(kept))
            note(f"done {line}")

    asyncio.run(work())
    engine.close()


def _unmarked(folder: Path, notes: Sequence[str]) -> Iterator[str]:
    """Every article is as it was last confirmed, or as what was under way at the end would have it."""
    wanted: dict[int, tuple[bool, bool]] = {}
    for kind, read, kept, *ids in (line.split() for line in notes if line != "end"):
        if kind == "done":
            wanted |= dict.fromkeys(map(int, ids), (read == "1", kept == "1"))
    kind, *last = next((line for line in reversed(notes) if line != "end"), "done").split()
    doubtful = set(map(int, last[2:])) if kind == "try" else set()
    store = look(folder)
    for row in store.rows(list(wanted)):
        if row.id not in doubtful and (row.read, row.saved) != wanted[row.id]:
            yield f"mark on {row.id}"
    store.close()


def _join(folder: Path, _: Note) -> None:
    engine = reader(folder)
    engine.stories.join_all()
    engine.close()


def _decided(folder: Path, server: Server, kind: int) -> None:
    """Stories that are all there, with what the reader decided about some of them."""
    filled(folder, 300)
    _join(folder, lambda _: None)
    engine = reader(folder)
    one, two, three = engine._store.ids(Scope(), 3)

    async def decide() -> None:
        await engine.stories.join(one, two)
        await engine.stories.join(one, three)
        await engine.stories.split(three)
        await engine.stories.turn_follow(one)

    asyncio.run(decide())
    engine.close()


def _rebuild(folder: Path, _: Note) -> None:
    engine = reader(folder)

    async def work() -> None:
        async for _ in engine.stories.rebuild():
            pass

    asyncio.run(work())
    engine.close()


def _undecided(folder: Path, notes: Sequence[str]) -> Iterator[str]:
    yield from still_saved(folder, notes)
    store = look(folder)
    one, two, three = store.ids(Scope(), 3)
    if (one, two, True) not in {(max(a, b), min(a, b), on) for a, b, on in store.stories.bonds([one, two])}:
        yield "that two articles belong together"
    if not any(three in bond[:2] and not bond[2] for bond in store.stories.bonds([three])):
        yield "that an article stands alone"
    if not store._read(lambda connection: connection.execute("SELECT count(*) FROM follow").get):
        yield "that a story is followed"
    store.close()


def _old(folder: Path, server: Server, _: int) -> None:
    filled(folder, 1200)
    store = look(folder)
    store.mark(store.ids(Scope()), read=True).result()
    store.close()


def _prune(folder: Path, _: Note) -> None:
    engine = reader(folder, Hands(NOW + _LONG), Settings(keep_days=30))
    asyncio.run(engine.tidy())
    engine.close()


def _loose(folder: Path, server: Server, _: int) -> None:
    """A store most of which is free pages, with an index in many pieces."""
    _old(folder, server, 0)
    store = look(folder)
    store.prune(NOW + _LONG).result()
    store.close()


def _upkeep(folder: Path, _: Note) -> None:
    store = look(folder)
    store.optimize(NOW).result()
    store.close()


def _outdated(folder: Path, server: Server, kind: int) -> None:
    old_stores.build(news(folder), kind + 1, 300)


def _migrate(folder: Path, _: Note) -> None:
    look(folder).close()


def _gone(folder: Path, notes: Sequence[str]) -> Iterator[str]:
    yield from still_saved(folder, notes)
    store = look(folder)
    missing = newest(300) - {row.title for row in store.page(Scope(), 1000)}
    store.close()
    yield from (f"article {title}" for title in sorted(missing))


WORKS: dict[str, Work] = {
    "a refresh": Work(_subscribed, _refresh, _read),
    "marking": Work(_some, _marks, _unmarked, settles=False),
    "joining stories": Work(_some, _join, still_saved),
    "making stories anew": Work(_decided, _rebuild, _undecided),
    "pruning": Work(_old, _prune, still_saved),
    "upkeep": Work(_loose, _upkeep, still_saved),
    "migration": Work(_outdated, _migrate, _gone, kinds=len(schema.MIGRATIONS) - 1),
}
