"""How rare terms are about the time of an article, as the store counted them.

A name that everybody wrote ten years ago tells much today, and the other way about; and what is counted over
the time in which stories can join costs the same in any store.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable
from itertools import chain

from newsreader.store.features import TOTAL, period
from newsreader.store.story_tables import StoryTables
from newsreader.stories import formula
from newsreader.stories.features import COMMON, Features


class Rarities:
    """How rare terms are, with the articles of a batch counted in that the store does not know yet."""

    def __init__(self, tables: StoryTables, new: Collection[Features] = ()) -> None:
        self._tables = tables
        self._new = new
        self._periods: dict[int, Rarity] = {}
        self.learn(new)

    def learn(self, others: Iterable[Features]) -> None:
        """Ask the store about the terms of these articles: a statement a period."""
        wanted: defaultdict[int, set[int]] = defaultdict(set)
        for each in others:
            wanted[period(each.moment)].update(each.terms)
        for number, terms in wanted.items():
            self._of(number).learn(terms)

    def of(self, article: Features) -> Rarity:
        """The rarity of terms about the time of that article, whose terms have been learnt."""
        return self._of(period(article.moment))

    def _of(self, number: int) -> Rarity:
        if number not in self._periods:
            about = (each for each in self._new if abs(period(each.moment) - number) <= 1)
            self._periods[number] = Rarity(self._tables, number, about)
        return self._periods[number]


class Rarity:
    """The inverse document frequency of terms in a period, the one before and the one after."""

    def __init__(self, tables: StoryTables, number: int, new: Iterable[Features]) -> None:
        self._tables = tables
        self._number = number
        self._new = Counter(chain.from_iterable((TOTAL, *each.terms) for each in new))
        self._counts = dict(self._new)
        self._asked: set[int] = set()
        self._others = self._usual = Scale(0, common=False)

    def learn(self, terms: set[int]) -> None:
        """Ask the store about terms, and first about all articles."""
        unknown = {TOTAL, *terms} - self._asked
        if not unknown:
            return
        found = self._tables.frequencies(unknown, self._number)
        self._counts |= (
            {term: number + self._new[term] for term, number in found.items()} if self._new else found
        )
        if not self._asked:
            total = self._counts.get(TOTAL, 0)
            self._others, self._usual = Scale(total, common=False), Scale(total, common=True)
        self._asked |= unknown

    def __call__(self, terms: Iterable[int], bits: bytes) -> list[float]:
        """The inverse document frequency of each of these terms, whose bits tell which are usual in news."""
        count, others, usual = self._counts.get, self._others, self._usual
        return [
            (usual if of & COMMON else others)[count(term, 0)] for term, of in zip(terms, bits, strict=True)
        ]


class Scale(dict[int, float]):
    """The inverse document frequency by the number of articles that have a term, each worked out once."""

    def __init__(self, total: int, *, common: bool) -> None:
        super().__init__()
        self._total = total
        self._common = common

    def __missing__(self, number: int) -> float:
        idf = self[number] = formula.rarity(number, self._total, common=self._common)
        return idf
