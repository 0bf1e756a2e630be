"""Pictures, sound and film: which address they have, and which of them are no pictures but trackers."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from selectolax.lexbor import LexborNode

from newsreader.gate import line
from newsreader.model import Block, BlockKind, Span
from newsreader.sources.address import resolve
from newsreader.sources.blocks.links import is_tracker

_SMALLEST = 32  # pixels: what is smaller stands in for a word (an emoji, a flag, an icon)
_PIXELS = re.compile(r"\s*(\d{1,5})(?:\.\d+)?\s*(?:px)?\s*$")
_STYLE_SIZE = re.compile(r"(?:^|[;\s])(?:width|height)\s*:\s*([01])(?:px)?\s*(?:!|;|$)", re.IGNORECASE)
_LAZY = ("data-src", "data-original", "data-lazy-src", "data-url")
_SETS = ("srcset", "data-srcset", "data-lazy-srcset")


def image_of(node: LexborNode, attributes: Mapping[str, str | None], base: str) -> Block | str | None:
    """The picture as a block; as its alternative text when it is the size of a letter; None for a tracker."""
    width, height = _pixels(attributes.get("width")), _pixels(attributes.get("height"))
    known = [size for size in (width, height) if size is not None]
    style = attributes.get("style")
    if (known and min(known) <= 1) or (style and _STYLE_SIZE.search(style)):
        return None
    said = attributes.get("alt")
    alt = line(said, 1_000) if said else ""
    if len(known) == 2 and max(known) < _SMALLEST:
        return alt
    url = image_url(node, attributes, base)
    if not url or is_tracker(url):
        return None
    if not (width and height):
        width = height = 0
    return Block(BlockKind.IMAGE, (Span(alt),) if alt else (), 0, url, "", (), False, "", width, height)


def image_url(node: LexborNode, attributes: Mapping[str, str | None], base: str) -> str:
    """The address of the picture, also when it is loaded lazily or chosen by width; "" when it has none."""
    src = attributes.get("src")
    here = src if src and not src.startswith("data:") and not attributes.get(_LAZY[0]) else None
    if here and (url := _first_web((here,), base)):
        return url
    candidates = [attributes.get(name) for name in _LAZY]
    candidates += [_largest(found) for name in _SETS if (found := attributes.get(name))]
    candidates.append(src)
    parent = node.parent
    if parent is not None and parent.tag == "picture":
        candidates += [_largest(source.attributes.get("srcset") or "") for source in parent.css("source")]
    return _first_web(candidates, base)


def media_of(node: LexborNode, attributes: Mapping[str, str | None], base: str) -> Block | None:
    """Sound, film or an embedded page as a link; None when it has no address or nothing to see."""
    sizes = [_pixels(attributes.get(name)) for name in ("width", "height")]
    if any(size is not None and size <= 1 for size in sizes):
        return None
    candidates = [attributes.get(name) for name in ("data-src", "src", "data")]
    candidates += [source.attributes.get("src") for source in node.css("source")]
    url = _first_web(candidates, base)
    if not url or is_tracker(url):
        return None
    title = line(attributes.get("title") or attributes.get("aria-label") or "", 1_000)
    return Block(BlockKind.MEDIA, (Span(title),) if title else (), url=url)


def _first_web(candidates: Iterable[str | None], base: str) -> str:
    for candidate in candidates:
        url = resolve(base, candidate) if candidate else ""
        if url[:4].lower() == "http":
            return url
    return ""


def _largest(srcset: str) -> str:
    """The address with the greatest width or density in a `srcset`."""
    best, address = -1.0, ""
    for candidate in re.split(r",\s+|,(?=https?:)", srcset.strip()[:20_000]):
        url, _, descriptor = candidate.strip().partition(" ")
        size = re.match(r"[\d.]+", descriptor.strip())
        weight = float(size[0].strip(".") or 0) if size and size[0].count(".") < 2 else 0.0
        if url and weight > best:
            best, address = weight, url.rstrip(",")
    return address


def _pixels(text: str | None) -> int | None:
    match = _PIXELS.match(text) if text else None
    return int(match[1]) if match else None
