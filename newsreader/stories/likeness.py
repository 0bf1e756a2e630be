"""Two articles compared by the formula."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from math import sqrt
from operator import mul

from newsreader.stories import formula, near
from newsreader.stories.features import BODY, LEAD, NAME, PART, TITLE, Features

Rarity = Callable[[Sequence[int], bytes], Iterable[float]]
"""The inverse document frequency of each of an article's terms, whose bits tell which are usual in news."""


@dataclass(frozen=True, slots=True)
class Vector:
    """An article's terms with their weights, ready to be compared."""

    of: Features
    weights: dict[int, float]  # every term
    length: float
    titled: dict[int, float]  # the headline's terms with their rarity
    titled_sum: float
    names: dict[int, float]  # the names of headline and lead with their rarity
    names_sum: float
    rare: dict[int, int]  # rare terms with their bits, mere parts left out

    @property
    def telling(self) -> list[int]:
        """The rare terms, the most telling first, by which others like it are looked for."""
        return sorted(self.rare, key=lambda each: (-self.weights[each], each))


def vector(of: Features, rarity: Rarity, kept: dict[float, float] | None = None) -> Vector:
    """The vector of an article, given how rare each term is.

    Equal weights of many articles are `kept` in the memory once.
    """
    weights: dict[int, float] = {}
    titled: dict[int, float] = {}
    names: dict[int, float] = {}
    rare: dict[int, int] = {}
    for term, bits, idf in zip(of.terms, of.bits, rarity(of.terms, of.bits), strict=True):
        if idf <= 0:
            continue
        weight = idf * _FREQUENCIES[bits]
        weights[term] = weight if kept is None else kept.setdefault(weight, weight)
        if not bits & (TITLE | LEAD):
            continue
        if bits & TITLE and not bits & PART:
            titled[term] = idf
        if bits & NAME:
            names[term] = idf
        if idf >= formula.RARE and not bits & PART:
            rare[term] = bits
    length = sqrt(sum(map(mul, weights.values(), weights.values())))
    return Vector(of, weights, length, titled, sum(titled.values()), names, sum(names.values()), rare)


def _frequency(bits: int) -> float:
    """How much a term counts by where it stands."""
    if bits & TITLE:
        weight = formula.IN_TITLE + (formula.IN_LEAD / 2 if bits & LEAD else 0)
    else:
        weight = formula.IN_LEAD if bits & LEAD else formula.IN_BODY if bits & BODY else 0.0
    if bits & PART:
        weight *= formula.AS_PART
    return weight * formula.AS_NAME if bits & NAME else weight


_FREQUENCIES = tuple(map(_frequency, range(256)))  # worked out once: an article has a hundred terms


def likeness(one: Vector, other: Vector) -> formula.Likeness:
    """How alike two articles are."""
    if len(one.weights) > len(other.weights):
        one, other = other, one
    others = other.weights
    shared = [term for term in one.weights if term in others]
    dot = sum(one.weights[term] * others[term] for term in shared)
    cosine = dot / (one.length * other.length) if dot else 0.0
    cover = (_covered(one, other) + _covered(other, one)) / 2
    both = sum(idf for term, idf in one.names.items() if term in other.names)
    names = 2 * both / (one.names_sum + other.names_sum) if both else 0.0
    rare = [term for term in one.rare if term in other.rare]
    words = sum(not (one.rare[term] | other.rare[term]) & NAME for term in rare)
    titled = sum(bool((one.rare[term] | other.rare[term]) & TITLE) for term in rare)
    score = formula.total(cosine, cover, names, _section(one, other), one.of.moment - other.of.moment)
    copy = near.resemblance(one.of.sketch, other.of.sketch)
    fixed = formula.is_fixed(copy, cover, same_source=one.of.source == other.of.source)
    copy = 0.0 if fixed else copy
    return formula.Likeness(score, cosine, cover, names, len(rare), words, titled, copy, fixed)


def _covered(one: Vector, other: Vector) -> float:
    """The share of a headline that the other article has as well."""
    if not one.titled_sum:
        return 0.0
    return sum(idf for term, idf in one.titled.items() if term in other.weights) / one.titled_sum


def _section(one: Vector, other: Vector) -> float:
    """Whether they stand in one section: 1, 0, or a half where one has none."""
    if not one.of.section or not other.of.section:
        return 0.5
    return float(one.of.section == other.of.section)
