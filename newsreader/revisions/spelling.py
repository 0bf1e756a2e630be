"""Text as the words that carry its meaning, in one spelling."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable

_WORD = re.compile(r"(?<!\w)-?\d+(?:[.,:]\d+)*|[^\W_]+|[%€$£?]")
_GROUPED = re.compile(r"-?\d{1,3}(?:[.,]\d{3})+")
_SIGNS = {ord(sign): "-" for sign in "‐‑−"} | {ord(sign): " " for sign in "–—"} | {0xAD: "", 0x200B: ""}
_NUMBERS = {
    name: str(number)
    for names in (
        ("twee", "drie", "vier", "vijf", "zes", "zeven", "acht", "negen", "tien", "elf", "twaalf"),
        ("two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"),
    )
    for number, name in enumerate(names, 2)
}

Words = tuple[str, ...]


def words(text: str) -> Words:
    """The words and numbers: without case, accents, quotes, dashes and white space.

    What remains of punctuation means something by itself: a question mark, a per cent, a currency, a minus.
    A number up to twelve is the same in letters ("een" is not: it is an article as well).
    """
    if not text.isascii():
        text = unicodedata.normalize("NFKD", text.translate(_SIGNS))
        text = "".join(character for character in text if not unicodedata.combining(character))
    return tuple(map(_spelled, _WORD.findall(text.casefold())))


def flow(passages: Iterable[Words]) -> Words:
    """The words of all passages, one after the other."""
    return tuple(word for passage in passages for word in passage)


def _spelled(word: str) -> str:
    if word[-1].isdigit():
        number = re.sub("[.,]", "", word) if _GROUPED.fullmatch(word) else word
        return number.replace(",", ".").replace(":", ".")
    return _NUMBERS.get(word, word)
