"""Precision, recall and F1 of a text by its runs of four words, as article-extraction-benchmark has them.

From scrapinghub's `evaluate.py` (https://github.com/scrapinghub/article-extraction-benchmark): runs are
counted, each page counts the same, precision and recall are means over the pages, and F1 is of those means.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from statistics import mean
from typing import NamedTuple

LENGTH = 4
"""Words in a run."""


class Share(NamedTuple):
    """Of one page: what is right, what is too much, and what is missing; together 1, or 0 without a word."""

    right: float
    extra: float
    missing: float

    @property
    def precision(self) -> float:
        """How much of what was found is right."""
        return self.right / (self.right + self.extra) if self.right + self.extra else 0.0

    @property
    def recall(self) -> float:
        """How much of what was to be found is."""
        return self.right / (self.right + self.missing) if self.right + self.missing else 0.0

    @property
    def f1(self) -> float:
        """The harmonic mean of both."""
        return harmonic(self.precision, self.recall)


class Total(NamedTuple):
    """Of all pages."""

    precision: float
    recall: float
    f1: float


def share(expected: str, found: str) -> Share:
    """How far a text is the one that was expected."""
    there, here = _runs(expected), _runs(found)
    right, extra, missing = ((there & here).total(), (here - there).total(), (there - here).total())
    everything = right + extra + missing
    return Share(*(part / everything if everything else 0.0 for part in (right, extra, missing)))


def total(shares: Sequence[Share]) -> Total:
    """The figures of the benchmark's table; a page without any words counts in neither mean."""
    precision = mean(one.precision for one in shares if one.right + one.extra)
    recall = mean(one.recall for one in shares if one.right + one.missing)
    return Total(precision, recall, harmonic(precision, recall))


def harmonic(one: float, other: float) -> float:
    """The harmonic mean of two shares."""
    return 2 * one * other / (one + other) if one + other else 0.0


def _runs(text: str) -> Counter[tuple[str, ...]]:
    words = re.findall(r"\w+", text)
    if not words:
        return Counter()
    return Counter(tuple(words[at : at + LENGTH]) for at in range(max(1, len(words) - LENGTH + 1)))
