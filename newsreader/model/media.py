"""What belongs to an article beside its text."""

from __future__ import annotations

from typing import NamedTuple


class Enclosure(NamedTuple):
    """A file that belongs to an article. `length` is in bytes, `duration` in seconds; 0 is unknown."""

    url: str
    type: str = ""
    length: int = 0
    title: str = ""
    duration: int = 0

    @property
    def time(self) -> str:
        """How long it plays, as a player shows it: `45:10`, `1:02:03`; empty when that is not known."""
        if self.duration <= 0:
            return ""
        minutes, second = divmod(self.duration, 60)
        hours, minute = divmod(minutes, 60)
        return f"{hours}:{minute:02}:{second:02}" if hours else f"{minute}:{second:02}"


class Image(NamedTuple):
    """A picture that belongs to an article."""

    url: str
    caption: str = ""
    credit: str = ""
    width: int = 0
    height: int = 0
    alt: str = ""  # what is to be seen, for who does not see it
