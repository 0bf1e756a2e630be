"""How SQLite means to answer: lists walk an index, and nothing walks all articles."""

from __future__ import annotations

import re
from collections import defaultdict

import apsw
import pytest

from newsreader.model import Scope, ScopeKind
from newsreader.store import (
    articles,
    counts,
    features,
    folding,
    forgetting,
    known,
    lists,
    marks,
    removal,
    revisions,
    schema,
    search,
    sites,
    sources,
    stories,
    texts,
)

WHOLE = (
    "entry",
    "article",
    "body",
    "revision",
    "telling",
    "feature",
    "posting",
    "frequency",
    "bond",
    "dateline",
)
SCOPES = [Scope(kind, "x", unread) for kind in ScopeKind for unread in (True, False)]
OTHERS = {
    "rows": lists.ROWS_QUERY,
    "article": articles.ARTICLE,
    "known": known.KNOWN,
    "states": marks._STATES,
    "old": removal._OLD,
    "end of a stretch of old ones": removal._END,
    "of source": removal._OF_SOURCE,
    "not seen yet": forgetting.FRESH,
    "unseen": forgetting.UNSEEN_ENTRIES,
    "history": revisions.HISTORY,
    "a revision too many": revisions._BOUND,
    "forget": revisions._FORGET,
    "everything": counts.EVERYTHING,
    "sections": counts.SECTIONS,
    "also": counts.ALSO,
    "sources": counts.SOURCES,
    "statuses": sources._STATUS,
    "due": sources._DUE,
    "texts": texts.WANTED,
    "seen": sites._SEEN,
    "search": search.query("text_words"),
    "search of a place": search.query("text_words", 1),
    "places": search.filed_query(2),
    "whole": articles.WHOLE,
    "candidates": features.CANDIDATES,
    "frequencies": features.FREQUENCIES,
    "crowds": features.CROWDS,
    "queued of": features.QUEUED_OF,
    "features": features.FEATURES,
    "surroundings": stories.SURROUNDINGS,
    "bonds": stories.BONDS,
    "story places": stories.PLACES,
    "tellings": stories.OF_STORY,
    "story": stories.STORY,
    "recent": stories.RECENT,
    "followed": stories.FOLLOWED,
    "beside": folding.BESIDE,
    "lines": folding.OF_STORIES,
}


@pytest.fixture(scope="module", params=["no statistics", "statistics"])
def connection(request: pytest.FixtureRequest) -> apsw.Connection:
    """The schema, empty; once as if much of one source and section had been analysed."""
    connection = apsw.Connection(":memory:")
    schema.migrate(connection)
    if request.param == "statistics":
        connection.execute("ANALYZE")
        connection.execute("INSERT INTO sqlite_stat1 VALUES ('source', NULL, '1')")
        connection.execute(
            "INSERT INTO sqlite_stat1 SELECT 'entry', name, '100000 100000 1' FROM sqlite_schema"
            " WHERE tbl_name = 'entry' AND type = 'index'"
        )
        connection.execute("ANALYZE sqlite_schema")
    return connection


def plan(connection: apsw.Connection, query: str) -> list[str]:
    """The steps of a plan; what is bound makes no difference, if only it is there."""
    numbered = re.findall(r"\?(\d)", query)
    count = max(map(int, numbered)) if numbered else query.count("?")
    bindings = (1,) * count if count else defaultdict[str, int](int)
    return [str(row[3]) for row in connection.execute(f"EXPLAIN QUERY PLAN {query}", bindings)]


@pytest.mark.parametrize("scope", SCOPES, ids=str)
def test_lists_walk_one_index_without_sorting(connection: apsw.Connection, scope: Scope) -> None:
    for query in (lists.ids_query(scope), lists.ids_query(scope, once=True), lists.seen_query(scope)):
        steps = plan(connection, query)
        assert any(f"_{scope.kind}" in step and "INDEX" in step for step in steps)
        assert not [step for step in steps if "TEMP B-TREE" in step]
        assert not [step for step in steps if "SCAN" in step and "INDEX" not in step]


@pytest.mark.parametrize("scope", SCOPES, ids=str)
def test_telling_each_story_once_walks_no_stories(connection: apsw.Connection, scope: Scope) -> None:
    for query in (lists.ids_query(scope, once=True), folding.told_query(scope)):
        for step in plan(connection, query):
            assert not re.match(r"SCAN (own|other|newer|story|source|entry_section)\b", step), step


@pytest.mark.parametrize("name", OTHERS)
def test_nothing_walks_all_articles(connection: apsw.Connection, name: str) -> None:
    for step in plan(connection, OTHERS[name]):
        assert not any(step.startswith(f"SCAN {table}") for table in WHOLE), step


def test_the_ids_of_a_scope_are_read_from_the_index_alone(connection: apsw.Connection) -> None:
    for scope in SCOPES:
        if scope != Scope(ScopeKind.SAVED, "x", unread=True):
            assert any("COVERING INDEX" in step for step in plan(connection, lists.ids_query(scope)))
