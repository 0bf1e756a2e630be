"""Every text that a user sees, in Dutch (first) and English: one named tuple a place, two instances."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property
from typing import TYPE_CHECKING, Literal, cast

if TYPE_CHECKING:
    from newsreader.words.backup import BackupWords
    from newsreader.words.changes import ChangesWords
    from newsreader.words.cli import CliWords
    from newsreader.words.doctor import DoctorWords
    from newsreader.words.fulltext import FullTextWords
    from newsreader.words.health import HealthWords
    from newsreader.words.own import OwnWords
    from newsreader.words.pane import PaneWords
    from newsreader.words.pictures import PictureWords
    from newsreader.words.problems import ProblemWords
    from newsreader.words.screen import ScreenWords
    from newsreader.words.settings import SettingsWords
    from newsreader.words.sharing import SharingWords
    from newsreader.words.stories import StoryWords

Language = Literal["nl", "en"]
_LANGUAGES = ("nl", "en")


class Words:
    """All texts in one language; those of a place are loaded when they are first asked for."""

    def __init__(self, language: Language) -> None:
        self.language = language

    @cached_property
    def screen(self) -> ScreenWords:
        """The words of the screen."""
        from newsreader.words import screen

        return screen.NL if self.language == "nl" else screen.EN

    @cached_property
    def backup(self) -> BackupWords:
        """The words about backups."""
        from newsreader.words import backup

        return backup.NL if self.language == "nl" else backup.EN

    @cached_property
    def changes(self) -> ChangesWords:
        """The words about articles that changed."""
        from newsreader.words import changes

        return changes.NL if self.language == "nl" else changes.EN

    @cached_property
    def cli(self) -> CliWords:
        """The words of the command line."""
        from newsreader.words import cli

        return cli.NL if self.language == "nl" else cli.EN

    @cached_property
    def doctor(self) -> DoctorWords:
        """The words for what an examination finds."""
        from newsreader.words import doctor

        return doctor.NL if self.language == "nl" else doctor.EN

    @cached_property
    def problems(self) -> ProblemWords:
        """The words for what went wrong."""
        from newsreader.words import problems

        return problems.NL if self.language == "nl" else problems.EN

    @cached_property
    def health(self) -> HealthWords:
        """The words for how a source is."""
        from newsreader.words import health

        return health.NL if self.language == "nl" else health.EN

    @cached_property
    def fulltext(self) -> FullTextWords:
        """The words for full texts."""
        from newsreader.words import fulltext

        return fulltext.NL if self.language == "nl" else fulltext.EN

    @cached_property
    def own(self) -> OwnWords:
        """The words for what can be set for one source."""
        from newsreader.words import own

        return own.NL if self.language == "nl" else own.EN

    @cached_property
    def pictures(self) -> PictureWords:
        """The words about pictures."""
        from newsreader.words import pictures

        return pictures.NL if self.language == "nl" else pictures.EN

    @cached_property
    def pane(self) -> PaneWords:
        """The words of the reading pane."""
        from newsreader.words import pane

        return pane.NL if self.language == "nl" else pane.EN

    @cached_property
    def settings(self) -> SettingsWords:
        """The words of the settings screen."""
        from newsreader.words import settings

        return settings.NL if self.language == "nl" else settings.EN

    @cached_property
    def sharing(self) -> SharingWords:
        """The words for what is saved, sent, played and downloaded."""
        from newsreader.words import sharing

        return sharing.NL if self.language == "nl" else sharing.EN

    @cached_property
    def stories(self) -> StoryWords:
        """The words around stories."""
        from newsreader.words import stories

        return stories.NL if self.language == "nl" else stories.EN


def of(language: Language) -> Words:
    """The words in that language."""
    return Words(language)


def choose(setting: str, option: str | None, environ: Mapping[str, str]) -> Language:
    """The language to speak: the option, else the setting, else an English locale, else Dutch."""
    for wish in (option, setting):
        if wish in _LANGUAGES:
            return cast(Language, wish)
    locale = next((environ[name] for name in ("LC_ALL", "LC_MESSAGES", "LANG") if environ.get(name)), "")
    return "en" if locale.startswith("en") else "nl"
