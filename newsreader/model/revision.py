"""How an article has changed: its earlier wordings, and the difference between two of them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import NamedTuple

from newsreader.model.text import Block


@dataclass(frozen=True, slots=True)
class Wording:
    """What an article says: everything that a reader reads of it."""

    title: str
    summary: str = ""
    blocks: tuple[Block, ...] = ()
    whole: bool = False  # the blocks are the full text, not a summary


@dataclass(frozen=True, slots=True)
class Revision:
    """An earlier wording of an article, and when another one was first seen in its place."""

    wording: Wording
    replaced_at: datetime


class Change(StrEnum):
    """What became of a run of words."""

    SAME = "same"
    REMOVED = "removed"
    ADDED = "added"
    FOLDED = "folded"  # the same in both, and left out


class Run(NamedTuple):
    """Some words of a passage, with the white space after them."""

    text: str
    change: Change = Change.SAME


Passage = tuple[Run, ...]
"""A headline or a paragraph, as it was and as it is."""


@dataclass(frozen=True, slots=True)
class Difference:
    """One step of an article's history: the headline and the text, before and after it changed."""

    at: datetime  # when the change was first seen
    step: int  # of `steps`, from 1: the oldest
    steps: int
    title: Passage
    text: tuple[Passage, ...]
