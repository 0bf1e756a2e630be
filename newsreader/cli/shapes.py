"""What `--json` prints: articles, problems and sources as plain values with fixed names."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from newsreader.model import (
    Article,
    ArticleRow,
    Block,
    BlockKind,
    Hit,
    Image,
    Problem,
    Related,
    SourceStatus,
)
from newsreader.words import Language, ages

Shape = dict[str, object]


def iso(moment: datetime | None) -> str | None:
    """The moment in ISO 8601 with its offset, to the second."""
    return moment.isoformat(timespec="seconds") if moment else None


def age(row: ArticleRow, now: datetime, language: Language) -> str:
    """How long ago an article appeared, in words, no more exact than it is known."""
    return ages.age_between(row.moment, row.published_until, now, language)


def titled(row: ArticleRow) -> str:
    """The title of an article's source; of the sample edition it says so, for scripts too."""
    return f"{row.source} (Proefeditie)" if row.sample else row.source


def row(article: ArticleRow, now: datetime, language: Language) -> Shape:
    """An article in a list."""
    return {
        "id": article.id,
        "title": article.title,
        "url": article.url,
        "source": titled(article),
        "section": article.section,
        "published": iso(article.published),
        "first_seen": iso(article.first_seen),
        "age": age(article, now, language),
        "summary": article.summary,
        "read": article.read,
        "saved": article.saved,
        "changed": article.changed,
        "whole": article.whole,
    }


def hit(found: Hit, now: datetime, language: Language) -> Shape:
    """An article that was searched for, with the piece of text in which the words stand."""
    return {**row(found.row, now, language), "snippet": found.snippet}


def article(whole: Article, related: Iterable[Related], now: datetime, language: Language) -> Shape:
    """An article with its text and what belongs with it."""
    return {
        **row(whole.row, now, language),
        "author": whole.author,
        "dateline": {"places": list(whole.dateline.places), "agencies": list(whole.dateline.agencies)},
        "language": whole.language,
        "blocks": [_block(block) for block in whole.blocks],
        "links": [
            {"url": span.url, "text": span.text} for block in whole.blocks for span in block.spans if span.url
        ],
        "images": _images(whole),
        "missing": problem(whole.missing),
        "related": [other(one, now, language) for one in related],
    }


def other(related: Related, now: datetime, language: Language) -> Shape:
    """An article that belongs with another one; `why` is a key such as `section`."""
    return {
        "id": related.row.id,
        "title": related.row.title,
        "summary": related.row.summary,
        "age": age(related.row, now, language),
        "why": related.why,
        "detail": list(related.detail),
        "source": titled(related.row),
        "new": related.new if related.why == "earlier" else None,
    }


def problem(found: Problem | None) -> Shape | None:
    """An expected failure, or None."""
    return {"kind": found.kind.value, "detail": found.detail} if found else None


def source(status: SourceStatus) -> Shape:
    """A source with its health."""
    return {
        "id": status.source.id,
        "title": status.source.title,
        "url": status.source.url,
        "group": status.source.group,
        "section": status.source.section,
        "on": status.source.on,
        "articles": status.articles,
        "unread": status.unread,
        "last_checked": iso(status.visit.last_checked),
        "problem": problem(status.visit.problem),
    }


def _images(whole: Article) -> list[Shape]:
    """The article's pictures and those in its text, each address once."""
    inside = {block.url: block for block in whole.blocks if block.kind is BlockKind.IMAGE}
    own = [image._replace(alt=image.alt or _alt(inside.get(image.url))) for image in whole.images]
    others = [Image(url, block.text, alt=block.alt) for url, block in inside.items()]
    known = {image.url: image for image in reversed([*own, *others]) if image.url}
    return [
        {"url": image.url, "caption": image.caption, "alt": image.alt, "credit": image.credit}
        for image in reversed(known.values())
    ]


def _alt(block: Block | None) -> str:
    return block.alt if block else ""


def _block(block: Block) -> Shape:
    shape: Shape = {"kind": block.kind.value, "text": block.text}
    if block.level:
        shape["level"] = block.level
    if block.url:
        shape["url"] = block.url
    if block.alt:
        shape["alt"] = block.alt
    return shape
