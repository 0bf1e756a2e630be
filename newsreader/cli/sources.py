"""`newsreader sources`: what is followed, how it is, and changes to it."""

from __future__ import annotations

import asyncio

from newsreader import gate
from newsreader.cli import adding, named, output, refresh, shapes
from newsreader.cli.compose import Context, failed, misused
from newsreader.cli.named import Unknown
from newsreader.engine import Engine
from newsreader.model import SourceStatus
from newsreader.words import ages, health


def run(context: Context, engine: Engine) -> int:
    """List, add, remove, switch or check sources."""
    action = context.options.action
    if action == "add":
        return adding.run(context, engine)
    wanted = getattr(context.options, "id", None)
    if wanted is None:
        return _check(context, engine) if action == "check" else _print(context, engine.sources())
    source_id = named.source(wanted, engine.sources())
    if isinstance(source_id, Unknown):
        return misused(context.words.cli.no_source(source_id.name, source_id.near))
    if action == "check":
        return _check(context, engine, source_id)
    return _change(context, engine, source_id)


def _check(context: Context, engine: Engine, source_id: str = "") -> int:
    """Visit one source or all that are on, due or not, and print their health."""
    done = refresh.visit(engine, (source_id,) if source_id else (), lambda _: None, force=True)
    wanted = [
        status
        for status in engine.sources()
        if status.source.id == source_id or (not source_id and status.source.on)
    ]
    _print(context, wanted)
    if not context.json:
        for status in wanted:
            _offer(context, engine, status)
    return refresh.status(done)


def _offer(context: Context, engine: Engine, status: SourceStatus) -> None:
    """For a source that will not mend by itself: what can be found in its place."""
    if not status.visit.is_lost:
        return
    words = context.words.health
    found = asyncio.run(engine.subscriptions.instead(status))
    for preview in found:
        output.say(f"  {words.instead(preview.source.title, gate.address(preview.source.url))}")
    output.say(
        f"  {words.instead_add(gate.address(found[0].source.url)) if found else words.nothing_instead}"
    )


def _change(context: Context, engine: Engine, source_id: str) -> int:
    """Remove a source, or switch it on or off."""
    status, words = _status(engine, source_id), context.words.cli
    if context.options.action == "remove":
        problem = asyncio.run(engine.subscriptions.remove(source_id))
        said = words.removed(status.source.title)
    else:
        on = context.options.action == "on"
        problem = asyncio.run(engine.subscriptions.switch(source_id, on))
        said = words.switched(status.source.title, on)
        status = _status(engine, source_id)
    if problem:
        return failed(context, problem)
    if context.json:
        output.say_json(shapes.source(status))
    else:
        output.say(said)
    return 0


def _status(engine: Engine, source_id: str) -> SourceStatus:
    return next(status for status in engine.sources() if status.source.id == source_id)


def _print(context: Context, statuses: list[SourceStatus]) -> int:
    if context.json:
        output.say_json([shapes.source(status) for status in statuses])
        return 0
    for status in statuses:
        output.say(_line(status, context))
    if not statuses:
        output.say(context.words.cli.no_sources)
    return 0


def _line(status: SourceStatus, context: Context) -> str:
    words, source, visit = context.words, status.source, status.visit
    told = [words.cli.never_checked]
    if visit.last_checked:
        checked = words.cli.checked(ages.age(visit.last_checked, context.now, words.language))
        told = [checked, *health.told(status, words)]
    parts = (source.title, gate.address(source.url), words.cli.articles(status.articles), *told)
    return f"{source.id:<28} {words.cli.on if source.on else words.cli.off:<4} {' · '.join(parts)}"
