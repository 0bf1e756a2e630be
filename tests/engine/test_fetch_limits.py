"""Limits of size, time and politeness."""

from __future__ import annotations

import asyncio
import gzip
import threading
import tracemalloc
import zlib

import pytest

from newsreader.model import Fetch, Fetched, Problem, ProblemKind
from newsreader.sources.fetch import Fetcher
from tests.server import Reply, Server, pack

CAP = 1_000_000
FEED = "<rss>Één bericht uit Zeeland. </rss>".encode() * 200
ENCODINGS = ["gzip", "deflate", "br", "zstd"]


async def body_of(url: str) -> bytes | ProblemKind:
    async with Fetcher(cap=CAP, deadline=20) as fetcher:
        result = await fetcher.fetch(Fetch(url))
    assert not isinstance(result, Problem) or result.url == url
    return result.body if isinstance(result, Fetched) else getattr(result, "kind", ProblemKind.EMPTY)


@pytest.mark.parametrize("chunked", [False, True])
@pytest.mark.parametrize("encoding", ["", *ENCODINGS])
async def test_every_encoding_is_unpacked(server: Server, encoding: str, chunked: bool) -> None:
    assert await body_of(server.add("/feed", Reply(FEED, encoding=encoding, chunked=chunked))) == FEED


@pytest.mark.parametrize("encoding", ["gzip", "zstd"])
async def test_a_packed_body_that_does_not_say_so(server: Server, encoding: str) -> None:
    assert await body_of(server.add("/feed", Reply(pack(FEED, encoding)))) == FEED


@pytest.mark.parametrize("declared", ["gzip", "x-gzip", "utf-8", "identity", "none"])
async def test_a_plain_body_that_says_it_is_packed(server: Server, declared: str) -> None:
    reply = Reply(FEED, headers=(("Content-Encoding", declared),))
    assert await body_of(server.add("/feed", reply)) == FEED


async def test_deflate_without_its_header(server: Server) -> None:
    raw = zlib.compressobj(wbits=-zlib.MAX_WBITS)
    reply = Reply(raw.compress(FEED) + raw.flush(), headers=(("Content-Encoding", "deflate"),))
    assert await body_of(server.add("/feed", reply)) == FEED


@pytest.mark.parametrize("encoding", ["gzip", "zstd"])
async def test_a_body_in_several_members(server: Server, encoding: str) -> None:
    reply = Reply(pack(FEED, encoding) * 3, headers=(("Content-Encoding", encoding),))
    assert await body_of(server.add("/feed", reply)) == FEED * 3


async def test_padding_after_gzip_is_ignored(server: Server) -> None:
    assert await body_of(server.add("/feed", Reply(gzip.compress(FEED) + b"\0" * 600))) == FEED


@pytest.mark.parametrize("encoding", ENCODINGS)
async def test_a_packed_body_that_stops_too_soon(server: Server, encoding: str) -> None:
    reply = Reply(pack(FEED, encoding)[:-20], headers=(("Content-Encoding", encoding),))
    assert await body_of(server.add("/feed", reply)) is ProblemKind.ENCODING


@pytest.mark.parametrize("encoding", ENCODINGS)
async def test_a_garbled_body(server: Server, encoding: str) -> None:
    packed = pack(FEED, encoding)
    reply = Reply(packed[:12] + b"\xff" * 40 + packed[52:], headers=(("Content-Encoding", encoding),))
    assert await body_of(server.add("/feed", reply)) is ProblemKind.ENCODING


async def test_a_body_packed_twice_is_refused(server: Server) -> None:
    reply = Reply(gzip.compress(gzip.compress(FEED)), headers=(("Content-Encoding", "gzip, gzip"),))
    assert await body_of(server.add("/feed", reply)) is ProblemKind.ENCODING


@pytest.mark.parametrize("size", [CAP, CAP + 1])
@pytest.mark.parametrize("chunked", [False, True])
@pytest.mark.parametrize("encoding", ["", "gzip"])
async def test_the_cap_is_exact(server: Server, size: int, chunked: bool, encoding: str) -> None:
    found = await body_of(server.add("/feed", Reply(b"x" * size, encoding=encoding, chunked=chunked)))
    assert (found is ProblemKind.TOO_LARGE) == (size > CAP)


async def test_a_declared_length_over_the_cap_is_not_read(server: Server) -> None:
    url = server.add("/feed", Reply(b"x" * 10, headers=(("Content-Length", str(CAP + 1)),), cut=10))
    assert await body_of(url) is ProblemKind.TOO_LARGE


@pytest.mark.parametrize("encoding", ["gzip", "br", "zstd"])
async def test_a_bomb_stops_at_the_cap(server: Server, encoding: str) -> None:
    url = server.add(
        "/bomb", Reply(pack(bytes(100_000_000), encoding), headers=(("Content-Encoding", encoding),))
    )
    async with Fetcher(cap=CAP) as fetcher:
        await fetcher.fetch(Fetch(server.add("/feed", Reply(FEED, encoding=encoding))))
        tracemalloc.start()
        try:
            result = await fetcher.fetch(Fetch(url))
            _, peak = tracemalloc.get_traced_memory()
        finally:
            tracemalloc.stop()
    assert isinstance(result, Problem)
    assert result.kind is ProblemKind.TOO_LARGE
    assert peak < CAP + 8_000_000


async def test_members_without_content_count_too(server: Server) -> None:
    url = server.add("/feed", Reply(gzip.compress(b"") * 60_000, chunked=True))
    assert await body_of(url) is ProblemKind.TOO_LARGE


async def test_a_server_that_never_answers_is_cut_off(server: Server) -> None:
    url = server.add("/feed", Reply(FEED, gate=threading.Event()))
    async with Fetcher(deadline=0.1) as fetcher:
        assert await fetcher.fetch(Fetch(url)) == Problem(ProblemKind.TIMEOUT, url)


async def test_a_server_that_drips_is_cut_off(server: Server) -> None:
    url = server.add("/feed", Reply(FEED, drip=0.01))
    async with Fetcher(deadline=0.3) as fetcher:
        assert await fetcher.fetch(Fetch(url)) == Problem(ProblemKind.TIMEOUT, url)
    assert 0 < server.written < len(FEED)


async def test_waiting_for_a_turn_is_not_held_against_a_source(server: Server) -> None:
    first = server.add("/slow", Reply(FEED, gate=threading.Event()))
    second = server.add("/feed", Reply(FEED))
    async with Fetcher(per_host=1, deadline=0.2) as fetcher:
        slow, quick = await asyncio.gather(fetcher.fetch(Fetch(first)), fetcher.fetch(Fetch(second)))
    assert isinstance(slow, Problem)
    assert isinstance(quick, Fetched)


async def test_at_most_two_requests_a_host_and_forty_in_all(server: Server) -> None:
    gate, full = threading.Event(), server.meeting(40)
    server.add("/feed", Reply(FEED, gate=gate))
    other = server.add("/other", Reply(FEED))
    hosts = [f"127.0.0.{number}" for number in range(1, 25)]
    async with Fetcher() as fetcher, Fetcher() as bystander:
        requests = [Fetch(server.url("/feed", host)) for host in hosts for _ in range(5)]
        tasks = [asyncio.create_task(fetcher.fetch(request)) for request in requests]
        assert await asyncio.to_thread(full.wait, 10)
        await bystander.fetch(Fetch(other))  # time enough for a further request to arrive
        assert server.paths().count("/feed") == 40
        gate.set()
        assert all(isinstance(result, Fetched) for result in await asyncio.gather(*tasks))
    assert max(server.peak[host] for host in hosts[1:]) == 2
    assert server.connections <= 2 * len(hosts) + 1


async def test_a_busy_host_holds_no_places_of_others(server: Server) -> None:
    gate = threading.Event()
    stuck = server.add("/slow", Reply(FEED, gate=gate))
    free = server.add("/feed", Reply(FEED)).replace("127.0.0.1", "127.0.0.2")
    async with Fetcher(per_host=1, total=2) as fetcher:
        waiting = [asyncio.create_task(fetcher.fetch(Fetch(stuck))) for _ in range(4)]
        assert isinstance(await fetcher.fetch(Fetch(free)), Fetched)
        assert not any(task.done() for task in waiting)
        gate.set()
        assert all(isinstance(result, Fetched) for result in await asyncio.gather(*waiting))


async def test_cancelling_leaves_the_fetcher_usable(server: Server) -> None:
    stuck = server.add("/slow", Reply(FEED, gate=threading.Event()))
    async with Fetcher(per_host=1, total=1) as fetcher:
        arrived = server.meeting(1)
        task = asyncio.create_task(fetcher.fetch(Fetch(stuck)))
        assert await asyncio.to_thread(arrived.wait, 10)
        task.cancel()
        with pytest.raises(asyncio.CancelledError):
            await task
        assert isinstance(await fetcher.fetch(Fetch(server.add("/feed", Reply(FEED)))), Fetched)


async def test_connections_are_kept_for_the_next_request(server: Server) -> None:
    url = server.add("/feed", Reply(FEED, etag='"1"'))
    async with Fetcher() as fetcher:
        for _ in range(5):
            await fetcher.fetch(Fetch(url, etag='"1"'))
    assert server.connections == 1
