"""Pure decisions: from what a publisher wrote to the articles that are worth writing down."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection, Sequence
from datetime import UTC, datetime, timedelta
from hashlib import blake2b
from typing import NamedTuple

from newsreader.model import Block, BlockKind, Dateline, Draft, Entry, ParsedFeed, Source, SourceKind
from newsreader.model.figures import figure
from newsreader.sources.address import identity, strip_tracking
from newsreader.sources.truncated import is_truncated

EARLIEST = datetime(1990, 1, 1, tzinfo=UTC)
"""Before the web there was no news on it: an older date is a mistake and taken as unknown."""
SUMMARY_LENGTH = 400
"""Characters of a summary in a list."""
TITLE_LENGTH = 80
"""Characters of the text that stand in for a missing title."""

Splitter = Callable[[tuple[Block, ...]], tuple[Dateline, tuple[Block, ...]]]
"""Takes the dateline off the first paragraph."""


class Decided(NamedTuple):
    """The articles to write, and what was wrong with the feed, as keys."""

    drafts: tuple[Draft, ...]
    warnings: tuple[str, ...] = ()


def decide(
    feed: ParsedFeed,
    source: Source,
    now: datetime,
    split: Splitter,
    sections: Collection[str] = (),
    *,
    keep_tracking: bool = False,
) -> Decided:
    """One draft an entry; `sections` are the names a category may choose a section by.

    `keep_tracking` leaves the addresses as they are; what an article is known by never has any tracking.
    """
    shared = _shared(feed.entries)
    names = {name.casefold(): name for name in sections}
    drafts: dict[str, Draft] = {}
    for entry in feed.entries:
        draft = _draft(entry, feed, source, now, split, names, entry.id in shared)
        if draft is not None:
            if keep_tracking:
                draft = draft._replace(url=entry.url)
            drafts.setdefault(draft.key, draft)
    ahead = any(entry.published and entry.published > now for entry in feed.entries)
    future = ("future_date",) if ahead and "future_date" not in feed.warnings else ()
    return Decided(tuple(drafts.values()), (*feed.warnings, *future))


def _draft(
    entry: Entry,
    feed: ParsedFeed,
    source: Source,
    now: datetime,
    split: Splitter,
    names: dict[str, str],
    shared_id: bool,
) -> Draft | None:
    body = _body(entry)
    dateline, blocks = split(body)
    lead = blocks if body is entry.summary or not entry.summary else split(entry.summary)[1]
    summary = _plain(lead or blocks, SUMMARY_LENGTH)
    title = entry.title or _plain(blocks, TITLE_LENGTH)
    if not title:
        return None
    url = strip_tracking(entry.url)
    section = entry.section or _section(entry, names) or source.section
    author = ", ".join(person.name or person.email for person in entry.authors[:3])
    language = entry.language or feed.language
    shown = _with_pictures(blocks, entry)
    whole = _is_whole(entry, feed, source, filed=bool(dateline))
    facts = url, title, summary, section, author, language
    return Draft(
        key=_key(entry, shared_id),
        other=_key(entry, not shared_id) if entry.id else "",
        url=url,
        title=title,
        summary=summary,
        section=section,
        published=_believed(entry.published or entry.updated, now),
        published_until=_believed(entry.published_until, now),
        updated=_believed(entry.updated, now),
        author=author,
        language=language,
        dateline=dateline,
        blocks=shown,
        images=entry.images,
        enclosures=entry.enclosures,
        categories=entry.categories,
        comments=entry.comments,
        rights=entry.rights,
        whole=whole,
        digest=_digest(facts, entry, dateline, shown, whole=whole),
    )


def _body(entry: Entry) -> tuple[Block, ...]:
    """The longer of content and summary: neither is shown twice."""
    content, summary = entry.content, entry.summary
    return content if not summary or _length(content) >= _length(summary) else summary


def _is_whole(entry: Entry, feed: ParsedFeed, source: Source, *, filed: bool) -> bool:
    """Whether nothing is left to read elsewhere; what a page lists is never more than announced."""
    if source.kind is SourceKind.PAGE:
        return _length(entry.content) > _length(entry.summary)
    return not is_truncated(entry, feed.url, filed=filed)


def _length(blocks: tuple[Block, ...]) -> int:
    return sum([len(block.text) for block in blocks])


def _plain(blocks: tuple[Block, ...], limit: int) -> str:
    """The first paragraph that says something, on one line."""
    words = (" ".join(block.text.split()) for block in blocks if block.kind is not BlockKind.IMAGE)
    text = next(filter(None, words), "")
    return text if len(text) <= limit else text[: limit - 1].rsplit(" ", 1)[0] + "…"


def _shared(entries: Collection[Entry]) -> set[str]:
    """The ids that stand for more than one page. An id that is given twice to one page is not among them."""
    given = Counter(entry.id for entry in entries)
    pages = {(entry.id, identity(entry.url)) for entry in entries if entry.id and given[entry.id] > 1}
    return {name for name, number in Counter(name for name, _ in pages).items() if number > 1}


def _key(entry: Entry, shared_id: bool) -> str:
    """The id; with the address where entries share an id; else the address; else a hash of the words."""
    if entry.id and not shared_id:
        return entry.id
    address = identity(entry.url)
    if entry.id:
        return f"{entry.id}\n{address}"
    if address:
        return address
    words = entry.title + "\n" + "\n".join(block.text for block in entry.content or entry.summary)
    return "hash:" + blake2b(words.encode(), digest_size=16).hexdigest()


def _section(entry: Entry, names: dict[str, str]) -> str:
    parts = (part.strip().casefold() for category in entry.categories for part in category.split("/"))
    return next((names[part] for part in parts if part in names), "")


def _believed(moment: datetime | None, now: datetime) -> datetime | None:
    """In UTC, not later than now; unknown where it is too early to be true."""
    if moment is None or moment < EARLIEST:
        return None
    return now if moment > now else moment.astimezone(UTC)


def _with_pictures(blocks: tuple[Block, ...], entry: Entry) -> tuple[Block, ...]:
    """The text with those captioned pictures of the entry that it does not show itself, after the lead."""
    captioned = [image for image in entry.images if image.caption or image.alt]
    if not captioned:
        return blocks
    shown = {block.url for block in blocks if block.kind is BlockKind.IMAGE}
    extra = [figure(image) for image in captioned if image.url not in shown]
    return (*blocks[:1], *extra, *blocks[1:])


def _digest(
    facts: Sequence[str], entry: Entry, dateline: Dateline, blocks: tuple[Block, ...], *, whole: bool
) -> bytes:
    """An equal digest means that the publisher changed nothing: neither our clamping nor an age counts."""
    moments = None if entry.published_until else entry.published, entry.updated
    rest = entry.images, entry.enclosures, entry.categories, entry.comments, entry.rights, dateline, whole
    parts = [*facts, *map(str, moments), *map(str, rest)]
    for kind, spans, level, url, marker, rows, quoted, alt, _, _, _ in blocks:
        parts += (
            f"{kind} {level} {marker} {quoted}",
            url,
            alt,
        )  # a block's repr would cost more than its parsing
        for span in spans:
            parts += span
        for row in rows:
            parts += row
    return blake2b("\0".join(parts).encode("utf-8", "replace"), digest_size=16).digest()


def shift(draft: Draft, by: timedelta) -> Draft:
    """The same article, as if it had appeared that much later."""

    def moved(moment: datetime | None) -> datetime | None:
        return moment and moment + by

    return draft._replace(
        published=moved(draft.published),
        published_until=moved(draft.published_until),
        updated=moved(draft.updated),
    )
