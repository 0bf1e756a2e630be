"""The choice of a language, and texts that are complete in both."""

from __future__ import annotations

from collections.abc import Mapping

import pytest

from newsreader.words import Language, Words, choose, of
from newsreader.words.screen import EN, NL

LANGUAGES: tuple[Language, ...] = ("nl", "en")


@pytest.mark.parametrize(
    ("setting", "option", "environ", "language"),
    [
        ("auto", None, {}, "nl"),
        ("auto", None, {"LANG": "en_GB.UTF-8"}, "en"),
        ("auto", None, {"LANG": "nl_NL.UTF-8"}, "nl"),
        ("auto", None, {"LANG": "C"}, "nl"),
        ("auto", None, {"LANG": "en_US", "LC_ALL": "nl_BE"}, "nl"),
        ("auto", None, {"LANG": "nl_NL", "LC_MESSAGES": "en_US"}, "en"),
        ("auto", None, {"LC_ALL": "", "LANG": "en_US"}, "en"),
        ("nl", None, {"LANG": "en_US"}, "nl"),
        ("en", None, {"LANG": "nl_NL"}, "en"),
        ("en", "nl", {"LANG": "en_US"}, "nl"),
        ("nl", "en", {}, "en"),
        ("fr", "de", {}, "nl"),
    ],
)
def test_the_option_then_the_setting_then_the_locale_then_dutch(
    setting: str, option: str | None, environ: Mapping[str, str], language: str
) -> None:
    assert choose(setting, option, environ) == language
    assert of(choose(setting, option, environ)).language == language


def test_every_place_has_its_own_words_in_both_languages() -> None:
    for place, kind in Words.__annotations__.items():
        nl, en = (getattr(of(language), place) for language in LANGUAGES)
        assert type(nl).__name__ == type(en).__name__ == kind
        assert nl is not en
    with pytest.raises(AttributeError):
        of("nl").elders  # type: ignore[attr-defined]  # noqa: B018


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("place", Words.__annotations__)
def test_no_text_is_empty_or_untidy(place: str, language: Language) -> None:
    for name, text in getattr(of(language), place)._asdict().items():
        if isinstance(text, str) and name != "because":  # which is put behind another
            assert (name, text) == (name, text.strip())
            assert text, name
            assert "  " not in text, name


def test_counts_have_a_singular_and_a_plural_in_both() -> None:
    for words in (NL, EN):
        for count in (words.hits, words.source_articles, words.undone, words.marked_all):
            assert count(1) != count(2).replace("2", "1")
            assert "1" in count(1)
            assert "0" in count(0)


def test_foreign_words_come_through_as_they_are() -> None:
    for words in (NL, EN):
        for text in (words.copied, words.opening, words.no_hits, words.source_removed):
            assert "[b]{x}%s" in text("[b]{x}%s")
