"""The tables, as numbered migrations: `PRAGMA user_version` counts those that have run."""

from __future__ import annotations

import apsw

_SOURCES = """
CREATE TABLE source (
    no INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    title TEXT NOT NULL,
    url TEXT NOT NULL,
    grp TEXT NOT NULL,
    section TEXT NOT NULL,
    kind TEXT NOT NULL,
    is_on INTEGER NOT NULL,
    interval INTEGER NOT NULL,
    alternatives TEXT NOT NULL,
    position INTEGER NOT NULL,
    removed INTEGER NOT NULL DEFAULT 0
) STRICT;

CREATE TABLE visit (
    source INTEGER PRIMARY KEY REFERENCES source ON DELETE CASCADE,
    etag TEXT NOT NULL,
    last_modified TEXT NOT NULL,
    body_hash BLOB NOT NULL,
    last_checked INTEGER,
    last_changed INTEGER,
    next_due INTEGER,
    failures INTEGER NOT NULL,
    problem TEXT,
    site TEXT NOT NULL,
    warnings TEXT NOT NULL
) STRICT;

CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID, STRICT;
"""

# An entry is identity and state. It outlives its article (`live` is then 0), so that what is published again
# keeps its id and its marks. The group is repeated here because a list has to walk one index.
_ARTICLES = """
CREATE TABLE entry (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    source INTEGER NOT NULL REFERENCES source ON DELETE CASCADE,
    key TEXT NOT NULL,
    grp TEXT NOT NULL,
    section TEXT NOT NULL,
    sort_at INTEGER NOT NULL,
    first_seen INTEGER NOT NULL,
    digest BLOB NOT NULL,
    live INTEGER NOT NULL,
    read INTEGER NOT NULL DEFAULT 0,
    saved INTEGER NOT NULL DEFAULT 0,
    UNIQUE (source, key)
) STRICT;

CREATE TABLE article (
    id INTEGER PRIMARY KEY REFERENCES entry ON DELETE CASCADE,
    title TEXT NOT NULL,
    url TEXT NOT NULL,
    summary TEXT NOT NULL,
    published INTEGER,
    published_until INTEGER
) STRICT;

CREATE TABLE body (
    id INTEGER PRIMARY KEY REFERENCES article ON DELETE CASCADE,
    packed BLOB NOT NULL
) STRICT;
"""

# Every list is one of these indexes read backwards: newest first, then highest id.
_LISTS = """
CREATE INDEX live_all ON entry (sort_at) WHERE live = 1;
CREATE INDEX live_source ON entry (source, sort_at) WHERE live = 1;
CREATE INDEX live_section ON entry (section, sort_at) WHERE live = 1;
CREATE INDEX live_group ON entry (grp, sort_at) WHERE live = 1;
CREATE INDEX live_saved ON entry (sort_at) WHERE live = 1 AND saved = 1;
CREATE INDEX unread_all ON entry (sort_at) WHERE live = 1 AND read = 0;
CREATE INDEX unread_source ON entry (source, sort_at) WHERE live = 1 AND read = 0;
CREATE INDEX unread_section ON entry (section, sort_at) WHERE live = 1 AND read = 0;
CREATE INDEX unread_group ON entry (grp, sort_at) WHERE live = 1 AND read = 0;
CREATE INDEX unread_saved ON entry (sort_at) WHERE live = 1 AND saved = 1 AND read = 0;
"""

# How many live articles a source has in a section, kept by triggers, so that counting never walks articles.
_TALLY = """
CREATE TABLE tally (
    source INTEGER NOT NULL REFERENCES source ON DELETE CASCADE,
    section TEXT NOT NULL,
    total INTEGER NOT NULL,
    unread INTEGER NOT NULL,
    saved INTEGER NOT NULL,
    PRIMARY KEY (source, section)
) WITHOUT ROWID, STRICT;

CREATE TRIGGER entry_arrives AFTER INSERT ON entry WHEN new.live = 1 BEGIN
    INSERT INTO tally VALUES (new.source, new.section, 1, NOT new.read, new.saved)
    ON CONFLICT DO UPDATE SET
        total = total + 1, unread = unread + excluded.unread, saved = saved + excluded.saved;
END;

CREATE TRIGGER entry_leaves AFTER DELETE ON entry WHEN old.live = 1 BEGIN
    UPDATE tally SET total = total - 1, unread = unread - NOT old.read, saved = saved - old.saved
    WHERE source = old.source AND section = old.section;
END;

CREATE TRIGGER entry_changes AFTER UPDATE OF source, section, live, read, saved ON entry BEGIN
    UPDATE tally SET total = total - 1, unread = unread - NOT old.read, saved = saved - old.saved
    WHERE source = old.source AND section = old.section AND old.live = 1;
    INSERT INTO tally SELECT new.source, new.section, 1, NOT new.read, new.saved WHERE new.live = 1
    ON CONFLICT DO UPDATE SET
        total = total + 1, unread = unread + excluded.unread, saved = saved + excluded.saved;
END;
"""

# The indexes know which articles hold a word, not where in them: `detail=none` halves their size.
_SEARCH = """
CREATE VIRTUAL TABLE title_words USING fts5(
    words, content='', contentless_delete=1, detail=none, prefix='1 2 3',
    tokenize='unicode61 remove_diacritics 2');
CREATE VIRTUAL TABLE text_words USING fts5(
    words, content='', contentless_delete=1, detail=none, prefix='2 3',
    tokenize='unicode61 remove_diacritics 2');

CREATE TRIGGER article_leaves AFTER DELETE ON article BEGIN
    DELETE FROM title_words WHERE rowid = old.id;
    DELETE FROM text_words WHERE rowid = old.id;
END;
"""

# An article has one section of its own; the lists of one site may show it in others too. `sort_at` is
# repeated here for the same reason as the group above.
_SECTIONS = """
CREATE TABLE entry_section (
    entry INTEGER NOT NULL REFERENCES entry ON DELETE CASCADE,
    section TEXT NOT NULL,
    sort_at INTEGER NOT NULL,
    PRIMARY KEY (entry, section)
) WITHOUT ROWID, STRICT;

CREATE INDEX also_section ON entry_section (section, sort_at, entry);

CREATE TRIGGER entry_moves AFTER UPDATE OF section, sort_at, live ON entry BEGIN
    DELETE FROM entry_section WHERE entry = new.id AND (section = new.section OR new.live = 0);
    UPDATE entry_section SET sort_at = new.sort_at WHERE entry = new.id AND sort_at <> new.sort_at;
END;
"""

# The articles of pages whose own page was asked for: how often, and whether it has been read whole.
_TEXTS = """
CREATE TABLE text_visit (
    entry INTEGER PRIMARY KEY REFERENCES entry ON DELETE CASCADE,
    attempts INTEGER NOT NULL,
    whole INTEGER NOT NULL
) STRICT;
"""

# How often the publisher wants to be visited: as JSON, `[ttl, skip_hours, skip_days]`.
_WISHES = "ALTER TABLE visit ADD COLUMN wishes TEXT NOT NULL DEFAULT '[0, [], []]';"

_RECIPES = "ALTER TABLE source ADD COLUMN recipe TEXT NOT NULL DEFAULT '';"

# Earlier wordings of articles that were read, each a copy of the row and the body that gave way to another.
_REVISIONS = """
CREATE TABLE revision (
    id INTEGER PRIMARY KEY,
    entry INTEGER NOT NULL REFERENCES entry ON DELETE CASCADE,
    replaced_at INTEGER NOT NULL,
    title TEXT NOT NULL,
    summary TEXT NOT NULL,
    packed BLOB NOT NULL
) STRICT;

CREATE INDEX revision_entry ON revision (entry);

ALTER TABLE entry ADD COLUMN changed INTEGER NOT NULL DEFAULT 0;
"""

# Whether an article can be read whole without a network, beside what its list shows; why the text of its page
# did not come; when a source last asked for fewer requests; and what was fetched unasked, a day.
_WHOLE = """
ALTER TABLE article ADD COLUMN whole INTEGER NOT NULL DEFAULT 0;
UPDATE article SET whole = 1 WHERE id IN (SELECT entry FROM text_visit WHERE whole = 1);
ALTER TABLE text_visit ADD COLUMN problem TEXT;
ALTER TABLE source ADD COLUMN limited_at INTEGER;
CREATE TABLE text_budget (day TEXT PRIMARY KEY, bytes INTEGER NOT NULL) WITHOUT ROWID, STRICT;
"""

# Where a reader stopped in an article. Its text may be written again; the place goes when the article does.
_PLACES = """
CREATE TABLE place (
    entry INTEGER PRIMARY KEY REFERENCES entry ON DELETE CASCADE,
    part INTEGER NOT NULL,
    offset INTEGER NOT NULL
) STRICT;

CREATE TRIGGER place_leaves AFTER UPDATE OF live ON entry WHEN new.live = 0 BEGIN
    DELETE FROM place WHERE entry = new.id;
END;
"""

MIGRATIONS: tuple[str, ...] = (
    _SOURCES + _ARTICLES + _LISTS + _TALLY + _SEARCH,
    _SECTIONS + _TEXTS,
    _WISHES,
    _RECIPES,
    _REVISIONS,
    _WHOLE,
    _PLACES,
)
"""One script a version. A script that has been released is never changed: a new one is added."""


def version(connection: apsw.Connection) -> int:
    """How many migrations have run."""
    return int(connection.pragma("user_version"))


def migrate(connection: apsw.Connection) -> None:
    """Runs the migrations that are missing; the caller holds the transaction."""
    for number in range(version(connection), len(MIGRATIONS)):
        connection.execute(MIGRATIONS[number])
        connection.pragma("user_version", number + 1)
