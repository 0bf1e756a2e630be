"""Articles read from our own pages, by the measure of `tests.extraction`: floors, and hostile pages."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

import pytest

from newsreader.model import Problem, ProblemKind
from newsreader.sources.page import parse_article
from tests.extraction.__main__ import sums
from tests.extraction.pages import NOW, Read, own
from tests.extraction.shingles import Share, share, total
from tests.extraction.structure import KINDS, in_order

SENTENCE = "Een gewone zin met genoeg woorden om als tekst van een bericht te tellen. "
HEADLINE = "<h1>Kop van het bericht</h1>"


@pytest.fixture(scope="module")
def reads() -> Sequence[Read]:
    return list(own())


def test_there_are_pages_of_many_publishers(reads: Sequence[Read]) -> None:
    assert len(reads) >= 24
    assert all(sums(reads, kind)[1] for kind in KINDS)


def test_the_words_are_those_of_the_article(reads: Sequence[Read]) -> None:
    assert total([one.words for one in reads]).f1 >= 0.98
    assert {one.name for one in reads if one.words.f1 < 0.9} == set()


@pytest.mark.parametrize("kind", KINDS)
def test_the_structure_is_kept(reads: Sequence[Read], kind: str) -> None:
    found, expected = sums(reads, kind)
    assert found >= 0.95 * expected


def test_title_author_and_date_are_told(reads: Sequence[Read]) -> None:
    for one in reads:
        assert one.entry is not None, one.name
        assert one.entry.title == one.expected["title"]
        authors = [person.name for person in one.entry.authors]
        assert authors == [name for name in [one.expected["author"]] if name], one.name
        day = one.entry.published.date().isoformat() if one.entry.published else ""
        told = one.expected["date"]
        assert day == (datetime.fromisoformat(told).date().isoformat() if told else ""), one.name


def test_shingles_are_counted_as_the_benchmark_counts_them() -> None:
    assert share("a b c d e", "a b c d e") == Share(1, 0, 0)
    assert share("a b c d e", "a b c d x") == Share(1 / 3, 1 / 3, 1 / 3)
    assert share("a b c d a b c d", "a b c d") == Share(1 / 5, 0, 4 / 5)
    assert share("a b", "a b").f1 == 1
    assert share("", "") == Share(0, 0, 0)
    figures = total([Share(1, 0, 0), Share(0, 0, 1), Share(0.5, 0.5, 0)])
    assert (figures.precision, round(figures.recall, 3)) == (0.75, 0.667)


def test_what_is_out_of_order_is_not_kept() -> None:
    assert in_order("abc", "axbc", str.__eq__) == 3
    assert in_order("abc", "cab", str.__eq__) == 2
    assert in_order("", "x", str.__eq__) == 0


@pytest.mark.parametrize(
    "html",
    [
        "<div>" * 2_000_000,
        "<div>" * 50_000 + f"<p>{SENTENCE * 5}</p>" + "</div>" * 50_000,
        "<h1>Kop van het bericht</h1>" * 20_000,
        HEADLINE + "<aside><div>" * 20_000 + SENTENCE,
        "<div itemprop=author>" * 5_000,
    ],
    ids=["10 MB of divs", "nested divs", "headlines", "asides", "microdata"],
)
def test_a_hostile_page_ends_with_a_word(html: str) -> None:
    found = parse_article(html.encode(), url="https://boos.example/x", content_type="text/html", now=NOW)
    assert isinstance(found, Problem)
    assert found.kind is ProblemKind.NO_ARTICLES


@pytest.mark.parametrize(
    ("html", "most"),
    [
        (f"{HEADLINE}<p>{SENTENCE * 70_000}</p>", 3_000_000),
        (HEADLINE + f"<p>{SENTENCE}</p>" * 50_000, 10_000 * len(SENTENCE)),
        (f"{HEADLINE}<p>{SENTENCE * 5}</p>" + "<div><form><input></form></div>" * 20_000, 500),
    ],
    ids=["a paragraph of 5 MB", "50,000 paragraphs", "20,000 forms"],
)
def test_a_page_without_end_is_cut(html: str, most: int) -> None:
    found = parse_article(html.encode(), url="https://boos.example/x", content_type="text/html", now=NOW)
    assert not isinstance(found, Problem)
    assert 0 < sum(len(block.text) for block in found.entry.content) <= most
