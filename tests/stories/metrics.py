"""How well groups match the truth, and how well a ranking does: pure functions.

B-cubed: Bagga & Baldwin, "Entity-based cross-document coreferencing using the vector space model" (1998);
its place among the measures of clustering: Amigó et al., "A comparison of extrinsic clustering evaluation
metrics" (2009). nDCG: Järvelin & Kekäläinen, "Cumulated gain-based evaluation of IR techniques" (2002), with
the gain 2^grade - 1 of Burges et al. (2005).
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Collection, Hashable, Mapping, Sequence
from dataclasses import dataclass

Groups = Mapping[str, Hashable]  # from the id of an article to the group it is in


@dataclass(frozen=True, slots=True)
class Score:
    """Precision and recall between 0 and 1, and their harmonic mean."""

    precision: float
    recall: float

    @property
    def f1(self) -> float:
        """2 P R / (P + R), and 0 where both are."""
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0


def b_cubed(found: Groups, truth: Groups, only: Collection[str] | None = None) -> Score:
    """The mean over articles i, with C(i) the group it was put into and L(i) the one it belongs to.

    P = mean |C(i) ∩ L(i)| / |C(i)|, R = mean |C(i) ∩ L(i)| / |L(i)|. With `only`, the mean is over those
    articles, while the groups stay whole. Raises KeyError for an article that was put nowhere.
    """
    each = b_cubed_each(found, truth)
    scores = [each[article] for article in (truth if only is None else only)]
    if not scores:
        return Score(0.0, 0.0)
    return Score(_mean([score.precision for score in scores]), _mean([score.recall for score in scores]))


def b_cubed_each(found: Groups, truth: Groups) -> dict[str, Score]:
    """The precision and recall of every article."""
    groups = Counter(found[article] for article in truth)
    stories = Counter(truth.values())
    shared = Counter((found[article], story) for article, story in truth.items())
    scores = {}
    for article, story in truth.items():
        group = found[article]
        both = shared[group, story]
        scores[article] = Score(both / groups[group], both / stories[story])
    return scores


def pairwise(found: Groups, truth: Groups) -> Score:
    """Over pairs of articles: which of the pairs put together belong together, and the other way round."""
    put = _pairs(Counter(found[article] for article in truth).values())
    belong = _pairs(Counter(truth.values()).values())
    right = _pairs(Counter((found[article], story) for article, story in truth.items()).values())
    return Score(right / put if put else 1.0, right / belong if belong else 1.0)


def precision_at(ranked: Sequence[str], grades: Mapping[str, int], depth: int = 5) -> float:
    """The relevant (grade ≥ 1) of the first `depth`, over as many as could have stood there.

    Raises ValueError where nothing is relevant: such a question measures nothing.
    """
    relevant = sum(grade > 0 for grade in grades.values())
    if not relevant:
        raise ValueError("nothing is relevant")
    return sum(grades.get(article, 0) > 0 for article in ranked[:depth]) / min(depth, relevant)


def ndcg_at(ranked: Sequence[str], grades: Mapping[str, int], depth: int = 5) -> float:
    """The sum of (2^grade - 1) / log2(rank + 1) over the first `depth`, as a share of the best order.

    Raises ValueError where nothing is relevant.
    """
    best = _gain(sorted(grades.values(), reverse=True)[:depth])
    if not best:
        raise ValueError("nothing is relevant")
    return _gain([grades.get(article, 0) for article in ranked[:depth]]) / best


def _gain(grades: Sequence[int]) -> float:
    return sum((2.0**grade - 1) / math.log2(rank + 1) for rank, grade in enumerate(grades, start=1))


def _pairs(sizes: Collection[int]) -> int:
    return sum(size * (size - 1) // 2 for size in sizes)


def _mean(values: Sequence[float]) -> float:
    return math.fsum(values) / len(values)
