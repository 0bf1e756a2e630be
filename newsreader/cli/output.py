"""What the commands print: foreign text through the gate once more, one value of JSON, one line an error."""

from __future__ import annotations

import errno
import io
import os
import shutil
import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from newsreader import gate

if TYPE_CHECKING:
    from newsreader.words.cli import CliWords

_NAME = "newsreader"


class OutputClosed(Exception):  # noqa: N818  # not an error when nobody reads on
    """Standard output takes no more; `reason` is the system's word, empty when its reader just left.

    `full` is whether that is for want of room.
    """

    def __init__(self, error: OSError) -> None:
        super().__init__()
        self.reason = "" if isinstance(error, BrokenPipeError) else error.strerror or str(error)
        self.full = error.errno in (errno.ENOSPC, errno.EDQUOT)


def prepare() -> None:
    """Let a terminal or file that lacks a character show a `?` instead of failing."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="replace")


def say(text: str = "") -> None:
    """Print a text, gated, and end its line. Raises OutputClosed."""
    _print(gate.safe(text))


def say_lines(lines: Iterable[str]) -> None:
    """Print lines, each gated. Raises OutputClosed."""
    for line in lines:
        say(line)


def say_bytes(data: bytes) -> None:
    """Write bytes as they are. Raises OutputClosed."""
    flush()
    if sys.stdout is not None:
        with _watched():
            sys.stdout.buffer.write(data)


def say_json(value: object, *, lines: bool = False) -> None:
    """Print one JSON value (RFC 8259), indented or on one line.

    What could disturb a terminal, or cannot be encoded in it, is written as an escape: the value stays exact.
    """
    _print(_json(value, None if lines else 2))


def say_json_list(values: Iterable[object]) -> None:
    """Print an array as `say_json` would, an element at a time, however many there are."""
    begun = False
    for value in values:
        element = _json(value, 2).replace("\n", "\n  ")
        _print(f"{',' if begun else '['}\n  {element}", end="")
        begun = True
    _print("\n]" if begun else "[]")


def _json(value: object, indent: int | None) -> str:
    import json

    text = json.dumps(value, ensure_ascii=not _speaks_unicode(), indent=indent)
    if not text.isascii():
        text = "".join(c if c.isprintable() or c == "\n" else json.dumps(c)[1:-1] for c in text)
    return text.replace("\x7f", "\\u007f")


def complain(text: str) -> None:
    """Print one line on standard error."""
    if sys.stderr is not None:
        print(f"{_NAME}: {gate.line(text)}", file=sys.stderr)


def progress(text: str) -> None:
    """Show on the one line of a terminal how far something is; nothing where there is no terminal."""
    if sys.stderr is not None and sys.stderr.isatty():
        columns = shutil.get_terminal_size().columns - 1
        sys.stderr.write(f"\r{gate.line(text)[:columns]:<{columns}}")
        sys.stderr.flush()


def end_progress() -> None:
    """Leave that line for what comes next."""
    if sys.stderr is not None and sys.stderr.isatty():
        sys.stderr.write("\r" + " " * (shutil.get_terminal_size().columns - 1) + "\r")
        sys.stderr.flush()


def flush() -> None:
    """Hand over what has been printed. Raises OutputClosed."""
    if sys.stdout is not None:
        with _watched():
            sys.stdout.flush()


def give_up(closed: OutputClosed, words: CliWords) -> int:
    """Leave standard output for what it is, also in the flush at exit; answers the exit status."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    if closed.reason:
        complain(words.output_full if closed.full else words.output_failed(closed.reason))
    return 1 if closed.reason else 0


def width(most: int = 1000) -> int:
    """The columns to fill: `most`, or fewer on a narrower terminal."""
    return min(most, shutil.get_terminal_size((most, 24)).columns) if _on_terminal() else most


def _on_terminal() -> bool:
    return sys.stdout is not None and sys.stdout.isatty()


def _speaks_unicode() -> bool:
    return (getattr(sys.stdout, "encoding", "") or "").lower().startswith("utf")


def _print(text: str, end: str = "\n") -> None:
    with _watched():
        print(text, end=end)


@contextmanager
def _watched() -> Iterator[None]:
    try:
        yield
    except OSError as error:
        raise OutputClosed(error) from error
