"""Opening a file of the web with the system's own program for it, or with a command of the reader's."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from urllib.parse import urlsplit

from newsreader.model import Problem, ProblemKind
from newsreader.outside import command

SYSTEM = "open" if sys.platform == "darwin" else "xdg-open"
"""What opens any address on macOS, and on other systems but Windows."""


def play(url: str, title: str, player: str = "") -> Problem | None:
    """Open an address of the web, and of nothing else; may block for a second."""
    if not _is_of_the_web(url):
        return Problem(ProblemKind.ADDRESS, url)
    system: Callable[[str], None] | None = getattr(os, "startfile", None)
    if not player and system is not None:
        return _windows(system, url)
    argv = command.arguments(player or SYSTEM, {"url": url, "title": title}, last="url")
    return argv if isinstance(argv, Problem) else command.start(argv)


def _windows(system: Callable[[str], None], url: str) -> Problem | None:
    try:
        system(url)
    except OSError as error:
        return Problem(ProblemKind.PROGRAM, url, error.strerror or str(error))
    return None


def _is_of_the_web(url: str) -> bool:
    try:
        parts = urlsplit(url)
    except ValueError:
        return False
    return parts.scheme in ("http", "https") and bool(parts.hostname) and "\0" not in url
