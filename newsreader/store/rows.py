"""How a row of a list is read: its columns, and where they come from."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import apsw

from newsreader.model import ArticleRow, SourceKind
from newsreader.store.times import to_moment

ROW = """
SELECT entry.id, article.title, article.url, source.id, source.title, entry.section, article.summary,
    article.published, article.published_until, entry.first_seen, entry.read, entry.saved, source.kind,
    entry.changed, article.whole"""
JOINS = """
CROSS JOIN article ON article.id = entry.id
CROSS JOIN source ON source.no = entry.source"""


def to_row(values: Sequence[Any]) -> ArticleRow:
    """The row of the columns of `ROW`; raises apsw.CorruptError where there is no text in them."""
    entry, title, url, source_id, source, section, summary, published, until, first_seen, *state = values
    read, saved, kind, changed, whole = state
    if {*map(type, (title, url, source_id, source, section, summary))} != {str}:
        raise apsw.CorruptError("a row is damaged")
    return ArticleRow(
        entry,
        title,
        url,
        source_id,
        source,
        section,
        summary,
        to_moment(published),
        to_moment(until),
        to_moment(first_seen),
        bool(read),
        bool(saved),
        kind == SourceKind.SAMPLE,
        bool(changed),
        bool(whole),
    )
