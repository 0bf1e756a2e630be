"""`newsreader sources add`: what is found at an address, and which of it is followed."""

from __future__ import annotations

import asyncio
import sys
from collections.abc import Sequence

from newsreader import gate
from newsreader.cli import output, refresh, shapes
from newsreader.cli.compose import FAILURE, Context, failed
from newsreader.engine import Engine
from newsreader.model import Preview, Problem, SourceKind
from newsreader.words import health


def run(context: Context, engine: Engine) -> int:
    """Follow the best of what is found, all of it, or nothing yet; what is new is loaded at once."""
    options = context.options
    found = asyncio.run(engine.subscriptions.find(options.address, page=options.page))
    if isinstance(found, Problem):
        return failed(context, found)
    if options.dry_run:
        return _show(context, found)
    ways = found[0].source.kind is SourceKind.PAGE  # of reading one page: only one of them can be followed
    chosen = found if options.all and not ways else _chosen(context, found)
    if not chosen:
        return 0
    added, problems = _follow(engine, chosen)
    for problem in problems:
        failed(context, problem)
    if not added:
        return FAILURE
    done = refresh.visit(engine, [preview.source.id for preview in added], lambda _: None, force=True)
    _tell(context, engine, added, [one for one in found if one not in chosen])
    return refresh.status(done)


def _chosen(context: Context, found: Sequence[Preview]) -> Sequence[Preview]:
    """The first; of several the one that is picked, where somebody sits at a terminal."""
    asked = len(found) > 1 and not context.json and sys.stdin.isatty() and sys.stdout.isatty()
    if not asked:
        return found[:1]
    for number, preview in enumerate(found, 1):
        output.say(f"{number}. {health.described(preview, context.words, context.now)}")
    output.say(context.words.cli.which(len(found)))
    answer = sys.stdin.readline().strip()
    return found[int(answer or 1) - 1 :][:1] if (answer or "1").isdecimal() and answer != "0" else ()


def _follow(engine: Engine, chosen: Sequence[Preview]) -> tuple[list[Preview], list[Problem]]:
    added, problems = [], []
    for preview in chosen:
        problem = asyncio.run(engine.subscriptions.add(preview.source))
        if problem is None:
            added.append(preview)
        else:
            problems.append(problem)
    return added, problems


def _show(context: Context, found: Sequence[Preview]) -> int:
    if context.json:
        output.say_json([_shape(preview) for preview in found])
    else:
        output.say_lines(health.described(preview, context.words, context.now) for preview in found)
    return 0


def _tell(context: Context, engine: Engine, added: Sequence[Preview], others: Sequence[Preview]) -> None:
    ids = {preview.source.id for preview in added}
    statuses = [status for status in engine.sources() if status.source.id in ids]
    if context.json:
        values = [shapes.source(status) for status in statuses]
        output.say_json(values if context.options.all else values[0])
        return
    for status in statuses:
        output.say(context.words.cli.added(status.source.title, gate.address(status.source.url)))
        output.say(context.words.cli.articles(status.articles))
        if status.source.kind is SourceKind.PAGE:
            output.say(context.words.cli.pattern(status.source.recipe))
    for preview in others:
        output.say(context.words.cli.also_found(health.described(preview, context.words, context.now)))


def _shape(preview: Preview) -> shapes.Shape:
    return {
        "id": preview.source.id,
        "title": preview.source.title,
        "url": preview.source.url,
        "kind": preview.source.kind.value,
        "articles": preview.articles,
        "newest": shapes.iso(preview.newest),
        "titles": list(preview.titles),
        "warnings": list(preview.warnings),
        **({"recipe": preview.source.recipe} if preview.source.kind is SourceKind.PAGE else {}),
    }
