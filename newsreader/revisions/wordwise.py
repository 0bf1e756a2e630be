"""The difference between two sentences, word by word."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from itertools import groupby

from newsreader.model import Change, Run

_TOKEN = re.compile(r"(?:\w+(?:[.,:'’-]\w+)*|[^\w\s])\s*|\s+")
_QUOTES = dict.fromkeys("‘’‛‚", "'") | dict.fromkeys("“”„«»", '"')
_SIGNS = str.maketrans(_QUOTES | dict.fromkeys("–—−‐‑", "-"))
_MOST_PAIRS = 250_000  # of words that are compared with each other
_LEAST_STAYED = 0.4
"""The share of the words that must have stayed; else all of the one and the other is easier to read."""

Step = tuple[str, int, int, int, int]
"""As `difflib` tells it: a tag, from where to where in the old, and from where to where in the new."""


def word_by_word(old: str, new: str) -> Iterator[Run]:
    """The words that stayed, went and came, each with the white space after it."""
    before, after = _TOKEN.findall(old), _TOKEN.findall(new)
    for tag, i, j, k, m in _readable(_steps(before, after), before, after):
        if tag == "equal":
            yield Run("".join(after[k:m]))
        else:
            yield Run("".join(before[i:j]), Change.REMOVED)
            yield Run("".join(after[k:m]), Change.ADDED)


def vocabulary(text: str) -> frozenset[str]:
    """The words of a passage, each once and without signs."""
    return frozenset(_key(token) for token in _TOKEN.findall(text) if token[0].isalnum())


def alike(old: frozenset[str], new: frozenset[str]) -> float:
    """The share of their words that two passages have in common, from 0 to 1."""
    return 2 * len(old & new) / max(len(old) + len(new), 1)


def same(old: str, new: str) -> bool:
    """Whether two passages differ in no more than white space and the shape of quotes and dashes."""
    return old == new or list(map(_key, _TOKEN.findall(old))) == list(map(_key, _TOKEN.findall(new)))


def _steps(old: Sequence[str], new: Sequence[str]) -> list[Step]:
    if len(old) * len(new) > _MOST_PAIRS:
        return []
    return list(SequenceMatcher(None, list(map(_key, old)), list(map(_key, new))).get_opcodes())


def _readable(steps: Sequence[Step], old: Sequence[str], new: Sequence[str]) -> Iterator[Step]:
    """One step where little stayed; a sign that stayed between two changes counts as changed."""
    stayed = sum(stop - start for tag, start, stop, _, _ in steps if tag == "equal")
    if 2 * stayed < _LEAST_STAYED * (len(old) + len(new)):
        yield "replace", 0, len(old), 0, len(new)
        return
    for has_stayed, group in groupby(enumerate(steps), lambda each: _stays(each[0], steps, new)):
        row = [step for _, step in group]
        if has_stayed:
            yield from row
        else:
            yield "replace", row[0][1], row[-1][2], row[0][3], row[-1][4]


def _stays(number: int, steps: Sequence[Step], new: Sequence[str]) -> bool:
    """Whether a step is a row of words that stayed, or of signs at either end."""
    tag, _, _, start, stop = steps[number]
    outermost = number in (0, len(steps) - 1)
    return tag == "equal" and (outermost or any(word[0].isalnum() for word in new[start:stop]))


def _key(token: str) -> str:
    token = token.strip()
    return token.lower() if token.isascii() else token.translate(_SIGNS).casefold()
