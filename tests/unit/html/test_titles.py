"""Titles as one clean line."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsreader.gate import line
from newsreader.sources.blocks import line_of


@pytest.mark.parametrize(
    ("title", "shown"),
    [
        ("Brug dicht", "Brug dicht"),
        ("AT&amp;T", "AT&T"),
        ("AT&amp;amp;T", "AT&T"),
        ("caf&amp;eacute;", "café"),
        ("<b>Vet</b> en <i>schuin</i>", "Vet en schuin"),
        ("&lt;b&gt;Vet&lt;/b&gt; nieuws", "Vet nieuws"),
        ("Een<br>twee", "Een twee"),
        ("<p>Zonder eind", "Zonder eind"),
        ("<a href='x'>Link", "Link"),
        ("<script>x()</script>Kop", "Kop"),
        ("&lt;b&gt;", "<b>"),
        ("Het element <b> uitgelegd", "Het element <b> uitgelegd"),
        ("1 < 2 > 0", "1 < 2 > 0"),
        ("List<String>", "List<String>"),
        ("[/nope] [bold]", "[/nope] [bold]"),
        ("a\n b\x1b[2J\u202e", "a b[2J"),
        ("", ""),
    ],
)
def test_titles(title: str, shown: str) -> None:
    assert line_of(title) == shown


@given(st.text())
def test_any_title_is_one_clean_line(title: str) -> None:
    shown = line_of(title)
    assert shown == line(shown)


@given(st.text(alphabet=st.characters(exclude_characters="<&", exclude_categories=["C"]), max_size=200))
def test_plain_words_stay(title: str) -> None:
    assert line_of(title) == line(title)
