"""Signs around what changed, so that a difference reads without colours and without weight."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from newsreader.model import Change, Passage

Signs = Mapping[Change, tuple[str, str]]
"""What stands before and after words of a kind; kinds without signs stand as they are."""


class Signed(NamedTuple):
    """A run of a passage: its words between what is written before and after them."""

    before: str
    words: str
    after: str
    change: Change


def signed(passage: Passage, signs: Signs) -> Iterator[Signed]:
    """The runs with their signs; white space stays outside of them, and is put where two words would meet."""
    last = ""
    for text, change in passage:
        if change not in signs:
            last = text
            yield Signed("", text, "", change)
        else:
            before, after = signs[change]
            words = text.rstrip()
            meets = last[-1:].isalnum() and words[:1].isalnum()
            gap = " " if meets or last.endswith(signs[Change.REMOVED][1]) else ""
            last = after + text[len(words) :]
            yield Signed(gap + before, words, last, change)
