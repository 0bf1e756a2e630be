"""The lines of the settings screen: what each setting is now, in words, and what a change of it would be."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from newsreader.settings import WEBMAILS, Change, Settings, allowed
from newsreader.ui.screens.first_run import CHOICES
from newsreader.words import Words
from newsreader.words.settings import SettingsWords

Options = tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Setting:
    """One line: its name, its value in words, and how to make a change of what was picked or typed."""

    name: str
    value: str
    plain: str
    change: Callable[[str], dict[str, Change]]
    options: Options = ()  # to pick from; none: a text is asked
    wrong: Callable[[str], str] = lambda _: ""

    def fault(self, text: str) -> str:
        """What is wrong with a text; nothing when the settings file may hold it."""
        try:
            fine = allowed(self.change(text.strip()))
        except ValueError:
            fine = False
        return "" if fine else self.wrong(text)


def lines(settings: Settings, theme: str, texts: Words) -> tuple[Setting, ...]:
    """All settings as they are now."""
    words, themes = texts.settings, texts.screen.theme_names
    languages: Options = (("auto", words.language_auto), ("nl", "Nederlands"), ("en", "English"))
    return (
        Setting(
            words.language,
            dict(languages).get(settings.language, settings.language),
            settings.language,
            lambda text: {"language": text},
            languages,
        ),
        *_webmail_lines(settings, words),
        Setting(words.theme, themes.get(theme, theme), theme, lambda text: {"theme": text}),
        *_number_lines(settings, words),
        Setting(
            words.browser,
            settings.browser or words.system_browser,
            settings.browser,
            lambda text: {"browser": text},
        ),
    )


def _webmail_lines(settings: Settings, words: SettingsWords) -> tuple[Setting, ...]:
    """Which webmail, and the address of each."""
    return (
        Setting(
            words.webmail,
            dict(CHOICES).get(settings.webmail, words.not_chosen),
            settings.webmail,
            lambda text: {"webmail": text},
            CHOICES,
        ),
        *(
            Setting(
                words.address(name),
                settings.webmail_addresses[key],
                settings.webmail_addresses[key],
                partial(_address_change, key),
                wrong=words.bad_address,
            )
            for key, name in CHOICES
        ),
    )


def _number_lines(settings: Settings, words: SettingsWords) -> tuple[Setting, ...]:
    """How often to refresh, and how long to keep."""
    minutes, days = settings.refresh_minutes, settings.keep_days
    return (
        Setting(
            words.refresh,
            words.every_minutes(minutes) if minutes else words.never,
            str(minutes),
            lambda text: {"refresh_minutes": int(text)},
            wrong=words.bad_number,
        ),
        Setting(
            words.keep,
            words.days(days) if days else words.forever,
            str(days),
            lambda text: {"keep_days": int(text)},
            wrong=words.bad_number,
        ),
    )


def _address_change(key: str, text: str) -> dict[str, Change]:
    """An empty address puts the program's own back."""
    return {"webmail_addresses": {key: text or WEBMAILS[key]}}
