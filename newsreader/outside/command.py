"""Commands of the reader's own: from a template to arguments, and running them; never through a shell."""

from __future__ import annotations

import asyncio
import shlex
import subprocess
import threading
from collections.abc import Mapping, Sequence
from contextlib import suppress
from typing import NamedTuple, cast

from newsreader import gate
from newsreader.model import Problem, ProblemKind

MOST = 64_000
"""Bytes of a program's output that are kept."""
LIMIT = 120.0
"""Seconds that a program may take over a text."""
_SOON = 1.0  # seconds in which a program that cannot do its work says so


class Ran(NamedTuple):
    """What came of a program: its exit status, and what it printed, cleaned."""

    status: int
    output: str


def arguments(template: str, values: Mapping[str, str], *, last: str = "") -> list[str] | Problem:
    """A command and its arguments, as a shell would split them; `{name}` stands for the value of that name.

    A value is always one argument, or part of one, and never makes it an option. `last` names a value that
    comes at the end when the template does not say where.
    """
    try:
        words = shlex.split(template)
    except ValueError:  # a quote that is never closed
        words = []
    if not words:
        return Problem(ProblemKind.COMMAND, template)
    if last and not any(f"{{{last}}}" in word for word in words):
        words.append(f"{{{last}}}")
    return [words[0], *(_filled(word, values) for word in words[1:])]


async def run(command: Sequence[str], text: str) -> Ran | Problem:
    """Give a program the text to read and wait for it; one that takes too long is ended."""
    try:
        process = await asyncio.create_subprocess_exec(
            *command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.STDOUT
        )
    except (OSError, ValueError) as error:
        return _not_started(command, error)
    try:
        async with asyncio.timeout(LIMIT):
            output = await _exchange(process, text.encode())
            status = await process.wait()
    except TimeoutError:
        return Problem(ProblemKind.PROGRAM, command[0], f"{LIMIT:.0f} s")
    finally:
        if process.returncode is None:
            with suppress(ProcessLookupError):
                process.kill()
            await process.wait()
    return Ran(status, gate.safe(output.decode(errors="replace")))


def start(command: Sequence[str]) -> Problem | None:
    """Start a program that goes on by itself; blocks for a second at most, to hear of it when it cannot."""
    quiet = subprocess.DEVNULL
    try:
        process = subprocess.Popen(  # noqa: S603 - no shell: every word is an argument of its own
            command, stdin=quiet, stdout=quiet, stderr=quiet, start_new_session=True
        )
    except (OSError, ValueError) as error:
        return _not_started(command, error)
    try:
        status = process.wait(_SOON)
    except subprocess.TimeoutExpired:
        threading.Thread(target=process.wait, daemon=True).start()  # so that no zombie stays behind
        return None
    return Problem(ProblemKind.PROGRAM, command[0], str(status)) if status else None


def _filled(word: str, values: Mapping[str, str]) -> str:
    filled = word
    for name, value in values.items():
        filled = filled.replace(f"{{{name}}}", value.replace("\0", ""))
    if filled.startswith("-") and not word.startswith("-"):
        return "\N{MINUS SIGN}" + filled[1:]
    return filled


async def _exchange(process: asyncio.subprocess.Process, text: bytes) -> bytes:
    """What the program prints while it reads the text; what is more than enough is read and dropped."""
    stdin = cast(asyncio.StreamWriter, process.stdin)  # both are there: they were asked for
    stdout = cast(asyncio.StreamReader, process.stdout)
    feeding = asyncio.ensure_future(_feed(stdin, text))
    kept = b""
    try:
        while piece := await stdout.read(MOST):
            kept = (kept + piece)[:MOST]
    finally:
        feeding.cancel()
        await asyncio.gather(feeding, return_exceptions=True)
    return kept


async def _feed(stream: asyncio.StreamWriter, text: bytes) -> None:
    with suppress(ConnectionError):  # a program need not read all that it is given
        stream.write(text)
        await stream.drain()
    stream.close()


def _not_started(command: Sequence[str], error: OSError | ValueError) -> Problem:
    reason = error.strerror if isinstance(error, OSError) else ""
    return Problem(ProblemKind.PROGRAM, command[0], reason or str(error))
