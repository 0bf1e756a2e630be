"""Feeds understood: bytes in, a `ParsedFeed` out, whatever the format, the encoding and the damage."""

from __future__ import annotations

from newsreader.model import ParsedFeed, Problem, ProblemKind
from newsreader.sources.address import resolve
from newsreader.sources.feed.channel import read_channel
from newsreader.sources.feed.damage import Damage
from newsreader.sources.feed.decoding import decode, unpacked
from newsreader.sources.feed.document import read_document
from newsreader.sources.feed.jsonfeed import read_json
from newsreader.sources.feed.limits import MAX_BYTES

__all__ = ["parse"]

_GZIP = b"\x1f\x8b"


def parse(
    body: bytes, *, url: str = "", content_type: str = "", content_location: str = ""
) -> ParsedFeed | Problem:
    """What a feed says. `url` is where it was found; the other two are headers of the response, as they came.

    Pure. A body that cannot be a feed is a `Problem`: EMPTY, NOT_A_FEED, MALFORMED, HOSTILE or TOO_LARGE;
    what could be mended is told in the feed's warnings, as keys of `damage.Damage`.
    """
    damage: tuple[Damage, ...] = ()
    if body.startswith(_GZIP):
        plain = unpacked(body)
        body, damage = plain or b"", (Damage.GZIPPED,)
        if plain is None:
            return Problem(ProblemKind.TOO_LARGE, url)
    if len(body) > MAX_BYTES:
        return Problem(ProblemKind.TOO_LARGE, url)
    decoded = decode(body, content_type)
    text = decoded.text.strip()
    if "\0" in text:
        text = text.replace("\0", "").strip()
    if not text:
        return Problem(ProblemKind.EMPTY, url)
    base = resolve(url, content_location) if content_location else url
    feed = _read(text, base)
    if isinstance(feed, Problem):
        return feed._replace(url=url)
    return feed._replace(warnings=tuple(dict.fromkeys((*damage, *decoded.damage, *feed.warnings))))


def _read(text: str, base: str) -> ParsedFeed | Problem:
    if text.startswith(("{", "[")):
        return read_json(text, base)
    document = read_document(text)
    if isinstance(document, Problem):
        return document
    feed = read_channel(document.root, base)
    return feed._replace(warnings=(*document.damage, *feed.warnings))
