from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from newsreader.model import ArticleRow
from newsreader.ui.widgets.row_text import aged_cells, columns, row_pieces
from tests.ui.widgets.samples import age, article_row, short_age


def drawn(row: ArticleRow, width: int, *, cursor: bool = False) -> str:
    text = short_age(row) if columns(width).short else age(row)
    return "".join(piece.text for piece in row_pieces(row, width, text, "proef", None, cursor=cursor))


@pytest.mark.parametrize(
    ("width", "line"),
    [
        (91, " ●  Veerpont vaart weer na reparatie van de motor      De Kustbode       33 minuten geleden"),
        (80, " ●  Veerpont vaart weer na reparatie van de m…  De Kustbode   33 minuten geleden"),
        (60, " ●  Veerpont vaart weer na reparatie va…  33 minuten geleden"),
        (30, " ●  Veerpont vaart…     33 min"),
        (15, " ●  Veerpont v…"),
    ],
)
def test_what_a_row_shows_at_a_width(width: int, line: str) -> None:
    assert drawn(article_row(), width) == line


def test_a_wide_row_has_room_for_the_first_words_of_the_summary() -> None:
    assert "van de motor  De pont lag drie dagen stil. M…  De Kustbode  " in drawn(article_row(), 120)


@pytest.mark.parametrize(
    ("row", "start"),
    [
        (article_row(read=True), "    Veerpont"),
        (article_row(whole=True), " ●≡ Veerpont"),
        (article_row(read=True, whole=True), "  ≡ Veerpont"),
        (article_row(saved=True), " ●  ★ Veerpont"),
        (article_row(changed=True, read=True), "    ≠ Veerpont"),
        (article_row(saved=True, changed=True, whole=True), " ●≡ ★ ≠ Veerpont"),
        (article_row(sample=True, read=True), "    proef Veerpont"),
        (article_row(title="", summary="Alleen een samenvatting."), " ●  Alleen een samenvatting."),
        (article_row(title="", summary=""), " ●  https://krant.example/1"),
        (article_row(title="[b]kop[/b]"), " ●  [b]kop[/b]"),
        (article_row(title="kop\x1b[31m\u202erood\nregel"), " ●  kop[31mrood regel"),
    ],
)
def test_how_a_row_begins(row: ArticleRow, start: str) -> None:
    assert drawn(row, 80).startswith(start)


def test_the_cursor_is_a_bar_as_well_as_a_colour() -> None:
    assert drawn(article_row(), 60, cursor=True).startswith("▌●  Veerpont")


@given(st.text(max_size=60), st.integers(1, 200), st.booleans())
def test_a_row_is_as_wide_as_the_list(text: str, width: int, flag: bool) -> None:
    row = article_row(title=text, summary=text, source=text, saved=flag, changed=flag, sample=flag)
    line = drawn(row, width)
    assert cell_len(line) == width or width < 16
    assert not re.search("[\x00-\x1f\x7f-\x9f\u202a-\u202e]", line)


def test_matches_are_marked_by_weight_and_line() -> None:
    row = article_row(title="Storm op zee, storm op land")
    pieces = row_pieces(row, 60, "", "proef", lambda title: [(0, 5), (14, 19)], cursor=False)
    assert [piece.text for piece in pieces if piece.marks == "bu"] == ["Storm", "storm"]
    assert "Storm op zee, storm op land" in "".join(piece.text for piece in pieces)


def test_a_match_beyond_the_cut_is_left_out() -> None:
    row = article_row(title="Het bestuur spreekt van een zware storm")
    pieces = row_pieces(row, 30, "", "proef", lambda title: [(34, 39)], cursor=False)
    assert not [piece for piece in pieces if piece.marks]


@pytest.mark.parametrize(
    ("old", "new", "cells"),
    [
        ("33 minuten geleden", "34 minuten geleden", (1, 2)),
        ("9 minuten geleden", "10 minuten geleden", (0, 2)),
        ("59 minuten geleden", "1 uur geleden", (0, 10)),
        ("1 uur geleden", "1 uur geleden", (18, 18)),
    ],
)
def test_of_another_age_only_the_cells_that_differ_are_drawn(
    old: str, new: str, cells: tuple[int, int]
) -> None:
    start, stop = cells
    assert aged_cells(old, new, 100) == (82 + start, 82 + stop)
