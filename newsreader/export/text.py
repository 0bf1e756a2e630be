"""Articles as plain text for a terminal, a pager or a file."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator

from newsreader import gate
from newsreader.export.block_text import block_lines
from newsreader.export.edition import Edition, Labels
from newsreader.export.parts import dateline, file_facts, headline
from newsreader.model import Article
from newsreader.model.figures import lead

MEASURE = 78
"""Columns of a file, and at most those of a terminal."""


def article_lines(article: Article, labels: Labels, width: int) -> Iterator[str]:
    """Headline, origin, dateline, text, links and enclosures, wrapped at `width` columns."""
    yield from textwrap.wrap(gate.line(article.row.title), width)
    if article.row.sample:
        yield labels.sample
    yield labels.origin(article)
    if article.row.url:
        yield gate.address(article.row.url)
    yield ""
    if article.dateline:
        yield dateline(article)
        yield ""
    links: list[str] = []
    above = lead(article)
    for block in (*((above,) if above else ()), *article.blocks):
        yield from block_lines(block, links, labels.picture, width)
        yield ""
    if links:
        yield f"{labels.links}:"
        yield from (f"[{number}] {gate.address(url)}" for number, url in enumerate(links, 1))
        yield ""
    if article.files:
        yield f"{labels.files}:"
        for number, each in enumerate(article.files, 1):
            yield f"({number}) {file_facts(each, labels.size)}"
            yield f"    {gate.address(each.url)}"
        yield ""


def edition_text(edition: Edition, labels: Labels, width: int = MEASURE) -> str:
    """The whole edition: title, date, contents, then each section with its articles."""
    return "".join(f"{gate.safe(line)}\n" for line in _edition_lines(edition, labels, width))


def _edition_lines(edition: Edition, labels: Labels, width: int) -> Iterator[str]:
    alone = len(list(edition.articles())) == 1
    if not alone:
        yield from (gate.line(edition.title), edition.date, "", f"{labels.contents}:")
        for part in edition.parts:
            yield gate.line(part.title)
            for article in part.articles:
                yield from textwrap.wrap(
                    gate.line(headline(article)), width, initial_indent="  - ", subsequent_indent="    "
                )
        yield ""
    for part in edition.parts:
        if part.title and not alone:
            yield from ("=" * width, gate.line(part.title).upper(), "=" * width, "")
        for index, article in enumerate(part.articles):
            if index:
                yield from ("-" * width, "")
            yield from article_lines(article, labels, width)
