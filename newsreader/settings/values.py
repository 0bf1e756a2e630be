"""What can be set, and what holds when nothing (valid) is set."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, NamedTuple, cast

if TYPE_CHECKING:
    from newsreader.settings.sources import SourceSettings

WEBMAILS: Mapping[str, str] = {
    "zeelandnet": "https://webmail.zeelandnet.nl/",  # the link on the portal's own page
    "delta": "https://webmail.delta.nl/",  # plausible, never verified: hence a setting
}
"""The two webmails to choose from, with the address each has unless the settings say otherwise."""

PICTURES = ("auto", "always", "never")
PROTOCOLS = ("auto", "kitty", "sixel", "iterm2", "halfblocks")
"""When pictures are shown, and how they get on the screen."""


MEASURES = range(60, 91)
"""How long a line of text may be, in cells."""

DENSITIES = ("compact", "normal", "airy")
"""How much white there is in a text, least first."""

MARKINGS = ("open", "end", "hand")
"""When an article counts as read: when it is opened, when its end has been seen, or only by hand."""


NOTHING_SET: Mapping[str, Any] = {}
"""A table of the settings file that is not there."""


class Settings(NamedTuple):
    """The reader's own choices; every field has a default that works."""

    language: str = "auto"  # auto, nl, en
    webmail: str = ""  # zeelandnet, delta; empty: not chosen yet
    theme: str = ""  # empty: the program's own
    refresh_minutes: int = 15  # 0: only when asked
    keep_days: int = 90  # for read articles that are not saved; 0: for ever
    measure: int = 76  # cells of a line of text: 60 to 90
    density: str = "normal"  # of the text: compact, normal, airy
    mark_read: str = "open"  # when an article counts as read: open, end, hand
    voice: str = ""  # a command that reads its standard input aloud; empty: the system's own voice
    browser: str = ""  # a name or command that the `webbrowser` module knows; empty: the system's
    webmail_addresses: Mapping[str, str] = WEBMAILS
    player: str = ""  # a command for audio, video and PDF, with {url} and {title}; empty: the system's
    download_folder: str = ""  # for what is saved and downloaded; empty: the platform's own
    stories: bool = True  # tell each story once
    story_read: str = "one"  # one, all: what reading a telling marks as read besides
    source_preference: tuple[str, ...] = ()  # ids: whose telling stands for a story, of equals
    keep_tracking: bool = False  # in the addresses of articles: what only follows the reader about
    pictures: str = "auto"  # auto: where the terminal can, not over SSH; always, never
    picture_protocol: str = "auto"  # auto, kitty, sixel, iterm2, halfblocks
    picture_cache: int = 100  # megabytes on disk; 0: none are kept
    unread_when_changed: bool = False  # an article that was read and says something else since
    full_text: str = "auto"  # of truncated articles: auto, open (only when opened), never
    full_text_megabytes: int = 20  # a day, for texts that nobody has opened yet; 0: none
    keys: Mapping[str, tuple[str, ...]] = NOTHING_SET  # command id → its keys
    source: Mapping[str, Mapping[str, object]] = NOTHING_SET  # id → its table

    def of_source(self, source_id: str) -> SourceSettings:
        """What is set for one source."""
        from newsreader.settings.sources import SourceSettings

        return SourceSettings(**cast("dict[str, Any]", self.source.get(source_id, {})))
