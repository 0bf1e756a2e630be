"""Every warning of a feed has words, in both languages."""

from __future__ import annotations

import pytest

from newsreader.sources.feed.damage import Damage
from newsreader.words.health import EN, NL, HealthWords

WARNINGS = sorted({*Damage, "future_date"})


@pytest.mark.parametrize("key", WARNINGS)
def test_a_warning_is_told_in_both_languages(key: str) -> None:
    (dutch,), (english,) = NL.warnings([key]), EN.warnings([key])
    assert dutch.strip()
    assert dutch != english


def test_no_two_warnings_are_told_alike() -> None:
    assert len(set(NL.warnings(WARNINGS))) == len(set(EN.warnings(WARNINGS))) == len(WARNINGS)


def test_a_key_of_another_version_is_left_out() -> None:
    assert NL.warnings(["verdampt", "truncated"]) == [NL.truncated]


def test_numbers_bend_the_words() -> None:
    assert NL.candidate("Bode", NL.feed, 1, NL.newest("nu")) == "Bode · feed · 1 bericht · nieuwste: nu"
    assert "2 articles" in EN.candidate("Bode", EN.feed, 2, EN.undated_feed)


def test_every_text_is_there() -> None:
    assert all(getattr(NL, name) and getattr(EN, name) for name in HealthWords._fields)
