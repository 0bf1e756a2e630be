"""Every file of tests/data/feeds beside what it should give."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from newsreader.model import ParsedFeed
from newsreader.sources.feed import document, parse
from tests.unit.feed.shape import differences, shape

FEEDS = Path(__file__).parents[2] / "data" / "feeds"
CASES = sorted(path for path in FEEDS.rglob("*") if path.is_file() and not path.name.endswith(".expect.json"))


def test_there_is_a_corpus() -> None:
    assert len(CASES) >= 250


@pytest.mark.parametrize("path", CASES, ids=lambda path: str(path.relative_to(FEEDS)))
def test_case(path: Path) -> None:
    expected = json.loads(path.with_name(path.name + ".expect.json").read_text("utf-8"))
    headers = expected.pop("given", {})
    got = shape(parse(path.read_bytes(), **{"url": "https://krant.example/feed/", **headers}))
    assert not differences(got, {"problem": None, **expected})


@pytest.mark.parametrize("path", CASES, ids=lambda path: str(path.relative_to(FEEDS)))
def test_the_forgiving_reader_agrees_with_the_strict_one(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    strict = parse(path.read_bytes(), url="https://krant.example/feed/")
    monkeypatch.setattr(document, "_strictly", lambda _text: None)
    forgiving = parse(path.read_bytes(), url="https://krant.example/feed/")
    if isinstance(strict, ParsedFeed) and isinstance(forgiving, ParsedFeed):
        strict, forgiving = strict._replace(warnings=()), forgiving._replace(warnings=())
    assert forgiving == strict
