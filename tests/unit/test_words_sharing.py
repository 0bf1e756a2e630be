"""The words for what leaves the reader: complete in both languages, and short enough for 80 columns."""

from __future__ import annotations

import pytest

from newsreader.export.formats import Format
from newsreader.words.sharing import EN, NL, SharingWords

BOTH = pytest.mark.parametrize("words", [NL, EN], ids=["nl", "en"])
DIALOG = 68
"""Columns inside a dialog on a screen of 80."""


@pytest.mark.parametrize(
    "name", ["pipe_hint", "files_hint", "file_hint", "pipe_title", "what", "which_format"]
)
def test_a_line_of_a_dialog_fits_in_it(name: str) -> None:
    assert len(getattr(NL, name)) <= DIALOG
    assert len(getattr(EN, name)) <= DIALOG


@BOTH
def test_every_format_has_its_name(words: SharingWords) -> None:
    assert set(words.formats) == set(Format)


@BOTH
def test_how_far_it_is_is_a_bar_where_that_is_known(words: SharingWords) -> None:
    half = words.downloading("a.mp3", "1 MB", "2 MB", 50)
    assert half.count("█") == half.count("░") == 10
    assert "50 %" in half
    assert words.downloading("a.mp3", "1 MB", "", None) == "a.mp3: 1 MB"
    assert len(words.downloading("a" * 20, "999,9 MB", "999,9 MB", 100)) <= 78


@BOTH
def test_counts_have_a_singular_and_a_plural(words: SharingWords) -> None:
    for count in (words.not_pictured, words.shortened, words.copied):
        assert count(1) != count(2).replace("2", "1")
    assert words.written("a.md", 1, 1) != words.written("a.md", 2, 2).replace("2", "1")
    assert "0" not in words.written("a.md", 1, 0)
