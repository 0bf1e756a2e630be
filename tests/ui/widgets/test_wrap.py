from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from newsreader.ui.widgets.pieces import Piece
from newsreader.ui.widgets.wrap import clip, cut, fit, flow, wrap

texts = st.text(st.sampled_from("ab é漢🐈\u0301\u00a0 \n-"), max_size=80)


def lines(text: str, width: int) -> list[str]:
    return [text[start:end] for start, end in wrap(text, width)]


@given(texts, st.integers(2, 30))
def test_no_line_is_wider_than_the_width(text: str, width: int) -> None:
    assert all(cell_len(line) <= width for line in lines(text, width))


@given(st.lists(st.text(st.sampled_from("abcé漢"), min_size=1, max_size=12), max_size=20), st.integers(2, 30))
def test_no_character_is_lost_or_moved(words: list[str], width: int) -> None:
    assert "".join(lines(" ".join(words), width)).replace(" ", "") == "".join(words)


def test_breaks_at_spaces_and_newlines() -> None:
    assert lines("een twee drie\nvier", 9) == ["een twee", "drie", "vier"]


def test_two_newlines_leave_an_empty_line() -> None:
    assert lines("een\n\ntwee", 9) == ["een", "", "twee"]


def test_a_word_that_is_too_long_is_broken_at_the_width() -> None:
    assert lines("de aardappeleters komen", 6) == ["de", "aardap", "pelete", "rs", "komen"]


def test_a_no_break_space_holds_its_words_together() -> None:
    assert lines("tien 3\u00a0km", 6) == ["tien", "3\u00a0km"]


def test_wide_characters_count_double() -> None:
    assert lines("漢字漢字", 5) == ["漢字", "漢字"]


def test_an_empty_text_is_one_empty_line() -> None:
    assert lines("", 10) == [""]


@given(st.lists(st.text(max_size=10), max_size=8))
def test_cutting_keeps_text_and_looks(texts: list[str]) -> None:
    pieces = [Piece(text, f"role{number}") for number, text in enumerate(texts)]
    whole = "".join(texts)
    middle = len(whole) // 2
    left, right = cut(pieces, [(0, middle), (middle, len(whole))])
    assert "".join(piece.text for piece in left) == whole[:middle]
    assert "".join(piece.text for piece in right) == whole[middle:]
    assert all(piece.text in texts[int(piece.role[4:])] for piece in left + right)


@given(texts, st.integers(0, 30))
def test_a_text_fits_the_cells_it_gets(text: str, width: int) -> None:
    assert cell_len(fit(text, width)) <= width


def test_what_was_cut_ends_in_an_ellipsis() -> None:
    assert fit("Zierikzee", 6) == "Zieri…"
    assert fit("Zierikzee", 9) == "Zierikzee"


def test_a_flow_hangs_under_its_first_line() -> None:
    made = flow([Piece("een twee drie vier")], 11, (Piece("1. "),), (Piece("   "),))
    assert [line.text for line in made] == ["1. een twee", "   drie", "   vier"]


def test_a_flow_tells_what_stood_between_its_lines() -> None:
    made = flow([Piece("een aardappel\ntwee")], 6)
    assert [(line.text, line.ending) for line in made] == [
        ("een", " "), ("aardap", ""), ("pel", "\n"), ("twee", "\n")
    ]  # fmt: skip


def test_an_endless_run_is_cut_and_says_so() -> None:
    assert clip("kort", "ingekort") == "kort"
    assert clip("x" * 1_000_000 + " slot", "ingekort") == "x" * 4_000 + "… ingekort slot"
