"""The lines of the settings screen about stories."""

from __future__ import annotations

from newsreader.settings import Settings
from newsreader.ui.screens.settings.line import Setting
from newsreader.words import Words


def story_lines(settings: Settings, texts: Words) -> tuple[Setting, ...]:
    """Whether each story stands in a list once, and what reading one marks as read."""
    words = texts.stories
    plain = {True: "true", False: "false"}
    return (
        Setting(
            words.setting,
            words.switched[settings.stories],
            plain[settings.stories],
            lambda text: {"stories": text == "true"},
            tuple((plain[on], words.switched[on]) for on in (True, False)),
        ),
        Setting(
            words.reading,
            words.reads[settings.story_read],
            settings.story_read,
            lambda text: {"story_read": text},
            tuple(words.reads.items()),
        ),
    )
