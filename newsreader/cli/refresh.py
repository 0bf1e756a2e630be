"""`newsreader refresh`: fetch what is new, and tell while it comes."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable, Collection

from newsreader.cli import full_texts, named, output, shapes
from newsreader.cli.compose import FAILURE, Context, misused
from newsreader.cli.named import Unknown
from newsreader.engine import Engine
from newsreader.model import RefreshDone, RefreshEvent, SourceChecked

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
    if problem := engine.backups.untold():
        output.complain(context.words.backup.not_written(context.words.problems.sentence(problem)))
    if not context.json:
        output.say(_summary(done, context))
    if context.options.full:
        shape = {**_shape(done), "texts": full_texts.every(context, engine)}
        if context.json:
            output.say_json(shape)
        return status(done)
    if context.json:
        output.say_json(_shape(done))
    full_texts.some(context, engine)
    return status(done)


def _summary(done: RefreshDone, context: Context) -> str:
    words = context.words.cli
    return words.summary(done.new, len(done.failed)) if done.checked else words.nothing_due


def visit(engine: Engine, only: Collection[str], tell: Tell, *, force: bool = False) -> RefreshDone:
    """Refresh all sources or only some, due or (with `force`) not; each that answered or failed is told."""
    return asyncio.run(_visit(engine.refresh(only, force=force), tell))


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
