"""The pictures of an article in reading order; pure."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from newsreader.model.media import Image
from newsreader.model.text import Block, BlockKind, Span

if TYPE_CHECKING:
    from newsreader.model.article import Article


def figure(image: Image) -> Block:
    """The picture as a block: caption and credit, else the alternative text; both where there are both."""
    caption = " ".join(filter(None, (image.caption, image.credit)))
    text, alt = (caption, image.alt) if caption else (image.alt, "")
    return Block(
        BlockKind.IMAGE,
        (Span(text),) if text else (),
        url=image.url,
        alt=alt if alt != text else "",
        width=image.width,
        height=image.height,
    )


def lead(article: Article) -> Block | None:
    """The picture that stands above the text: the article's first, unless the text shows one like it."""
    if not article.images or not article.images[0].url:
        return None
    image = article.images[0]
    shown = {_place(block.url) for block in article.blocks if block.kind is BlockKind.IMAGE}
    return None if _place(image.url) in shown else figure(image)


def figures(article: Article) -> tuple[Block, ...]:
    """The lead picture, then those in the text, each with an address."""
    first = lead(article)
    inside = (block for block in article.blocks if block.kind is BlockKind.IMAGE and block.url)
    return (*((first,) if first else ()), *inside)


def _place(url: str) -> str:
    """The address without its query, in which the same picture has other sizes."""
    try:
        parts = urlsplit(url)
    except ValueError:
        return url
    return parts.netloc + parts.path
