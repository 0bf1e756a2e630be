"""TF-IDF and cosine, plainly: the yardstick that anything cleverer must beat.

The weight of a word in an article is (1 + ln tf) · ln(1 + N / df), with N and df as they stand when the
article comes in; vectors have length 1, so that the dot product is the cosine (Salton & Buckley, 1988).
"""

from __future__ import annotations

import math
import re
import unicodedata
from collections import Counter, defaultdict

from tests.stories.load import Article

_WORD = re.compile(r"[^\W_]+")


def words(text: str) -> list[str]:
    """Words and numbers in lower case, without accents."""
    plain = unicodedata.normalize("NFKD", text.casefold())
    return _WORD.findall("".join(letter for letter in plain if not unicodedata.combining(letter)))


class Cosines:
    """The articles so far, by the words in them."""

    def __init__(self) -> None:
        self._vectors: dict[str, dict[str, float]] = {}
        self._index: defaultdict[str, list[tuple[str, float]]] = defaultdict(list)

    def add(self, article: Article) -> list[tuple[float, str]]:
        """Take an article in, and tell how near the earlier ones that share a word are, the nearest first."""
        counts = Counter(words(" ".join((article.title, *article.text))))
        number = len(self._vectors) + 1
        weights = {
            word: (1 + math.log(count)) * math.log(1 + number / (len(self._index[word]) + 1))
            for word, count in counts.items()
        }
        length = math.hypot(*weights.values())
        vector = {word: weight / length for word, weight in weights.items()}
        near = self._near(vector)
        self._vectors[article.id] = vector
        for word, weight in vector.items():
            self._index[word].append((article.id, weight))
        return near

    def near(self, article: Article) -> list[tuple[float, str]]:
        """How near every other article that shares a word is to one that was taken in, the nearest first."""
        return [found for found in self._near(self._vectors[article.id]) if found[1] != article.id]

    def _near(self, vector: dict[str, float]) -> list[tuple[float, str]]:
        cosines: defaultdict[str, float] = defaultdict(float)
        for word, weight in vector.items():
            for other, theirs in self._index[word]:
                cosines[other] += weight * theirs
        return sorted(((cosine, other) for other, cosine in cosines.items()), reverse=True)
