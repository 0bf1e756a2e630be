"""Everything that a network can do wrong is a problem of a kind, and never an exception."""

from __future__ import annotations

import socket
import ssl
from pathlib import Path

import pytest

from newsreader.model import Fetch, Fetched, Problem, ProblemKind
from newsreader.sources.fetch import Fetcher
from tests.server import Reply, Server

FEED = b"<rss/>" * 50
CERTIFICATE = Path(__file__).parents[1] / "data" / "tls" / "loopback.pem"


async def problem(url: str) -> Problem:
    async with Fetcher(deadline=20) as fetcher:
        result = await fetcher.fetch(Fetch(url))
    assert isinstance(result, Problem)
    assert result.url == url
    return result


@pytest.mark.parametrize(
    "url",
    [
        "",
        "nos.nl",
        "file:///etc/passwd",
        "ftp://nos.nl/feed",
        "http://",
        "http://[::1",
        "http://a b/",
        "http://nos.nl:99999/",
        "http://nos.nl:poort/",
        f"http://{'a' * 70}.nl/",
        "javascript:alert(1)",
        "http://\x00/",
    ],
)
async def test_what_is_no_address(url: str) -> None:
    assert (await problem(url)).kind is ProblemKind.ADDRESS


@pytest.mark.parametrize(
    ("number", "kind"), [(socket.EAI_NONAME, ProblemKind.DNS), (socket.EAI_AGAIN, ProblemKind.NETWORK)]
)
async def test_a_name_that_cannot_be_found(
    monkeypatch: pytest.MonkeyPatch, number: int, kind: ProblemKind
) -> None:
    def refuse(*_args: object, **_options: object) -> None:
        raise socket.gaierror(number, "geen adres")

    monkeypatch.setattr(socket, "getaddrinfo", refuse)
    found = await problem("http://bestaat-niet.example/")
    assert (found.kind, found.detail) == (kind, "geen adres")


async def test_nobody_listens() -> None:
    with socket.socket() as unused:
        unused.bind(("127.0.0.1", 0))
        url = f"http://127.0.0.1:{unused.getsockname()[1]}/"
        assert (await problem(url)).kind is ProblemKind.NETWORK


@pytest.mark.parametrize(
    "reply",
    [
        Reply(reset=True),
        Reply(FEED, cut=10),
        Reply(FEED, cut=0),
        Reply(FEED, cut=10, encoding="gzip"),
        Reply(FEED, chunked=True, cut=10),
        Reply(raw=b"\x1b]0;hallo\x07 geen HTTP\r\n\r\n"),
        Reply(raw=b"HTTP/1.1 200 OK\r\nContent-Length: veel\r\n\r\n<rss/>"),
        Reply(raw=b"HTTP/1.1 200 OK\r\nContent-Length: 900"),
        Reply(raw=b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n<rss/>"),
        Reply(raw=b"HTTP/1.1 200 OK\r\nX: " + b"y" * 200_000 + b"\r\n\r\n"),
    ],
    ids=range(10),
)
async def test_a_line_that_breaks_or_speaks_nonsense(server: Server, reply: Reply) -> None:
    found = await problem(server.add("/feed", reply))
    assert found.kind is ProblemKind.NETWORK
    assert found.detail.isprintable()


@pytest.mark.parametrize(
    "raw",
    [
        b"HTTP/1.0 200 OK\r\nContent-Type: text/xml\r\n\r\n",
        b"HTTP/1.1 200 OK\r\nConnection: close\r\n\r\n",
        b"HTTP/1.1 200 OK\r\nContent-Length: 300\r\nContent-Security-Policy: " + b"x" * 20_000 + b"\r\n\r\n",
    ],
    ids=["HTTP/1.0", "no length", "a long header"],
)
async def test_odd_but_readable(server: Server, raw: bytes) -> None:
    async with Fetcher() as fetcher:
        result = await fetcher.fetch(Fetch(server.add("/feed", Reply(raw=raw + FEED))))
    assert isinstance(result, Fetched)
    assert result.body == FEED


async def test_a_server_that_breaks_off_leaves_the_next_request_alone(server: Server) -> None:
    url = server.add("/feed", Reply(FEED, cut=10), Reply(FEED))
    async with Fetcher() as fetcher:
        assert isinstance(await fetcher.fetch(Fetch(url)), Problem)
        assert isinstance(await fetcher.fetch(Fetch(url)), Fetched)


async def test_plain_http_where_tls_is_expected(server: Server) -> None:
    url = server.add("/feed", Reply(FEED)).replace("http:", "https:")
    assert (await problem(url)).kind is ProblemKind.TLS


async def test_a_certificate_that_nobody_vouches_for() -> None:
    with Server(tls()) as server:
        url = server.add("/feed", Reply(FEED))
        assert (await problem(url)).kind is ProblemKind.TLS
        assert server.requests == []


async def test_a_certificate_that_the_system_trusts(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SSL_CERT_FILE", str(CERTIFICATE))
    with Server(tls()) as server:
        url = server.add("/feed", Reply(FEED))
        async with Fetcher() as fetcher:
            assert isinstance(await fetcher.fetch(Fetch(url)), Fetched)
            other = await fetcher.fetch(Fetch(url.replace("127.0.0.1", "127.0.0.2")))
    assert isinstance(other, Problem)
    assert other.kind is ProblemKind.TLS
    assert "127.0.0.2" in other.detail


def tls() -> ssl.SSLContext:
    context = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
    context.load_cert_chain(CERTIFICATE)
    return context
