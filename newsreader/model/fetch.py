"""One request for a feed or a page."""

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
