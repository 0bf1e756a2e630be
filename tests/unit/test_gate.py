"""The last gate: what may reach a terminal, and what may not."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsreader import gate

HOSTILE = [
    "\x1b[2J",
    "\x1b]0;titel\x07",
    "\x9b31m",
    "\x90payload\x9c",
    "\u202eomgekeerd\u202c",
    "\u2066a\u2069",
    "\x7f",
    "\ufeff",
    "\u061c",
    "\U000e0041",
    "\ud800",
    "\x00",
    "\x0e",
]
ALLOWED = "\n\t"


def is_clean(text: str) -> bool:
    bad = {"Cc", "Cs"}
    bidi = {"LRE", "RLE", "LRO", "RLO", "PDF", "LRI", "RLI", "FSI", "PDI"}
    return all(
        char in ALLOWED
        or (unicodedata.category(char) not in bad and unicodedata.bidirectional(char) not in bidi)
        for char in text
    )


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_characters_are_dropped(text: str) -> None:
    assert is_clean(gate.safe(f"voor{text}na"))
    assert gate.safe(f"voor{text}na").startswith("voor")
    assert gate.line(f"voor{text}na").endswith("na")


def test_a_pile_of_marks_is_cut_to_what_languages_have() -> None:
    pile = gate.safe("e" + "\u0301\u0327" * 300_000 + "n")  # in the order of NFC only after hours
    assert (pile[0], pile[-1], len(pile)) == ("ȩ", "n", 7)
    assert len(gate.safe("ש" + "\u05c1\u05b8" * 300_000)) == 7
    assert gate.safe("\u2500" * 40 + "👩‍👩‍👧‍👦" * 9) == "\u2500" * 40 + "👩‍👩‍👧‍👦" * 9
    assert gate.safe("Việt ở Đảo; קָמַץ; ষ্টি; q̃́") == unicodedata.normalize("NFC", "Việt ở Đảo; קָמַץ; ষ্টি; q̃́")


TEXTS = st.text(
    st.characters() | st.sampled_from("".join(HOSTILE) + "\r\n\v\f\x85\u2028\u2029é"), max_size=60
)


@given(TEXTS)
def test_no_text_gets_a_control_character_through(text: str) -> None:
    assert is_clean(gate.safe(text))
    assert is_clean(gate.line(text))
    assert "\n" not in gate.line(text)


@given(TEXTS)
def test_a_second_gate_changes_nothing(text: str) -> None:
    assert gate.safe(gate.safe(text)) == gate.safe(text)
    assert gate.line(gate.line(text)) == gate.line(text)


@given(TEXTS, st.integers(1, 30))
def test_a_limit_is_kept_and_shown(text: str, limit: int) -> None:
    for clean in (gate.safe, gate.line):
        whole, cut = clean(text), clean(text, limit)
        assert cut == whole if len(whole) <= limit else len(cut) == limit
        assert cut == whole or cut == whole[: limit - 1] + "…"


@given(st.text(st.sampled_from("aé zZ09.,'\"<[]&\n\t🙂漢ß"), max_size=40))
def test_ordinary_text_passes_as_it_is(text: str) -> None:
    assert gate.safe(text) == unicodedata.normalize("NFC", text)


@pytest.mark.parametrize("end", ["\r\n", "\r", "\v", "\f", "\x85", "\u2028", "\u2029"])
def test_every_line_end_is_a_newline_and_on_one_line_a_space(end: str) -> None:
    assert gate.safe(f"een{end}twee") == "een\ntwee"
    assert gate.line(f" een{end}\t twee ") == "een twee"


def test_letters_are_composed_and_what_joins_emoji_stays() -> None:
    assert gate.safe("cafe\u0301") == "café"
    assert gate.safe("👩\u200d🚀") == "👩\u200d🚀"
