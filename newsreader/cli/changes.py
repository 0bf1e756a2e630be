"""`newsreader show ID --changes`: what changed in an article since it was read, the latest first."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator
from datetime import datetime

from newsreader import gate
from newsreader.cli import output, shapes
from newsreader.cli.compose import Context
from newsreader.engine import Engine
from newsreader.model import Change, Difference, Passage
from newsreader.revisions.signs import signed
from newsreader.words import Words, ages

_SIGNS = {Change.REMOVED: ("[-", "-]"), Change.ADDED: ("{+", "+}")}
"""As `git diff --word-diff=plain` writes them: https://git-scm.com/docs/git-diff."""


def run(context: Context, engine: Engine, article_id: int, width: int) -> int:
    """Print every change there is of an article; it stays marked, as its reader has only printed it."""
    found = differences(engine, article_id)
    if context.json:
        output.say_json([shape(difference) for difference in found])
    elif found:
        for difference in found:
            output.say_lines(lines(difference, context.words, context.now, width))
    else:
        output.say(context.words.changes.none)
    return 0


def differences(engine: Engine, article_id: int) -> list[Difference]:
    """The changes of an article, the latest first."""
    steps = range(len(engine.revisions.history(article_id)), 0, -1)
    found = (engine.revisions.difference(article_id, step) for step in steps)
    return [difference for difference in found if difference is not None]


def lines(difference: Difference, words: Words, now: datetime, width: int) -> Iterator[str]:
    """When it was seen, the headline and what changed in the text, wrapped at `width` columns."""
    at = difference.at
    yield words.changes.when(ages.long_date(at, words.language), ages.age(at, now, words.language))
    for passage in (difference.title, *difference.text):
        yield ""
        for text in line(passage).split("\n"):
            yield from textwrap.wrap(text, width, break_on_hyphens=False)
    if not difference.text:
        yield from ("", words.changes.same_text)
    yield ""


def line(passage: Passage) -> str:
    """A passage with signs around what was removed and added."""
    return "".join(
        f"{before}{gate.safe(words)}{after}" for before, words, after, _ in signed(passage, _SIGNS)
    )


def shape(difference: Difference) -> shapes.Shape:
    """One change, for JSON: passages are lists of runs that are the same, removed, added or folded."""
    return {
        "at": shapes.iso(difference.at),
        "title": _runs(difference.title),
        "text": [_runs(passage) for passage in difference.text],
    }


def _runs(passage: Passage) -> list[shapes.Shape]:
    return [{"change": run.change.value, "text": run.text} for run in passage]
