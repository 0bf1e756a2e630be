"""`newsreader refresh`: fetch what is new, and tell while it comes."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable, Collection

from newsreader.cli import named, output, shapes
from newsreader.cli.compose import FAILURE, Context, misused
from newsreader.cli.named import Unknown
from newsreader.engine import Engine
from newsreader.model import RefreshDone, RefreshEvent, SourceChecked

TEXTS = 60
"""Texts that are read after a refresh; the others come with the next, or when they are opened."""

Tell = Callable[[SourceChecked], None]


def run(context: Context, engine: Engine) -> int:
    """Visit the sources that are due, or those of them that were named."""
    statuses = engine.sources()
    wanted = [named.source(name, statuses) for name in context.options.source]
    for name in wanted:
        if isinstance(name, Unknown):
            return misused(context.words.cli.no_source(name.name, name.near))

    def tell(event: SourceChecked) -> None:
        if not context.json:
            output.say(_line(event, context))

    done = visit(engine, [name for name in wanted if isinstance(name, str)], tell)
    if context.json:
        output.say_json(_shape(done))
    elif not done.checked:
        output.say(context.words.cli.nothing_due)
    else:
        output.say(context.words.cli.summary(done.new, len(done.failed)))
    _read_texts(context, engine)
    return status(done)


def visit(engine: Engine, only: Collection[str], tell: Tell, *, force: bool = False) -> RefreshDone:
    """Refresh all sources or only some, due or (with `force`) not; each that answered or failed is told."""
    return asyncio.run(_visit(engine.refresh(only, force=force), tell))


def _read_texts(context: Context, engine: Engine) -> None:
    """After the news, the texts that pages only announced: a second each, so what has come is told first."""
    output.flush()
    words = context.words.cli

    async def read() -> int:
        number = 0
        async for _ in engine.texts(TEXTS):
            if not number and not context.json:
                output.say(words.reading_texts)
                output.flush()
            number += 1
        return number

    number = asyncio.run(read())
    if number and not context.json:
        output.say(words.texts(number))


async def _visit(events: AsyncIterator[RefreshEvent], tell: Tell) -> RefreshDone:
    done = RefreshDone(0, 0, 0)
    async for event in events:
        if isinstance(event, RefreshDone):
            done = event
        else:
            tell(event)
    return done


def status(done: RefreshDone) -> int:
    """The exit status: a refresh fails only when none of the sources visited answered."""
    return FAILURE if done.checked and len(done.failed) == done.checked else 0


def _line(event: SourceChecked, context: Context) -> str:
    words = context.words
    start = words.cli.progress(event.done, event.total, event.source.title)
    came = words.problems.sentence(event.problem) if event.problem else words.cli.new(event.new)
    notice = f"; {words.health.notice(event.notice)}" if event.notice else ""
    return f"{start}: {came}{notice}"


def _shape(done: RefreshDone) -> shapes.Shape:
    failed = [{"source": source.id, "problem": shapes.problem(problem)} for source, problem in done.failed]
    return {"checked": done.checked, "new": done.new, "changed": done.changed, "failed": failed}
