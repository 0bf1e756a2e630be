"""`newsreader backup` and `restore`: marks, subscriptions and decisions as a text file, and back."""

from __future__ import annotations

from dataclasses import asdict

from newsreader import settings
from newsreader.cli import output
from newsreader.cli.compose import Context, failed, failure
from newsreader.engine import Engine
from newsreader.model import Problem, ProblemKind
from newsreader.model.backup import BroughtBack

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
        return failure(words.none(str(context.paths.backups)))
    done = engine.backups.bring_back(path)
    if isinstance(done, Problem):
        if done.kind is not ProblemKind.MALFORMED:
            return failed(context, done)
        return failure(words.nothing(str(path)))
    for number in done.unreadable[:_TOLD]:
        output.complain(words.unreadable(number))
    if len(done.unreadable) > _TOLD:
        output.complain(f"… ({len(done.unreadable)})")
    if done.unplaced:
        output.complain(words.unplaced(done.unplaced))
    _keep_wishes(context, done)
    if context.json:
        output.say_json({"file": str(path), **asdict(done)})
    else:
        output.say(words.done(str(path), done))
    return 0


def _keep_wishes(context: Context, done: BroughtBack) -> None:
    """Put in the settings file what the backup has for sources and the file does not."""
    there = context.loaded.settings.source
    missing = {
        source_id: {key: value for key, value in values.items() if key not in there.get(source_id, {})}
        for source_id, values in done.wishes.items()
    }
    wanted = {source_id: values for source_id, values in missing.items() if values}
    notice = settings.save(context.paths.settings, {"source": wanted}) if wanted else None
    if notice:
        output.complain(context.words.problems.notice(notice))
