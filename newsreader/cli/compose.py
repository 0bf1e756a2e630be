"""The composition root: from the options before the command to folders, settings, words and engine."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from types import SimpleNamespace
from typing import TYPE_CHECKING, NamedTuple

from newsreader import clock, paths, settings, words
from newsreader.cli import output
from newsreader.cli.early import Early, early
from newsreader.model import Problem
from newsreader.paths import Paths
from newsreader.settings import Loaded
from newsreader.words import Words

if TYPE_CHECKING:
    from newsreader.engine import Engine

FAILURE = 1
WRONG_USE = 2

FILES = 32
"""Open files: the store has nine, and a refresh some connections beside them."""
MEMORY = 450
"""Megabytes of addresses for the screen and for all that has threads: most of it is never filled."""
LITTLE = 100
"""The same for a command that only reads or writes the store."""
_LIGHT = {"paths", "webmail", "list", "search", "import", "export", "backup", "restore"}
_MEGABYTE = 1_000_000


class Context(NamedTuple):
    """What every command is given. `now` is the one moment for all that a run prints."""

    options: SimpleNamespace
    paths: Paths
    loaded: Loaded  # with the options' own webmail in it
    words: Words
    now: datetime
    environ: Mapping[str, str]

    @property
    def json(self) -> bool:
        """Whether the command must print JSON."""
        return getattr(self.options, "json", False)


@contextmanager
def context(argv: Sequence[str], environ: Mapping[str, str]) -> Iterator[Context]:
    """Everything a command needs; in the demo edition its folders live as long as the context."""
    known = early(argv)
    with _folders(known, environ) as folders:
        loaded = settings.load(folders.settings)
        chosen = words.of(words.choose(loaded.settings.language, known.lang, environ))
        if not clock.has_zone():
            raise SystemExit(misused(chosen.cli.no_zone(environ.get("TZ", ""))))
        options = _screen(known) if known.alone else _options(argv, loaded, chosen)
        if lack := _lacking(options.command, chosen):
            raise SystemExit(failure(lack))
        if options.webmail_option:
            loaded = loaded._replace(settings=loaded.settings._replace(webmail=options.webmail_option))
        yield Context(options, folders, loaded, chosen, clock.now(), environ)


def _lacking(command: str | None, words: Words) -> str:
    """What there is too little of, in a sentence; empty where the command, or the screen, can begin."""
    try:
        from resource import RLIM_INFINITY, RLIMIT_AS, RLIMIT_NOFILE, getrlimit
    except ImportError:  # not a system with such limits
        return ""
    files, _ = getrlimit(RLIMIT_NOFILE)
    if files != RLIM_INFINITY and files < FILES:
        return words.cli.few_files(files, FILES)
    memory, _ = getrlimit(RLIMIT_AS)
    needed = LITTLE if command in _LIGHT else MEMORY
    if memory != RLIM_INFINITY and memory < needed * _MEGABYTE:
        return words.cli.little_memory(memory // _MEGABYTE, needed)
    return ""


def _screen(known: Early) -> SimpleNamespace:
    """The options of a run without a command."""
    return SimpleNamespace(command=None, demo=known.demo, webmail_option=known.webmail, plain=known.plain)


def _options(argv: Sequence[str], loaded: Loaded, words: Words) -> SimpleNamespace:
    """What the whole grammar makes of the arguments; leaves the program when that is nothing."""
    from newsreader.cli import arguments

    try:
        return arguments.parser(words.cli.usage).parse_args(argv, SimpleNamespace())
    except SystemExit:
        _tell(loaded, words)
        raise
    except output.OutputClosed as closed:  # nobody reads the help
        raise SystemExit(output.give_up(closed, words.cli)) from None


def tell_notices(context: Context) -> None:
    """Say on standard error what is wrong with the settings file, one line each."""
    _tell(context.loaded, context.words)


def _tell(loaded: Loaded, words: Words) -> None:
    for notice in loaded.notices:
        output.complain(words.problems.notice(notice))


@contextmanager
def _folders(known: Early, environ: Mapping[str, str]) -> Iterator[Paths]:
    if not known.demo:
        yield paths.find(known.config_dir, known.data_dir)
        return
    from tempfile import TemporaryDirectory

    try:
        made = TemporaryDirectory(prefix="newsreader-demo-")
    except OSError as error:
        texts = words.of(words.choose("", known.lang, environ)).cli
        raise SystemExit(failure(texts.no_temporary(error.strerror or str(error)))) from None
    with made as folder:
        yield Paths(Path(folder), Path(folder))


def with_engine(context: Context, command: Callable[[Context, Engine], int]) -> int:
    """Run a command on the open engine; what fails in the store is said in one line."""
    from newsreader.engine import Engine
    from newsreader.store import StoreError

    engine = Engine.open(context.paths, context.loaded.settings, demo=context.options.demo)
    if isinstance(engine, Problem):
        blocked = _no_folder(context.paths.data_dir)
        return failure(context.words.cli.no_folder(str(blocked))) if blocked else failed(context, engine)
    with engine:
        try:
            return command(context, engine)
        except StoreError as error:
            return failed(context, error.problem)


def failed(context: Context, problem: Problem) -> int:
    """Say the problem in one line on standard error; answers the exit status."""
    return failure(context.words.problems.sentence(problem))


def failure(text: str) -> int:
    """Say on standard error, in one line, why it cannot be done; answers the exit status."""
    output.complain(text)
    return FAILURE


def _no_folder(folder: Path) -> Path | None:
    """What stands where the folder, or one that it is in, has to be; None when nothing is in the way."""
    there = next((path for path in (folder, *folder.parents) if paths.exists(path)), folder)
    return there if paths.exists(there) and not there.is_dir() else None


def misused(text: str) -> int:
    """Say on standard error what was wrong in the use; answers the exit status."""
    output.complain(text)
    return WRONG_USE
