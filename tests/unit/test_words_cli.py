"""The words of the command line: both languages complete, and argparse's own faults translated."""

from __future__ import annotations

import re

import pytest

from newsreader.words import cli, stories, usage

TEXTS = [name for name in usage.UsageWords._fields if isinstance(getattr(usage.NL, name), str)]


@pytest.mark.parametrize("name", TEXTS)
def test_every_help_text_is_there_in_both_languages(name: str) -> None:
    assert getattr(usage.NL, name).strip()
    assert getattr(usage.EN, name).strip()
    assert "%" not in getattr(usage.NL, name) + getattr(usage.EN, name)  # argparse would fill it in


def test_every_reason_has_a_heading_in_both_languages() -> None:
    for language in (stories.NL, stories.EN):
        why = [language.why(each, "Sport", "Blad") for each in ("telling", "angle", "earlier", "about")]
        assert len(set(why)) == 4
        assert "Sport" in language.why("section", "Sport", "Blad")
        assert "Blad" in language.why("source", "", "Blad")


@pytest.mark.parametrize(
    ("message", "dutch"),
    [
        ("unrecognized arguments: --x y", "onbekend: --x y"),
        ("the following arguments are required: ID, URL", "er ontbreekt: ID, URL"),
        ("argument --lang: expected one argument", "bij --lang hoort een waarde"),
        (
            "argument --lang: invalid choice: 'fr' (choose from 'nl', 'en')",
            "--lang kan niet 'fr' zijn; kies uit 'nl', 'en'",
        ),
        ("argument --json: ignored explicit argument 'x'", "bij --json hoort geen waarde"),
    ],
)
def test_a_fault_of_argparse_is_told_in_dutch(message: str, dutch: str) -> None:
    for pattern, template in usage.NL.faults.items():
        found = re.fullmatch(pattern, message)
        if found:
            assert template.format(**found.groupdict()) == dutch
            return
    pytest.fail("no pattern knows it")


def test_numbers_and_names_bend_the_words() -> None:
    assert [cli.NL.articles(n) for n in (0, 1, 2)] == ["0 berichten", "1 bericht", "2 berichten"]
    assert cli.EN.articles(1) == "1 article"
    assert cli.NL.no_source("nso", "nos") == "er is geen bron “nso”; bedoelde je “nos”?"
    assert cli.EN.no_source("nso", "") == "there is no source “nso”."
    assert cli.NL.summary(23, 2) == "23 nieuw, 2 mislukt"
    assert cli.NL.summary(0, 0) == "0 nieuw"
