"""What a list of articles shows, and all it asks of where they come from."""

from __future__ import annotations

from datetime import datetime
from typing import NamedTuple, Protocol


class ArticleRow(NamedTuple):
    """What a list draws of an article. Times are aware UTC."""

    id: int
    title: str
    url: str
    source_id: str
    source: str  # its title
    section: str
    summary: str
    published: datetime | None
    published_until: datetime | None
    first_seen: datetime
    read: bool = False
    saved: bool = False
    sample: bool = False  # fiction, from the sample edition
    changed: bool = False  # in meaning, since its reader last saw it
    whole: bool = False  # its text is all here, to be read without a network
    others: int = 0  # other sources with the same story, else other articles, where a row stands for it
    telling: str = ""  # under the row that stands for its story: `copy` of an earlier text, or an `angle`
    followed: bool = False  # its story is followed

    @property
    def moment(self) -> datetime:
        """When it is taken to have appeared: its publication, else the first time it was seen."""
        return self.published or self.first_seen


class Rows(Protocol):
    """A list of articles of any length: all that the list widget knows of the store."""

    def __len__(self) -> int:
        """How many rows there are."""
        ...

    def row(self, index: int) -> ArticleRow | None:
        """The row at that place; None when it has just disappeared."""
        ...

    def index_of(self, article_id: int, near: int = 0, *, far: bool = True) -> int | None:
        """The place of that article, if it has one: looked for around `near`, then (`far`) everywhere."""
        ...
