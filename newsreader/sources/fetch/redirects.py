"""Which redirects are followed, and what is remembered of them (RFC 9110 section 15.4); pure."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from urllib.parse import unquote, urldefrag, urljoin, urlsplit

from newsreader.model import Problem, ProblemKind

STATUSES = frozenset({301, 302, 303, 307, 308})
_PERMANENT = frozenset({301, 308})
_LIMIT = 5
_NOT_A_HOST = re.compile(r"""[\s<>"%\\^`{|}]""")


@dataclass(frozen=True, slots=True)
class Redirect:
    """A server's answer that the thing is elsewhere."""

    status: int
    location: str


@dataclass(frozen=True, slots=True)
class Trail:
    """The addresses asked so far, the present one last; `permanent` when every redirect was for good."""

    urls: tuple[str, ...]
    permanent: bool = True
    login: tuple[str, str] | None = None  # of the first address, for its own origin only
    home: str = ""  # the host of the source that led to the first address
    inside: bool = True  # whether the present address may be on the reader's own network
    public: bool = False  # whether that home is on the public internet

    @property
    def url(self) -> str:
        """The address to ask now."""
        return self.urls[-1]

    @property
    def first(self) -> str:
        """The address asked for, without credentials."""
        return self.urls[0]

    @property
    def host(self) -> str:
        """The host to ask now."""
        return _host(self.url)

    @property
    def moved_to(self) -> str:
        """Where the source lives from now on: only when it moved for good, and no login would be lost."""
        return self.url if self.permanent and len(self.urls) > 1 and self.login is None else ""

    @property
    def at_home(self) -> bool:
        """Whether the source's own headers may be sent: the same host, and never in the clear after TLS."""
        first, last = urlsplit(self.first), urlsplit(self.url)
        return first.netloc == last.netloc and last.scheme in (first.scheme, "https")


def start(url: str, home: str = "", *, public: bool = False) -> Trail | Problem:
    """The beginning of a request for that address; `home` is that of the source that led there.

    That is `public` when it has answered from the public internet before.
    """
    parts = _split(url)
    if parts is None:
        return Problem(ProblemKind.ADDRESS, url)
    address, login = parts
    foreign = bool(home) and _host(home) != _host(address)
    login = None if foreign else login
    return Trail((address,), login=login, home=_host(home or address), public=public)


def follow(trail: Trail, redirect: Redirect) -> Trail | Problem:
    """The trail one redirect further; a ring, one too many, or no web address is a problem."""
    try:
        parts = _split(urljoin(trail.url, redirect.location))
    except ValueError:
        parts = None
    if parts is None or parts[0] in trail.urls or len(trail.urls) > _LIMIT:
        return Problem(ProblemKind.REDIRECTS, trail.first, redirect.location[:200])
    permanent = trail.permanent and redirect.status in _PERMANENT
    return replace(trail, urls=(*trail.urls, parts[0]), permanent=permanent, inside=True)


def _split(url: str) -> tuple[str, tuple[str, str] | None] | None:
    """A web address without fragment and credentials, and the credentials; None when it is no web address."""
    try:
        parts = urlsplit(urldefrag(url.strip()).url)
        host, _ = parts.hostname, parts.port
    except ValueError:
        return None
    if parts.scheme not in ("http", "https") or not host or _NOT_A_HOST.search(host):
        return None
    login = (unquote(parts.username or ""), unquote(parts.password or "")) if "@" in parts.netloc else None
    return parts._replace(netloc=parts.netloc.rpartition("@")[2]).geturl(), login


def _host(url: str) -> str:
    try:
        return urlsplit(url).hostname or ""
    except ValueError:
        return ""
