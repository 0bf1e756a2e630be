"""What belongs with an article, with its reason: other tellings, earlier turns, the same subject."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from newsreader.stories import formula
from newsreader.stories.likeness import Vector, likeness
from newsreader.stories.timeline import newest_first, novelty

TELLINGS, EARLIER, ABOUT = 4, 2, 5
"""At most so many of each under an article: who else has it, where the story stood, where to read on."""
PLACES = 8
"""Of all together; with nine places one is left for the section at least."""

Pairs = Mapping[int, formula.Likeness]
"""By article how alike it is to the one it may stand under."""


@dataclass(frozen=True, slots=True)
class Reason:
    """An article that belongs with another: why, and what share of the latter it did not tell."""

    article: int
    why: str  # telling, angle, earlier, about
    new: float = 0.0


def related(
    vector: Vector, own: Sequence[Vector], others: Sequence[Vector], stories: Mapping[int, int]
) -> list[Reason]:
    """The reasons for what stands under an article, before its section.

    `own` are the other tellings of its story, the best first; `others` are articles that share rare terms
    with it; `stories` tells the story of each, so that one telling stands for it.
    """
    now = [one for one in own if not _is_turn(vector, one)]
    tellings = _tellings(vector, now)[:TELLINGS]
    turns = [one for one in own if _is_turn(vector, one)]
    seen = {stories.get(vector.of.id, 0)}
    pairs = {one.of.id: likeness(vector, one) for one in others}
    for one in _best_of_each(vector, others, pairs, stories, seen, formula.continues):
        turns.append(one)
        seen.add(stories.get(one.of.id, -one.of.id))
    earlier = newest_first(turns)[:EARLIER]
    about = _about(vector, others, pairs, stories, seen)[: min(ABOUT, PLACES - len(tellings) - len(earlier))]
    return [
        *tellings,
        *(Reason(one.of.id, "earlier", novelty(vector, [one])) for one in earlier),
        *(Reason(one.of.id, "about") for one in about),
    ]


def _is_turn(vector: Vector, other: Vector) -> bool:
    """Whether a telling belongs to an earlier turn: so long before that it is no telling of the same news."""
    return vector.of.moment - other.of.moment >= formula.TURN


def _tellings(vector: Vector, own: Sequence[Vector]) -> list[Reason]:
    """Other angles before copies, one a source before a second of any."""
    copies = {one.of.id for one in own if likeness(vector, one).copy >= formula.NEAR_COPY}
    seen: set[int] = {vector.of.source}
    firsts: list[Vector] = []
    seconds: list[Vector] = []
    for one in sorted(own, key=lambda one: one.of.id in copies):
        (seconds if one.of.source in seen else firsts).append(one)
        seen.add(one.of.source)
    chosen = (*firsts, *seconds)
    return [Reason(one.of.id, "telling" if one.of.id in copies else "angle") for one in chosen]


def _about(
    vector: Vector, others: Sequence[Vector], pairs: Pairs, stories: Mapping[int, int], seen: set[int]
) -> list[Vector]:
    """One telling of each other story about the same, then what else there is of those stories."""
    firsts = _best_of_each(vector, others, pairs, stories, seen, formula.is_about)
    known = {one.of.id for one in firsts}
    rest = [
        (formula.subject(pair), other)
        for other in others
        if stories.get(other.of.id, -other.of.id) not in seen and other.of.id not in known
        for pair in (pairs[other.of.id],)
        if formula.is_about(pair, other.of.moment - vector.of.moment)
    ]
    return [*firsts, *(other for _, other in sorted(rest, key=lambda one: (-one[0], -one[1].of.id)))]


def _best_of_each(
    vector: Vector,
    others: Iterable[Vector],
    pairs: Pairs,
    stories: Mapping[int, int],
    seen: set[int],
    fits: formula.Fits,
) -> list[Vector]:
    """Of each other story the article that is most like this one, if it fits; the most like first."""
    best: dict[int, tuple[float, Vector]] = {}
    for other in others:
        story = stories.get(other.of.id, -other.of.id)
        pair = pairs[other.of.id]
        if story in seen or not fits(pair, other.of.moment - vector.of.moment):
            continue
        subject = formula.subject(pair)
        if story not in best or subject > best[story][0]:
            best[story] = (subject, other)
    return [other for _, other in sorted(best.values(), key=lambda one: (-one[0], -one[1].of.id))]
