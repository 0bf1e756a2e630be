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
    for why, group in groupby(related, lambda one: words.cli.why[one.why](one.row)):
        yield f"{why}:"
        for one in group:
            text = gate.line(f"{one.row.title} · {shapes.age(one.row, now, words.language)}")
            start = f"{one.row.id:>7}  "
            yield from textwrap.wrap(text, width, initial_indent=start, subsequent_indent=" " * len(start))
