"""An article as plain text for a terminal, a pager or a file."""

from __future__ import annotations

import textwrap
from collections.abc import Iterable, Iterator
from datetime import datetime
from itertools import groupby

from newsreader import gate
from newsreader.cli import shapes
from newsreader.cli.block_text import block_lines
from newsreader.model import Article, Related
from newsreader.words import Words, ages


def article_lines(
    article: Article, words: Words, now: datetime, width: int, *, aged: bool = True
) -> Iterator[str]:
    """Headline, origin, dateline, text and links, wrapped at `width` columns; the age only if `aged`."""
    yield from textwrap.wrap(gate.line(article.row.title), width)
    if article.row.sample:
        yield words.cli.sample
    yield _origin(article, words, now, aged=aged)
    if article.row.url:
        yield article.row.url
    yield ""
    if article.dateline:
        parts = (article.dateline.places, article.dateline.agencies)
        yield " · ".join("/".join(part) for part in parts if part)
        yield ""
    links: list[str] = []
    for block in article.blocks:
        yield from block_lines(block, links, words.cli.picture, width)
        yield ""
    if links:
        yield f"{words.cli.links}:"
        yield from (f"[{number}] {url}" for number, url in enumerate(links, 1))
        yield ""


def related_lines(related: Iterable[Related], words: Words, now: datetime, width: int) -> Iterator[str]:
    """What belongs with an article, under the reason why."""
    for why, group in groupby(related, lambda one: words.cli.why[one.why](one.row)):
        yield f"{why}:"
        for one in group:
            text = gate.line(f"{one.row.title} · {shapes.age(one.row, now, words.language)}")
            start = f"{one.row.id:>7}  "
            yield from textwrap.wrap(text, width, initial_indent=start, subsequent_indent=" " * len(start))


def _origin(article: Article, words: Words, now: datetime, *, aged: bool) -> str:
    """Source, section, author, date and age; only an age when the date is not known exactly."""
    row = article.row
    exact = row.published if not row.published_until else None
    parts = (
        row.source,
        row.section,
        words.cli.by(article.author) if article.author else "",
        ages.long_date(exact, words.language) if exact else "",
        shapes.age(row, now, words.language) if aged else "",
    )
    return " · ".join(gate.line(part) for part in parts if part)
