"""Front pages of every other kind: the headlines are found by structure alone."""

from __future__ import annotations

import json
import re
from datetime import UTC, datetime
from pathlib import Path
from typing import Any
from urllib.parse import urljoin

import pytest

from newsreader.model import ParsedFeed
from newsreader.sources.page import parse_list

FRONTS = Path(__file__).parents[2] / "data" / "pages" / "fronts"
EXPECTED: dict[str, dict[str, Any]] = json.loads((FRONTS / "expected.json").read_text(encoding="utf-8"))
URL = "https://front.example.nl/"
NOW = datetime(2026, 1, 5, 16, 0, tzinfo=UTC)


def read(html: str) -> ParsedFeed:
    found = parse_list(html.encode(), url=URL, now=NOW)
    assert isinstance(found, ParsedFeed)
    return found


def page(name: str) -> str:
    return (FRONTS / f"{name}.html").read_text(encoding="utf-8")


@pytest.mark.parametrize("name", EXPECTED)
def test_the_headlines_are_found(name: str) -> None:
    expected = EXPECTED[name]
    entries = read(page(name)).entries
    first = entries[0]
    assert [entry.title for entry in entries] == expected["titles"]
    assert first.url == urljoin(URL, expected["first"])
    assert " ".join(block.text for block in first.summary) == expected["summary"]
    assert (first.published.isoformat() if first.published else None) == expected["published"]


@pytest.mark.parametrize("name", EXPECTED)
def test_names_of_classes_change_nothing(name: str) -> None:
    html = re.sub(r"<(div|li|ul|section|td|article|aside|span)\b", r"<\1 class='nav menu footer'", page(name))
    assert read(html).entries == read(page(name)).entries


def test_a_date_without_a_time_is_a_day_wide() -> None:
    first = read(page("council")).entries[0]
    assert first.published is not None
    assert first.published_until is not None
    assert (first.published_until - first.published).days == 1


def test_pictures_come_along() -> None:
    assert read(page("magazine")).entries[0].images[0].url == "https://mag.example.org/en/img/1.jpg"
