"""Exceptions of the network, as problems."""

from __future__ import annotations

import re
import socket
import ssl
from typing import TYPE_CHECKING

import aiohttp
import httpx

from newsreader import gate
from newsreader.model import Problem, ProblemKind
from newsreader.sources.fetch.private import PrivateAddressError

if TYPE_CHECKING:
    from collections.abc import Iterator

EXPECTED = (httpx.HTTPError, httpx.InvalidURL, aiohttp.ClientError, OSError, UnicodeError)
_UNKNOWN_HOST = {socket.EAI_NONAME, getattr(socket, "EAI_NODATA", socket.EAI_NONAME)}
_QUOTED = re.compile(
    r":?\s*\n|: b(?:ytearray\()?['\"]"
)  # where aiohttp goes on to show the bytes that it means
_ADDRESS = (httpx.InvalidURL, httpx.UnsupportedProtocol, aiohttp.InvalidURL, UnicodeError)


def problem(url: str, error: BaseException) -> Problem:
    """The problem behind an exception of the network."""
    causes = list(_causes(error))
    return Problem(_kind(causes), url, gate.line(_words(causes), 200))


def _kind(causes: list[BaseException]) -> ProblemKind:
    if any(isinstance(cause, socket.gaierror) and cause.errno in _UNKNOWN_HOST for cause in causes):
        return ProblemKind.DNS
    if any(isinstance(cause, PrivateAddressError) for cause in causes):
        return ProblemKind.INSIDE
    if any(isinstance(cause, ssl.SSLError) for cause in causes):
        return ProblemKind.TLS
    if any(isinstance(cause, _ADDRESS) for cause in causes):
        return ProblemKind.ADDRESS
    if isinstance(causes[0], TimeoutError):
        return ProblemKind.TIMEOUT
    return ProblemKind.NETWORK


def _words(causes: list[BaseException]) -> str:
    """What the system itself said, without the addresses and wrappings around it."""
    if isinstance(causes[0], TimeoutError):
        return ""
    said = [getattr(causes[-1], name, None) for name in ("verify_message", "strerror", "message")]
    words = next((words for words in said if words and isinstance(words, str)), str(causes[-1]))
    return "" if words.startswith("<") else _QUOTED.split(words.strip(), maxsplit=1)[0]


def _causes(error: BaseException | None) -> Iterator[BaseException]:
    """The error and what lies under it: the transport wraps aiohttp's errors, and aiohttp the system's."""
    while error is not None:
        yield error
        error = error.__cause__ or error.__context__
