"""Every text that a user sees, in Dutch (first) and English: one frozen dataclass a place, two instances."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal, cast

from newsreader.words import ages, cli, problems, screen

Language = Literal["nl", "en"]


@dataclass(frozen=True, slots=True)
class Words:
    """All texts in one language."""

    language: Language
    screen: screen.ScreenWords
    cli: cli.CliWords
    problems: problems.ProblemWords


_WORDS: Mapping[Language, Words] = {
    "nl": Words("nl", screen.NL, cli.NL, problems.NL),
    "en": Words("en", screen.EN, cli.EN, problems.EN),
}


def of(language: Language) -> Words:
    """The words in that language."""
    return _WORDS[language]


def choose(setting: str, option: str | None, environ: Mapping[str, str]) -> Language:
    """The language to speak: the option, else the setting, else an English locale, else Dutch."""
    for wish in (option, setting):
        if wish in _WORDS:
            return cast(Language, wish)
    locale = next((environ[name] for name in ("LC_ALL", "LC_MESSAGES", "LANG") if environ.get(name)), "")
    return "en" if locale.startswith("en") else "nl"


__all__ = ["Language", "Words", "ages", "choose", "of"]
