"""Which theme is worn."""

from __future__ import annotations

import pytest

from newsreader.ui.themes import OWN, choose
from newsreader.words import of

AVAILABLE = {"krant-dark", "krant-light", "ansi-dark", "ansi-light", "nord"}


@pytest.mark.parametrize(
    ("setting", "no_color", "theme"),
    [
        ("", False, "krant-dark"),
        ("krant-light", False, "krant-light"),
        ("nord", False, "nord"),
        ("weg", False, "krant-dark"),
        ("", True, "ansi-dark"),
        ("krant-light", True, "ansi-dark"),
        ("ansi-light", True, "ansi-light"),
        ("ansi-weg", True, "ansi-dark"),
    ],
)
def test_the_setting_where_it_can_be_and_no_colour_where_that_is_asked(
    setting: str, no_color: bool, theme: str
) -> None:
    assert choose(setting, AVAILABLE, no_color=no_color) == theme


@pytest.mark.parametrize("language", ["nl", "en"])
def test_our_own_themes_have_names(language: str) -> None:
    names = of("nl" if language == "nl" else "en").screen.theme_names
    assert set(names) == {theme.name for theme in OWN}
    assert len(set(names.values())) == len(names)
