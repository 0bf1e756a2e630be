"""The book of what a server can do wrong: for each row a reply, and the problems that may be told of it."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from newsreader.model import ProblemKind
from tests.engine.reader import feed
from tests.server import Reply, Route, Server, pack, redirect

CAP = 1_000_000
"""Bytes of a body at most, here."""
HTML = (("Content-Type", "text/html"),)
BODY = feed("eerst", "nieuws")
OK = b"HTTP/1.1 200 OK\r\n"
KILO = b"a" * 65_536

_Kinds = frozenset[ProblemKind | None]
NETWORK: _Kinds = frozenset([ProblemKind.NETWORK])
CUT_OFF: _Kinds = frozenset([ProblemKind.TIMEOUT])
BROKEN: _Kinds = NETWORK | CUT_OFF
LARGE: _Kinds = frozenset([ProblemKind.TOO_LARGE])
PACKED: _Kinds = frozenset([ProblemKind.ENCODING])
LED_ASTRAY: _Kinds = frozenset([ProblemKind.REDIRECTS])
STATUS: _Kinds = frozenset([ProblemKind.HTTP])
WAIT: _Kinds = frozenset([ProblemKind.WAIT])
READ: _Kinds = frozenset([None])


@dataclass(frozen=True, slots=True)
class Row:
    """One misbehaviour; a source that can never answer well is at another server or host from the start."""

    name: str
    kinds: _Kinds
    reply: Route
    server: str = "plain"
    host: str = ""
    never: bool = False

    @property
    def id(self) -> str:
        """What its source is known by."""
        return "fout-" + "".join(letter if letter.isalnum() else "-" for letter in self.name)


def _silence() -> Iterator[Row]:
    yield Row("no answer", CUT_OFF, Reply(BODY, gate=threading.Event()))
    yield Row("a byte at a time in the head", CUT_OFF, Reply(raw=OK + b"X: y\r\n" * 900, drip=0.01))
    yield Row("a byte at a time in the body", CUT_OFF, Reply(BODY * 9, drip=0.01))
    yield Row("hangs up", NETWORK, Reply(reset=True))
    yield Row("hangs up in the head", NETWORK, Reply(raw=OK + b"Content-Len"))
    yield Row("cut body", NETWORK, Reply(BODY, cut=200))
    yield Row("cut body in chunks", NETWORK, Reply(BODY, cut=200, chunked=True))
    yield Row("cut body, packed", NETWORK, Reply(BODY, cut=90, encoding="gzip"))


def _lengths() -> Iterator[Row]:
    yield Row("length too long", NETWORK, Reply(raw=OK + b"Content-Length: 9999\r\n\r\n" + BODY))
    short = OK + b"Content-Length: %d\r\n\r\n" % (len(BODY) - 20)
    yield Row("length too short", READ | NETWORK, Reply(raw=short + BODY))
    yield Row("length below nothing", NETWORK, Reply(raw=OK + b"Content-Length: -1\r\n\r\n" + BODY))
    yield Row("two lengths", BROKEN, Reply(raw=OK + b"Content-Length: 9\r\nContent-Length: 5\r\n\r\n" + BODY))
    yield Row("length of 100 MB", LARGE, Reply(raw=OK + b"Content-Length: 100000000\r\n\r\n", flood=KILO))
    yield Row("100 MB without a length", LARGE | CUT_OFF, Reply(raw=OK + b"\r\n", flood=KILO))
    chunked = OK + b"Transfer-Encoding: chunked\r\n\r\n"
    yield Row("100 MB in chunks", LARGE | CUT_OFF, Reply(raw=chunked, flood=b"10000\r\n" + KILO + b"\r\n"))
    yield Row("chunks of a byte", LARGE | CUT_OFF, Reply(raw=chunked, flood=b"1\r\na\r\n" * 5000))
    yield Row("chunk of a nonsense size", NETWORK, Reply(raw=chunked + b"zz\r\n" + BODY))
    yield Row("chunk of an absurd size", BROKEN, Reply(raw=chunked + b"f" * 40 + b"\r\n" + BODY))
    yield Row("endless chunk extension", BROKEN, Reply(raw=chunked + b"5;", flood=b"a" * 500))
    yield Row("endless trailers", BROKEN, Reply(raw=chunked + b"0\r\n", flood=b"X: y\r\n" * 5000))


def _packing() -> Iterator[Row]:
    for encoding in ("gzip", "deflate", "br", "zstd"):
        says = (("Content-Encoding", encoding),)
        bomb = pack(bytes(50_000_000), encoding)
        yield Row(f"{encoding} bomb", LARGE, Reply(bomb, headers=says))
        yield Row(f"{encoding} bomb in chunks", LARGE, Reply(bomb, headers=says, chunked=True))
        yield Row(f"{encoding} that stops too soon", PACKED, Reply(pack(BODY, encoding)[:-9], headers=says))
    yield Row(
        "packed twice", PACKED, Reply(pack(BODY, "gzip"), headers=(("Content-Encoding", "gzip, gzip"),))
    )
    yield Row("says gzip, is not", READ, Reply(BODY, headers=(("Content-Encoding", "gzip"),)))
    yield Row("is gzip, does not say so", READ, Reply(pack(BODY, "gzip")))
    latin = BODY.replace(b"Er is", "Één is".encode("latin-1"))
    yield Row(
        "says UTF-8, is not", READ, Reply(latin, headers=(("Content-Type", "text/xml; charset=utf-8"),))
    )
    yield Row("unknown charset", READ, Reply(BODY, headers=(("Content-Type", "text/xml; charset=\x01kaap"),)))


def _redirects() -> Iterator[Row]:
    yield Row("redirect to itself", LED_ASTRAY, lambda request: redirect(request.path))
    yield Row("redirects that go back and forth", LED_ASTRAY, redirect("/ping", 302))
    yield Row("redirects without end", LED_ASTRAY, redirect("/verder/0", 307))
    for to in (
        "file:///etc/passwd",
        "ftp://127.0.0.1/",
        "data:text/xml,<rss/>",
        "http://",
        "http://[",
        "http://\x01/",
    ):
        yield Row(f"redirect to {to!r}", LED_ASTRAY | {ProblemKind.ADDRESS}, redirect(to))
    yield Row("redirect to nowhere", STATUS, Reply(status=301))


def _statuses() -> Iterator[Row]:
    for status in (300, 304, 400, 401, 402, 403, 404, 407, 418, 451, 500, 502, 504, 520, 999):
        yield Row(f"status {status}", STATUS, Reply(b"" if status == 304 else b"nee", status=status))
    yield Row("status 511", frozenset([ProblemKind.PORTAL]), Reply(b"Log in", 511))
    yield Row("status 200 and nothing", frozenset([ProblemKind.EMPTY]), Reply(b""))
    yield Row("status 204", frozenset([ProblemKind.EMPTY]), Reply(b"", status=204))
    yield Row("status 206 unasked", READ, Reply(BODY, status=206))
    yield Row("status 101", BROKEN | STATUS, Reply(raw=b"HTTP/1.1 101 Zo\r\nUpgrade: kaap\r\n\r\n" + BODY))
    later = ("Wed, 21 Oct 2026 07:28:00 GMT", "Fri, 31 Dec 9999 23:59:59 GMT", "Mon, 1 Jan 1601 00:00:00 GMT")
    for value in ("120", "9" * 40, "-5", "1e9", "straks", "٣", "", *later):
        for status in (429, 503):
            headers = (("Retry-After", value.encode().decode("latin-1")),)
            yield Row(f"status {status}, Retry-After {value!r}", WAIT, Reply(b"later", status, headers))


def _heads() -> Iterator[Row]:
    yield Row("HTTP/1.0", READ, Reply(raw=b"HTTP/1.0 200 OK\r\n\r\n" + BODY))
    yield Row("HTTP/0.9", NETWORK, Reply(raw=BODY))
    yield Row("no HTTP at all", NETWORK, Reply(raw=b"\x1b]0;kaap\x07 220 ftp\r\n\r\n"))
    yield Row("another version", BROKEN | READ, Reply(raw=b"HTTP/7.3 200 OK\r\n\r\n" + BODY))
    yield Row("a status of five digits", NETWORK, Reply(raw=b"HTTP/1.1 20000 OK\r\n\r\n" + BODY))
    yield Row("1xx without end", BROKEN, Reply(raw=b"", flood=b"HTTP/1.1 103 Early Hints\r\n\r\n" * 20))
    yield Row("a status line without end", NETWORK, Reply(raw=b"HTTP/1.1 200 ", flood=KILO))
    yield Row("a header line of 60 kB", READ, Reply(raw=OK + b"X: " + b"y" * 60_000 + b"\r\n\r\n" + BODY))
    yield Row("a header line without end", NETWORK, Reply(raw=OK + b"X: ", flood=KILO))
    yield Row("10,000 headers", BROKEN, Reply(raw=OK + b"X: y\r\n" * 10_000 + b"\r\n" + BODY))
    yield Row("headers without end", BROKEN, Reply(raw=OK, flood=b"X: y\r\n" * 5000))
    cookies = b"".join(b"Set-Cookie: k%d=%s\r\n" % (number, b"v" * 400) for number in range(100))
    yield Row("100 cookies", READ, Reply(raw=OK + cookies + b"\r\n" + BODY))
    yield Row("a null in a header", BROKEN | READ, Reply(raw=OK + b"X: a\0b\r\n\r\n" + BODY))
    yield Row("a header over two lines", BROKEN | READ, Reply(raw=OK + b"X: a\r\n b\r\n\r\n" + BODY))


def _strangers() -> Iterator[Row]:
    no_feed = frozenset[ProblemKind | None]([ProblemKind.NOT_A_FEED])
    yield Row("a login page", no_feed, Reply(b"<!DOCTYPE html><title>Log in</title><form>", headers=HTML))
    yield Row("a picture", no_feed, Reply(b"\x89PNG\r\n\x1a\n" + bytes(400)))
    tls: _Kinds = frozenset([ProblemKind.TLS])
    well = Reply(BODY)
    yield Row("a certificate that expired", tls, well, "expired", "127.0.0.1", never=True)
    yield Row("a certificate of a stranger", tls, well, "stranger", "127.0.0.1", never=True)
    yield Row("a certificate for another host", tls, well, "loopback", "127.0.0.9", never=True)
    for server in ("hangs", "hangs half way", "trickles"):
        yield Row(f"a TLS handshake that {server}", CUT_OFF, well, server, never=True)
    yield Row("no TLS where it should be", tls, well, "no TLS", never=True)
    gone: _Kinds = frozenset([ProblemKind.DNS, ProblemKind.NETWORK])
    yield Row("a name that is gone", gone, well, host="weg.invalid", never=True)


_CHAPTERS: tuple[Callable[[], Iterator[Row]], ...] = (
    _silence,
    _lengths,
    _packing,
    _redirects,
    _statuses,
    _heads,
    _strangers,
)


def rows() -> list[Row]:
    """The whole book; the bombs in it take a second to make."""
    return [row for chapter in _CHAPTERS for row in chapter()]


def around(server: Server) -> None:
    """The places that the redirects of the book lead past."""
    server.add("/ping", redirect("/pong", 302))
    server.add("/pong", redirect("/ping", 302))
    for number in range(9):
        server.add(f"/verder/{number}", redirect(f"/verder/{number + 1}", 307))
