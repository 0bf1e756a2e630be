"""The difference between two texts: paragraphs first, the sentences of those that changed, then their words.

Comparing is quadratic, so words are only compared within a sentence; what is the same at both ends is left
out beforehand, and a hostile number of parts is not matched at all.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from difflib import SequenceMatcher
from itertools import chain, groupby, takewhile

from newsreader.model import Change, Passage, Run, Wording
from newsreader.revisions.noise import paragraphs
from newsreader.revisions.wordwise import alike, same, vocabulary, word_by_word

_SENTENCE = re.compile(r"(?:.*?[.!?…][\"'”’»)\]]*(?:\s+|$)|.+)", re.DOTALL)
_MOST = 1_000  # paragraphs of a text or sentences of a paragraph that are matched with each other
_NEAR = 5  # of them within which the other wording of one is looked for
_LEAST_ALIKE = 0.4

Finer = Callable[[str, str], Iterable[Run]]
"""How two wordings of one part are compared."""


def compared(old: Wording, new: Wording) -> tuple[Passage, tuple[Passage, ...]]:
    """The headline and the text of one wording against another.

    A summary is only told where the texts do not tell the difference; against a full text it tells nothing.
    """
    title = _by_sentence(old.title, new.title)
    if old.whole is not new.whole:
        return title, ()
    before, after = list(paragraphs(old.blocks)), list(paragraphs(new.blocks))
    if before == after or not before or not after:
        before, after = [old.summary, *before], [new.summary, *after]
    return title, difference(before, after)


def difference(old: Sequence[str], new: Sequence[str]) -> tuple[Passage, ...]:
    """Every paragraph of the new text, with what changed in it, and those of the old that went, in place."""
    return tuple(_matched(old, new, _by_sentence))


def _by_sentence(old: str, new: str) -> Passage:
    return _joined(
        chain.from_iterable(_matched(_SENTENCE.findall(old), _SENTENCE.findall(new), word_by_word))
    )


def _matched(old: Sequence[str], new: Sequence[str], finer: Finer) -> Iterator[Passage]:
    """A passage for each part of the new, and for each of the old that went."""
    head = sum(1 for _ in takewhile(lambda pair: same(*pair), zip(old, new, strict=False)))
    rest = zip(reversed(old[head:]), reversed(new[head:]), strict=False)
    tail = sum(1 for _ in takewhile(lambda pair: same(*pair), rest))
    end = len(new) - tail
    yield from map(_stayed, new[:head])
    yield from _between(old[head : len(old) - tail], new[head:end], finer)
    yield from map(_stayed, new[end:])


def _between(old: Sequence[str], new: Sequence[str], finer: Finer) -> Iterator[Passage]:
    if max(len(old), len(new)) > _MOST:
        yield from _paired(old, new, finer)
        return
    for tag, i, j, k, m in SequenceMatcher(None, old, new).get_opcodes():
        yield from map(_stayed, new[k:m]) if tag == "equal" else _paired(old[i:j], new[k:m], finer)


def _paired(old: Sequence[str], new: Sequence[str], finer: Finer) -> Iterator[Passage]:
    """Each new part beside the old one that it is most like, of those that come next."""
    before = list(map(vocabulary, old))
    at = 0
    for text in new:
        words = vocabulary(text)
        scores = [alike(other, words) for other in before[at : at + _NEAR]]
        best = max(scores, default=0.0)
        if best < _LEAST_ALIKE:
            yield (Run(text, Change.ADDED),)
            continue
        found = at + scores.index(best)
        yield from map(_went, old[at:found])
        yield _joined(finer(old[found], text))
        at = found + 1
    yield from map(_went, old[at:])


def _joined(runs: Iterable[Run]) -> Passage:
    """The runs without empty ones; neighbours of one kind together, and what went before what came."""
    kept = (run for run in runs if run.text)
    rows = [list(group) for _, group in groupby(kept, lambda run: run.change is Change.SAME)]
    parts = (
        Run("".join(run.text for run in row if run.change is change), change)
        for row in rows
        for change in (Change.SAME, Change.REMOVED, Change.ADDED)
    )
    return tuple(run for run in parts if run.text)


def _stayed(text: str) -> Passage:
    return (Run(text),)


def _went(text: str) -> Passage:
    return (Run(text, Change.REMOVED),)
