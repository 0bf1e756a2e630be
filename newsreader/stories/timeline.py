"""Earlier in a story: what happened before, newest first, and how much of an article it did not tell."""

from __future__ import annotations

from collections.abc import Iterable

from newsreader.stories.features import LEAD, PART, TITLE
from newsreader.stories.likeness import Vector


def novelty(vector: Vector, before: Iterable[Vector]) -> float:
    """The share of what headline and lead say, by weight, that stands in none of those before; 0 to 1."""
    told = {term for one in before for term in one.weights}
    said = {
        term: vector.weights[term]
        for term, bits in zip(vector.of.terms, vector.of.bits, strict=True)
        if term in vector.weights and bits & (TITLE | LEAD) and not bits & PART
    }
    whole = sum(said.values())
    return sum(weight for term, weight in said.items() if term not in told) / whole if whole else 0.0


def newest_first(vectors: Iterable[Vector]) -> list[Vector]:
    """The articles in the order of a timeline that is read backwards."""
    return sorted(vectors, key=lambda one: (-one.of.moment, -one.of.id))
