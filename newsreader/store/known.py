"""What is there already of the articles that come in, and what a draft adds to it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import TYPE_CHECKING, NamedTuple

import apsw

from newsreader.store import json_text
from newsreader.store.times import to_moment

if TYPE_CHECKING:
    from newsreader.model import Article, Draft

KNOWN = """
SELECT entry.key, entry.id, entry.source, digest, section, first_seen, published, published_until,
    text_visit.whole, summary, entry.read
FROM json_each(?1) AS owner CROSS JOIN json_each(?2) AS wanted
CROSS JOIN entry ON entry.source = owner.value AND entry.key = wanted.value
LEFT JOIN article ON article.id = entry.id LEFT JOIN text_visit ON text_visit.entry = entry.id"""


class Origin(NamedTuple):
    """Where drafts come from: a source, and the lists of its site, one of which may have seen them first."""

    number: int
    group: str
    lists: Sequence[int]  # the source itself first
    is_page: bool
    passing: bool  # the drafts were seen by the way: they do not tell what has changed


class Known(NamedTuple):
    """An entry that is there, and what is known of its article."""

    id: int
    source: int
    digest: bytes
    section: str
    first_seen: int
    published: datetime | None
    until: datetime | None
    whole: bool  # its own page has been read
    summary: str | None  # None when only the entry is left
    read: bool


def known(connection: apsw.Connection, origin: Origin, keys: Sequence[str]) -> dict[str, Known]:
    """The entries with these keys; of several lists of a site, the source's own comes first."""
    found: dict[str, Known] = {}
    for (
        key,
        entry,
        source,
        digest,
        section,
        first_seen,
        published,
        until,
        whole,
        summary,
        read,
    ) in connection.execute(KNOWN, (json_text.of(origin.lists), json_text.of(keys))):
        moments = to_moment(published), to_moment(until)
        old = Known(entry, source, digest, section, first_seen, *moments, bool(whole), summary, bool(read))
        found.setdefault(key, old)
    return found


def tells_more(origin: Origin, old: Known, draft: Draft) -> bool:
    """Whether the draft must be written over what is there.

    That is for the source that saw an article first, unless a page now lists it without its words. Another
    list of the site only fills in words that are missing.
    """
    if _is_own(origin, old):
        silent = origin.is_page and bool(old.summary) and not (draft.summary or draft.blocks)
        return old.digest != draft.digest and not silent
    return old.summary == "" and bool(draft.summary)


def completed(origin: Origin, old: Known, draft: Draft) -> Draft:
    """The draft with what stays of what is there: the narrower moment, and the section of the first list."""
    kept = narrowed(draft, old.published, old.until)
    if _is_own(origin, old):
        return kept
    return kept._replace(section=old.section, digest=old.digest)


def with_text(draft: Draft, article: Article) -> Draft:
    """The draft of a list with the text that was read on the article's own page."""
    return draft._replace(
        author=article.author or draft.author,
        dateline=article.dateline or draft.dateline,
        blocks=article.blocks,
        images=article.images or draft.images,
        whole=True,
        packed=None,
    )


def narrowed(draft: Draft, published: datetime | None, until: datetime | None) -> Draft:
    """The draft with what is known of its moment: an age in words is an interval, and two overlap in less."""
    if draft.published is None:
        return draft._replace(published=published, published_until=until)
    if draft.published_until is None or published is None:
        return draft
    both = overlap(draft, published, until)
    return draft._replace(published=both[0], published_until=both[1]) if both else draft


def overlap(
    draft: Draft, published: datetime, until: datetime | None
) -> tuple[datetime, datetime | None] | None:
    """The moments that the draft and what was known both allow; None when there are none."""
    if draft.published is None:
        return None
    start = max(draft.published, published)
    end = min(draft.published_until or draft.published, until or published)
    if start > end:
        return None
    return start, end if start < end else None


def _is_own(origin: Origin, old: Known) -> bool:
    return old.source == origin.number and not origin.passing
