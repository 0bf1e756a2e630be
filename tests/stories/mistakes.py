"""The stories told worst: what was split and what was mixed. Only ever shown of the half to tune on."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from tests.stories.load import Article
from tests.stories.metrics import Groups, b_cubed_each


def worst(found: Groups, articles: Sequence[Article], count: int = 10) -> list[tuple[str, float]]:
    """The stories that cost most: Σ (1 - P) + (1 - R) over their articles, the dearest first."""
    each = b_cubed_each(found, {article.id: article.story for article in articles})
    costs: dict[str, float] = {}
    for article in articles:
        score = each[article.id]
        cost = (1 - score.precision) + (1 - score.recall)
        costs[article.story] = costs.get(article.story, 0.0) + cost
    dear = sorted(((cost, story) for story, cost in costs.items() if cost), reverse=True)
    return [(story, cost) for cost, story in dear[:count]]


def lines(found: Groups, articles: Sequence[Article], count: int = 10) -> Iterator[str]:
    """The worst stories with their articles, group by group, and beside each group the strangers in it."""
    for story, cost in worst(found, articles, count):
        own = [article for article in articles if article.story == story]
        groups = list(dict.fromkeys(found[article.id] for article in own))
        yield f"  {story}: {len(own)} tellings in {len(groups)} groups, cost {cost:.2f}"
        for group in groups:
            for article in articles:
                if found[article.id] == group:
                    mark = "=" if article.story == story else "≠"
                    yield f"    {mark} {article.id} {article.source:<13} {article.title[:80]}"
            yield "    --"
