"""A web server in a process of its own that costs next to nothing: ready bytes, a delay, and 304 when it may.

`python -m tests.bench.web FEEDS SECONDS` prints its port when it is ready.
"""

from __future__ import annotations

import asyncio
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager

from tests.bench import feeds
from tests.bench.prose import Prose

HOSTS = 20
"""Loopback addresses over which the feeds are spread, 127.0.0.1 and on."""
DELAY = 0.05
"""Seconds before an answer."""


@contextmanager
def serving(number: int, delay: float = DELAY) -> Iterator[list[str]]:
    """That many feeds being served; gives their addresses."""
    command = [sys.executable, "-m", "tests.bench.web", str(number), str(delay)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        port = process.stdout.readline().strip()
        try:
            yield [f"http://127.0.0.{1 + each % HOSTS}:{port}/{each}" for each in range(number)]
        finally:
            process.terminate()


def _answer(kind: str, body: bytes) -> bytes:
    head = f'HTTP/1.1 200 OK\r\nContent-Type: {kind}\r\nETag: "1"\r\nContent-Length: {len(body)}\r\n\r\n'
    return head.encode() + body


_KNOWN = b'HTTP/1.1 304 Not Modified\r\nETag: "1"\r\n\r\n'


async def _serve(answers: list[bytes], delay: float) -> None:
    async def talk(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        try:
            while True:
                request = await reader.readuntil(b"\r\n\r\n")
                await asyncio.sleep(delay)
                number = int(request.split(b" ", 2)[1][1:])
                writer.write(_KNOWN if b'if-none-match: "1"' in request.lower() else answers[number])
                await writer.drain()
        except (asyncio.IncompleteReadError, ConnectionError):
            writer.close()

    server = await asyncio.start_server(talk, "0.0.0.0", 0, backlog=1024)
    print(server.sockets[0].getsockname()[1], flush=True)
    await server.serve_forever()


def main(number: int, delay: float) -> None:
    """Write the feeds, then serve them until the process is ended."""
    prose = Prose()
    asyncio.run(_serve([_answer(*feeds.feed(prose, each)) for each in range(number)], delay))


if __name__ == "__main__":
    main(int(sys.argv[1]), float(sys.argv[2]))
