"""Whatever an address looks like and wherever its name leads: a public source reaches nothing at home."""

from __future__ import annotations

import socket
from collections.abc import Callable
from typing import Any

import pytest

from newsreader.model import Fetch, Fetched, Problem, ProblemKind
from newsreader.sources.fetch import Fetcher, Result
from newsreader.sources.fetch.ranges import Held
from newsreader.sources.fetch.streaming import Streamer
from tests.server import Reply, Server, redirect

FEED = Reply(b"<rss/>")
PUBLIC = "https://8.8.8.8/feed"
FORMS = (
    *("127.0.0.1", "127.1", "127.0.1", "0", "0.0.0.0", "2130706433", "0x7f000001", "0x7f.1", "017700000001"),
    *("0177.0.0.1", "localhost", "localhost.", "LOCALHOST", "127。0。0。1", "①②⑦.0.0.1", "127.0.0.1."),
    *("[::1]", "[::]", "[::ffff:127.0.0.1]", "[::ffff:7f00:1]", "[::127.0.0.1]", "[64:ff9b::7f00:1]"),
    *("[2002:7f00:1::]", "[fe80::1]", "[fd00::1]", "[ff02::1]", "224.0.0.1", "255.255.255.255"),
    *("10.0.0.1", "172.16.0.1", "192.168.1.1", "169.254.169.254", "100.64.0.1"),
)


async def ask(url: str, home: str = "") -> Result:
    async with Fetcher(deadline=10) as fetcher:
        return await fetcher.fetch(Fetch(url, home=home))


def names(monkeypatch: pytest.MonkeyPatch, addresses: Callable[[str], str]) -> None:
    """A world in which every name that `addresses` knows has that address at that moment."""
    real = socket.getaddrinfo

    def answer(host: Any, port: Any, *rest: Any, **options: Any) -> Any:
        named = host.decode() if isinstance(host, bytes) else str(host)
        return real(addresses(named) or host, port, *rest, **options)

    monkeypatch.setattr(socket, "getaddrinfo", answer)


@pytest.mark.parametrize("form", FORMS)
async def test_no_form_of_an_address_leads_home(server: Server, form: str) -> None:
    url = server.add("/geheim", FEED).replace("127.0.0.1", form)
    found = await ask(url, home=PUBLIC)
    assert isinstance(found, Problem)
    assert found.kind in (ProblemKind.REDIRECTS, ProblemKind.ADDRESS)
    assert (server.requests, server.connections) == ([], 0)


@pytest.mark.parametrize(
    "to", ["file:///etc/passwd", "ftp://127.0.0.1/a", "data:text/xml,<rss/>", "gopher://a/"]
)
async def test_a_redirect_to_what_is_not_the_web(server: Server, to: str) -> None:
    found = await ask(server.add("/feed", redirect(to)))
    assert isinstance(found, Problem)
    assert (found.kind, found.detail) == (ProblemKind.REDIRECTS, to)


async def test_a_name_that_leads_home_only_when_it_is_connected_to(
    server: Server, monkeypatch: pytest.MonkeyPatch
) -> None:
    looked_up: list[str] = []

    def rebinding(host: str) -> str:
        if host != "kaap.example":
            return ""
        looked_up.append(host)
        return "8.8.8.8" if len(looked_up) == 1 else "127.0.0.1"

    names(monkeypatch, rebinding)
    url = server.add("/geheim", FEED).replace("127.0.0.1", "kaap.example")
    found = await ask(url, home=PUBLIC)
    assert isinstance(found, Problem)
    assert (found.kind, found.detail) == (ProblemKind.INSIDE, "kaap.example")
    assert len(looked_up) == 2
    assert (server.requests, server.connections) == ([], 0)


async def test_nor_by_a_connection_that_somebody_else_may_have(
    server: Server, monkeypatch: pytest.MonkeyPatch
) -> None:
    names(monkeypatch, lambda host: "127.0.0.1" if host == "kaap.example" else "")
    url = server.add("/feed", FEED).replace("127.0.0.1", "kaap.example")

    answers = [True, False]

    async def changing(host: str) -> bool:
        return answers.pop(0)

    async with Fetcher(is_private=changing) as fetcher:
        assert isinstance(await fetcher.fetch(Fetch(url)), Fetched)
        found = await fetcher.fetch(Fetch(url, home=PUBLIC))
    assert isinstance(found, Problem)
    assert (found.kind, len(server.requests)) == (ProblemKind.INSIDE, 1)


@pytest.mark.parametrize("home", ["", "http://kaap.example/feed"])
async def test_a_name_that_was_public_does_not_lead_home_later(
    server: Server, monkeypatch: pytest.MonkeyPatch, home: str
) -> None:
    names(monkeypatch, lambda host: "127.0.0.1" if host == "kaap.example" else "")
    url = server.add("/feed", FEED).replace("127.0.0.1", "kaap.example")
    async with Fetcher() as fetcher:
        found = await fetcher.fetch(Fetch(url, home=home, public=True))
        assert isinstance(found, Problem)
        assert (found.kind, found.detail) == (ProblemKind.INSIDE, "kaap.example")
        assert (server.requests, server.connections) == ([], 0)
        first = await fetcher.fetch(Fetch(url))
    assert isinstance(first, Fetched)
    assert not first.public


async def test_nor_does_it_lead_elsewhere_at_home(server: Server) -> None:
    url = server.add("/feed", FEED)
    found = await ask(url, home="http://192.168.1.1/feed")
    assert isinstance(found, Fetched)
    async with Fetcher() as fetcher:
        refused = await fetcher.fetch(Fetch(url, home="http://192.168.1.1/feed", public=True))
    assert isinstance(refused, Problem)
    assert (refused.kind, len(server.requests)) == (ProblemKind.REDIRECTS, 1)


async def test_a_download_is_refused_as_well(server: Server) -> None:
    url = server.add("/geheim.mp3", FEED)
    async with Streamer() as streamer:
        (found,) = [piece async for piece in streamer.stream(Fetch(url, home=PUBLIC), Held())]
    assert isinstance(found, Problem)
    assert (found.kind, server.connections) == (ProblemKind.REDIRECTS, 0)


async def test_a_source_at_home_may_have_its_articles_there(server: Server) -> None:
    url = server.add("/feed", FEED)
    assert isinstance(await ask(url, home="http://192.168.1.1/feed"), Fetched)


async def test_a_proxy_may_be_at_home(server: Server) -> None:
    server.add("http://8.8.8.8/feed", FEED)
    async with Fetcher() as fetcher:
        asked = Fetch("http://8.8.8.8/feed", proxy=server.url(""), home="https://8.8.4.4/")
        assert isinstance(await fetcher.fetch(asked), Fetched)
