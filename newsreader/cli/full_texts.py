"""After a refresh: the full texts of what the reader is likely to open, told while they come."""

from __future__ import annotations

import asyncio
from collections.abc import Callable

from newsreader.cli import output, shapes
from newsreader.cli.compose import Context
from newsreader.engine import Engine
from newsreader.model import Problem, TextAsked, TextsDone

FEW = 60
"""Texts that are read after a refresh; the others come with the next, with `--full`, or when opened."""
MANY = 2_000
"""Texts that are read with `--full`; the budget is spent long before."""

Tell = Callable[[TextAsked], None]


def some(context: Context, engine: Engine) -> None:
    """Read some, a second each; only how many there were is told."""
    words = context.words.cli
    number = 0

    def tell(event: TextAsked) -> None:
        nonlocal number
        if event.problem is None:
            if not number and not context.json:
                output.say(words.reading_texts)
                output.flush()
            number += 1

    output.flush()
    asyncio.run(_read(engine, tell))
    if number and not context.json:
        output.say(words.texts(number))


def every(context: Context, engine: Engine) -> shapes.Shape:
    """Read all that the budget allows, each told; answers what came of it, for JSON."""
    words = context.words
    read = 0
    failed: list[tuple[int, Problem]] = []

    def tell(event: TextAsked) -> None:
        nonlocal read
        read += event.problem is None
        if event.problem:
            failed.append((event.article_id, event.problem))
        if not context.json:
            why = f": {words.problems.sentence(event.problem)}" if event.problem else ""
            output.say(words.fulltext.progress(event.done, event.total, event.title) + why)
            output.flush()

    output.flush()
    done = asyncio.run(_read(engine, tell, full=True))
    if not context.json:
        output.say_lines(_summary(context, read, len(failed), done))
    return {
        "read": read,
        "failed": [{"id": number, "problem": shapes.problem(why)} for number, why in failed],
        "left": done.left,
        "spent": done.spent,
        "budget": done.budget,
    }


def _summary(context: Context, read: int, failed: int, done: TextsDone) -> list[str]:
    words = context.words.fulltext
    if not done.budget:
        return [words.no_budget]
    lines = [words.done(read)] if read else []
    if failed:
        lines.append(words.failures(failed))
    if done.left and done.spent >= done.budget:
        lines.append(words.waiting(done.left, done.spent, done.budget))
    return lines or [words.nothing]


async def _read(engine: Engine, tell: Tell, *, full: bool = False) -> TextsDone:
    done = TextsDone(0, 0)
    async for event in engine.texts(MANY if full else FEW, full=full):
        if isinstance(event, TextsDone):
            done = event
        else:
            tell(event)
    return done
