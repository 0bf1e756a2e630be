"""Pictures from a server: fetched once, refused for what they are, kept, and fetched again when damaged."""

from __future__ import annotations

import asyncio
import threading
from dataclasses import replace
from pathlib import Path

import pytest

from newsreader.engine import Engine
from newsreader.engine import pictures as engine_pictures
from newsreader.model import Problem, ProblemKind, Source, SourceKind
from newsreader.pictures.drawing import Drawing, Look
from newsreader.pictures.geometry import Box
from newsreader.pictures.terminal import Protocol
from newsreader.settings import Settings
from tests import pictures
from tests.engine.reader import follow
from tests.server import Reply, Server, redirect

LOOK = Look(Protocol.HALF_BLOCKS, 40, 20)


async def drawn(
    engine: Engine, *urls: str, source: str = "bron-1", look: Look = LOOK
) -> list[Drawing | Problem]:
    return [found async for _, found in engine.pictures.drawings(source, dict.fromkeys(urls, look))]


@pytest.fixture
async def reader(engine: Engine, server: Server) -> Engine:
    """An engine that follows a source on the server."""
    await follow(engine, server.url("/feed"))
    return engine


def kept(folder: Path) -> list[Path]:
    return sorted((folder / "cache" / "pictures").glob("*"))


async def test_a_picture_is_asked_for_once_and_kept(reader: Engine, server: Server, tmp_path: Path) -> None:
    url = server.add("/a.jpg", Reply(pictures.png(), headers=(("Content-Type", "text/html"),)))
    first = await drawn(reader, url)
    narrow = await drawn(reader, url, look=replace(LOOK, columns=20))
    assert [each.box for each in (*first, *narrow) if isinstance(each, Drawing)] == [Box(40, 15), Box(20, 8)]
    reader.__dict__.pop("pictures")  # as in the next session
    assert await drawn(reader, url) == first
    assert server.paths() == ["/a.jpg"]
    assert [path.suffix for path in kept(tmp_path)] == [".png"]
    assert reader.pictures.file(url) == kept(tmp_path)[0]


async def test_what_is_under_way_is_waited_for(reader: Engine, server: Server) -> None:
    gate = threading.Event()
    url = server.add("/a.png", Reply(pictures.png(), gate=gate))
    met = server.meeting(1)
    both = [asyncio.ensure_future(drawn(reader, url)) for _ in range(2)]
    await asyncio.to_thread(met.wait, 10)
    gate.set()
    one, other = await asyncio.gather(*both)
    assert one == other
    assert isinstance(one[0], Drawing)
    assert server.paths() == ["/a.png"]


@pytest.mark.parametrize("name", pictures.HOSTILE)
async def test_what_is_no_good_is_a_problem_and_is_not_kept(
    reader: Engine, server: Server, tmp_path: Path, name: str
) -> None:
    url = server.add(f"/{name}", Reply(pictures.HOSTILE[name], headers=(("Content-Type", "image/png"),)))
    (found,) = await drawn(reader, url)
    assert isinstance(found, Problem)
    assert found.url == url
    assert found.kind in (
        ProblemKind.NOT_A_PICTURE,
        ProblemKind.PICTURE_BOMB,
        ProblemKind.PICTURE_DAMAGED,
    )
    assert kept(tmp_path) == []
    assert await drawn(reader, url) == [found]
    assert len(server.requests) == (2 if found.kind is ProblemKind.PICTURE_DAMAGED else 1)


@pytest.mark.parametrize(
    ("reply", "kind"),
    [
        (Reply(status=404), ProblemKind.HTTP),
        (Reply(b""), ProblemKind.EMPTY),
        (Reply(pictures.png(), cut=200), ProblemKind.NETWORK),
    ],
)
async def test_what_does_not_come_is_a_problem(
    reader: Engine, server: Server, reply: Reply, kind: ProblemKind
) -> None:
    (found,) = await drawn(reader, server.add("/a.png", reply))
    assert isinstance(found, Problem)
    assert found.kind is kind


async def test_a_picture_over_the_cap_is_not_taken_in(
    reader: Engine, server: Server, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(engine_pictures, "CAP", 100)
    (found,) = await drawn(reader, server.add("/a.png", Reply(pictures.png())))
    assert isinstance(found, Problem)
    assert found.kind is ProblemKind.TOO_LARGE


async def test_what_is_damaged_on_disk_is_fetched_again(
    reader: Engine, server: Server, tmp_path: Path
) -> None:
    photograph = pictures.packed(pictures.quarters(), "JPEG")
    url = server.add("/a.jpg", Reply(photograph))
    good = await drawn(reader, url)
    for damage in (photograph[:900], b"no picture at all"):
        kept(tmp_path)[0].write_bytes(damage)
        reader.__dict__.pop("pictures")
        assert await drawn(reader, url) == good
        assert kept(tmp_path)[0].read_bytes() == photograph
    assert len(server.requests) == 3


async def test_nothing_is_kept_where_nothing_may_be(reader: Engine, server: Server, tmp_path: Path) -> None:
    reader.settings = Settings(picture_cache=0)
    url = server.add("/a.png", Reply(pictures.png()))
    assert isinstance((await drawn(reader, url))[0], Drawing)
    assert kept(tmp_path) == []
    assert reader.pictures.file(url) is None


async def test_own_headers_go_to_the_sources_own_host_only(reader: Engine, server: Server) -> None:
    reader.settings = Settings(source={"bron-1": {"headers": {"X-Sleutel": "abc"}}})
    home = server.add("/home.png", Reply(pictures.png()))
    server.add("/away.png", Reply(pictures.png()))
    await drawn(reader, home, server.url("/away.png", host="127.0.0.9"))
    assert [request.headers.get("x-sleutel") for request in server.requests] == ["abc", None]


async def test_a_public_source_has_no_pictures_inside(reader: Engine, server: Server) -> None:
    public = Source("openbaar", "Openbaar", "https://8.8.8.8/feed")
    reader._store.add_sources([public]).result()
    url = server.add("/a.png", Reply(pictures.png()))
    found = await drawn(reader, url, "file:///etc/passwd", source="openbaar")
    assert [each.kind for each in found if isinstance(each, Problem)] == [
        ProblemKind.REDIRECTS,
        ProblemKind.ADDRESS,
    ]
    assert server.requests == []


async def test_redirects_are_followed(reader: Engine, server: Server) -> None:
    server.add("/b.png", Reply(pictures.png()))
    (found,) = await drawn(reader, server.add("/a.png", redirect("/b.png")))
    assert isinstance(found, Drawing)


async def test_the_sample_edition_has_its_own_pictures_and_asks_nobody(
    engine: Engine, server: Server
) -> None:
    sample = Source("proef", "Proef", "https://schelde.example.nl/", kind=SourceKind.SAMPLE)
    engine._store.add_sources([sample]).result()
    shown = "https://beeld.example.nl/schelde/bultrug-plaat.jpg"
    found = await drawn(engine, shown, server.url("/a.png"), source="proef")
    assert isinstance(found[0], Drawing)
    assert found[1] == Problem(ProblemKind.OFFLINE, server.url("/a.png"))
    assert server.requests == []


async def test_without_what_decodes_them_it_is_said_and_nobody_is_asked(
    reader: Engine, server: Server, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(engine_pictures, "available", lambda: False)
    found = await drawn(reader, server.add("/a.png", Reply(pictures.png())))
    assert found == [Problem(ProblemKind.PICTURES_MISSING)]
    assert server.requests == []
