"""A web server in a process of its own that costs next to nothing: ready bytes, a delay, and 304 when it may.

`python -m tests.bench.web FEEDS SECONDS EVERY TIMES` prints its port when it is ready. Whoever asks for
`/next` brings on the next turn: one in so many feeds has new articles then. `/sent` tells the bytes so far.
"""

from __future__ import annotations

import asyncio
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from urllib.request import urlopen

from tests.bench import feeds
from tests.bench.prose import Prose

HOSTS = 50
"""Loopback addresses over which the feeds are spread, 127.0.0.1 and on."""
FRESH = 3
"""New articles in a feed that has any."""
TENTH = 10
"""One in so many feeds has something new the next time."""


@dataclass(frozen=True, slots=True)
class Web:
    """A server that is running."""

    number: int
    port: str

    @property
    def addresses(self) -> list[str]:
        """Where its feeds are, spread over the hosts."""
        return [f"http://127.0.0.{1 + each % HOSTS}:{self.port}/{each}" for each in range(self.number)]

    def turn(self) -> None:
        """Let there be news."""
        self._ask("next")

    def sent(self) -> int:
        """Bytes sent so far."""
        return int(self._ask("sent"))

    def _ask(self, what: str) -> str:
        with urlopen(f"http://127.0.0.1:{self.port}/{what}") as answer:
            return str(answer.read().decode())


@contextmanager
def serving(number: int, delay: float = 0.0, every: int = TENTH, times: int = 2) -> Iterator[Web]:
    """That many feeds being served; each is changed at one in `every` turns, `times - 1` times at most."""
    command = [sys.executable, "-m", "tests.bench.web", *map(str, (number, delay, every, times))]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        port = process.stdout.readline().strip()
        try:
            yield Web(number, port)
        finally:
            process.terminate()


@dataclass(slots=True)
class _Site:
    """All feeds, in all their editions; a feed's edition goes with how often it was its turn."""

    kinds: list[str]
    bodies: list[list[bytes]]
    every: int
    delay: float
    turns: int = 0
    sent: int = 0

    def answer(self, request: bytes) -> bytes:
        """What is sent back to a request."""
        path = request.split(b" ", 2)[1][1:].decode()
        if path == "next":
            self.turns += 1
        if not path.isdigit():
            return _whole("text/plain", "", str(self.sent).encode())
        number = int(path)
        since = (self.turns + number % self.every) // self.every
        edition = min(len(self.bodies[number]) - 1, since)
        tag = f'"{edition}"'
        if f"if-none-match: {tag}".encode() in request.lower():
            answer = f"HTTP/1.1 304 Not Modified\r\nETag: {tag}\r\n\r\n".encode()
        else:
            answer = _whole(self.kinds[number], tag, self.bodies[number][edition])
        self.sent += len(answer)
        return answer

    async def talk(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        """Answer one connection until it ends."""
        try:
            while True:
                request = await reader.readuntil(b"\r\n\r\n")
                if self.delay:
                    await asyncio.sleep(self.delay)
                writer.write(self.answer(request))
                await writer.drain()
        except (asyncio.IncompleteReadError, ConnectionError):
            writer.close()


def _whole(kind: str, tag: str, body: bytes) -> bytes:
    head = f"HTTP/1.1 200 OK\r\nContent-Type: {kind}\r\nETag: {tag}\r\nContent-Length: {len(body)}\r\n\r\n"
    return head.encode() + body


async def _serve(site: _Site) -> None:
    server = await asyncio.start_server(site.talk, "0.0.0.0", 0, backlog=1024)
    print(server.sockets[0].getsockname()[1], flush=True)
    await server.serve_forever()


def main(number: int, delay: float, every: int, times: int) -> None:
    """Write the feeds, then serve them until the process is ended."""
    prose = Prose()
    written = [feeds.editions(prose, each, times, FRESH) for each in range(number)]
    kinds, bodies = [kind for kind, _ in written], [body for _, body in written]
    asyncio.run(_serve(_Site(kinds, bodies, every, delay)))


if __name__ == "__main__":
    main(int(sys.argv[1]), float(sys.argv[2]), int(sys.argv[3]), int(sys.argv[4]))
