"""A difference without what stayed the same far from any change: readers look for what is new."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import groupby

from newsreader.model import Change, Passage, Run

FOLD = Run("…", Change.FOLDED)
"""Stands in the place of what was left out."""
_AROUND = 12  # words that are shown beside a change
_WORD = re.compile(r"\S+\s*")


def folded(passages: Iterable[Passage]) -> tuple[Passage, ...]:
    """The passages in which something changed, with one fold for each row of others between them."""
    groups = groupby(passages, changed)
    shown = ([*map(_near, group)] if has_changed else [(FOLD,)] for has_changed, group in groups)
    return tuple(passage for group in shown for passage in group)


def changed(passage: Passage) -> bool:
    """Whether anything in a passage was removed or added."""
    return any(run.change is not Change.SAME for run in passage)


def limited(passages: Iterable[Passage], most: int) -> tuple[Passage, ...]:
    """The first passages of no more than `most` characters together; a fold stands for the others."""
    kept: list[Passage] = []
    for passage in passages:
        most -= sum(len(run.text) for run in passage)
        if most < 0:
            return (*kept, (FOLD,))
        kept.append(passage)
    return tuple(kept)


def _near(passage: Passage) -> Passage:
    return tuple(run for number, _ in enumerate(passage) for run in _shortened(passage, number))


def _shortened(passage: Passage, number: int) -> Iterator[Run]:
    """A run that stayed, as far as it is near a change."""
    run = passage[number]
    words = _WORD.findall(run.text)
    before = _AROUND if number else 0
    after = _AROUND if number < len(passage) - 1 else 0
    if run.change is not Change.SAME or len(words) <= before + after + 3:
        yield run
        return
    if before:
        yield Run("".join(words[:before]))
    yield Run("… ", Change.FOLDED)
    if after:
        yield Run("".join(words[-after:]))
