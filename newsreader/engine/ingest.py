"""From the bytes of a feed or a page to articles: pure, so that it can run beside the event loop."""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime
from importlib import import_module
from typing import NamedTuple

from newsreader.model import Draft, Fetched, Page, ParsedFeed, Problem, ProblemKind, Source, SourceKind

_UNDERSTANDING = ("sources.feed", "sources.blocks.walk", "sources.decide", "stories.dateline", "store.bodies")


class Understood(NamedTuple):
    """What a visit brought: the feed as it was read, and the articles decided from it."""

    feed: ParsedFeed
    drafts: tuple[Draft, ...]
    warnings: tuple[str, ...]
    moved_to: str = ""  # where permanent redirects led


class PageRead(NamedTuple):
    """An article's own page: its text, and the articles of the list under it."""

    draft: Draft
    listed: tuple[Draft, ...]
    page: Page


def understand(
    source: Source,
    fetched: Fetched,
    now: datetime,
    sections: Collection[str],
    *,
    keep_tracking: bool = False,
) -> Understood | Problem:
    """Parse, clean and decide; imports of the parsers are lazy, off the start-up path."""
    from newsreader.sources.decide import decide
    from newsreader.stories.dateline import split_blocks

    feed = parse(source.kind, fetched, now, source.recipe)
    if isinstance(feed, Problem):
        return feed
    decided = decide(feed, source, now, split_blocks, sections, keep_tracking=keep_tracking)
    return Understood(feed, decided.drafts, decided.warnings, fetched.moved_to)


def understand_packed(
    source: Source, fetched: Fetched, now: datetime, sections: Collection[str], *, keep_tracking: bool = False
) -> Understood | Problem:
    """The same, to travel light: only what a refresh needs of it, and the articles of a feed packed."""
    from newsreader.store.bodies import packed

    found = understand(source, fetched, now, sections, keep_tracking=keep_tracking)
    if isinstance(found, Problem):
        return found
    drafts = found.drafts if source.kind is SourceKind.PAGE else tuple(map(packed, found.drafts))
    return found._replace(feed=found.feed._replace(entries=(), description=()), drafts=drafts)


def prepare() -> None:
    """Loads what understanding a feed takes, so that the first one need not wait for it."""
    for name in _UNDERSTANDING:
        import_module(f"newsreader.{name}")


def parse(kind: SourceKind, fetched: Fetched, now: datetime, recipe: str = "") -> ParsedFeed | Problem:
    """The feed that these bytes hold; a page, and a sample in HTML, is read as a list of articles."""
    html = fetched.content_type.partition(";")[0].strip().lower() in {"text/html", "application/xhtml+xml"}
    if kind is SourceKind.PAGE or (kind is SourceKind.SAMPLE and html):
        from newsreader.sources.page import parse_list

        return parse_list(
            fetched.body, url=fetched.url, content_type=fetched.content_type, now=now, recipe=recipe
        )
    from newsreader.sources.feed import parse as parse_feed

    return parse_feed(
        fetched.body,
        url=fetched.url,
        content_type=fetched.content_type,
        content_location=fetched.content_location,
    )


def read_page(source: Source, fetched: Fetched, now: datetime) -> PageRead | Problem:
    """The article of a page, decided as those of feeds are."""
    from newsreader.sources.decide import decide
    from newsreader.sources.page import parse_article
    from newsreader.stories.dateline import split_blocks

    page = parse_article(fetched.body, url=fetched.url, content_type=fetched.content_type, now=now)
    if isinstance(page, Problem):
        return page
    article, listed = (
        decide(ParsedFeed("page", language=page.language, entries=entries), source, now, split_blocks).drafts
        for entries in ((page.entry,), page.section_list)
    )
    return PageRead(article[0], listed, page) if article else Problem(ProblemKind.NO_ARTICLES, fetched.url)


def other_patterns(fetched: Fetched, now: datetime) -> tuple[tuple[str, ParsedFeed], ...]:
    """Other ways to read a list page: recipes, each with what it finds."""
    from newsreader.sources.page import other_patterns as others

    return others(fetched.body, url=fetched.url, content_type=fetched.content_type, now=now)
