"""Which sources failed, when, and why, in words."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import datetime

from textual.content import Content

from newsreader import gate
from newsreader.model import SourceStatus
from newsreader.ui.screens.text import TextScreen
from newsreader.words import Words, ages


def problems_screen(statuses: Sequence[SourceStatus], words: Words, now: datetime) -> TextScreen:
    """The sources whose last visit failed."""
    paragraphs = list(_paragraphs(statuses, words, now))
    body = Content("\n\n").join(paragraphs) if paragraphs else Content(words.screen.no_problems)
    return TextScreen(words.screen.problems_title, body, words.screen.close_hint)


def _paragraphs(statuses: Sequence[SourceStatus], words: Words, now: datetime) -> Iterator[Content]:
    for status in statuses:
        problem, checked = status.visit.problem, status.visit.last_checked
        if problem is None:
            continue
        age = f"  {words.screen.source_checked(ages.age(checked, now, words.language))}" if checked else ""
        sentence = gate.line(words.problems.sentence(problem))
        yield Content.assemble((gate.line(status.source.title), "bold"), age, "\n", sentence)
