"""The sentence in which the words of a search stand."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence

_SENTENCE = re.compile(r"\S.*?(?:[.!?…]+[\"'”’)]*(?=\s)|$)", re.MULTILINE)
_NOT_ASCII = re.compile(r"[^\x00-\x7f]")
_WIDEST = 240  # characters


def snippet(paragraphs: Iterable[str], words: Sequence[str]) -> str:
    """The first sentence with the most of those words, which are folded; without any, the first of all."""
    patterns = [re.compile(rf"\b{re.escape(word)}") for word in words]
    best, score = "", -1
    for sentence in _sentences(paragraphs):
        folded = fold(sentence)
        found = [match.start() for pattern in patterns if (match := pattern.search(folded))]
        if len(found) > score:
            best, score = _cut(sentence, min(found, default=0)), len(found)
        if score == len(patterns):
            break
    return best


def fold(text: str) -> str:
    """The text in lower case and without accents, every character in its own place."""
    return _NOT_ASCII.sub(_fold, text).lower() if not text.isascii() else text.lower()


def _fold(match: re.Match[str]) -> str:
    return unicodedata.normalize("NFD", match[0])[0].lower()[0]


def _sentences(paragraphs: Iterable[str]) -> Iterator[str]:
    for paragraph in paragraphs:
        for match in _SENTENCE.finditer(paragraph):
            yield " ".join(match[0].split())


def _cut(sentence: str, start: int) -> str:
    """The sentence, or so much of it around the place `start` as is wide enough."""
    if len(sentence) <= _WIDEST:
        return sentence
    first = max(0, min(start - _WIDEST // 3, len(sentence) - _WIDEST))
    piece = sentence[first : first + _WIDEST].strip()
    return ("…" if first else "") + piece + ("…" if first + _WIDEST < len(sentence) else "")
