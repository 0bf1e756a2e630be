"""The sample edition: fiction in the sources' own formats, read through the same code as real news."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from newsreader import demo
from newsreader.engine.ingest import parse
from newsreader.model import Draft, Entry, Fetched, Problem, Scope, ScopeKind, Visit
from newsreader.store import Store

SECTIONS = ("Binnenland", "Buitenland", "Zeeland", "Economie", "Sport", "Cultuur", "Opmerkelijk")


def load(store: Store, now: datetime) -> None:
    """Write the edition into the store as if its fixed moment were now."""
    is_first = not store.has_sample()
    store.add_sources([sheet.source for sheet in demo.sheets()]).result()
    for sheet in demo.sheets():
        drafts = _drafts(sheet, now)
        if is_first:
            _put_earlier(store, sheet.source.id, drafts, now)
        store.put(sheet.source.id, Visit(last_checked=now), drafts, now, reopen=True).result()


def _put_earlier(store: Store, source_id: str, drafts: Sequence[Draft], now: datetime) -> None:
    """Write the articles of which one still says what it said before, as if that had been read."""
    if demo.CORRECTED in {draft.title for draft in drafts}:
        store.put(source_id, Visit(last_checked=now), list(map(_earlier, drafts)), now).result()
        rows = store.page(Scope(ScopeKind.SOURCE, source_id), len(drafts))
        store.mark([row.id for row in rows if row.title == _before(demo.CORRECTED)], read=True).result()


def _earlier(draft: Draft) -> Draft:
    if draft.title != demo.CORRECTED:
        return draft
    blocks = (
        block._replace(spans=tuple(span._replace(text=_before(span.text)) for span in block.spans))
        for block in draft.blocks
    )
    return draft._replace(title=_before(draft.title), blocks=tuple(blocks), digest=b"")


def _before(text: str) -> str:
    for now, then in demo.BEFORE.items():
        text = text.replace(now, then)
    return text


def _drafts(sheet: demo.Sheet, now: datetime) -> tuple[Draft, ...]:
    from newsreader.sources.decide import decide, shift
    from newsreader.stories.dateline import split_blocks

    fetched = Fetched(sheet.source.url, sheet.body, sheet.content_type)
    feed = parse(sheet.source.kind, fetched, demo.MOMENT)
    if isinstance(feed, Problem):
        raise TypeError(f"the sample edition does not parse: {feed}")
    whole = _pages(sheet)
    entries = tuple(_completed(entry, whole.get(entry.url)) for entry in feed.entries)
    decided = decide(feed._replace(entries=entries), sheet.source, demo.MOMENT, split_blocks, SECTIONS)
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
    return entry._replace(content=whole.content, images=whole.images or entry.images, authors=whole.authors)
