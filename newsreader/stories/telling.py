"""Which telling of a story is best: the most complete, then of the preferred source, then the earliest."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

STEPS = (200, 900)
"""Characters from which on a text is more than a headline, and more than a summary."""


class Rank(NamedTuple):
    """By which tellings are put in order, the best first."""

    brevity: int
    preference: int
    moment: int
    id: int


def rank(article: int, length: int, source: str, moment: int, preferred: Sequence[str]) -> Rank:
    """The rank of a telling: the length of its text in characters, its source's id, its moment in seconds."""
    brevity = sum(length < step for step in STEPS)
    preference = preferred.index(source) if source in preferred else len(preferred)
    return Rank(brevity, preference, moment, article)
