"""Every text that a user sees, in Dutch (first) and English: one named tuple a place, two instances."""

from __future__ import annotations

from collections.abc import Mapping
from importlib import import_module
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
    """All texts in one language; those of a place are loaded when they are first asked for.

    A place is a module here that has them as `NL` and `EN`.
    """

    screen: ScreenWords
    backup: BackupWords
    changes: ChangesWords
    cli: CliWords
    doctor: DoctorWords  # for what an examination finds
    problems: ProblemWords  # for what went wrong
    health: HealthWords  # for how a source is
    fulltext: FullTextWords
    own: OwnWords  # for what can be set for one source
    pictures: PictureWords
    pane: PaneWords  # of the reading pane
    settings: SettingsWords
    sharing: SharingWords  # for what is saved, sent, played and downloaded
    stories: StoryWords

    def __init__(self, language: Language) -> None:
        self.language = language

    if not TYPE_CHECKING:  # or any name would do

        def __getattr__(self, name):
            """The words of that place."""
            if name not in Words.__annotations__:
                raise AttributeError(f"no words for {name!r}")
            found = getattr(import_module(f"{__name__}.{name}"), self.language.upper())
            setattr(self, name, found)
            return found


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
