"""What is measured of one half: numbers only, so that they can be printed and written as JSON."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from tests.stories import metrics
from tests.stories.load import Article, bilingual
from tests.stories.metrics import Groups
from tests.stories.replay import Relating, asked


@dataclass(frozen=True, slots=True)
class StoryFigures:
    """How well one way of grouping does; `one_language` leaves out the stories told in two languages."""

    b_cubed: metrics.Score
    pairwise: metrics.Score
    one_language: metrics.Score
    traps: dict[str, metrics.Score]  # B-cubed over the articles of each kind of trap


@dataclass(frozen=True, slots=True)
class RelatedFigures:
    """How well one way of relating does, over the questions that have an answer."""

    precision: float
    ndcg: float
    questions: int


def of_stories(found: Groups, articles: Sequence[Article]) -> StoryFigures:
    """Measure groups against the truth."""
    truth = {article.id: article.story for article in articles}
    both = bilingual(list(articles))
    alone = {article: story for article, story in truth.items() if story not in both}
    return StoryFigures(
        metrics.b_cubed(found, truth),
        metrics.pairwise(found, truth),
        metrics.b_cubed(found, alone),
        {trap: metrics.b_cubed(found, truth, ids) for trap, ids in traps(articles).items()},
    )


def of_related(relating: Relating, articles: Sequence[Article]) -> RelatedFigures:
    """Ask for every article and measure the answers."""
    precisions, gains = [], []
    for _, ranked, grades in asked(relating, articles):
        precisions.append(metrics.precision_at(ranked, grades))
        gains.append(metrics.ndcg_at(ranked, grades))
    count = len(precisions)
    return RelatedFigures(sum(precisions) / count, sum(gains) / count, count)


def traps(articles: Sequence[Article]) -> dict[str, list[str]]:
    """The articles of each kind of trap, in the order of the alphabet."""
    found: dict[str, list[str]] = {}
    for article in articles:
        for trap in article.hard:
            found.setdefault(trap, []).append(article.id)
    return dict(sorted(found.items()))
