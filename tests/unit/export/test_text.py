"""Plain text: editions with contents; one article as `show` prints it."""

from __future__ import annotations

from dataclasses import replace

from newsreader.export.edition import single
from newsreader.export.text import article_lines, edition_text
from tests.unit.export.samples import LABELS, MOLEN, MOMENT, edition


def test_an_edition_begins_with_its_contents_and_names_its_sections() -> None:
    lines = edition_text(edition(), LABELS).splitlines()
    assert lines[:7] == [
        "Krant <van> & vandaag", "maandag 2 maart 2026", "", "Inhoud:", "Zeeland", "  - Molen *draait* weer",
        "Sport",
    ]  # fmt: skip
    assert lines.index("ZEELAND") < lines.index("SPORT")
    assert max(map(len, lines)) <= 78


def test_one_article_is_only_that() -> None:
    text = edition_text(single(MOLEN, "maandag", MOMENT), LABELS)
    assert text.splitlines() == [
        line.replace("\x1b", "") for line in article_lines(MOLEN, LABELS, 78) for line in line.split("\n")
    ]
    assert "\x1b" not in text


def test_what_goes_with_an_article_is_listed_with_its_facts_but_no_pictures() -> None:
    lines = list(article_lines(MOLEN, LABELS, 78))
    at = lines.index("Bijlagen:")
    assert lines[at + 1 : at + 4] == [
        "(1) Gesprek · audio/mpeg · 12 bytes · 45:10",
        "    https://molen.example/gesprek.mp3",
        "",
    ]
    assert "Bijlagen:" not in list(article_lines(replace(MOLEN, enclosures=()), LABELS, 78))
