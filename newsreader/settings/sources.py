"""What can be set for one source, in the table `[source.<id>]` of the settings file."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class SourceSettings:
    """The reader's wishes for one source; what is empty or 0 is not set."""

    name: str = ""
    section: str = ""
    interval: int = 0  # minutes
    full_text: bool | str = "auto"  # true: always from the article's own page; false: never
    user_agent: str = ""
    headers: Mapping[str, str] = field(default_factory=dict)
    login: str = ""  # basic, bearer; the secret itself is kept elsewhere
    proxy: str = ""  # http://host:port
    keep: int = 0  # articles at most; saved ones are never dropped
    limited: bool = False  # it counts requests: no text is fetched that nobody has opened
    stories: bool = True  # its articles join others in stories

    @property
    def private(self) -> bool:
        """Whether its requests carry something that is no other host's business."""
        return bool(self.login or self.headers)
