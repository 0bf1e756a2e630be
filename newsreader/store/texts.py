"""The texts of articles that a page only announced: which are still to be read, and what came of it."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime
from typing import TYPE_CHECKING, NamedTuple

import apsw

from newsreader.store import articles, revisions
from newsreader.store.known import narrowed
from newsreader.store.times import to_seconds

if TYPE_CHECKING:
    from newsreader.model import Article, Draft

ATTEMPTS = 3
"""How often a text is asked for unasked before the reader must do so."""
WANTED = """
SELECT entry.id, article.url, source.id FROM source
CROSS JOIN entry INDEXED BY live_source ON entry.source = source.no AND entry.live = 1
CROSS JOIN article ON article.id = entry.id LEFT JOIN text_visit ON text_visit.entry = entry.id
WHERE (source.kind = 'page' OR source.id IN (SELECT value FROM json_each(?4)))
    AND source.is_on AND source.removed = 0 AND article.url <> ''
    AND entry.first_seen >= ?1 AND ifnull(text_visit.attempts, 0) < ?2
ORDER BY entry.sort_at DESC, entry.id DESC LIMIT ?3"""
_ASKED = """
INSERT INTO text_visit SELECT id, ?2, ?3 FROM entry WHERE id = ?1
ON CONFLICT DO UPDATE SET attempts = attempts + excluded.attempts, whole = max(whole, excluded.whole)"""
_ALSO = """
INSERT OR IGNORE INTO entry_section SELECT id, ?1, sort_at FROM entry
WHERE id = ?2 AND live = 1 AND section <> ?1 AND ?1 <> ''"""


class Wanted(NamedTuple):
    """An article whose own page has not been read."""

    id: int
    url: str
    source_id: str


def wanted(connection: apsw.Connection, since: datetime, limit: int, feeds: Sequence[str]) -> list[Wanted]:
    """The articles of pages, and of those feeds, first seen since then and without a text; newest first."""
    values = (to_seconds(since), ATTEMPTS, limit, json.dumps(list(feeds)))
    return [Wanted(*row) for row in connection.execute(WANTED, values)]


def asked_in_vain(connection: apsw.Connection, article_id: int, *, for_good: bool) -> None:
    """Remembers that an article's page gave no text; `for_good` when asking again makes no sense."""
    connection.execute(_ASKED, (article_id, ATTEMPTS if for_good else 1, False))


def write(
    connection: apsw.Connection, article_id: int, page: Draft, now: datetime, *, reopen: bool = False
) -> None:
    """Writes the text of an article's own page; title, address and section stay those of its list.

    With `reopen` a read article becomes unread when its page has changed in meaning since it was last read.
    """
    before = articles.article(connection, article_id)
    if before is None:
        return
    draft = narrowed(_with_row(page, before), before.row.published, before.row.published_until)
    revisions.keep(connection, before, draft, now, reopen=reopen)
    moment = to_seconds(draft.published or before.row.first_seen)
    connection.execute("UPDATE entry SET sort_at = ? WHERE id = ?", (moment, article_id))
    connection.execute("DELETE FROM article WHERE id = ?", (article_id,))
    articles.write_texts(connection, [(article_id, draft)])
    connection.execute(_ALSO, (page.section, article_id))
    connection.execute(_ASKED, (article_id, ATTEMPTS, True))


def _with_row(page: Draft, before: Article) -> Draft:
    """The page's text under the title and summary by which the article is known."""
    row = before.row
    known = replace(page, title=row.title, url=row.url, summary=row.summary or page.summary)
    return replace(known, images=page.images or before.images, whole=True)
