"""The texts of articles that a source only announced: which are still to be read, and what came of it."""

from __future__ import annotations

import json
from collections.abc import Sequence
from concurrent.futures import Future
from datetime import datetime
from typing import TYPE_CHECKING, NamedTuple

import apsw

from newsreader.store import articles, revisions, visits
from newsreader.store.access import Changer, Reader
from newsreader.store.known import narrowed
from newsreader.store.times import to_seconds
from newsreader.store.writer import once

if TYPE_CHECKING:
    from newsreader.model import Article, Draft, Problem

ATTEMPTS = 3
"""How often a text is asked for unasked before the reader must do so."""
# What a reader is likely to open: the unread of the sections and sources of which something has been read, or
# anything as long as nothing has. The tally knows without walking articles.
WANTED = """
SELECT entry.id, article.url, source.id, article.title FROM entry INDEXED BY unread_all
CROSS JOIN source ON source.no = entry.source
CROSS JOIN article ON article.id = entry.id LEFT JOIN text_visit ON text_visit.entry = entry.id
WHERE entry.live = 1 AND entry.read = 0 AND entry.sort_at >= :since
    AND source.is_on AND source.removed = 0 AND source.kind <> 'sample' AND article.url <> ''
    AND ifnull(text_visit.attempts, 0) < :attempts AND ifnull(text_visit.whole, 0) = 0
    AND (article.whole = 0 OR source.id IN (SELECT value FROM json_each(:always)))
    AND source.id NOT IN (SELECT value FROM json_each(:never))
    AND ifnull(source.limited_at, 0) < :limited
    AND (entry.source IN (SELECT source FROM tally WHERE total > unread)
        OR entry.section IN (SELECT section FROM tally WHERE total > unread AND section <> '')
        OR NOT EXISTS (SELECT 1 FROM tally WHERE total > unread))
ORDER BY entry.sort_at DESC, entry.id DESC LIMIT :limit"""
_ASKED = """
INSERT INTO text_visit (entry, attempts, whole, problem) SELECT id, ?2, ?3, ?4 FROM entry WHERE id = ?1
ON CONFLICT DO UPDATE SET
    attempts = attempts + excluded.attempts, whole = max(whole, excluded.whole), problem = excluded.problem"""
_LIMITED = "UPDATE source SET limited_at = ? WHERE no = (SELECT source FROM entry WHERE id = ?)"
_SPENT = "SELECT bytes FROM text_budget WHERE day = ?"
_SPEND = "INSERT INTO text_budget VALUES (?1, ?2) ON CONFLICT DO UPDATE SET bytes = bytes + excluded.bytes"


class Wanted(NamedTuple):
    """An article whose own page has not been read."""

    id: int
    url: str
    source_id: str
    title: str = ""


class Wish(NamedTuple):
    """Which articles: those that appeared since a moment, of sources that asked for less before another.

    `always` and `never` are the ids of sources whose pages are read though their articles seem whole, and of
    those whose pages are not.
    """

    since: datetime
    limited_before: datetime
    always: Sequence[str] = ()
    never: Sequence[str] = ()


class TextTables:
    """The store's door to them. Reads may come from any thread; writes are futures."""

    def __init__(self, read: Reader, write: Changer) -> None:
        self._read = read
        self._write = write

    def wanted(self, wish: Wish, limit: int) -> list[Wanted]:
        """The unread articles without their text that the reader is likely to open, newest first."""
        return self._read(lambda connection: _wanted(connection, wish, limit))

    def put(self, article_id: int, page: Draft, now: datetime, *, reopen: bool = False) -> Future[None]:
        """Writes the text of an article's own page; what its list or feed told of it stays.

        With `reopen` a read article becomes unread when its page has changed in meaning since the last time.
        """
        return self._write(once(lambda connection: _put(connection, article_id, page, now, reopen=reopen)))

    def asked_in_vain(
        self, article_id: int, problem: Problem, now: datetime, *, for_good: bool
    ) -> Future[None]:
        """Remembers why an article's page gave no text; `for_good` when asking again makes no sense."""

        def job(connection: apsw.Connection) -> None:
            _asked_in_vain(connection, article_id, problem, now, for_good=for_good)

        return self._write(once(job))

    def spent(self, day: str) -> int:
        """The bytes of texts that were fetched unasked on that day."""
        return self._read(lambda connection: connection.execute(_SPENT, (day,)).get or 0)

    def spend(self, day: str, size: int) -> Future[None]:
        """Counts the bytes of a text that was fetched unasked on that day; other days are forgotten."""
        return self._write(once(lambda connection: _spend(connection, day, size)))


def _wanted(connection: apsw.Connection, wish: Wish, limit: int) -> list[Wanted]:
    values = {
        "since": to_seconds(wish.since),
        "limited": to_seconds(wish.limited_before),
        "attempts": ATTEMPTS,
        "always": json.dumps(list(wish.always)),
        "never": json.dumps(list(wish.never)),
        "limit": limit,
    }
    return [Wanted(*row) for row in connection.execute(WANTED, values)]


def _asked_in_vain(
    connection: apsw.Connection, article_id: int, problem: Problem, now: datetime, *, for_good: bool
) -> None:
    attempts = ATTEMPTS if for_good else 1
    connection.execute(_ASKED, (article_id, attempts, False, visits.from_problem(problem)))
    if visits.asks_for_less(problem):
        connection.execute(_LIMITED, (to_seconds(now), article_id))


def _put(
    connection: apsw.Connection, article_id: int, page: Draft, now: datetime, *, reopen: bool = False
) -> None:
    before = articles.article(connection, article_id)
    if before is None:
        return
    draft = _with_row(page, before)
    if before.fetched:  # else it is only completed
        revisions.keep(connection, before, draft, now, reopen=reopen)
    moment = to_seconds(draft.published or before.row.first_seen)
    connection.execute("UPDATE entry SET sort_at = ? WHERE id = ?", (moment, article_id))
    connection.execute("DELETE FROM article WHERE id = ?", (article_id,))
    articles.write_texts(connection, [(article_id, draft)])
    connection.execute(articles.ALSO, (page.section, article_id))
    connection.execute(_ASKED, (article_id, ATTEMPTS, True, None))


def _with_row(page: Draft, before: Article) -> Draft:
    """The page's text under the title by which the article is known; the page fills in what was not told."""
    row = before.row
    known = page._replace(
        title=row.title or page.title,
        url=row.url,
        summary=row.summary or page.summary,
        author=before.author or page.author,
        language=before.language or page.language,
        updated=before.updated or page.updated,
        dateline=page.dateline or before.dateline,
        images=page.images or before.images,
        enclosures=before.enclosures or page.enclosures,
        categories=before.categories or page.categories,
        comments=before.comments or page.comments,
        rights=before.rights or page.rights,
        whole=True,
    )
    if row.published is not None and row.published_until is None:
        return known._replace(published=row.published, published_until=None)
    return narrowed(known, row.published, row.published_until)


def _spend(connection: apsw.Connection, day: str, size: int) -> None:
    connection.execute("DELETE FROM text_budget WHERE day <> ?", (day,))
    connection.execute(_SPEND, (day, size))
