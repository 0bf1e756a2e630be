"""The lines of the settings screen about the files that go with articles."""

from __future__ import annotations

from newsreader.settings import Settings
from newsreader.ui.screens.settings.line import Setting
from newsreader.words.settings import SettingsWords


def file_lines(settings: Settings, words: SettingsWords) -> tuple[Setting, ...]:
    """What plays them, and where they are kept."""
    return (
        Setting(
            words.player,
            settings.player or words.system_player,
            settings.player,
            lambda text: {"player": text},
            wrong=words.bad_command,
        ),
        Setting(
            words.download_folder,
            settings.download_folder or words.system_folder,
            settings.download_folder,
            lambda text: {"download_folder": text},
        ),
    )
