"""`newsreader import` and `export`: subscriptions as OPML."""

from __future__ import annotations

import asyncio

from newsreader import atomic, gate
from newsreader.cli import files, output
from newsreader.cli.compose import Context, failed
from newsreader.engine import Engine, refused
from newsreader.model import Problem

_STDOUT = "-"


def read_in(context: Context, engine: Engine) -> int:
    """Follow what the file lists and is not followed yet; what cannot be read is listed line by line."""
    path = context.options.file
    data = files.read(path)
    if isinstance(data, Problem):
        return failed(context, data)
    preview = context.options.dry_run
    imported = asyncio.run(engine.subscriptions.read_in(data, preview=preview))
    if isinstance(imported, Problem):
        return failed(context, imported._replace(url=str(path)))
    for line in imported.unreadable:
        output.complain(context.words.cli.unreadable(line))
    for title, folder in imported.also_in:
        output.complain(context.words.cli.also_in(title, folder))
    if preview:
        for source in imported.fresh:
            output.say(
                " · ".join(
                    filter(None, (source.title, gate.address(source.url), source.group, source.section))
                )
            )
    told = context.words.cli.would_import if preview else context.words.cli.imported
    output.say(told(imported.added, imported.known))
    return 0


def export(context: Context, engine: Engine) -> int:
    """Write the subscriptions to the file, or to standard output."""
    data = engine.subscriptions.export()
    path = context.options.file
    if path is None or str(path) == _STDOUT:
        output.say_bytes(data)
        return 0
    try:
        atomic.replace(path, data, private=False)
    except OSError as error:
        return failed(context, refused.problem_of(error, path, path.parent))
    output.say(context.words.cli.exported(str(path)))
    return 0
