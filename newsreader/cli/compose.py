"""The composition root: from the options before the command to folders, settings, words and engine."""

from __future__ import annotations

import argparse
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from newsreader import clock, paths, settings, words
from newsreader.cli import arguments, output
from newsreader.model import Problem
from newsreader.paths import Paths
from newsreader.settings import Loaded
from newsreader.words import Words

if TYPE_CHECKING:
    from newsreader.engine import Engine

FAILURE = 1
WRONG_USE = 2


@dataclass(frozen=True, slots=True)
class Context:
    """What every command is given. `now` is the one moment for all that a run prints."""

    options: argparse.Namespace
    paths: Paths
    loaded: Loaded  # with the options' own webmail in it
    words: Words
    now: datetime

    @property
    def json(self) -> bool:
        """Whether the command must print JSON."""
        return getattr(self.options, "json", False)


@contextmanager
def context(argv: Sequence[str], environ: Mapping[str, str]) -> Iterator[Context]:
    """Everything a command needs; in the demo edition its folders live as long as the context."""
    early = arguments.early(argv)
    with _folders(early) as folders:
        loaded = settings.load(folders.settings)
        chosen = words.of(words.choose(loaded.settings.language, early.lang, environ))
        try:
            options = arguments.parser(chosen.cli.usage).parse_args(argv)
        except SystemExit:
            _tell(loaded, chosen)
            raise
        if options.webmail_option:
            loaded = replace(loaded, settings=replace(loaded.settings, webmail=options.webmail_option))
        yield Context(options, folders, loaded, chosen, clock.now())


def tell_notices(context: Context) -> None:
    """Say on standard error what is wrong with the settings file, one line each."""
    _tell(context.loaded, context.words)


def _tell(loaded: Loaded, words: Words) -> None:
    for notice in loaded.notices:
        output.complain(words.problems.notice(notice))


@contextmanager
def _folders(early: arguments.Early) -> Iterator[Paths]:
    if not early.demo:
        yield paths.find(early.config_dir, early.data_dir)
        return
    from tempfile import TemporaryDirectory

    with TemporaryDirectory(prefix="newsreader-demo-") as folder:
        yield Paths(Path(folder), Path(folder))


def with_engine(context: Context, command: Callable[[Context, Engine], int]) -> int:
    """Run a command on the open engine; what fails in the store is said in one line."""
    from newsreader.engine import Engine
    from newsreader.store import StoreError

    engine = Engine.open(context.paths, context.loaded.settings, demo=context.options.demo)
    if isinstance(engine, Problem):
        return failed(context, engine)
    with engine:
        try:
            return command(context, engine)
        except StoreError as error:
            return failed(context, error.problem)


def failed(context: Context, problem: Problem) -> int:
    """Say the problem in one line on standard error; answers the exit status."""
    output.complain(context.words.problems.sentence(problem))
    return FAILURE


def misused(text: str) -> int:
    """Say on standard error what was wrong in the use; answers the exit status."""
    output.complain(text)
    return WRONG_USE
