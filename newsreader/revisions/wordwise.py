"""The difference between two passages, word by word."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from difflib import SequenceMatcher
from itertools import groupby

from newsreader.model import Change, Passage, Run

_TOKEN = re.compile(r"(?:\w+(?:[.,:'’-]\w+)*|[^\w\s])\s*|\s+")
_SENTENCE = re.compile(r"(?:.*?[.!?…][\"'”’»)\]]*(?:\s+|$)|.+)", re.DOTALL)
_SIGNS = str.maketrans(dict.fromkeys("‘’‛‚", "'") | dict.fromkeys("“”„«»", '"') | dict.fromkeys("–—−‐‑", "-"))
_LONG = 300  # tokens from which sentences are compared first: the comparison of words is quadratic
_MOST_PAIRS = 250_000  # of tokens that are compared with each other
_LEAST_ALIKE = 0.3
"""The share of words two passages have in common from which it helps to tell them apart by word."""


def word_by_word(old: str, new: str) -> Passage:
    """The words that stayed, went and came; all of the old and all of the new where little stayed."""
    before, after = _TOKEN.findall(old), _TOKEN.findall(new)
    if max(len(before), len(after)) > _LONG:
        return _joined(_by_sentence(_SENTENCE.findall(old), _SENTENCE.findall(new)))
    return _joined(_by_word(before, after))


def vocabulary(text: str) -> frozenset[str]:
    """The words of a passage, each once and without signs."""
    return frozenset(_key(token) for token in _TOKEN.findall(text) if token[0].isalnum())


def alike(old: frozenset[str], new: frozenset[str]) -> float:
    """The share of their words that two passages have in common, from 0 to 1."""
    return 2 * len(old & new) / max(len(old) + len(new), 1)


def same(old: str, new: str) -> bool:
    """Whether two passages differ in no more than white space and the shape of quotes and dashes."""
    return old == new or list(map(_key, _TOKEN.findall(old))) == list(map(_key, _TOKEN.findall(new)))


def _by_sentence(old: Sequence[str], new: Sequence[str]) -> Iterator[Run]:
    for tag, i, j, k, m in _steps(old, new):
        if tag == "equal":
            yield Run("".join(new[k:m]))
        else:
            before = _TOKEN.findall("".join(old[i:j]))
            yield from _by_word(before, _TOKEN.findall("".join(new[k:m])))


def _by_word(old: Sequence[str], new: Sequence[str]) -> Iterator[Run]:
    steps = _steps(old, new) if len(old) * len(new) <= _MOST_PAIRS else []
    stayed = sum(j - i for tag, i, j, _, _ in steps if tag == "equal")
    if 2 * stayed < _LEAST_ALIKE * (len(old) + len(new)):
        steps = [("replace", 0, len(old), 0, len(new))]
    for tag, i, j, k, m in _without_islands(steps, new):
        if tag == "equal":
            yield Run("".join(new[k:m]))
        else:
            yield Run("".join(old[i:j]), Change.REMOVED)
            yield Run("".join(new[k:m]), Change.ADDED)


Step = tuple[str, int, int, int, int]
"""As `difflib` tells it: a tag, from where to where in the old, and from where to where in the new."""


def _steps(old: Sequence[str], new: Sequence[str]) -> list[Step]:
    matcher = SequenceMatcher(None, list(map(_key, old)), list(map(_key, new)))
    return list(matcher.get_opcodes())


def _without_islands(steps: Sequence[Step], new: Sequence[str]) -> Iterator[Step]:
    """The steps with a sign that stayed between two changes taken as changed too: it tells nothing alone."""
    for stayed, group in groupby(enumerate(steps), lambda each: _stays(each[0], steps, new)):
        row = [step for _, step in group]
        if stayed:
            yield from row
        else:
            first, last = row[0], row[-1]
            yield "replace", first[1], last[2], first[3], last[4]


def _stays(number: int, steps: Sequence[Step], new: Sequence[str]) -> bool:
    """Whether a step is a row of words that stayed, or of signs at either end of the passage."""
    tag, _, _, start, stop = steps[number]
    outermost = number in (0, len(steps) - 1)
    return tag == "equal" and (outermost or any(word[0].isalnum() for word in new[start:stop]))


def _key(token: str) -> str:
    return " ".join(token.translate(_SIGNS).casefold().split())


def _joined(runs: Iterable[Run]) -> Passage:
    """The runs with neighbours of one kind together and empty ones left out."""
    kept = (run for run in runs if run.text)
    return tuple(
        Run("".join(run.text for run in group), change)
        for change, group in groupby(kept, lambda run: run.change)
    )
