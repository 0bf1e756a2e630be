"""Whatever else writes when there is no room: each is told, leaves all as it was, and works afterwards."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from functools import partial
from pathlib import Path

from newsreader.engine.backups import Backups
from newsreader.engine.downloads import Downloads
from newsreader.model import Enclosure, Problem, ProblemKind, Scope, Source
from newsreader.pictures.cache import Cache
from newsreader.sources import opml
from tests.engine.reader import Hands
from tests.faults import old_stores
from tests.faults.lives import Note, Task
from tests.faults.told import complains, expect, succeeds
from tests.faults.work import filled, look, newest, news, paths, reader, saved
from tests.pictures import png
from tests.server import Reply, Server
from tests.store.drafts import NOW, source
from tests.ui.paper import CHOSEN, kept, opened

Full = Callable[[Path], AbstractContextManager[None]]
"""Within it nothing can be written in that folder."""
Attempt = Callable[[Path, Full], Iterator[str]]
"""Tries to write something within and after it; what is said, as lines of a life, and what was lost."""

_ROOM = "ruimte"
_VERSION = 3  # of a store that is to be migrated
_BODY = bytes(range(256)) * 2400


def fill(folder: Path) -> None:
    """Take all the room there is on the disk of that folder."""
    with (folder / "rest").open("wb", buffering=0) as file:
        try:
            while file.write(bytes(4096)):
                pass
        except OSError:
            return


@contextmanager
def full_disk(folder: Path) -> Iterator[None]:
    """No room on the disk of that folder."""
    fill(folder)
    try:
        yield
    finally:
        (folder / "rest").unlink()


@contextmanager
def no_quota(_: Path) -> Iterator[None]:
    """No file may grow at all (`ulimit -f 0`): the error is EFBIG, which is told as that of a quota is."""
    import resource  # not there on every system

    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (0, before[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)


def _download(folder: Path, full: Full) -> Iterator[str]:
    """A file of which nobody says how large it is; what has come of it is not asked for again."""
    engine, target, said = reader(folder), folder / "down", list[str]()
    with Server() as server:
        engine._store.save_source(source()._replace(url=server.url("/feed"))).result()
        reply = Reply(_BODY, chunked=True, etag='"1"', headers=(("Content-Type", "audio/ogg"),))
        file = Enclosure(server.add("/lied.ogg", reply), "audio/ogg")
        downloads = Downloads(engine._store, engine._asking, free=lambda _: 10**12)
        with full(folder):
            event = asyncio.run(_last(downloads, file, target))
        expect(said.append, event, ProblemKind.NO_ROOM)
        yield from said
        asyncio.run(_last(downloads, file, target))
    engine.close()
    (path,) = target.iterdir()
    if path.name != "lied.ogg" or path.read_bytes() != _BODY:
        yield f"the download: {path.name}, {path.stat().st_size} bytes"


async def _last(downloads: Downloads, file: Enclosure, folder: Path) -> object:
    event: object = None
    async for each in downloads.run("bron", file, folder):
        event = each
    return event


def _restore(folder: Path, full: Full) -> Iterator[str]:
    """The backup of another reader, with marks that this one lacks."""
    copy = folder.with_name(f"{folder.name}-kopie")
    filled(copy, 100, marked=100)
    store = look(copy)
    assert Backups(store, copy, Hands(NOW)).write(copy / "kopie.jsonl") is None
    store.close()
    with full(folder):
        said = [*complains(folder, _ROOM, "restore", str(copy / "kopie.jsonl"))]
    yield from said
    yield from succeeds(folder, "restore", str(copy / "kopie.jsonl"))
    yield from (f"mark on {title}" for title in sorted(newest(100) - saved(folder)))


def _migration(folder: Path, full: Full) -> Iterator[str]:
    """A store of an earlier version, which cannot be brought up to date now, but can later."""
    old = folder / "oud"
    old_stores.build(news(old), _VERSION, 200)
    with full(folder):
        said = [*complains(old, _ROOM, "list")]
    yield from said
    store = look(old)
    if len(store.ids(Scope())) != 200 or store.counts().saved != old_stores.SAVED:
        yield "articles or marks of the old store"
    store.close()


def _backup(folder: Path, full: Full) -> Iterator[str]:
    yield from succeeds(folder, "backup")
    engine = reader(folder, Hands())
    path = paths(folder).backups
    before = {each: each.read_bytes() for each in path.iterdir()}
    engine.close()
    with full(folder):
        said = [*complains(folder, _ROOM, "backup")]
    yield from said
    if {each: each.read_bytes() for each in path.iterdir()} != before:
        yield "the backup from before"


def _settings(folder: Path, full: Full) -> Iterator[str]:
    """By a command, and on the screen: the choice holds for this session, and the file is as it was."""
    file = folder / "settings.toml"
    file.write_text('webmail = "zeelandnet"  # mijn\n')
    before = file.read_bytes()
    with full(folder):
        said = [*complains(folder, _ROOM, "webmail", "delta")]
        after = file.read_bytes()
    yield from said
    yield from [] if after == before else ["the settings"]
    yield from succeeds(folder, "webmail", "delta")
    if file.read_text() != 'webmail = "delta"  # mijn\n':
        yield "the choice"


def _settings_screen(folder: Path, full: Full) -> Iterator[str]:
    yield from asyncio.run(_chosen(folder, full))


async def _chosen(folder: Path, full: Full) -> list[str]:
    """Change the first setting, the language, without and with room to keep it."""
    (folder / "config").mkdir()
    engine, lost = reader(folder, settings=CHOSEN), list[str]()
    async with opened(engine, folder) as paper:
        await paper.press("comma")
        with full(folder):
            await paper.press("enter", "j", "enter")
            told = " ".join(paper.told)
        lost.append(f"told {told}" if _ROOM in told else f"the screen said {told}")
        if (folder / "config" / "settings.toml").exists():
            lost.append("there is a settings file")
        await paper.press("enter", "j", "enter")
        if kept(folder).language != "en":
            lost.append("the choice")
    engine.close()
    return lost


def _export(folder: Path, full: Full) -> Iterator[str]:
    """Subscriptions and articles, over files that were there."""
    wanted = {
        "lijst.opml": ("export", str(folder / "lijst.opml")),
        "krant.epub": ("export-edition", "--since", "9999d", "--out", str(folder / "krant.epub")),
    }
    for name in wanted:
        (folder / name).write_text("van gisteren")
    with full(folder):
        said = [line for words in wanted.values() for line in complains(folder, _ROOM, *words)]
        after = {name: (folder / name).read_text() for name in wanted}
    yield from said
    for name, words in wanted.items():
        yield from [] if after[name] == "van gisteren" else [f"the former {name}"]
        yield from succeeds(folder, *words)
        yield from [] if (folder / name).stat().st_size > 100 else [name]


def _picture(folder: Path, full: Full) -> Iterator[str]:
    """A picture that cannot be kept is shown all the same, and kept the next time."""
    engine, url = reader(folder), ""
    with Server() as server:
        url = server.add("/foto.png", Reply(png()))
        engine._store.save_source(source()._replace(url=server.url("/feed"))).result()
        with full(folder):
            (shown,) = asyncio.run(engine.pictures.whole([("bron", url)]))
            left = list(folder.rglob("*.tmp"))
    engine.close()
    yield from ["the picture"] if isinstance(shown, Problem) else []
    yield from ["a file half written"] if left else []
    cache = Cache(paths(folder).pictures, 9)
    yield from [] if cache.keep(url, png(), ".png") and cache.read(url) == png() else ["it afterwards"]


def _import(folder: Path, full: Full) -> Iterator[str]:
    file = folder.with_name(f"{folder.name}.opml")
    feeds = [Source(f"blad-{one}", f"Blad {one}", f"https://blad{one}.example/rss", "") for one in range(300)]
    file.write_bytes(opml.write(feeds))
    engine = reader(folder)
    engine.prepare()
    engine.close()
    with full(folder):
        said = [*complains(folder, _ROOM, "import", str(file))]
    yield from said
    yield from succeeds(folder, "import", str(file))
    store = look(folder)
    number = sum(".example/rss" in status.source.url for status in store.sources())
    store.close()
    yield from [] if number == len(feeds) else [f"{len(feeds) - number} subscriptions"]


def _repair(folder: Path, full: Full) -> Iterator[str]:
    """A damaged store that cannot be carried to a new one: it stays as it is, until there is room."""
    sick = folder / "ziek"
    filled(sick, 100)
    damaged = bytearray(news(sick).read_bytes())
    damaged[20_000:40_000] = bytes(20_000)
    news(sick).write_bytes(damaged)
    with full(folder):
        said = [*complains(sick, "", "doctor", "--repair")]
        names = {path.name for path in sick.iterdir()}
    yield from said
    yield from [f"left {name}" for name in names if ".new" in name or name.endswith(".tmp")]
    yield from [] if news(sick).read_bytes() == damaged else ["the damaged file"]
    yield from succeeds(sick, "doctor", "--repair")


ATTEMPTS: dict[str, Attempt] = {
    "a download": _download,
    "bringing a backup back": _restore,
    "a migration": _migration,
    "a backup": _backup,
    "settings by command": _settings,
    "settings on the screen": _settings_screen,
    "an export": _export,
    "a picture": _picture,
    "an import": _import,
    "a repair": _repair,
}


def _task(attempt: Attempt, full: Full, folder: Path, note: Note) -> None:
    for line in [*attempt(folder, full)]:
        note(line)


ON_FULL_DISKS: dict[str, Task] = {
    f"disk full for {name}": partial(_task, attempt, full_disk) for name, attempt in ATTEMPTS.items()
}
WITHOUT_QUOTA: dict[str, Task] = {
    f"no quota for {name}": partial(_task, attempt, no_quota) for name, attempt in ATTEMPTS.items()
}
