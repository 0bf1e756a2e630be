"""The articles given in the order of time, as a reader would meet them, and what is asked meanwhile."""

from __future__ import annotations

import heapq
from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import datetime, timedelta
from typing import Protocol

from tests.stories.load import Article
from tests.stories.metrics import Groups

READ_AFTER = timedelta(hours=12)  # an article is opened in the evening of its day, not at the second it came
DEPTH = 5


class Grouping(Protocol):
    """Something that puts articles into stories, one at a time; it may join and split stories later on."""

    def add(self, article: Article) -> None:
        """Take in the next article."""

    def stories(self) -> Groups:
        """The story of every article taken in so far, under any name."""


class Relating(Protocol):
    """Something that tells what is related to an article it took in."""

    def add(self, article: Article) -> None:
        """Take in the next article."""

    def related(self, article: Article, limit: int) -> Sequence[str]:
        """The ids of what is related, the best first, without the article itself."""


def grouped(grouping: Grouping, articles: Sequence[Article]) -> Groups:
    """The stories when all articles have come in."""
    for article in articles:
        grouping.add(article)
    return grouping.stories()


def asked(
    relating: Relating, articles: Sequence[Article]
) -> Iterator[tuple[Article, Sequence[str], Mapping[str, int]]]:
    """Ask for every article `READ_AFTER` it came: the article, the ranking, the grades of all there is.

    An article is left out of the questions while nothing relevant is there.
    """
    there: list[Article] = []
    for article, is_question in _events(articles):
        if not is_question:
            relating.add(article)
            there.append(article)
            continue
        grades = {other.id: grade(article, other) for other in there if other.id != article.id}
        if any(grades.values()):
            yield article, relating.related(article, DEPTH), grades


def _events(articles: Sequence[Article]) -> Iterator[tuple[Article, bool]]:
    def keys(shift: timedelta) -> Callable[[Article], datetime]:
        return lambda article: article.published + shift

    comes = ((keys(timedelta())(article), 0, number) for number, article in enumerate(articles))
    asks = ((keys(READ_AFTER)(article), 1, number) for number, article in enumerate(articles))
    for _, kind, number in heapq.merge(comes, asks):
        yield articles[number], kind == 1


def grade(article: Article, other: Article) -> int:
    """How related two articles are: 3 one story, 2 one longer affair, 1 two subjects in common, 0 not."""
    if article.story == other.story:
        return 3
    if article.topic == other.topic:
        return 2
    return 1 if len(article.about & other.about) >= 2 else 0
