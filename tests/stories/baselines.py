"""What is measured beside ours: each joins the story of the article most like it, or starts one."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from tests.stories.load import Article
from tests.stories.metrics import Groups, b_cubed
from tests.stories.tfidf import Cosines, words

TITLE_JACCARD = 0.5
THRESHOLDS = tuple(step / 50 for step in range(3, 41))  # 0.06 … 0.80


@dataclass(frozen=True, slots=True)
class Link:
    """The earlier article that one is most like, and how much so (0 to 1)."""

    article: str
    nearest: str
    likeness: float


def joined(links: Iterable[Link], threshold: float) -> Groups:
    """The stories that come of following every link that is strong enough."""
    stories: dict[str, str] = {}
    for link in links:
        follows = link.nearest and link.likeness >= threshold
        stories[link.article] = stories[link.nearest] if follows else link.article
    return stories


def title_links(articles: Iterable[Article], likeness: Callable[[str, str], float]) -> list[Link]:
    """For each article the earlier one whose title is most like its own."""
    links: list[Link] = []
    earlier: list[Article] = []
    for article in articles:
        best = max(((likeness(article.title, other.title), other.id) for other in earlier), default=(0.0, ""))
        links.append(Link(article.id, best[1], best[0]))
        earlier.append(article)
    return links


def same(title: str, other: str) -> float:
    """1 for titles that differ in nothing but capitals, 0 for others."""
    return float(title.casefold() == other.casefold())


def jaccard(title: str, other: str) -> float:
    """The words in common as a share of all words of both titles."""
    mine, theirs = set(words(title)), set(words(other))
    return len(mine & theirs) / len(mine | theirs) if mine | theirs else 0.0


def cosine_links(articles: Iterable[Article]) -> list[Link]:
    """For each article the earlier one whose TF-IDF vector makes the smallest angle with its own."""
    cosines = Cosines()
    links = []
    for article in articles:
        likeness, nearest = next(iter(cosines.add(article)), (0.0, ""))
        links.append(Link(article.id, nearest, likeness))
    return links


def search_threshold(articles: Sequence[Article]) -> list[tuple[float, float]]:
    """The B-cubed F1 of TF-IDF cosine at every threshold: (F1, threshold), the best first."""
    links = cosine_links(articles)
    truth = {article.id: article.story for article in articles}
    scores = ((b_cubed(joined(links, threshold), truth).f1, threshold) for threshold in THRESHOLDS)
    return sorted(scores, reverse=True)


class NewestOfSection:
    """Related is what came last in the section, as most sites have it."""

    def __init__(self) -> None:
        self._articles: list[Article] = []

    def add(self, article: Article) -> None:
        """Take in the next article."""
        self._articles.append(article)

    def related(self, article: Article, limit: int) -> Sequence[str]:
        """The newest of the section, without the article itself."""
        there = (other for other in reversed(self._articles) if other.section == article.section)
        return [other.id for other in there if other.id != article.id][:limit]


class NearestByCosine:
    """Related is what has the most words in common, the rare ones counting more."""

    def __init__(self) -> None:
        self._cosines = Cosines()

    def add(self, article: Article) -> None:
        """Take in the next article."""
        self._cosines.add(article)

    def related(self, article: Article, limit: int) -> Sequence[str]:
        """The nearest by TF-IDF cosine."""
        return [other for _, other in self._cosines.near(article)[:limit]]
