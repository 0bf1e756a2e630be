"""Request headers we send, response headers we understand (RFC 9110, RFC 9111); pure."""

from __future__ import annotations

import base64
import re
from datetime import UTC, datetime, timedelta
from email.utils import parsedate_to_datetime
from typing import TYPE_CHECKING

from newsreader import gate
from newsreader.model import Fetch, Fetched, Problem, ProblemKind

if TYPE_CHECKING:
    from collections.abc import Mapping

    from newsreader.sources.fetch.redirects import Trail

_ACCEPT = (
    "application/atom+xml, application/rss+xml, application/feed+json, application/rdf+xml, "
    "application/xml;q=0.9, text/xml;q=0.9, text/html;q=0.8, */*;q=0.5"
)
_LONGEST_WAIT = timedelta(days=7)
_MAX_AGE = re.compile(r'(?:^|[\s,])max-age\s*=\s*"?(\d{1,10})', re.IGNORECASE)
_NOT_CACHED = re.compile(r"(?:^|[\s,])no-(?:cache|store)(?![^\s,])", re.IGNORECASE)


def sent(request: Fetch, trail: Trail, agent: str) -> list[tuple[bytes, bytes]]:
    """The headers for one hop; at home the source's login and its own headers, which go before ours."""
    found = {
        "User-Agent": request.agent or agent,
        "Accept": _ACCEPT,
        "Accept-Encoding": "gzip, deflate, br, zstd",
        "If-None-Match": request.etag,
        "If-Modified-Since": request.last_modified,
    }
    if trail.at_home:
        if trail.login is not None:
            token = base64.b64encode(":".join(trail.login).encode()).decode()
            found["Authorization"] = f"Basic {token}"
        found |= {name.title(): value for name, value in request.headers}
    return [(name.encode(), value.encode()) for name, value in found.items() if value]


def fetched(headers: Mapping[str, str], content: bytes, received: int, trail: Trail) -> Fetched | Problem:
    """A body with the headers that matter; an empty body is a problem."""
    if not content.strip():
        return Problem(ProblemKind.EMPTY, trail.first)
    return Fetched(
        url=trail.url,
        body=content,
        content_type=gate.line(headers.get("Content-Type", ""), 200),
        content_location=gate.line(headers.get("Content-Location", ""), 2000),
        etag=_validator(headers.get("ETag", "")),
        last_modified=_validator(headers.get("Last-Modified", "")),
        moved_to=trail.moved_to,
        max_age=max_age(headers),
        received=received,
        public=trail.public,
    )


def refusal(url: str, status: int, headers: Mapping[str, str], now: datetime) -> Problem:
    """The problem that a status other than success stands for; its detail is the status."""
    if status == 410:
        return Problem(ProblemKind.GONE, url, str(status))
    if status in (429, 503):
        return Problem(ProblemKind.WAIT, url, str(status), retry_after(headers.get("Retry-After", ""), now))
    if status == 511:  # of the network, not of the site (RFC 6585 section 6)
        return Problem(ProblemKind.PORTAL, url, str(status))
    return Problem(ProblemKind.HTTP, url, str(status))


def retry_after(value: str, now: datetime) -> datetime | None:
    """The moment a Retry-After names, in seconds or as an HTTP date; never past a week from now."""
    if value.strip().isdigit() and value.isascii():
        seconds = min(float(value), _LONGEST_WAIT.total_seconds())
        return now + timedelta(seconds=seconds)
    try:
        moment = parsedate_to_datetime(value)
        moment = moment.astimezone(UTC) if moment.tzinfo else moment.replace(tzinfo=UTC)
    except (ValueError, OverflowError):
        return None
    return min(max(moment, now), now + _LONGEST_WAIT)


def max_age(headers: Mapping[str, str]) -> int:
    """Seconds for which the answer stays fresh: Cache-Control's max-age less the Age it arrived with."""
    control = headers.get("Cache-Control", "")
    found = _MAX_AGE.search(control)
    if found is None or _NOT_CACHED.search(control):
        return 0
    age = headers.get("Age", "")
    # A float, since an int may not have any number of digits.
    arrived = float(age) if age.isascii() and age.isdigit() else 0.0
    return int(max(0.0, int(found[1]) - arrived))


def _validator(value: str) -> str:
    """A validator fit to be sent back as it came; one that is not printable ASCII is forgotten."""
    return value if value.isascii() and value.isprintable() and len(value) <= 1000 else ""
