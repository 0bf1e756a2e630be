from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsreader.model import Article, BlockKind, Dateline, Enclosure, Image, Span
from newsreader.sources.blocks import blocks
from newsreader.ui.widgets.foot_text import first_sentence
from newsreader.ui.widgets.layout import lay_out
from newsreader.ui.widgets.page import Page, Place
from tests.ui.widgets.samples import WORDS, article_row, block, long_article, paragraph, related, table

ARTICLE = Article(
    article_row(sample=True),
    author="Bram de Groot",
    dateline=Dateline(("Breskens", "Goes"), ("ANP", "AFP")),
    blocks=(
        paragraph(
            "De pont vaart weer, meldt ", Span("de rederij", "", "https://rederij.example/nieuws"), "."
        ),
        block(BlockKind.HEADING, "Drie dagen stil", level=2),
        block(BlockKind.ITEM, "Eerst de motor.", level=1),
        block(BlockKind.ITEM, "Toen de schroef.", level=1),
        table(("Dag", "Afvaarten"), ("maandag", "0"), ("dinsdag", "12")),
    ),
    images=(Image("https://krant.example/p.jpg", "De pont.", "Anna Vis"),),
    enclosures=(Enclosure("https://krant.example/p.mp3", "audio/mpeg", 4_200_000, "Gesprek", 3725),),
    rights="© De Kustbode",
)

PICTURE = """\
Proefeditie: dit bericht is verzonnen

Veerpont vaart weer na reparatie van de
motor
De Kustbode · Zeeland · Bram de Groot ·
4 maart 14.05 · 33 minuten geleden

BRESKENS/GOES · ANP/AFP

De pont vaart weer, meldt de rederij[1].

Drie dagen stil

  • Eerst de motor.
  • Toen de schroef.

Dag      Afvaarten
───────  ─────────
maandag          0
dinsdag         12

[Foto] De pont. (Anna Vis)

Koppelingen
[1] https://rederij.example/nieuws

Bijlagen
• Gesprek · audio/mpeg · 4200 kB · 1:02:05

© De Kustbode

──────────────────────────────────────────
Meer uit Zeeland

1 Veerpont vaart weer na reparatie van de
  motor
  De pont lag drie dagen stil.
  De Kustbode · 33 minuten geleden

2 Gemeente plant duizend bomen langs de
  ringweg
  De pont lag drie dagen stil.
  De Kustbode · 33 minuten geleden
"""


def picture(page: Page) -> str:
    return "\n".join(line.text.replace("\u00a0", " ").rstrip() for line in page.lines)


def test_a_whole_article() -> None:
    assert picture(lay_out(ARTICLE, related(2), WORDS, 42)) == PICTURE


def test_the_end_of_the_text_and_the_stories_are_known() -> None:
    page = lay_out(ARTICLE, related(2), WORDS, 42)
    assert page.lines[page.text_end - 1].text == "© De Kustbode"
    assert [page.lines[story.start].text[:1] for story in page.stories] == ["1", "2"]
    assert all(page.lines[line].story == index for index, story in enumerate(page.stories) for line in story)


def test_the_first_paragraph_is_the_lead_and_only_that() -> None:
    page = lay_out(ARTICLE, (), WORDS, 42)
    assert {piece.text.strip() for line in page.lines for piece in line.pieces if piece.role == "lead"} == {
        "De pont vaart weer, meldt", "."
    }  # fmt: skip


def test_without_blocks_the_summary_is_the_text() -> None:
    page = lay_out(Article(article_row(summary="Kort nieuws.")), (), WORDS, 42)
    assert picture(page).endswith("\n\nKort nieuws.\n")


def test_the_tenth_story_has_no_number_as_it_has_no_key() -> None:
    page = lay_out(ARTICLE, related(10), WORDS, 42)
    assert page.lines[page.stories[8].start].text.startswith("9 ")
    assert page.lines[page.stories[9].start].text.startswith("  Veerpont")


def test_a_picture_or_file_that_the_text_shows_is_not_listed_again() -> None:
    url = "https://krant.example/p.jpg"
    article = Article(
        article_row(),
        blocks=(paragraph("Tekst."), block(BlockKind.IMAGE, "De pont.", url=url)),
        images=(Image(url, "De pont."),),
        enclosures=(Enclosure(url, "image/jpeg"),),
    )
    text = picture(lay_out(article, (), WORDS, 60))
    assert text.count("De pont.") == 1
    assert "Bijlagen" not in text


@given(st.integers(0, 400), st.integers(20, 90), st.integers(20, 90))
def test_a_place_is_the_same_text_at_another_width(line: int, one: int, other: int) -> None:
    article = replace(long_article(12), blocks=(*long_article(12).blocks, *ARTICLE.blocks))
    here, there = (lay_out(article, related(3), WORDS, width) for width in (one, other))
    line = min(line, len(here.lines) - 1)
    place = here.place(line)
    assert here.line(place) == line
    found = there.place(there.line(place))
    assert found.part == place.part
    assert found.offset <= place.offset


def test_a_place_beyond_the_end_is_the_last_line() -> None:
    page = lay_out(ARTICLE, (), WORDS, 42)
    assert page.line(Place(999, 0)) == len(page.lines) - 1
    assert Page().place(5) == Place()
    assert Page().line(Place(3, 3)) == 0


@given(st.integers(0, 400), st.integers(0, 12), st.integers(0, 12))
def test_the_text_on_top_stays_there_when_the_article_changes_above_it(line: int, at: int, more: int) -> None:
    blocks = long_article(12).blocks
    new = tuple(paragraph(f"Nieuw {number}, en dat was er nog niet.") for number in range(more))
    old_page, new_page = (
        lay_out(replace(ARTICLE, blocks=each), (), WORDS, 42)
        for each in (blocks, (*blocks[:at], *new, *blocks[at:]))
    )
    line = min(line, len(old_page.lines) - 2)
    place = old_page.place(line)
    found = new_page.line(new_page.followed(place, old_page))
    lead_changed = at == 0 and more and "Alinea 1." in old_page._text(place.part)
    assert lead_changed or new_page.lines[found].text == old_page.lines[line].text


def test_where_the_text_on_top_is_gone_the_place_is_after_what_stood_above_it() -> None:
    blocks = long_article(6).blocks
    before, after = (lay_out(replace(ARTICLE, blocks=each), (), WORDS, 42) for each in (blocks, blocks[:2]))
    place = before.place(next(n for n, line in enumerate(before.lines) if "Alinea 4." in line.text))
    assert after.line(after.followed(place, before)) < len(after.lines)
    assert Page().followed(place, before) == place


def test_hostile_words_everywhere_stay_one_line_of_plain_text() -> None:
    bad = "a\x1b]8;;x\x07b\u202e\nc"
    row = article_row()._replace(title=bad, source=bad, section=bad, url=bad, summary=bad)
    article = Article(
        row, author=bad, dateline=Dateline((bad,), (bad,)), rights=bad,
        blocks=(paragraph(Span(bad, "", bad)), table((bad, bad)), block(BlockKind.ITEM, bad, marker=bad)),
        images=(Image(bad, bad, bad),), enclosures=(Enclosure(bad + "2", bad, 1, bad),),
    )  # fmt: skip
    stories = tuple(replace(each, row=row) for each in related(2))
    text = "".join(line.text for line in lay_out(article, stories, WORDS, 42).lines)
    assert not set("\x1b\x07\u202e\n") & set(text)


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("Eén zin. Nog een.", "Eén zin."),
        ("Dat kost € 1.200. Te veel!", "Dat kost € 1.200."),
        ("‘Kom maar!’ zei hij. Toen ging hij.", "‘Kom maar!’ zei hij."),
        ("Hij riep: “Ja!” Toen was het stil.", "Hij riep: “Ja!”"),
        ("Burgemeester J. Vos en dr. Kok komen. Einde.", "Burgemeester J. Vos en dr. Kok komen."),
        ("Geen punt", "Geen punt"),
        ("Volgens dhr. de Wit is het klaar. Einde.", "Volgens dhr. de Wit is het klaar."),
        ("", ""),
    ],
)
def test_the_first_sentence(text: str, first: str) -> None:
    assert first_sentence(text) == first


HOSTILE = {
    "divs": "<div>woord " * 900_000,
    "cells": "<table>" + f"<tr>{'<td>cel</td>' * 50}</tr>" * 200 + "</table>",
    "line": "<p>" + "x" * 1_000_000,
}


@pytest.mark.parametrize("kind", HOSTILE)
def test_a_hostile_text_is_cut_with_a_word(kind: str) -> None:
    page = lay_out(Article(article_row(), blocks=blocks(HOSTILE[kind])), (), WORDS, 76)
    cut = [line.text for line in page.lines if WORDS.cut in line.text]
    assert len(cut) == 1
    assert len(page.lines) <= 60_000
    assert max(len(line.text) for line in page.lines) <= 76
