"""From a site's address to its feeds: what its page points at, and where else a feed may be."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from urllib.parse import urldefrag, urlsplit

from newsreader import gate
from newsreader.model import Link
from newsreader.sources.address import is_web, resolve

if TYPE_CHECKING:
    from collections.abc import Iterator

    from selectolax.lexbor import LexborNode

_PAGE = 1_000_000  # bytes of a page that are looked at
_MOST = 40
_TAGS = re.compile(r"<(?:base|link|a)\s[^<>]*>[^<]{0,200}", re.IGNORECASE)
_FEED_TYPE = re.compile(r"application/(?:rss\+xml|atom\+xml|rdf\+xml|feed\+json)")
_VAGUE_TYPE = re.compile(r"(?:application|text)/(?:x\.atom\+xml|xml|json)")
_FEED_LIKE = re.compile(
    r"(?:^|[/.?&=_-])(?:feeds?\d?|rss\d?|atom|rdf|feedburner)(?:$|[/.?&=_-])|/index\.xml$", re.IGNORECASE
)
_FEED_WORDS = re.compile(r"\b(?:rss|atom|feeds?)\b", re.IGNORECASE)
_ASIDE = re.compile(r"\b(?:comments?|reacties?|oembed)\b", re.IGNORECASE)
_USUAL = ("feed", "rss", "feed.xml", "rss.xml", "atom.xml", "index.xml", "feed.json")


def candidates(body: bytes, url: str) -> tuple[Link, ...]:
    """The feeds that a page points at, best first: declared ones, then links that look like feeds.

    Feeds of comments come last. `rel` is `alternate` for a declared feed, else `related`.
    """
    found: dict[str, Link] = {}
    for link in sorted(_links(body, url), key=_rank):
        found.setdefault(link.url, link)
    found.pop(urldefrag(url).url, None)
    return tuple(found.values())[:_MOST]


def well_known(url: str) -> tuple[str, ...]:
    """Where feeds usually are: beside the page, then at the root of its site."""
    parts = urlsplit(url)
    if not parts.netloc:
        return ()
    root = f"{parts.scheme}://{parts.netloc}/"
    beside = root + parts.path.strip("/") + "/" if parts.path.strip("/") else root
    places = (beside + "feed", beside + "rss", beside + "rss.xml", *(root + name for name in _USUAL))
    return tuple(dict.fromkeys(places))


def _links(body: bytes, url: str) -> Iterator[Link]:
    """Every link that may be a feed.

    Only the tags that matter are parsed, one beside the other: a page that nests them deeply costs the parser
    time that grows with the square of the depth.
    """
    from selectolax.lexbor import LexborHTMLParser

    tags = _TAGS.findall(body[:_PAGE].decode("utf-8", "replace"))
    base = url
    for node in LexborHTMLParser("</a>\n".join(tags)).css("base, link, a"):
        href = node.attributes.get("href")
        target = _joined(base, href) if href else ""
        if node.tag == "base":
            base = target or base
        elif target:
            link = _declared(node, target) if node.tag == "link" else _linked(node, target)
            if link is not None:
                yield link


def _declared(node: LexborNode, target: str) -> Link | None:
    attributes = {name: gate.line(value or "", 300) for name, value in node.attributes.items()}
    relations = attributes.get("rel", "").lower().split()
    media = attributes.get("type", "").partition(";")[0].strip().lower()
    title = attributes.get("title", "")
    likely = _FEED_TYPE.fullmatch(media) or (
        _VAGUE_TYPE.fullmatch(media) and _FEED_WORDS.search(f"{target} {title}")
    )
    if "feed" in relations or ("alternate" in relations and likely):
        return Link(target, "alternate", media, title)
    return None


def _linked(node: LexborNode, target: str) -> Link | None:
    parts = urlsplit(target)
    looks_like_one = parts.netloc.startswith(("feed.", "feeds.")) or any(
        _FEED_LIKE.search(part) for part in (parts.path, parts.query)
    )
    return Link(target, "related", title=gate.line(node.text(), 300)) if looks_like_one else None


def _rank(link: Link) -> tuple[bool, bool]:
    return bool(_ASIDE.search(f"{link.url} {link.title}")), link.rel != "alternate"


def _joined(base: str, href: str) -> str:
    target = urldefrag(resolve(base, href)).url
    return target if is_web(target) else ""
