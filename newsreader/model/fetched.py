"""What came of a request for a feed or a page."""

from __future__ import annotations

from typing import NamedTuple


class Fetched(NamedTuple):
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


class Unchanged(NamedTuple):
    """304: nothing new."""

    url: str
    moved_to: str = ""
    max_age: int = 0
    public: bool = False
