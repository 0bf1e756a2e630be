"""What belongs with an article, as plain text."""

from __future__ import annotations

import textwrap
from collections.abc import Iterable, Iterator
from datetime import datetime
from itertools import groupby

from newsreader import gate
from newsreader.cli import shapes
from newsreader.model import Related
from newsreader.words import Words


def related_lines(related: Iterable[Related], words: Words, now: datetime, width: int) -> Iterator[str]:
    """The articles that belong with one, under the reason why."""
    heading = words.stories.why
    for why, group in groupby(related, lambda one: heading(one.why, one.row.section, one.row.source)):
        yield f"{why}:"
        for one in group:
            facts = (one.row.title, shapes.age(one.row, now, words.language), *_reason(one, words))
            text = gate.line(" · ".join(facts))
            start = f"{one.row.id:>7}  "
            yield from textwrap.wrap(text, width, initial_indent=start, subsequent_indent=" " * len(start))


def _reason(related: Related, words: Words) -> Iterator[str]:
    """Who tells it, what is new since, what both are about."""
    if related.why in ("telling", "angle", "earlier"):
        yield shapes.titled(related.row)
    if related.why == "earlier":
        yield words.stories.new(related.new)
    if related.detail:
        yield ", ".join(related.detail)
