"""From bytes to articles: which parser reads what, and what comes of it."""

from __future__ import annotations

import subprocess
import sys

import pytest

from newsreader.engine.ingest import Understood, parse, understand
from newsreader.model import Fetched, ParsedFeed, Problem, ProblemKind, Source, SourceKind
from tests.engine.reader import NOW, item, rss

URL = "https://blad.example/nieuws"
SOURCE = Source("blad", "Blad", URL, section="Zeeland")
HTML = (
    "<!doctype html><html lang='nl'><title>Dorp</title><main>"
    + "".join(
        f"<article><h2><a href='/nieuws/{name}'>De molen van {name} draait na jaren weer volop</a></h2>"
        f"<p>Vrijwilligers knapten de molen van {name} op en het dorp vierde dat op het plein.</p></article>"
        for name in ("Veere", "Zoutelande", "Domburg")
    )
    + "</main></html>"
).encode()


@pytest.mark.parametrize(
    ("kind", "body", "content_type", "expected"),
    [
        (SourceKind.FEED, rss([item("a")]), "text/html", "rss20"),
        (SourceKind.FEED, rss([item("a")]), "", "rss20"),
        (SourceKind.FEED, b'{"version":"https://jsonfeed.org/version/1.1","items":[]}', "", "json11"),
        (SourceKind.SAMPLE, rss([item("a")]), "application/rss+xml", "rss20"),
        (SourceKind.SAMPLE, HTML, "text/html; charset=utf-8", "page"),
        (SourceKind.PAGE, HTML, "text/html; charset=utf-8", "page"),
        (SourceKind.PAGE, HTML, "", "page"),
    ],
)
def test_the_kind_of_source_chooses_the_parser(
    kind: SourceKind, body: bytes, content_type: str, expected: str
) -> None:
    feed = parse(kind, Fetched(URL, body, content_type), NOW)
    assert isinstance(feed, ParsedFeed)
    assert feed.format == expected


def test_a_page_where_a_feed_was_promised_is_a_problem() -> None:
    found = understand(SOURCE, Fetched(URL, HTML, "text/html"), NOW, ())
    assert isinstance(found, Problem)
    assert found.kind is ProblemKind.NOT_A_FEED


def test_what_was_understood_comes_with_its_warnings_and_where_it_moved() -> None:
    late = item("a", more="<pubDate>Fri, 01 Jan 2100 00:00:00 GMT</pubDate>")
    found = understand(SOURCE, Fetched(URL, rss([late]), moved_to="https://nieuw.example/"), NOW, ())
    assert isinstance(found, Understood)
    assert found.moved_to == "https://nieuw.example/"
    assert "future_date" in found.warnings
    assert [(draft.title, draft.section) for draft in found.drafts] == [("Bericht a", "Zeeland")]


def test_a_category_chooses_among_the_sections_it_is_given() -> None:
    entry = item("a", more="<category>Sport</category>")
    sections = []
    for known in ((), ("Sport",)):
        found = understand(SOURCE, Fetched(URL, rss([entry])), NOW, known)
        assert isinstance(found, Understood)
        sections.append(found.drafts[0].section)
    assert sections == ["Zeeland", "Sport"]


def test_the_engine_loads_no_parser_and_no_network_until_they_are_needed() -> None:
    code = "import sys, newsreader.engine; print(*sys.modules)"
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    loaded = set(run.stdout.split())
    assert "newsreader.engine" in loaded
    assert not loaded & {"httpx", "aiohttp", "lxml", "selectolax", "tomlkit", "textual", "rich"}
