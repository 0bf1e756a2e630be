"""The lines of the settings screen about pictures."""

from __future__ import annotations

from newsreader.pictures.decode import available
from newsreader.settings import PICTURES, PROTOCOLS, Settings
from newsreader.ui.screens.settings.line import Setting
from newsreader.words import Words


def picture_lines(settings: Settings, texts: Words) -> tuple[Setting, ...]:
    """When they are shown, how they are drawn, and how many are kept; a word where they cannot be shown."""
    words, megabytes = texts.pictures, settings.picture_cache
    when = words.when[settings.pictures]
    return (
        Setting(
            words.setting,
            when if available() or settings.pictures == "never" else f"{when} ({words.missing})",
            settings.pictures,
            lambda text: {"pictures": text},
            tuple((name, words.when[name]) for name in PICTURES),
        ),
        Setting(
            words.protocol,
            words.protocols[settings.picture_protocol],
            settings.picture_protocol,
            lambda text: {"picture_protocol": text},
            tuple((name, words.protocols[name]) for name in PROTOCOLS),
        ),
        Setting(
            words.cache,
            words.megabytes(megabytes) if megabytes else words.none_kept,
            str(megabytes),
            lambda text: {"picture_cache": int(text)},
            wrong=texts.settings.bad_number,
        ),
    )
