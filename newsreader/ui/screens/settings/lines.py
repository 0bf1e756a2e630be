"""The lines of the settings screen: what each setting is now, in words, and what a change of it would be."""

from __future__ import annotations

from functools import partial

from newsreader.settings import WEBMAILS, Change, Settings
from newsreader.ui.screens.first_run import CHOICES
from newsreader.ui.screens.settings.files import file_lines
from newsreader.ui.screens.settings.line import Options, Setting
from newsreader.ui.screens.settings.pictures import picture_lines
from newsreader.ui.screens.settings.stories import story_lines
from newsreader.words import Words
from newsreader.words.settings import SettingsWords


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
        *_text_lines(settings, words),
        *_pane_lines(settings, words),
        Setting(
            words.browser,
            settings.browser or words.system_browser,
            settings.browser,
            lambda text: {"browser": text},
        ),
        _changed_line(settings, texts),
        *picture_lines(settings, texts),
        *story_lines(settings, texts),
        *file_lines(settings, words),
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


def _changed_line(settings: Settings, texts: Words) -> Setting:
    """Whether what was read becomes unread when it has changed."""
    words = texts.changes
    return Setting(
        words.setting,
        words.yes if settings.unread_when_changed else words.no,
        "yes" if settings.unread_when_changed else "no",
        lambda text: {"unread_when_changed": text == "yes"},
        (("yes", words.yes), ("no", words.no)),
    )


def _text_lines(settings: Settings, words: SettingsWords) -> tuple[Setting, ...]:
    """When full texts are fetched, and how much of them beforehand."""
    megabytes = settings.full_text_megabytes
    return (
        Setting(
            words.full_text,
            words.full_texts[settings.full_text],
            settings.full_text,
            lambda text: {"full_text": text},
            tuple(words.full_texts.items()),
        ),
        Setting(
            words.megabytes,
            words.a_day(megabytes) if megabytes else words.nothing_ahead,
            str(megabytes),
            lambda text: {"full_text_megabytes": int(text)},
            wrong=words.bad_number,
        ),
    )


def _pane_lines(settings: Settings, words: SettingsWords) -> tuple[Setting, ...]:
    """How an article is set, when it counts as read, and who reads it aloud."""
    return (
        Setting(
            words.measure,
            words.cells(settings.measure),
            str(settings.measure),
            lambda text: {"measure": int(text)},
            wrong=words.bad_measure,
        ),
        Setting(
            words.density,
            words.densities[settings.density],
            settings.density,
            lambda text: {"density": text},
            tuple(words.densities.items()),
        ),
        Setting(
            words.mark_read,
            words.markings[settings.mark_read],
            settings.mark_read,
            lambda text: {"mark_read": text},
            tuple(words.markings.items()),
        ),
        Setting(
            words.voice,
            settings.voice or words.system_voice,
            settings.voice,
            lambda text: {"voice": text},
            wrong=words.bad_command,
        ),
    )


def _address_change(key: str, text: str) -> dict[str, Change]:
    """An empty address puts the program's own back."""
    return {"webmail_addresses": {key: text or WEBMAILS[key]}}
