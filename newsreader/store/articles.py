"""Articles as they come from a source: written, read whole, and let go."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime

import apsw

from newsreader.model import Article, Draft, SourceKind, Visit
from newsreader.store import bodies, visits
from newsreader.store.rows import JOINS, ROW, to_row
from newsreader.store.times import to_moment, to_seconds
from newsreader.store.writer import Steps

_CHUNK = 250  # articles a transaction
_PRESENT = "SELECT no, grp, kind FROM source WHERE id = ? AND removed = 0"
_KNOWN = """
SELECT entry.key, entry.id, digest, first_seen, published, published_until
FROM json_each(?2) AS wanted CROSS JOIN entry ON entry.source = ?1 AND entry.key = wanted.value
LEFT JOIN article ON article.id = entry.id"""
_NEW_ENTRY = """
INSERT INTO entry (source, key, grp, section, sort_at, first_seen, digest, live)
VALUES (?, ?, ?, ?, ?, ?, ?, 1)"""
_CHANGED_ENTRY = "UPDATE entry SET section = ?, sort_at = ?, digest = ?, live = 1 WHERE id = ?"
_DIGESTS = """
SELECT entry.key, digest FROM json_each(?2) AS wanted
CROSS JOIN entry ON entry.key = wanted.value AND entry.source = (SELECT no FROM source WHERE id = ?1)"""
ARTICLE = f"{ROW}, body.packed FROM entry {JOINS} JOIN body ON body.id = entry.id WHERE entry.id = ?"


@dataclass(frozen=True, slots=True)
class Written:
    """What came of a source's articles: how many were new, and how many came again and differed."""

    new: int = 0
    changed: int = 0


@dataclass(frozen=True, slots=True)
class _Known:
    """An entry that is there, and when its article was published as far as that is known."""

    id: int
    digest: bytes
    first_seen: int
    published: datetime | None
    until: datetime | None


def article(connection: apsw.Connection, article_id: int) -> Article | None:
    """The whole article; None when it has gone."""
    for *row, packed in connection.execute(ARTICLE, (article_id,)):
        return bodies.unpack(to_row(row), packed)
    return None


def digests(connection: apsw.Connection, source_id: str, keys: Sequence[str]) -> dict[str, bytes]:
    """The digests of those keys that are known, whether or not their articles are still there."""
    return dict(connection.execute(_DIGESTS, (source_id, json.dumps(list(keys)))))


def put(
    connection: apsw.Connection, source_id: str, visit: Visit, drafts: Sequence[Draft], now: datetime
) -> Steps[Written]:
    """Writes what a visit brought: new articles, and those whose digest differs.

    The visit is written with the last articles: a kill before that makes the next visit fetch them again.
    A source that was removed meanwhile is left alone.
    """
    pending = _oldest_first(drafts, now)
    new = changed = 0
    while True:
        chunk, pending = pending[:_CHUNK], pending[_CHUNK:]
        found = list(connection.execute(_PRESENT, (source_id,)))
        if not found:
            return Written(new, changed)
        ((number, group, kind),) = found
        if chunk and kind != SourceKind.SAMPLE:
            _drop_sample(connection)
        if not pending:
            visits.write(connection, source_id, visit)
        written = _write(connection, number, group, chunk, now)
        new, changed = new + written.new, changed + written.changed
        if not pending:
            return Written(new, changed)
        yield


def _oldest_first(drafts: Sequence[Draft], now: datetime) -> list[Draft]:
    """One draft a key, oldest first: of equal moments, what the feed names first gets the highest id."""
    unique = {draft.key: draft for draft in drafts}
    newest_first = sorted(unique.values(), key=lambda draft: draft.published or now, reverse=True)
    return newest_first[::-1]


def _write(
    connection: apsw.Connection, number: int, group: str, drafts: Sequence[Draft], now: datetime
) -> Written:
    known = _known(connection, number, [draft.key for draft in drafts])
    new = [draft for draft in drafts if draft.key not in known]
    changed = [
        (old, _narrowed(draft, old))
        for draft in drafts
        if (old := known.get(draft.key)) and old.digest != draft.digest
    ]
    texts = [(_change(connection, old, draft), draft) for old, draft in changed]
    texts += [(_add(connection, number, group, draft, now), draft) for draft in new]
    _write_texts(connection, texts)
    return Written(len(new), len(changed))


def _known(connection: apsw.Connection, number: int, keys: list[str]) -> dict[str, _Known]:
    found = connection.execute(_KNOWN, (number, json.dumps(keys)))
    return {
        key: _Known(entry, digest, first_seen, to_moment(published), to_moment(until))
        for key, entry, digest, first_seen, published, until in found
    }


def _narrowed(draft: Draft, old: _Known) -> Draft:
    """The draft with what is known of its moment: an age in words is an interval, and two overlap in less."""
    if draft.published is None:
        return replace(draft, published=old.published, published_until=old.until)
    if draft.published_until is None or old.published is None:
        return draft
    start = max(draft.published, old.published)
    end = min(draft.published_until, old.until or old.published)
    if start > end:
        return draft
    return replace(draft, published=start, published_until=end if start < end else None)


def _add(connection: apsw.Connection, number: int, group: str, draft: Draft, now: datetime) -> int:
    moment = to_seconds(draft.published or now)
    values = (number, draft.key, group, draft.section, moment, to_seconds(now), draft.digest)
    connection.execute(_NEW_ENTRY, values)
    return connection.last_insert_rowid()


def _change(connection: apsw.Connection, old: _Known, draft: Draft) -> int:
    moment = old.first_seen if draft.published is None else to_seconds(draft.published)
    connection.execute(_CHANGED_ENTRY, (draft.section, moment, draft.digest, old.id))
    connection.execute("DELETE FROM article WHERE id = ?", (old.id,))
    return old.id


def _write_texts(connection: apsw.Connection, texts: Sequence[tuple[int, Draft]]) -> None:
    """Writes articles and bodies, then the words.

    The words come last: FTS5 writes out its memory at every savepoint, and statements with triggers make one.
    """
    connection.executemany("INSERT INTO article VALUES (?, ?, ?, ?, ?, ?)", (_row(*text) for text in texts))
    connection.executemany(
        "INSERT INTO body VALUES (?, ?)", ((entry, bodies.pack(draft)) for entry, draft in texts)
    )
    title, text = (
        f"INSERT INTO {index} (rowid, words) VALUES (?, ?)" for index in ("title_words", "text_words")
    )
    in_order = sorted(texts, key=lambda text: text[0])
    connection.executemany(title, ((entry, draft.title) for entry, draft in in_order))
    connection.executemany(text, ((entry, _words(draft)) for entry, draft in in_order))


def _row(entry: int, draft: Draft) -> tuple[int, str, str, str, int | None, int | None]:
    published, until = to_seconds(draft.published), to_seconds(draft.published_until)
    return entry, draft.title, draft.url, draft.summary, published, until


def _words(draft: Draft) -> str:
    """Everything of a draft that a search may find it by."""
    places = (*draft.dateline.places, *draft.dateline.agencies)
    return "\n".join((draft.title, *places, draft.summary, *(block.text for block in draft.blocks)))


def _drop_sample(connection: apsw.Connection) -> None:
    """Removes the sample edition, as soon as there is news."""
    sample = "(SELECT no FROM source WHERE kind = 'sample')"
    if connection.execute(f"SELECT EXISTS {sample}").get:
        connection.execute(f"DELETE FROM article WHERE id IN (SELECT id FROM entry WHERE source IN {sample})")
        connection.execute(f"DELETE FROM entry WHERE source IN {sample}")
        connection.execute("DELETE FROM source WHERE kind = 'sample'")
