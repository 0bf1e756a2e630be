"""A story: one event as several articles tell it, and what a screen shows of it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from newsreader.model.row import ArticleRow


@dataclass(frozen=True, slots=True)
class Telling:
    """An article of a story; a `copy` repeats the text of an earlier one, others are angles of their own."""

    row: ArticleRow
    copy: bool = False


@dataclass(frozen=True, slots=True)
class Story:
    """One event. The tellings stand from the earliest to the last; `lead` is the best of them."""

    id: int
    title: str  # of the lead
    lead: int  # its id
    tellings: tuple[Telling, ...]
    first: datetime
    last: datetime
    sources: tuple[str, ...]  # their titles, in the order in which they came with it
    followed: bool = False


@dataclass(frozen=True, slots=True)
class Brief:
    """An article in a list of stories."""

    id: int
    source: str  # its title
    title: str


@dataclass(frozen=True, slots=True)
class Listed:
    """A story in a list of many: its articles from the earliest to the last, under the title of the best."""

    id: int
    title: str
    articles: tuple[Brief, ...]
    first: datetime
    last: datetime


@dataclass(frozen=True, slots=True)
class Happening:
    """A story of the day: how much it weighs, and how many tellings each hour up to now brought."""

    story: Story
    weight: float
    hours: tuple[int, ...]  # the last one is the present hour
    over: bool = False  # nothing has been heard of it for a while


@dataclass(frozen=True, slots=True)
class Followed:
    """A story that the reader follows, and how many tellings have come since he last saw it."""

    story: Story
    new: int


@dataclass(frozen=True, slots=True)
class Regrouping:
    """What a decision about stories changed, as it was: what undo puts back."""

    tellings: tuple[
        tuple[int, int, int], ...
    ]  # articles, each with its story and the article it is a copy of
    bonds: tuple[tuple[int, int, bool], ...]  # two of those articles, and whether they belong together


@dataclass(frozen=True, slots=True)
class Joined:
    """How far the joining of articles is: `done` of `total`."""

    done: int
    total: int
