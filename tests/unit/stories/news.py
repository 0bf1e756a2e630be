"""Articles for tests of the formula, and a reader that joins them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from newsreader.stories import formula
from newsreader.stories.bonds import Bonds
from newsreader.stories.clustering import Clustering
from newsreader.stories.features import COMMON, Item, features
from newsreader.stories.likeness import Vector, vector

START = 1_800_000_000
WIRE = (
    "De Sloebrug bij Vlissingen staat sinds vanochtend open en kan niet meer dicht door een defecte sensor."
    " Het verkeer moet omrijden via Middelburg, meldt beheerder Noordervaart."
)


def item(number: int, title: str, text: str = "", *, hours: float = 0, source: int = 0) -> Item:
    """An article of a source of its own, so many hours after the start."""
    moment = START + round(hours * formula.HOUR)
    return Item(number, source or 100 + number, "Zeeland", moment, title, text, language="nl")


def vectors(items: Iterable[Item]) -> dict[int, Vector]:
    """The vectors of articles that are all there is."""
    found = [features(each) for each in items]
    counts = Counter(term for each in found for term in each.terms)

    def rarity(terms: Iterable[int], bits: bytes) -> list[float]:
        return [
            formula.rarity(counts[term], len(found), common=bool(of & COMMON))
            for term, of in zip(terms, bits, strict=True)
        ]

    return {each.id: vector(each, rarity) for each in found}


def joined(items: Iterable[Item], bonds: Bonds | None = None) -> list[list[int]]:
    """The stories of articles, as lists of their numbers."""
    clustering = Clustering(bonds)
    for each in vectors(items).values():
        clustering.add(each)
    clustering.tidy(list(clustering.members))
    return sorted(sorted(members) for members in clustering.members.values())
