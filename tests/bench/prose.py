"""Words that look like Dutch and fall like it: syllables put together, used by Zipf's law."""

from __future__ import annotations

import random
from itertools import accumulate

VOCABULARY = 20_000
SENTENCES = 20_000
COMMON = "bericht"
"""A word in about one article of three."""
RARE = "bultrug"
"""A word in about one article of ten thousand."""

_STARTS, _VOWELS, _ENDS = (
    sounds.split(",")
    for sounds in (
        "b,br,d,dr,f,g,gr,h,k,kl,kr,l,m,n,p,pl,pr,r,s,sch,sl,sp,st,t,tr,v,vl,w,z,zw",
        "a,aa,e,ee,i,ie,o,oo,oe,u,uu,ui,ij,ei,ou",
        ",,,d,f,g,k,l,m,n,p,r,s,t,cht,ft,ld,lt,nd,ng,nk,rt,st",
    )
)


class Prose:
    """An endless supply of titles and articles; the same seed gives the same words."""

    def __init__(self, seed: int = 1) -> None:
        self._random = random.Random(seed)
        self._words = [self._word() for _ in range(VOCABULARY)]
        self._weights = list(accumulate(1 / rank for rank in range(1, VOCABULARY + 1)))
        self._sentences = [self._sentence() for _ in range(SENTENCES)]

    def _word(self) -> str:
        syllables = self._random.choice((1, 1, 2, 2, 2, 3, 3, 4))
        parts = (_STARTS, _VOWELS, _ENDS)
        return "".join(self._random.choice(part) for _ in range(syllables) for part in parts)

    def words(self, number: int) -> list[str]:
        """That many words, the common ones often."""
        return self._random.choices(self._words, cum_weights=self._weights, k=number)

    def _sentence(self) -> str:
        return " ".join(self.words(self._random.randint(6, 18))).capitalize() + "."

    def title(self) -> str:
        """A headline."""
        words = self.words(self._random.randint(4, 10))
        if self._random.random() < 1 / 10_000:
            words.append(RARE)
        return " ".join(words).capitalize()

    def subject(self) -> str:
        """A name and two more words that few articles have: what all headlines of a story share."""
        name, *others = self._random.sample(self._words[VOCABULARY // 10 :], k=3)
        return " ".join((name.capitalize(), *others))

    def paragraphs(self, size: int) -> list[str]:
        """The paragraphs of an article of about `size` characters."""
        paragraphs: list[str] = []
        left = size
        while left > 0:
            sentences = self._random.choices(self._sentences, k=self._random.randint(2, 6))
            if self._random.random() < 1 / 18:
                sentences.append(f"Het {COMMON} van {self.title().lower()}.")
            paragraphs.append(" ".join(sentences))
            left -= len(paragraphs[-1])
        return paragraphs
