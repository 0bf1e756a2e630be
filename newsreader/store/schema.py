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

# What belongs together, what is known of articles for that, what the reader decided. `entry_queue` holds the
# articles that came, changed or went since stories were last looked at; triggers put them there, whoever
# writes. A story without tellings goes. What the reader decided hangs on entries, so that it outlives stories
# made anew. Features outlive their article until the queue is read: they tell which postings to take back.
_STORIES = """
CREATE TABLE story (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    first INTEGER NOT NULL,
    last INTEGER NOT NULL,
    size INTEGER NOT NULL,
    sources INTEGER NOT NULL,
    followed INTEGER NOT NULL DEFAULT 0
) STRICT;

CREATE INDEX story_recent ON story (last) WHERE size > 1;
CREATE INDEX story_followed ON story (last) WHERE followed = 1;

CREATE TABLE telling (
    entry INTEGER PRIMARY KEY REFERENCES entry ON DELETE CASCADE,
    story INTEGER NOT NULL,
    copy_of INTEGER NOT NULL,
    length INTEGER NOT NULL
) STRICT;

CREATE INDEX telling_story ON telling (story);

CREATE TABLE feature (
    entry INTEGER PRIMARY KEY,
    packed BLOB NOT NULL
) STRICT;

CREATE TABLE posting (
    term INTEGER NOT NULL,
    moment INTEGER NOT NULL,
    entry INTEGER NOT NULL,
    PRIMARY KEY (term, moment, entry)
) WITHOUT ROWID, STRICT;

CREATE TABLE frequency (term INTEGER PRIMARY KEY, number INTEGER NOT NULL) STRICT;

CREATE TABLE entry_queue (entry INTEGER PRIMARY KEY) STRICT;

CREATE TABLE bond (
    one INTEGER NOT NULL,
    other INTEGER NOT NULL,
    together INTEGER NOT NULL,
    PRIMARY KEY (one, other)
) WITHOUT ROWID, STRICT;

CREATE INDEX bond_other ON bond (other);

CREATE TABLE follow (entry INTEGER PRIMARY KEY, seen INTEGER NOT NULL) STRICT;

CREATE TRIGGER article_arrives AFTER INSERT ON article BEGIN
    INSERT OR IGNORE INTO entry_queue VALUES (new.id);
END;

CREATE TRIGGER entry_leaves_story AFTER UPDATE OF live ON entry WHEN new.live = 0 BEGIN
    DELETE FROM telling WHERE entry = new.id;
    INSERT OR IGNORE INTO entry_queue VALUES (new.id);
END;

CREATE TRIGGER entry_goes AFTER DELETE ON entry BEGIN
    INSERT OR IGNORE INTO entry_queue VALUES (old.id);
END;

CREATE TRIGGER telling_leaves AFTER DELETE ON telling BEGIN
    UPDATE story SET size = size - 1, sources = (
        SELECT count(DISTINCT entry.source) FROM telling JOIN entry ON entry.id = telling.entry
        WHERE telling.story = old.story
    ) WHERE id = old.story;
    DELETE FROM story WHERE id = old.story AND size < 1;
END;

INSERT INTO entry_queue SELECT id FROM entry WHERE live = 1;
"""

# Places and agencies by their folded names, gone with the article.
_DATELINES = """
CREATE TABLE dateline (
    kind TEXT NOT NULL,
    name TEXT NOT NULL,
    entry INTEGER NOT NULL REFERENCES article ON DELETE CASCADE,
    PRIMARY KEY (kind, name, entry)
) WITHOUT ROWID, STRICT;

CREATE INDEX dateline_entry ON dateline (entry);
"""

# When a source last showed what was let go; an article that is there has none.
_GONE = """
ALTER TABLE entry ADD COLUMN seen_at INTEGER;
CREATE INDEX entry_gone ON entry (seen_at) WHERE live = 0;
"""

# In how many articles a term stands is counted a period: what was counted over all years is of no use.
_COUNTED_ANEW = "DELETE FROM frequency;"

# How many articles a section has beside its own, kept by triggers like the tally; only what is live is in
# `entry_section`, which repeats whether it is unread because an entry may be gone before its sections.
_ALSO_TALLY = """
ALTER TABLE entry_section ADD COLUMN unread INTEGER NOT NULL DEFAULT 1;
UPDATE entry_section SET unread = (SELECT NOT read FROM entry WHERE entry.id = entry_section.entry);

CREATE TABLE also_tally (
    section TEXT PRIMARY KEY,
    total INTEGER NOT NULL,
    unread INTEGER NOT NULL
) WITHOUT ROWID, STRICT;

INSERT INTO also_tally SELECT section, count(*), sum(unread) FROM entry_section GROUP BY section;

CREATE TRIGGER also_arrives AFTER INSERT ON entry_section BEGIN
    INSERT INTO also_tally VALUES (new.section, 1, new.unread)
    ON CONFLICT DO UPDATE SET total = total + 1, unread = unread + excluded.unread;
END;

CREATE TRIGGER also_leaves AFTER DELETE ON entry_section BEGIN
    UPDATE also_tally SET total = total - 1, unread = unread - old.unread WHERE section = old.section;
END;

CREATE TRIGGER also_changes AFTER UPDATE OF unread ON entry_section WHEN old.unread <> new.unread BEGIN
    UPDATE also_tally SET unread = unread + new.unread - old.unread WHERE section = new.section;
END;

CREATE TRIGGER entry_is_read AFTER UPDATE OF read ON entry WHEN old.read <> new.read BEGIN
    UPDATE entry_section SET unread = NOT new.read WHERE entry = new.id;
END;
"""

# Long markings that are under way: a scope to be marked read, as JSON of its kind, its value and the moment,
# or states to be put back, packed; and what was marked by hand since the one of that number was begun.
_UNFINISHED = """
CREATE TABLE unfinished (
    number INTEGER PRIMARY KEY AUTOINCREMENT,
    scope TEXT,
    marks BLOB,
    only_read INTEGER NOT NULL
) STRICT;

INSERT INTO unfinished (scope, only_read) SELECT value, 1 FROM meta WHERE key = 'marking' AND value <> '';
DELETE FROM meta WHERE key = 'marking';

CREATE TABLE by_hand (
    entry INTEGER NOT NULL REFERENCES entry ON DELETE CASCADE,
    field TEXT NOT NULL,
    after INTEGER NOT NULL,
    PRIMARY KEY (entry, field)
) WITHOUT ROWID, STRICT;
"""

# FTS5 merges no more by itself, unless 64 transactions have gone by without: see `index.merge`.
_MERGED_IN_STEPS = """
INSERT INTO title_words (title_words, rank) VALUES ('automerge', 0), ('crisismerge', 64);
INSERT INTO text_words (text_words, rank) VALUES ('automerge', 0), ('crisismerge', 64);
"""

MIGRATIONS: tuple[str, ...] = (
    _SOURCES + _ARTICLES + _LISTS + _TALLY + _SEARCH,
    _SECTIONS + _TEXTS,
    _WISHES,
    _RECIPES,
    _REVISIONS,
    _WHOLE,
    _PLACES,
    _STORIES,
    _DATELINES,
    _GONE,
    _COUNTED_ANEW,
    _ALSO_TALLY,
    _UNFINISHED,
    _MERGED_IN_STEPS,
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
