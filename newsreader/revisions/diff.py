"""The difference between two texts: paragraphs first, then the words of those that changed.

Comparing words is quadratic, so it is only done within a paragraph; what is the same at both ends is left out
beforehand, and a hostile number of paragraphs is compared as a whole.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from itertools import takewhile

from newsreader.model import Change, Passage, Run, Wording
from newsreader.revisions.noise import paragraphs
from newsreader.revisions.wordwise import alike, same, vocabulary, word_by_word

_MOST_PARAGRAPHS = 1_000  # compared with each other
_NEAR = 5  # paragraphs within which the other wording of one is looked for
_LEAST_ALIKE = 0.4


def compared(old: Wording, new: Wording) -> tuple[Passage, tuple[Passage, ...]]:
    """The headline and the text of one wording against another.

    A summary is only told where the texts do not tell the difference; against a full text it tells nothing.
    """
    title = word_by_word(old.title, new.title)
    if old.whole is not new.whole:
        return title, ()
    before, after = list(paragraphs(old.blocks)), list(paragraphs(new.blocks))
    if before == after or not before or not after:
        before, after = [old.summary, *before], [new.summary, *after]
    return title, difference(before, after)


def difference(old: Sequence[str], new: Sequence[str]) -> tuple[Passage, ...]:
    """Every paragraph of the new text, with what changed in it, and those of the old that went, in place."""
    head = sum(1 for _ in takewhile(lambda pair: same(*pair), zip(old, new, strict=False)))
    rest = zip(reversed(old[head:]), reversed(new[head:]), strict=False)
    tail = sum(1 for _ in takewhile(lambda pair: same(*pair), rest))
    before, after = old[head : len(old) - tail], new[head : len(new) - tail]
    return (
        *map(_stayed, new[:head]),
        *_between(before, after),
        *map(_stayed, new[len(new) - tail :]),
    )


def _between(old: Sequence[str], new: Sequence[str]) -> Iterator[Passage]:
    if max(len(old), len(new)) > _MOST_PARAGRAPHS:
        yield from _replaced(old, new)
        return
    for tag, i, j, k, m in SequenceMatcher(None, old, new).get_opcodes():
        yield from map(_stayed, new[k:m]) if tag == "equal" else _replaced(old[i:j], new[k:m])


def _replaced(old: Sequence[str], new: Sequence[str]) -> Iterator[Passage]:
    """Each new paragraph beside the old one that it is most like, of those that come next."""
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
        yield word_by_word(old[found], text)
        at = found + 1
    yield from map(_went, old[at:])


def _stayed(text: str) -> Passage:
    return (Run(text),)


def _went(text: str) -> Passage:
    return (Run(text, Change.REMOVED),)
