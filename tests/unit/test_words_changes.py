"""The words about what changed, in both languages."""

import pytest

from newsreader.words import Language, of


@pytest.mark.parametrize("language", ["nl", "en"])
def test_the_key_and_the_steps_are_told(language: Language) -> None:
    words = of(language).changes
    assert "(X: " in words.altered("X")
    assert "(X: " in words.since_read("X")
    assert " · " not in words.title(1, 1)
    assert all(number in words.title(2, 3) for number in "23")
    assert words.when("een dag", "zojuist").endswith("een dag · zojuist")


@pytest.mark.parametrize("language", ["nl", "en"])
def test_the_keys_and_the_signs_fit_on_a_line_of_a_narrow_screen(language: Language) -> None:
    words = of(language).changes
    assert max(map(len, (words.hint, words.legend, words.same_text))) <= 78
