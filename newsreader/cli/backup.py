"""`newsreader backup` and `restore`: marks and subscriptions as a text file, and back."""

from __future__ import annotations

from dataclasses import asdict

from newsreader.cli import output
from newsreader.cli.compose import FAILURE, Context, failed
from newsreader.engine import Engine
from newsreader.model import Problem, ProblemKind

_TOLD = 20  # damaged lines that are named one by one


def write(context: Context, engine: Engine) -> int:
    """Write a backup now."""
    path = context.options.file or engine.backups.today()
    problem = engine.backups.write(path)
    if problem:
        return failed(context, problem)
    output.say(context.words.backup.written(str(path)))
    return 0


def restore(context: Context, engine: Engine) -> int:
    """Bring back what a backup holds, and say what came of it."""
    words = context.words.backup
    path = context.options.file or engine.backups.newest()
    if path is None:
        output.complain(words.none(str(context.paths.backups)))
        return FAILURE
    done = engine.backups.bring_back(path)
    if isinstance(done, Problem):
        if done.kind is not ProblemKind.MALFORMED:
            return failed(context, done)
        output.complain(words.nothing(str(path)))
        return FAILURE
    for number in done.unreadable[:_TOLD]:
        output.complain(words.unreadable(number))
    if len(done.unreadable) > _TOLD:
        output.complain(f"… ({len(done.unreadable)})")
    if done.unplaced:
        output.complain(words.unplaced(done.unplaced))
    if context.json:
        output.say_json({"file": str(path), **asdict(done)})
    else:
        output.say(words.done(str(path), done))
    return 0
