"""One request for a feed or a page, and what came of it."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Fetch:
    """One conditional request: what to ask, and what is remembered (RFC 9110 section 13)."""

    url: str
    etag: str = ""
    last_modified: str = ""
    headers: tuple[tuple[str, str], ...] = field(default=(), repr=False)  # for its own host only
    agent: str = ""  # instead of the program's own User-Agent
    proxy: str = ""  # the address of an HTTP proxy
    home: str = ""  # the address of the source that led here, if it is another
    public: bool = False  # that source is known to be on the public internet: nothing of it leads inside


@dataclass(frozen=True, slots=True)
class Fetched:
    """A body, decompressed and within the cap, with the response headers that matter."""

    url: str  # where it was found, after redirects
    body: bytes
    content_type: str = ""
    content_location: str = ""
    etag: str = ""
    last_modified: str = ""
    moved_to: str = ""  # set when every redirect on the way was permanent
    max_age: int = 0  # seconds, from Cache-Control
    received: int = 0  # bytes of the body as they came over the line, still packed
    public: bool = False  # the host asked for is on the public internet


@dataclass(frozen=True, slots=True)
class Unchanged:
    """304: nothing new."""

    url: str
    moved_to: str = ""
    max_age: int = 0
    public: bool = False
