"""Text to terms: folded words without endings, the parts of Dutch compounds, numbers written one way.

Light on purpose: an ending too many is worse than one too few, for a term only has to be the same in two
articles on one event. Endings after the light stemmers of J. Savoy (JASIS 50(10), 1999) and Porter's Dutch
one (https://snowballstem.org/algorithms/dutch/stemmer.html).
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache
from typing import Literal

from newsreader.stories.stopwords import COMMON, DUTCH, ENGLISH, HEADS

Tongue = Literal["nl", "en", ""]
"""The language whose endings are taken off; empty: none of them."""

_TOKEN = re.compile(r"\d{1,2}-\d{1,2}(?![\w-])|[^\W_]+(?:[.,:]\d+)*(?:['’][^\W\d_]+)*")
_NUMBER = re.compile(r"\d+(?:[.,:]\d+)*")
_THOUSANDS = re.compile(r"\d{1,3}(?:[.,]\d{3})+")
_DOUBLED = re.compile(r"(aa|ee|oo|uu)")
_COMPOUND = 8
"""Letters of the shortest word that is looked at for parts."""
_LINKS = ("s", "en", "e")
_SHORTEST = 3


def tongue(text: str, declared: str = "") -> Tongue:
    """The language of a text by its stop words; where they do not tell, the one that is declared."""
    words = re.findall(r"[^\W\d_]+", text[:1500].casefold())
    dutch = sum(word in DUTCH for word in words)
    english = sum(word in ENGLISH for word in words)
    if dutch != english:
        return "nl" if dutch > english else "en"
    code = declared[:2].lower()
    return "nl" if code == "nl" else "en" if code == "en" else ""


def fold(text: str) -> str:
    """Lower case without diacritics."""
    if text.isascii():
        return text.lower()
    bare = unicodedata.normalize("NFKD", text.casefold())
    return "".join(letter for letter in bare if not unicodedata.combining(letter))


def words(text: str) -> Iterator[str]:
    """The words and numbers of a text as they stand, a possessive `'s` aside."""
    for found in _TOKEN.findall(text):
        yield found[:-2] if len(found) > 3 and found.endswith(("'s", "’s")) else found


@lru_cache(maxsize=10_000)
def term(word: str, language: Tongue) -> str:
    """What a word counts as; empty for one that says nothing."""
    folded = fold(word)
    if folded[0].isdigit():
        return _number(folded)
    if folded in DUTCH or folded in ENGLISH or len(folded) < 2:
        return ""
    return stem(folded, language)


def is_common(word: str) -> bool:
    """Whether a word is so usual in news that it tells little by itself."""
    return fold(word) in COMMON


def stem(word: str, language: Tongue) -> str:
    """A folded word without the ending of its number, case or diminutive."""
    if language == "nl":
        return _dutch(word)
    return _english(word) if language == "en" else word


@lru_cache(maxsize=10_000)
def parts(word: str) -> tuple[str, ...]:
    """The terms of the parts of a folded Dutch compound: what stands before a known head, and the head."""
    whole = _dutch(word)
    if len(word) < _COMPOUND:
        return ()
    for start in range(_SHORTEST, len(whole) - _SHORTEST + 1):
        if whole[start:] in _HEAD_STEMS:
            return (_modifier(whole[:start]), whole[start:])
    return ()


def _modifier(word: str) -> str:
    """A compound's first part without the letters that join it to the head."""
    for link in _LINKS:
        if word.endswith(link) and len(word) - len(link) > _SHORTEST:
            return _dutch(word[: -len(link)])
    return _dutch(word)


def _number(text: str) -> str:
    """`41.000` and `41,000` are 41000; `1,5` is 1.5. A lone digit tells nothing."""
    if not _NUMBER.fullmatch(text):
        return text
    if _THOUSANDS.fullmatch(text):
        return re.sub(r"[.,]", "", text)
    return text.replace(",", ".") if len(text) > 1 else ""


def _dutch(word: str) -> str:
    word = re.sub(r"['’]s?$", "", word)
    if len(word) > 4:
        word = _without(word, ("tjes", "tje", "jes")) if len(word) > 7 else word
        if word.endswith("heden"):
            word = word[:-5] + "heid"
        elif word.endswith(("en", "es")) and len(word) > 5:
            word = word[:-2]
        elif (word.endswith("s") and not word.endswith(("ss", "us", "is"))) or word.endswith("e"):
            word = word[:-1]
    return _ended(_DOUBLED.sub(lambda found: found[0][0], word))


def _ended(stem: str) -> str:
    """The last letters as the singular has them: `brugg` is brug, `briev` brief, `huiz` huis."""
    if len(stem) > 3 and stem[-1] == stem[-2]:
        stem = stem[:-1]
    return stem[:-1] + {"v": "f", "z": "s"}.get(stem[-1], stem[-1]) if len(stem) > 3 else stem


def _english(word: str) -> str:
    if len(word) < 4:
        return word
    if word.endswith("ies") and len(word) > 4:
        return word[:-3] + "y"
    if word.endswith("s") and not word.endswith(("ss", "us", "is")):
        word = word[:-1]
    if len(word) > 6:
        word = _without(word, ("ing",))
    if len(word) > 5:
        word = _without(word, ("ed",))
    word = word.removesuffix("e") if len(word) > 4 else word
    return word[:-1] if len(word) > 4 and word[-1] == word[-2] and word[-1] not in "ls" else word


def _without(word: str, endings: tuple[str, ...]) -> str:
    return next((word[: -len(ending)] for ending in endings if word.endswith(ending)), word)


_HEAD_STEMS = frozenset(_dutch(head) for head in HEADS)
