"""A real web server on loopback that plays a script: what it answers, how badly, and what it was asked.

Every address of 127.0.0.0/8 reaches it, so that one server can be many hosts.
"""

from __future__ import annotations

import gzip
import threading
import zlib
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, replace
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from socket import SHUT_RDWR, socket
from typing import TYPE_CHECKING, Any, Self

if TYPE_CHECKING:
    from ssl import SSLContext
    from types import TracebackType


@dataclass(frozen=True, slots=True)
class Received:
    """A request as the server saw it; `headers` has lower-case names."""

    path: str
    host: str
    headers: dict[str, str]


@dataclass(frozen=True, slots=True)
class Reply:
    """What to answer, and how badly."""

    body: bytes = b""
    status: int = 200
    headers: tuple[tuple[str, str], ...] = ()
    encoding: str = ""  # gzip, deflate, br, zstd: the body is packed and says so
    etag: str = ""  # with `last_modified`: a request that has it gets a 304
    last_modified: str = ""
    gate: threading.Event | None = None  # waited for before anything is answered
    cut: int | None = None  # that many bytes of the body, then the line goes dead
    drip: float = 0.0  # seconds between bytes, for as long as the reader stays
    reset: bool = False  # no answer at all
    chunked: bool = False
    ranges: bool = False  # a request for the rest gets that, if it is still the same (RFC 9110 section 14)
    raw: bytes | None = None  # these bytes instead of any HTTP of ours
    flood: bytes = b""  # after `raw`: this over and over, for as long as the reader stays


Route = Reply | Callable[[Received], Reply]


def redirect(to: str, status: int = 301) -> Reply:
    """A redirect to that address."""
    return Reply(status=status, headers=(("Location", to),))


def pack(body: bytes, encoding: str) -> bytes:
    """The body as a server would pack it."""
    if encoding == "gzip":
        return gzip.compress(body, mtime=0)
    if encoding == "deflate":
        return zlib.compress(body)
    if encoding == "br":
        import brotli  # type: ignore[import-untyped]

        return bytes(brotli.compress(body, quality=5))
    if encoding == "zstd":
        import zstandard

        return zstandard.compress(body)
    return body


class Server:
    """Routes by path, a log of the requests, and counts of what ran at once."""

    def __init__(self, tls: SSLContext | None = None) -> None:
        self.scheme = "https" if tls else "http"
        self.requests: list[Received] = []
        self.connections = 0
        self.peak: Counter[str] = Counter()  # most requests at once, for each host
        self.written = 0  # bytes of bodies
        self.closing = threading.Event()
        self._active: Counter[str] = Counter()
        self._meeting, self._meeting_size = threading.Event(), 0
        self._routes: dict[str, list[Route]] = {}
        self._lock = threading.Lock()
        self._http = _Http(self)
        if tls:
            self._http.socket = tls.wrap_socket(
                self._http.socket, server_side=True, do_handshake_on_connect=False
            )
        self._thread = threading.Thread(target=self._http.serve_forever, args=(0.01,))

    def __enter__(self) -> Self:
        self._thread.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.closing.set()
        self._http.shutdown()
        self._thread.join()
        self._http.hang_up()
        self._http.server_close()

    def add(self, path: str, *routes: Route) -> str:
        """Answer that path with these replies in turn, the last one for ever; gives the address."""
        self._routes[path] = list(routes)
        return self.url(path)

    def url(self, path: str = "/", host: str = "127.0.0.1") -> str:
        """The address of a path, on any host of 127.0.0.0/8."""
        return f"{self.scheme}://{host}:{self._http.server_address[1]}{path}"

    def meeting(self, number: int) -> threading.Event:
        """An event that comes once that many requests are being answered at once."""
        self._meeting, self._meeting_size = threading.Event(), number
        return self._meeting

    def paths(self) -> list[str]:
        """The paths asked for, in order."""
        return [request.path for request in self.requests]

    def answer(self, request: Received) -> Reply:
        """The reply to a request, which is written down."""
        with self._lock:
            self.requests.append(request)
            routes = self._routes.get(request.path, [Reply(status=404)])
            route = routes.pop(0) if len(routes) > 1 else routes[0]
        return route if isinstance(route, Reply) else route(request)

    def entered(self, host: str) -> None:
        """A request to that host begins."""
        with self._lock:
            self._active[host] += 1
            self.peak[host] = max(self.peak[host], self._active[host])
            if self._active.total() >= self._meeting_size:
                self._meeting.set()

    def left(self, host: str) -> None:
        """A request to that host ends."""
        with self._lock:
            self._active[host] -= 1


class _Http(ThreadingHTTPServer):
    daemon_threads = False
    request_queue_size = 128

    def __init__(self, script: Server) -> None:
        self.script = script
        self._sockets: set[socket] = set()
        super().__init__(("0.0.0.0", 0), _Handler)

    def verify_request(self, request: Any, client_address: Any) -> bool:
        return str(client_address[0]).startswith("127.")

    def process_request(self, request: Any, client_address: Any) -> None:
        self.script.connections += 1
        self._sockets.add(request)
        super().process_request(request, client_address)

    def shutdown_request(self, request: Any) -> None:
        self._sockets.discard(request)
        super().shutdown_request(request)

    def hang_up(self) -> None:
        """End the connections that clients keep open, so that no thread outlives the server."""
        for connection in list(self._sockets):
            try:
                connection.shutdown(SHUT_RDWR)
            except OSError:
                continue

    def handle_error(self, request: Any, client_address: Any) -> None:
        """A client that leaves early is what many tests are about."""


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    disable_nagle_algorithm = True
    server: _Http

    def do_GET(self) -> None:
        script = self.server.script
        host = self.headers.get("Host", "").partition(":")[0]
        script.entered(host)
        try:
            headers = {name.lower(): value for name, value in self.headers.items()}
            self._send(script.answer(Received(self.path, host, headers)))
        finally:
            script.left(host)

    def _send(self, reply: Reply) -> None:
        if reply.gate is not None:
            while not reply.gate.wait(0.01) and not self.server.script.closing.is_set():
                continue
        if reply.reset or reply.raw is not None:
            self._raw(reply)
            return
        body = pack(reply.body, reply.encoding)
        if self._is_known(reply):
            self._head(reply, 304, None)
        elif reply.ranges and self._wants_rest(reply):
            self._rest(reply, body)
        else:
            self._head(reply, reply.status, len(body))
            self._body(reply, body)

    def _raw(self, reply: Reply) -> None:
        self.close_connection = True
        if reply.drip:
            self._body(reply, reply.raw or b"")
        else:
            self.wfile.write(reply.raw or b"")
        while reply.flood and not self.server.script.closing.wait(0.001):  # others want the processor too
            self._write(reply.flood)

    def _wants_rest(self, reply: Reply) -> bool:
        same = self.headers.get("If-Range") in (None, reply.etag, reply.last_modified)
        return same and self.headers.get("Range", "").startswith("bytes=")

    def _rest(self, reply: Reply, body: bytes) -> None:
        start = int(self.headers["Range"].removeprefix("bytes=").partition("-")[0])
        there = start < len(body)
        span = f"{start}-{len(body) - 1}" if there else "*"
        ranged = replace(reply, headers=(*reply.headers, ("Content-Range", f"bytes {span}/{len(body)}")))
        self._head(ranged, 206 if there else 416, len(body) - start if there else 0)
        self._body(reply, body[start:])

    def _is_known(self, reply: Reply) -> bool:
        if self.headers.get("If-None-Match"):
            return self.headers["If-None-Match"] == reply.etag
        return bool(reply.last_modified) and self.headers.get("If-Modified-Since") == reply.last_modified

    def _head(self, reply: Reply, status: int, length: int | None) -> None:
        headers = {
            "Content-Encoding": reply.encoding,
            "ETag": reply.etag,
            "Last-Modified": reply.last_modified,
        }
        if reply.chunked:
            headers["Transfer-Encoding"] = "chunked"
        elif length is not None:
            headers["Content-Length"] = str(length)
        self.send_response(status)
        for name, value in (headers | dict(reply.headers)).items():
            if value:
                self.send_header(name, value)
        self.end_headers()

    def _body(self, reply: Reply, body: bytes) -> None:
        if reply.cut is not None:
            self._write((b"%x\r\n" % len(body) if reply.chunked else b"") + body[: reply.cut])
            self.close_connection = True
        elif reply.drip:
            for at in range(len(body)):
                if self.server.script.closing.wait(reply.drip):
                    return
                self._write(body[at : at + 1])
        elif reply.chunked:
            half = len(body) // 2
            for part in (body[:half], body[half:], b""):
                self._write(b"%x\r\n%s\r\n" % (len(part), part))
        else:
            self._write(body)

    def _write(self, data: bytes) -> None:
        self.wfile.write(data)
        self.wfile.flush()
        self.server.script.written += len(data)

    def log_message(self, format: str, *args: Any) -> None:  # noqa: A002  the base class says so
        """Nothing: tests speak for themselves."""
