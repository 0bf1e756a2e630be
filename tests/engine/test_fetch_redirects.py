"""Redirects: which are followed, which are remembered, which are refused."""

from __future__ import annotations

import pytest

from newsreader.model import Fetch, Fetched, Problem, ProblemKind, Unchanged
from newsreader.sources.fetch import Fetcher, Result, is_private
from tests.server import Reply, Server, redirect

FEED = b"<rss/>"


async def fetch(url: str, etag: str = "") -> Result:
    async with Fetcher() as fetcher:
        return await fetcher.fetch(Fetch(url, etag))


def chain(server: Server, *statuses: int, end: Reply | None = None) -> str:
    """`/0` leads to the feed at `/end` by redirects of these kinds."""
    for number, status in enumerate(statuses):
        to = "/end" if number == len(statuses) - 1 else f"/{number + 1}"
        server.add(f"/{number}", redirect(to, status))
    server.add("/end", end or Reply(FEED, etag='"1"'))
    return server.url("/0")


@pytest.mark.parametrize(
    ("statuses", "is_remembered"),
    [
        ((301,), True),
        ((308,), True),
        ((301, 308, 301), True),
        ((302,), False),
        ((303,), False),
        ((307,), False),
        ((301, 302), False),
        ((307, 301), False),
    ],
)
async def test_only_permanent_redirects_are_remembered(
    server: Server, statuses: tuple[int, ...], is_remembered: bool
) -> None:
    result = await fetch(chain(server, *statuses))
    assert isinstance(result, Fetched)
    assert result.url == server.url("/end")
    assert result.moved_to == (server.url("/end") if is_remembered else "")


async def test_a_move_is_told_with_an_unchanged_feed_too(server: Server) -> None:
    assert await fetch(chain(server, 301), '"1"') == Unchanged(server.url("/end"), server.url("/end"))


async def test_a_move_to_nothing_is_not_remembered(server: Server) -> None:
    url = chain(server, 301, end=Reply(status=404))
    assert await fetch(url) == Problem(ProblemKind.HTTP, url, "404")


@pytest.mark.parametrize(("hops", "is_followed"), [(5, True), (6, False)])
async def test_five_redirects_and_no_more(server: Server, hops: int, is_followed: bool) -> None:
    result = await fetch(chain(server, *[301] * hops))
    assert isinstance(result, Fetched) == is_followed
    if isinstance(result, Problem):
        assert result.kind is ProblemKind.REDIRECTS
        assert "/end" not in server.paths()


@pytest.mark.parametrize("ring", [("/a",), ("/a", "/b"), ("/a", "/b", "/c")])
async def test_a_ring_is_seen_before_it_closes(server: Server, ring: tuple[str, ...]) -> None:
    for here, there in zip(ring, (*ring[1:], ring[0]), strict=True):
        server.add(here, redirect(there))
    result = await fetch(server.url(ring[0]))
    assert isinstance(result, Problem)
    assert result.kind is ProblemKind.REDIRECTS
    assert server.paths() == list(ring)


@pytest.mark.parametrize(
    "place",
    [
        "file:///etc/passwd",
        "ftp://127.0.0.1/feed",
        "javascript:alert(1)",
        "data:text/xml,<rss/>",
        "http://",
        "http://[x",
    ],
)
async def test_only_web_addresses_are_followed(server: Server, place: str) -> None:
    result = await fetch(server.add("/feed", redirect(place)))
    assert isinstance(result, Problem)
    assert result.kind is ProblemKind.REDIRECTS


async def test_relative_redirects_and_fragments(server: Server) -> None:
    server.add("/news/feed", redirect("../other/feed?x=1#top"))
    server.add("/other/feed?x=1", Reply(FEED))
    result = await fetch(server.url("/news/feed"))
    assert isinstance(result, Fetched)
    assert result.url == server.url("/other/feed?x=1")


async def test_a_redirect_that_is_not_ascii(server: Server) -> None:
    server.add("/nieuws", redirect("/b\xe9ta"))
    server.add("/b%C3%A9ta", Reply(FEED))
    assert isinstance(await fetch(server.url("/nieuws")), Fetched)


async def test_a_source_with_a_login_keeps_its_address(server: Server) -> None:
    result = await fetch(chain(server, 301).replace("://", "://a:b@"))
    assert isinstance(result, Fetched)
    assert result.moved_to == ""


async def is_home(host: str) -> bool:
    """A world in which only 127.0.0.2 is a private address."""
    return host == "127.0.0.2"


async def test_a_public_source_may_not_lead_home(server: Server) -> None:
    server.add("/secret", Reply(b"<rss>geheim</rss>"))
    url = server.add("/feed", redirect(server.url("/secret", "127.0.0.2")))
    async with Fetcher(is_private=is_home) as fetcher:
        result = await fetcher.fetch(Fetch(url))
    assert isinstance(result, Problem)
    assert result.kind is ProblemKind.REDIRECTS
    assert server.paths() == ["/feed"]


async def test_a_private_source_may(server: Server) -> None:
    server.add("/there", Reply(FEED))
    server.add("/feed", redirect(server.url("/there", "127.0.0.2")))
    async with Fetcher(is_private=lambda host: is_home("127.0.0.2")) as fetcher:
        assert isinstance(await fetcher.fetch(Fetch(server.url("/feed"))), Fetched)


@pytest.mark.parametrize(
    ("host", "expected"),
    [
        ("127.0.0.1", True),
        ("10.1.2.3", True),
        ("192.168.1.1", True),
        ("169.254.169.254", True),
        ("100.64.0.1", True),
        ("0.0.0.0", True),
        ("::1", True),
        ("fe80::1%eth0", True),
        ("fd00::1", True),
        ("::ffff:127.0.0.1", True),
        ("127.1", True),
        ("localhost", True),
        ("8.8.8.8", False),
        ("2001:4860:4860::8888", False),
    ],
)
async def test_what_is_private(host: str, expected: bool) -> None:
    assert await is_private(host) == expected
