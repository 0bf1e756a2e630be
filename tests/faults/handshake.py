"""Servers whose TLS handshake (RFC 8446 section 4) has no end: they hang, trickle, or speak no TLS."""

from __future__ import annotations

import socket
import threading
from collections.abc import Callable
from contextlib import suppress
from types import TracebackType
from typing import Self

from tests.server import Route

_RECORD = b"\x16\x03\x03\x40\x00\x02\x00\x3f\xfc\x03\x03"
"""The head of a record of 16 kB that begins a ServerHello, which is then awaited for ever."""
_PAUSE = 0.05  # seconds between two bytes

Play = Callable[[socket.socket, threading.Event], None]


def hang(line: socket.socket, closing: threading.Event) -> None:
    """Take the client's hello and say nothing."""
    closing.wait()


def hang_half_way(line: socket.socket, closing: threading.Event) -> None:
    """Begin an answer."""
    line.sendall(_RECORD)
    closing.wait()


def trickle(line: socket.socket, closing: threading.Event) -> None:
    """Send an answer a byte at a time, without end."""
    line.sendall(_RECORD)
    while not closing.wait(_PAUSE):
        line.sendall(b"\0")


def speak_http(line: socket.socket, closing: threading.Event) -> None:
    """Answer as a server without TLS does."""
    line.sendall(b"HTTP/1.1 400 Bad Request\r\nContent-Length: 0\r\n\r\n")


class Handshake:
    """A server that plays that on every connection; it has the face of `tests.server.Server`."""

    def __init__(self, play: Play) -> None:
        self._play = play
        self._closing = threading.Event()
        self._listener = socket.create_server(("0.0.0.0", 0))
        self._threads = [threading.Thread(target=self._listen)]

    def __enter__(self) -> Self:
        self._threads[0].start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._closing.set()
        with suppress(OSError):
            self._listener.shutdown(socket.SHUT_RDWR)
        self._listener.close()
        for thread in self._threads:
            thread.join()

    def add(self, path: str, *routes: Route) -> str:
        """Nothing is ever answered; gives the address."""
        return self.url(path)

    def url(self, path: str = "/", host: str = "127.0.0.1") -> str:
        """The address of a path, on any host of 127.0.0.0/8."""
        return f"https://{host}:{self._listener.getsockname()[1]}{path}"

    def _listen(self) -> None:
        with suppress(OSError):
            while not self._closing.is_set():
                line, _ = self._listener.accept()
                thread = threading.Thread(target=self._serve, args=(line,))
                self._threads.append(thread)
                thread.start()

    def _serve(self, line: socket.socket) -> None:
        with line, suppress(OSError):
            self._play(line, self._closing)


PLAYS: dict[str, Play] = {
    "hangs": hang,
    "hangs half way": hang_half_way,
    "trickles": trickle,
    "no TLS": speak_http,
}
"""By the name of their server in the book."""
