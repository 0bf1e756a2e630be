"""From a real server: whole, cut and gone on with, changed, refused; and how the file is called."""

from __future__ import annotations

import errno
from pathlib import Path

import pytest

from newsreader.engine import Engine
from newsreader.engine.downloads import SPARE, Downloads
from newsreader.engine.partial import Partial
from newsreader.model import Downloaded, DownloadEvent, Downloading, Enclosure, Problem, ProblemKind, Source
from newsreader.settings import Settings
from newsreader.sources.fetch.ranges import Opened
from tests.engine.reader import follow
from tests.server import Received, Reply, Server, redirect

BODY = bytes(range(256)) * 4_000  # a million bytes, no two pieces alike
TAG = '"een"'
SOUND = Reply(BODY, etag=TAG, ranges=True)


def downloads(engine: Engine, free: int = 10**12, stall: float = 5.0) -> Downloads:
    """Downloads to a disk with so much room."""
    return Downloads(engine._store, engine._asking, free=lambda _: free, stall=stall)


async def get(engine: Engine, url: str, folder: Path, door: Downloads | None = None) -> list[DownloadEvent]:
    """What is told while this address is downloaded, as a file of the one source."""
    if not engine.sources():
        await follow(engine, url)
    file = Enclosure(url, "audio/mpeg", title="Gesprek")
    return [event async for event in (door or downloads(engine)).run("bron-1", file, folder)]


def saved(events: list[DownloadEvent]) -> Path:
    """The file at the end of it all."""
    last = events[-1]
    assert isinstance(last, Downloaded), last
    assert last.path.stat().st_size == last.size
    return last.path


def failed(events: list[DownloadEvent]) -> Problem:
    """The problem at the end of it all."""
    last = events[-1]
    assert isinstance(last, Problem)
    return last


def left(folder: Path) -> list[str]:
    """The names in a folder."""
    return sorted(path.name for path in folder.iterdir()) if folder.exists() else []


async def test_a_file_comes_whole_and_leaves_nothing_else(
    engine: Engine, tmp_path: Path, server: Server
) -> None:
    folder = tmp_path / "nieuw" / "map"
    events = await get(engine, server.add("/gesprek.mp3", SOUND), folder)
    assert saved(events).read_bytes() == BODY
    assert left(folder) == ["gesprek.mp3"]
    assert events[0] == Downloading("gesprek.mp3", 0, len(BODY))
    request = server.requests[0]
    assert request.headers["accept-encoding"] == "identity"
    assert "range" not in request.headers


async def test_what_was_cut_goes_on_where_it_stopped(engine: Engine, tmp_path: Path, server: Server) -> None:
    cut = Reply(BODY, etag=TAG, ranges=True, cut=600_000)
    url = server.add("/gesprek.mp3", cut, SOUND)
    folder = tmp_path / "map"
    assert failed(await get(engine, url, folder)).kind is ProblemKind.NETWORK
    assert [Path(name).suffix for name in left(folder)] == [".part", ".json"]
    before = server.written
    events = await get(engine, url, folder)
    assert saved(events).read_bytes() == BODY
    assert left(folder) == ["gesprek.mp3"]
    asked = server.requests[1].headers
    start = int(asked["range"].removeprefix("bytes=").rstrip("-"))
    assert 0 < start <= 600_000
    assert asked["if-range"] == TAG
    assert server.written - before == len(BODY) - start
    assert events[0] == Downloading("gesprek.mp3", start, len(BODY), start)


@pytest.mark.parametrize(
    "again",
    [
        Reply(BODY[::-1], etag='"twee"', ranges=True),
        Reply(BODY[::-1], etag='"twee"'),
        Reply(BODY[::-1]),
        Reply(BODY[::-1], etag='W/"zwak"', last_modified="Mon, 02 Mar 2026 07:00:00 GMT", ranges=True),
    ],
    ids=["changed", "changed, without ranges", "without anything", "with a weak tag"],
)
async def test_what_has_changed_or_cannot_be_resumed_starts_anew(
    engine: Engine, tmp_path: Path, server: Server, again: Reply
) -> None:
    url = server.add("/a.mp3", Reply(BODY, etag=TAG, ranges=True, cut=600_000), again)
    await get(engine, url, tmp_path / "map")
    events = await get(engine, url, tmp_path / "map")
    assert saved(events).read_bytes() == BODY[::-1]
    assert events[0] == Downloading("a.mp3", 0, len(BODY))
    assert len(server.requests) == 2


@pytest.mark.parametrize(
    "said",
    [
        "bytes 0-9/10",
        "bytes 5-9/10",
        "bytes */1000000",
        "bytes a-b/c",
        "",
        "chunks 1-2/3",
        "bytes 600000-600009/*",
    ],
)
async def test_a_range_that_was_not_asked_for_is_not_taken(
    engine: Engine, tmp_path: Path, server: Server, said: str
) -> None:
    wrong = Reply(b"x" * 10, 206, (("Content-Range", said),), etag=TAG)
    url = server.add("/a.mp3", Reply(BODY, etag=TAG, cut=600_000), wrong, SOUND)
    await get(engine, url, tmp_path / "map")
    assert saved(await get(engine, url, tmp_path / "map")).read_bytes() == BODY
    assert "range" not in server.requests[-1].headers


async def test_a_range_of_another_file_than_it_says_is_not_taken(
    engine: Engine, tmp_path: Path, server: Server
) -> None:
    def other(request: Received) -> Reply:
        start = request.headers["range"].removeprefix("bytes=").rstrip("-")
        span = f"bytes {start}-{len(BODY) - 1}/{len(BODY)}"
        return Reply(BODY[::-1][int(start) :], 206, (("Content-Range", span),), etag='"twee"')

    url = server.add("/a.mp3", Reply(BODY, etag=TAG, cut=600_000), other, Reply(BODY[::-1], etag='"twee"'))
    await get(engine, url, tmp_path / "map")
    assert saved(await get(engine, url, tmp_path / "map")).read_bytes() == BODY[::-1]


async def test_a_server_that_never_sends_what_is_asked_is_a_problem(
    engine: Engine, tmp_path: Path, server: Server
) -> None:
    url = server.add("/a.mp3", Reply(b"x", 206, (("Content-Range", "bytes 5-5/10"),)))
    assert failed(await get(engine, url, tmp_path / "map")).kind is ProblemKind.MALFORMED
    assert left(tmp_path / "map") == []


async def test_a_file_that_was_whole_but_for_its_name_is_not_fetched_again(
    engine: Engine, tmp_path: Path, server: Server
) -> None:
    url = server.add("/a.mp3", SOUND)
    (tmp_path / "map").mkdir()
    part = Partial(tmp_path / "map", url)
    part.begin(Opened(0, len(BODY), TAG))
    part.write(BODY)
    assert saved(await get(engine, url, tmp_path / "map")).read_bytes() == BODY
    assert server.written == 0


@pytest.mark.parametrize(
    "facts", [b"", b"[]", b"{", b'{"url": "https://elders.nl", "validator": "x"}', b'{"url": 1}']
)
async def test_a_part_of_which_nothing_is_known_is_not_built_on(
    engine: Engine, tmp_path: Path, server: Server, facts: bytes
) -> None:
    url = server.add("/a.mp3", Reply(BODY, etag=TAG, cut=600_000), SOUND)
    await get(engine, url, tmp_path / "map")
    (known,) = (tmp_path / "map").glob("*.json")
    known.write_bytes(facts)
    assert saved(await get(engine, url, tmp_path / "map")).read_bytes() == BODY
    assert "range" not in server.requests[1].headers


async def test_leaving_early_stops_it_and_keeps_what_came(
    engine: Engine, tmp_path: Path, server: Server
) -> None:
    url = server.add("/a.mp3", Reply(BODY, etag=TAG, ranges=True))
    await follow(engine, url)
    events = downloads(engine).run("bron-1", Enclosure(url), tmp_path / "map")
    assert isinstance(await anext(events), Downloading)
    await events.aclose()
    assert saved(await get(engine, url, tmp_path / "map")).read_bytes() == BODY


async def test_a_file_too_large_for_the_disk_is_refused_before_it_comes(
    engine: Engine, tmp_path: Path, server: Server
) -> None:
    url = server.add("/a.mp3", Reply(raw=b"HTTP/1.1 200 OK\r\nContent-Length: 9000000000000\r\n\r\nabc"))
    problem = failed(await get(engine, url, tmp_path / "map"))
    assert (problem.kind, problem.url) == (ProblemKind.NO_ROOM, str(tmp_path / "map"))
    assert problem.detail == "9000000 MB"
    assert left(tmp_path / "map") == []
    server.add("/a.mp3", SOUND)
    small = downloads(engine, free=SPARE + len(BODY) - 1)
    assert failed(await get(engine, url, tmp_path / "map", small)).kind is ProblemKind.NO_ROOM
    fit = downloads(engine, free=SPARE + len(BODY))
    assert saved(await get(engine, url, tmp_path / "map", fit)).read_bytes() == BODY


@pytest.mark.parametrize(
    ("number", "kind"), [(errno.ENOSPC, ProblemKind.NO_ROOM), (errno.EROFS, ProblemKind.FILE)]
)
async def test_a_disk_that_refuses_is_told(
    engine: Engine,
    tmp_path: Path,
    server: Server,
    monkeypatch: pytest.MonkeyPatch,
    number: int,
    kind: ProblemKind,
) -> None:
    def refuse(part: Partial, data: bytes) -> None:
        raise OSError(number, "vol")

    monkeypatch.setattr(Partial, "write", refuse)
    problem = failed(await get(engine, server.add("/a.mp3", SOUND), tmp_path / "map"))
    assert problem.kind is kind
    assert left(tmp_path / "map") == []


async def test_a_folder_that_is_a_file_is_told(engine: Engine, tmp_path: Path, server: Server) -> None:
    (tmp_path / "map").write_text("")
    problem = failed(await get(engine, server.add("/a.mp3", SOUND), tmp_path / "map"))
    assert problem.kind is ProblemKind.FILE
    assert str(tmp_path / "map") in problem.url


async def test_a_server_that_falls_silent_is_given_up(engine: Engine, tmp_path: Path, server: Server) -> None:
    url = server.add("/a.mp3", Reply(BODY, drip=60.0))
    assert (
        failed(await get(engine, url, tmp_path / "map", downloads(engine, stall=0.05))).kind
        is ProblemKind.TIMEOUT
    )


async def test_nothing_that_was_there_is_overwritten(engine: Engine, tmp_path: Path, server: Server) -> None:
    url = server.add("/a.mp3", SOUND)
    names = [saved(await get(engine, url, tmp_path / "map")).name for _ in range(3)]
    assert names == ["a.mp3", "a (2).mp3", "a (3).mp3"]


@pytest.mark.parametrize(
    ("path", "disposition", "name"),
    [
        ("/geluid/a.mp3?x=1", "", "a.mp3"),
        ("/a.mp3", 'attachment; filename="Het gesprek.mp3"', "Het gesprek.mp3"),
        ("/a.mp3", "attachment; filename=b.mp3; filename*=UTF-8''caf%C3%A9%20%E2%82%AC.mp3", "café €.mp3"),
        ("/a.mp3", 'attachment; filename="../../etc/passwd"', "passwd.mp3"),
        ("/a.mp3", 'attachment; filename="..\\\\..\\\\CON"', "_CON.mp3"),
        ("/a.mp3", 'attachment; filename="CON.mp3"', "_CON.mp3"),
        ("/a.mp3", "attachment; filename*=UTF-8''%1b%5b2Jx%00%0a.mp3", "[2Jx.mp3"),
        ("/a.mp3", 'attachment; filename=".."', "a.mp3"),
        ("/a.mp3", 'attachment; filename="-rf.mp3"', "rf.mp3"),
        ("/a.mp3", 'attachment; filename=".bashrc"', "bashrc.mp3"),
        ("/a.mp3", 'attachment; filename="' + "é" * 300 + '.mp3"', "é" * 58 + ".mp3"),
        ("/a.mp3", "inline", "a.mp3"),
        ("/map%5C..%5Cpasswd", "", "passwd.mp3"),
        ("/", "", "Gesprek.mp3"),
    ],
)
async def test_the_name_is_the_servers_but_safe(
    engine: Engine, tmp_path: Path, server: Server, path: str, disposition: str, name: str
) -> None:
    headers = (("Content-Type", "audio/mpeg"), ("Content-Disposition", disposition))
    url = server.add(path, Reply(b"geluid", headers=headers))
    path_of_it = saved(await get(engine, url, tmp_path / "map"))
    assert path_of_it == tmp_path / "map" / name


async def test_a_body_that_was_packed_unasked_is_unpacked(
    engine: Engine, tmp_path: Path, server: Server
) -> None:
    url = server.add("/a.txt", Reply(b"tekst" * 1000, encoding="gzip"))
    assert saved(await get(engine, url, tmp_path / "map")).read_bytes() == b"tekst" * 1000
    url = server.add("/b.txt", Reply(b"\x1f\x8b\x08 geen gzip", headers=(("Content-Encoding", "gzip"),)))
    assert failed(await get(engine, url, tmp_path / "map")).kind is ProblemKind.ENCODING


async def test_a_gzip_file_stays_one(engine: Engine, tmp_path: Path, server: Server) -> None:
    packed = b"\x1f\x8b\x08" + BODY
    assert (
        saved(await get(engine, server.add("/a.gz", Reply(packed)), tmp_path / "map")).read_bytes() == packed
    )


@pytest.mark.parametrize(
    ("reply", "kind"),
    [
        (Reply(status=404), ProblemKind.HTTP),
        (Reply(status=410), ProblemKind.GONE),
        (Reply(status=503), ProblemKind.WAIT),
        (Reply(status=416), ProblemKind.HTTP),
        (redirect("/a.mp3"), ProblemKind.REDIRECTS),
        (Reply(reset=True), ProblemKind.NETWORK),
    ],
)
async def test_a_refusal_is_told_and_leaves_nothing(
    engine: Engine, tmp_path: Path, server: Server, reply: Reply, kind: ProblemKind
) -> None:
    assert failed(await get(engine, server.add("/a.mp3", reply), tmp_path / "map")).kind is kind
    assert left(tmp_path / "map") == []


async def test_redirects_are_followed_and_the_sources_secrets_stay_at_home(
    engine: Engine, tmp_path: Path, server: Server
) -> None:
    engine.settings = Settings(source={"bron-1": {"headers": {"X-Sleutel": "geheim"}}})
    away = server.url("/b.mp3", host="127.0.0.2")
    server.add("/b.mp3", SOUND)
    url = server.add("/a.mp3", redirect(away, 302))
    await follow(engine, server.url("/feed"))
    assert saved(await get(engine, url, tmp_path / "map")).name == "a.mp3"
    home, other = server.requests
    assert home.headers["x-sleutel"] == "geheim"
    assert "x-sleutel" not in other.headers
    elsewhere = server.url("/b.mp3", host="127.0.0.3")
    await get(engine, elsewhere, tmp_path / "map")
    assert "x-sleutel" not in server.requests[-1].headers


async def test_a_public_source_has_nothing_inside(engine: Engine, tmp_path: Path, server: Server) -> None:
    url = server.add("/a.mp3", SOUND)
    await engine.subscriptions.add(Source("bron-1", "Bron", "https://8.8.8.8/feed"))
    assert failed(await get(engine, url, tmp_path / "map")).kind is ProblemKind.REDIRECTS
    assert server.requests == []


async def test_the_sample_edition_fetches_nothing(engine: Engine, tmp_path: Path) -> None:
    door = Downloads(engine._store, engine._asking, offline=True)
    assert failed(await get(engine, "http://127.0.0.1:9/a", tmp_path, door)).kind is ProblemKind.OFFLINE
