"""`newsreader read`: any article's page, as `show` prints one, without touching the store."""

from __future__ import annotations

import asyncio
import os.path
import textwrap
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from urllib.parse import urlsplit

from newsreader import clock, gate
from newsreader.cli import files, output, shapes
from newsreader.cli.compose import Context, failed
from newsreader.engine.elsewhere import as_article
from newsreader.engine.ingest import PageRead, read_page
from newsreader.engine.labels import labels
from newsreader.export.text import MEASURE, article_lines
from newsreader.model import (
    Article,
    Draft,
    Fetch,
    Fetched,
    Problem,
    Source,
    SourceKind,
)
from newsreader.words import Words, ages


def run(context: Context) -> int:
    """Print the article of a page, and the section's newest list that stands under it."""
    address = context.options.address
    response = _stored(Path(address)) or asyncio.run(_fetch(address))
    now = clock.now()
    if isinstance(response, Problem):
        return failed(context, response)
    host = gate.host(urlsplit(response.url).hostname or "") or Path(address).name
    found = read_page(Source("", host, response.url, kind=SourceKind.PAGE), response, now)
    if isinstance(found, Problem):
        return failed(context, found._replace(url=found.url or address))
    article = as_article(found.draft, 0, host, now)
    if context.json:
        output.say_json(_shape(article, found, now, context.words))
    else:
        output.say_lines(_lines(article, found, now, context.words))
    return 0


def _stored(path: Path) -> Fetched | Problem | None:
    """The page in a file; None when there is no such file."""
    if not os.path.isfile(path):  # noqa: PTH113 - that of `Path` raises for a long address
        return None
    data = files.read(path)
    return data if isinstance(data, Problem) else Fetched("", data)


async def _fetch(address: str) -> Fetched | Problem:
    """What stands at an address."""
    from newsreader.sources.address import normal
    from newsreader.sources.fetch import Fetcher

    url = normal(address)
    if isinstance(url, Problem):
        return url
    async with Fetcher() as fetcher:
        return await fetcher.whole(Fetch(url))


def _shape(article: Article, found: PageRead, now: datetime, words: Words) -> shapes.Shape:
    """As `show`, without a number and related stories; what is not known of its moment is not made up."""
    row = article.row
    return {
        **shapes.article(article, (), now, words.language),
        "id": None,
        "age": shapes.age(row, now, words.language) if row.published else "",
        "published_between": _between(row.published, row.published_until),
        "section_list": [_listed(draft, now, words) for draft in found.listed],
    }


def _listed(draft: Draft, now: datetime, words: Words) -> shapes.Shape:
    return {
        "title": draft.title,
        "url": draft.url,
        "summary": gate.line(" ".join(block.text for block in draft.blocks)) or draft.summary,
        "age": _age(draft, now, words),
        "published_between": _between(draft.published, draft.published_until),
    }


def _between(start: datetime | None, until: datetime | None) -> list[str | None] | None:
    return [shapes.iso(start), shapes.iso(until or start)] if start else None


def _age(draft: Draft, now: datetime, words: Words) -> str:
    if draft.published is None:
        return ""
    return ages.age_between(draft.published, draft.published_until, now, words.language)


def _lines(article: Article, found: PageRead, now: datetime, words: Words) -> Iterator[str]:
    width = output.width(MEASURE)
    aged = now if article.row.published else None
    yield from article_lines(article, labels(words, aged), width)
    if found.listed:
        yield f"{words.stories.in_section(article.row.section)}:"
    for draft in found.listed:
        text = gate.line(" · ".join(filter(None, (draft.title, _age(draft, now, words)))))
        yield from textwrap.wrap(text, width, initial_indent="  ", subsequent_indent="    ")
