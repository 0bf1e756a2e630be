"""The last gate: what may reach a terminal, and what may not."""

from __future__ import annotations

import re
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


@given(TEXTS | st.text(st.characters(max_codepoint=0x7F)))
def test_plain_text_passes_as_it_is(text: str) -> None:
    assert gate.is_plain(text) == (text.isascii() and text.isprintable())
    assert not gate.is_plain(text) or gate.safe(text) == text


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


KEPT = {
    "emoji": "👩\u200d🚀 ❤\ufe0f\u200d🔥 👨🏽\u200d🦰 🏳\ufe0f\u200d🌈 1\ufe0f\u20e3 ☎\ufe0e",
    "Persian": "می\u200cخواهم، نامه\u200cای",
    "Arabic": "ه\u200d",
    "Hindi": "क्\u200dष क्\u200cष",
    "Bengali": "র\u200d্য",
    "Sinhala": "ශ්\u200dරී",
    "Malayalam": "ന്\u200d",
    "Mongolian": "ᠠ\u180b ᠨ\u180eᠠ",
    "ideographs": "葛\U000e0100城",
    "Myanmar": "က\ufe00",
}
DROPPED = {
    "joiners in Latin": ("a\u200db\u200cc", "abc"),
    "joiners at the ends": ("\u200d\u200cموز\u200c", "موز"),
    "joiners after joiners": ("क्\u200d\u200d\u200d\u200cष", "क्\u200dष"),
    "a joiner between an emoji and a word": ("🚀\u200dwoord", "🚀woord"),
    "what breaks lines": ("voet\u00adbal\u200bveld", "voetbalveld"),
    "fillers": ("a\u3164\uffa0\u115f\u1160b", "ab"),
    "a grapheme joiner": ("a\u034fb", "ab"),
    "Khmer vowels": ("ក\u17b4\u17b5", "ក"),
    "variants of nothing": ("\ufe0f a\ufe0fb \ufe0f", " ab "),
    "bytes in variants": ("😀" + "\ufe0f\ufe01" * 9 + "\U000e0101" * 9, "😀\ufe0f"),
    "Mongolian variants": ("a\u180b\u180eb", "ab"),
    "musical and shorthand controls": ("a\U0001d173\U0001bca0b", "ab"),
    "what is not assigned": ("a\ufff0\U000e0fffb", "ab"),
    "implicit marks": ("a\u200e\u200f\u061cb", "ab"),
}


@pytest.mark.parametrize("text", KEPT.values(), ids=KEPT)
def test_invisible_characters_that_a_script_needs_stay(text: str) -> None:
    assert gate.safe(text) == unicodedata.normalize("NFC", text)


@pytest.mark.parametrize(("text", "clean"), DROPPED.values(), ids=DROPPED)
def test_invisible_characters_that_nothing_needs_are_dropped(text: str, clean: str) -> None:
    assert gate.safe(text) == clean


INVISIBLE = st.text(st.sampled_from("".join([*KEPT.values(), *(text for text, _ in DROPPED.values())])))


@given(INVISIBLE)
def test_a_second_look_at_what_is_invisible_changes_nothing(text: str) -> None:
    assert gate.safe(gate.safe(text)) == gate.safe(text)


def test_what_is_not_exotic_is_composed_and_visible() -> None:
    ordinary = [chr(code) for code in range(0x3000) if not gate._EXOTIC.match(chr(code))]
    assert len(ordinary) > 800
    for sign in ordinary:
        assert unicodedata.normalize("NFC", f"e{sign}e") == f"e{sign}e"
        assert not re.match(gate._INVISIBLE, sign)
