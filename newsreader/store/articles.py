"""Articles as they come from a source: written, read whole, and let go."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from contextlib import suppress
from dataclasses import replace
from datetime import datetime
from typing import TYPE_CHECKING, NamedTuple

import apsw

from newsreader.model import SourceKind
from newsreader.store import index, json_text, revisions, visits
from newsreader.store.known import Known, Origin, completed, known, overlap, tells_more, with_text
from newsreader.store.rows import JOINS, ROW, to_row
from newsreader.store.times import to_seconds, to_seconds_up
from newsreader.store.writer import Steps

if TYPE_CHECKING:
    from newsreader.model import Article, Draft, Visit

_CHUNK = 250  # articles a transaction
_PRESENT = "SELECT no, grp, kind, url FROM source WHERE id = ? AND removed = 0"
_CHANGED_ENTRY = (
    "UPDATE entry SET section = ?, sort_at = ?, digest = ?, live = 1, seen_at = NULL WHERE id = ?"
)
ALSO = """
INSERT OR IGNORE INTO entry_section SELECT id, ?1, sort_at, NOT read FROM entry
WHERE id = ?2 AND live = 1 AND section <> ?1 AND ?1 <> ''"""
"""Lists an article under another section as well."""
_NARROWED = "UPDATE article SET published = ?, published_until = ? WHERE id = ?"
ARTICLE = f"""
{ROW}, body.packed, text_visit.whole, text_visit.problem FROM entry {JOINS} JOIN body ON body.id = entry.id
LEFT JOIN text_visit ON text_visit.entry = entry.id WHERE entry.id = ?"""
WHOLE = f"""{ROW}, body.packed FROM json_each(?) AS wanted CROSS JOIN entry ON entry.id = wanted.value
{JOINS} CROSS JOIN body ON body.id = entry.id"""


class Written(NamedTuple):
    """What came of a source's articles: how many were new, and how many came again and differed."""

    new: int = 0
    changed: int = 0


def article(connection: apsw.Connection, article_id: int) -> Article | None:
    """The whole article; None when it has gone."""
    from newsreader.store import bodies

    for *row, packed, fetched, problem in connection.execute(ARTICLE, (article_id,)):
        found = bodies.unpack(to_row(row), packed)
        return replace(found, fetched=bool(fetched), missing=visits.to_problem(problem))
    return None


def whole(connection: apsw.Connection, ids: Collection[int]) -> dict[int, Article]:
    """Those articles, by id; what has gone, or has a damaged text, is left out."""
    from newsreader.store import bodies

    found = {}
    for *row, packed in connection.execute(WHOLE, (json_text.of_numbers(ids),)):
        with suppress(apsw.CorruptError):
            found[row[0]] = bodies.unpack(to_row(row), packed)
    return found


def put(
    connection: apsw.Connection,
    source_id: str,
    visit: Visit | None,
    drafts: Sequence[Draft],
    now: datetime,
    *,
    reopen: bool = False,
) -> Steps[Written]:
    """Writes what a visit brought: new articles, and those whose digest differs.

    The visit is written with the last articles: a kill before that makes the next visit fetch them again.
    With `reopen` a read article becomes unread when it has changed in meaning.
    Without a visit the drafts were seen by the way: what is known already is left as it is. A source that
    was removed meanwhile is left alone.
    """
    pending = _oldest_first(drafts, now)
    new = changed = 0
    while True:
        chunk, pending = pending[:_CHUNK], pending[_CHUNK:]
        found = list(connection.execute(_PRESENT, (source_id,)))
        if not found:
            return Written(new, changed)
        ((number, group, kind, url),) = found
        if chunk and kind != SourceKind.SAMPLE:
            _drop_sample(connection)
        if not pending and visit is not None:
            visits.write(connection, source_id, visit)
        is_page = kind == SourceKind.PAGE
        lists = _lists(connection, number, url) if is_page else [number]
        written = _write(connection, Origin(number, group, lists, is_page, visit is None), chunk, now, reopen)
        new, changed = new + written.new, changed + written.changed
        if not pending:
            return Written(new, changed)
        yield


def _lists(connection: apsw.Connection, number: int, url: str) -> list[int]:
    from newsreader.store.sites import lists_of

    return lists_of(connection, number, url)


def _oldest_first(drafts: Sequence[Draft], now: datetime) -> list[Draft]:
    """One draft a key, oldest first: of equal moments, what the feed names first gets the highest id."""
    unique = {draft.key: draft for draft in drafts}
    newest_first = sorted(unique.values(), key=lambda draft: draft.published or now, reverse=True)
    return newest_first[::-1]


def _write(
    connection: apsw.Connection, origin: Origin, drafts: Sequence[Draft], now: datetime, reopen: bool
) -> Written:
    from newsreader.store import arrivals, keys

    drafts = keys.settled(connection, origin.number, drafts)
    there = known(connection, origin, [draft.key for draft in drafts])
    new = [draft for draft in drafts if draft.key not in there]
    texts = []
    for draft in drafts:
        old = there.get(draft.key)
        if old and tells_more(origin, old, draft):
            texts.append(_change(connection, old, completed(origin, old, draft), now, reopen))
        if old:
            _see_again(connection, old, draft, now)
    changed = len(texts)
    texts += arrivals.add_entries(connection, origin, new, now)
    write_texts(connection, texts)
    return Written(len(new), changed)


def _change(
    connection: apsw.Connection, old: Known, draft: Draft, now: datetime, reopen: bool
) -> tuple[int, Draft]:
    """Makes room for the article as it is now; a text whose page was read stays, and what its reader read."""
    stays = old.whole and not draft.whole
    before = article(connection, old.id) if stays or old.read else None
    if before is not None:
        draft = with_text(draft, before) if stays else draft
        if before.row.summary or before.blocks:  # else a title of a backup, of which nothing was read
            revisions.keep(connection, before, draft, now, reopen=reopen)
    moment = old.first_seen if draft.published is None else to_seconds(draft.published)
    connection.execute(_CHANGED_ENTRY, (draft.section, moment, draft.digest, old.id))
    connection.execute("DELETE FROM article WHERE id = ?", (old.id,))
    return old.id, draft


def _see_again(connection: apsw.Connection, old: Known, draft: Draft, now: datetime) -> None:
    """What seeing an article once more tells: its moment more exactly, and another section it stands in."""
    if old.summary is None:
        from newsreader.store import forgetting

        forgetting.see_again(connection, old.id, now)
    if draft.section and draft.section != old.section:
        connection.execute(ALSO, (draft.section, old.id))
    both = overlap(draft, old.published, old.until) if old.published and old.until else None
    if both and both != (old.published, old.until):
        start, until = both
        connection.execute("UPDATE entry SET sort_at = ? WHERE id = ?", (to_seconds(start), old.id))
        connection.execute(_NARROWED, (to_seconds(start), to_seconds_up(until), old.id))


def write_texts(connection: apsw.Connection, texts: Sequence[tuple[int, Draft]]) -> None:
    """Writes articles and bodies, and sets their words aside for the index."""
    from newsreader.store import arrivals, bodies, datelines

    arrivals.add_articles(connection, texts)
    connection.executemany(
        "INSERT INTO body VALUES (?, ?)", ((entry, bodies.pack(draft)) for entry, draft in texts)
    )
    datelines.write(connection, ((entry, draft.dateline) for entry, draft in texts))
    index.set_aside(
        connection, (index.Words(entry, draft.title, bodies.words(draft)) for entry, draft in texts)
    )


def _drop_sample(connection: apsw.Connection) -> None:
    """Removes the sample edition, as soon as there is news."""
    sample = "(SELECT no FROM source WHERE kind = 'sample')"
    if connection.execute(f"SELECT EXISTS {sample}").get:
        connection.execute(f"DELETE FROM article WHERE id IN (SELECT id FROM entry WHERE source IN {sample})")
        connection.execute(f"DELETE FROM entry WHERE source IN {sample}")
        connection.execute("DELETE FROM source WHERE kind = 'sample'")
