"""The sample edition: fiction in the sources' own formats, read through the same code as real news."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from newsreader import demo
from newsreader.engine.ingest import parse
from newsreader.model import Draft, Entry, Fetched, Problem, Visit
from newsreader.store import Store

SECTIONS = ("Binnenland", "Buitenland", "Zeeland", "Economie", "Sport", "Cultuur", "Opmerkelijk")


def load(store: Store, now: datetime) -> None:
    """Write the edition into the store as if its fixed moment were now."""
    store.add_sources([sheet.source for sheet in demo.sheets()]).result()
    for sheet in demo.sheets():
        store.put(sheet.source.id, Visit(last_checked=now), _drafts(sheet, now), now).result()


def _drafts(sheet: demo.Sheet, now: datetime) -> tuple[Draft, ...]:
    from newsreader.sources.decide import decide, shift
    from newsreader.stories.dateline import split_blocks

    fetched = Fetched(sheet.source.url, sheet.body, sheet.content_type)
    feed = parse(sheet.source.kind, fetched, demo.MOMENT)
    if isinstance(feed, Problem):
        raise TypeError(f"the sample edition does not parse: {feed}")
    whole = _pages(sheet)
    entries = tuple(_completed(entry, whole.get(entry.url)) for entry in feed.entries)
    decided = decide(replace(feed, entries=entries), sheet.source, demo.MOMENT, split_blocks, SECTIONS)
    return tuple(shift(draft, now - demo.MOMENT) for draft in decided.drafts)


def _pages(sheet: demo.Sheet) -> dict[str, Entry]:
    from newsreader.sources.page import parse_article

    pages: dict[str, Entry] = {}
    for url, body in sheet.pages:
        page = parse_article(body, url=url, content_type="text/html", now=demo.MOMENT)
        if not isinstance(page, Problem):
            pages[url] = page.entry
    return pages


def _completed(entry: Entry, whole: Entry | None) -> Entry:
    """The teaser with the text of its page."""
    if whole is None:
        return entry
    return replace(entry, content=whole.content, images=whole.images or entry.images, authors=whole.authors)
