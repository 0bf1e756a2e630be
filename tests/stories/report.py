"""The figures as tables for people, and as JSON."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from tests.stories.contest import OURS
from tests.stories.figures import RelatedFigures, StoryFigures
from tests.stories.load import Article, bilingual
from tests.stories.metrics import Score

STORY_F1, STORY_PRECISION, RELATED_PRECISION = 0.90, 0.95, 0.85  # asked of the half never tuned on


def head(half: str, articles: Sequence[Article]) -> Iterator[str]:
    """What is in a half."""
    sizes = Counter(Counter(article.story for article in articles).values())
    dutch = sum(article.lang == "nl" for article in articles)
    both = bilingual(list(articles))
    yield f"{half}: {len(articles)} articles, {sizes.total()} stories, {dutch / len(articles):.0%} Dutch"
    yield f"  tellings of a story: {', '.join(f'{size}: {sizes[size]}' for size in sorted(sizes))}"
    yield f"  stories in two languages: {len(both)}"


def searched(scores: Sequence[tuple[float, float]]) -> str:
    """The search for the threshold of TF-IDF cosine, every other step of it."""
    by_threshold = sorted((threshold, f1) for f1, threshold in scores)[::2]
    steps = " ".join(f"{threshold:.2f}:{f1:.3f}" for threshold, f1 in by_threshold)
    return f"TF-IDF cosine, B-cubed F1 on tune by threshold: {steps}"


def stories(figures: Mapping[str, StoryFigures]) -> Iterator[str]:
    """The table of stories, and that of the traps."""
    yield f"  {'stories':<24} {'B-cubed P':>9} {'R':>6} {'F1':>6} {'pairs F1':>9} {'one language F1':>16}"
    for name, found in figures.items():
        whole = found.b_cubed
        yield (
            f"  {name:<24} {whole.precision:9.3f} {whole.recall:6.3f} {whole.f1:6.3f}"
            f" {found.pairwise.f1:9.3f} {found.one_language.f1:16.3f}"
        )
    yield ""
    yield from _traps(figures)


def _traps(figures: Mapping[str, StoryFigures]) -> Iterator[str]:
    yield f"  {'traps: B-cubed P / R / F1':<28}" + "".join(f" {name:>22}" for name in figures)
    for trap in next(iter(figures.values())).traps:
        yield f"  {trap:<28}" + "".join(f" {_three(found.traps[trap]):>22}" for found in figures.values())


def _three(score: Score) -> str:
    return f"{score.precision:.2f} / {score.recall:.2f} / {score.f1:.2f}"


def related(figures: Mapping[str, RelatedFigures]) -> Iterator[str]:
    """The table of what is related."""
    yield f"  {'related':<24} {'P@5':>9} {'nDCG@5':>7} {'questions':>10}"
    for name, found in figures.items():
        yield f"  {name:<24} {found.precision:9.3f} {found.ndcg:7.3f} {found.questions:10}"


def targets(found: StoryFigures | None, answers: RelatedFigures | None) -> Iterator[str]:
    """Whether ours is as good as was asked."""
    if found is None or answers is None:
        yield f"  {OURS}: not there"
        return
    for what, value, target in (
        ("B-cubed F1", found.b_cubed.f1, STORY_F1),
        ("B-cubed precision", found.b_cubed.precision, STORY_PRECISION),
        ("related P@5", answers.precision, RELATED_PRECISION),
    ):
        yield f"  {OURS}: {what} {value:.3f}, asked {target:.2f}: {'met' if value >= target else 'NOT met'}"


def as_json(
    figures: Mapping[str, StoryFigures], answers: Mapping[str, RelatedFigures], articles: Sequence[Article]
) -> dict[str, Any]:
    """The same for a program."""
    return {
        "articles": len(articles),
        "stories": {name: _story_json(found) for name, found in figures.items()},
        "related": {
            name: {"p5": found.precision, "ndcg5": found.ndcg, "questions": found.questions}
            for name, found in answers.items()
        },
    }


def _story_json(found: StoryFigures) -> dict[str, Any]:
    return {
        "b_cubed": _score_json(found.b_cubed),
        "pairwise": _score_json(found.pairwise),
        "one_language": _score_json(found.one_language),
        "traps": {trap: _score_json(score) for trap, score in found.traps.items()},
    }


def _score_json(score: Score) -> dict[str, float]:
    return {"precision": score.precision, "recall": score.recall, "f1": score.f1}
