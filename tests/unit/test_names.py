"""Names of files: nothing in a title or an address can make one that is not a plain file in its folder."""

from __future__ import annotations

from pathlib import PurePosixPath, PureWindowsPath

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsreader.names import LONGEST, file_name, of_address, of_path


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("Brug in Vlissingen weer open", "Brug in Vlissingen weer open.md"),
        ("AC/DC: “Terug” <live>?", "AC DC “Terug” live.md"),
        ("../../etc/passwd", "etc passwd.md"),
        ("con", "_con.md"),
        ("LPT1.txt", "_LPT1.txt.md"),
        ("Consul", "Consul.md"),
        ("-rf ~", "rf ~.md"),
        ("eindigt op punten...", "eindigt op punten.md"),
        ("\x1b]0;x\x07 \u202eomgekeerd", "]0;x omgekeerd.md"),
        ("...", "newsreader.md"),
        ("", "newsreader.md"),
    ],
)
def test_titles(title: str, name: str) -> None:
    assert file_name(title, ".md") == name


@given(st.text(max_size=300), st.sampled_from(["", ".md", ".epub"]))
def test_any_title_is_one_part_of_a_path_everywhere(title: str, suffix: str) -> None:
    for name in (file_name(title, suffix), of_path(title), of_address(f"https://e.nl/{title}")):
        if not name:
            continue
        assert PurePosixPath(name).parts == PureWindowsPath(name).parts == (name,)
        assert name not in (".", "..")
        assert not name.startswith(("-", ".", "~", " "))
        assert not name.endswith((".", " "))
        assert len(name.encode()) <= LONGEST + 12
        assert not any(letter < " " or letter == "\x7f" for letter in name)


def test_a_name_of_a_path_keeps_its_suffix() -> None:
    assert of_path("c:\\map\\" + "a" * 300 + ".mp3") == "a" * (LONGEST - 4) + ".mp3"
    assert of_address("https://e.nl/caf%C3%A9.mp3?a=b.ogg") == "café.mp3"
    assert of_address("https://[") == ""
