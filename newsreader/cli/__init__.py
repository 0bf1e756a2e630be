"""The command line: one command a run, the same engine as the screen, plain text or JSON."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from importlib import import_module
from typing import TYPE_CHECKING

from newsreader import gate
from newsreader.cli import compose, output
from newsreader.cli.compose import Context

if TYPE_CHECKING:
    from collections.abc import Callable
    from logging import LogRecord

    from newsreader.engine import Engine

_NEWS_COMMANDS = {
    "refresh": ("refresh", "run"),
    "list": ("listing", "run"),
    "search": ("listing", "search"),
    "show": ("article", "show"),
    "related": ("article", "related_to"),
    "download": ("download", "run"),
    "stories": ("stories", "run"),
    "sources": ("sources", "run"),
    "import": ("subscriptions", "read_in"),
    "export": ("subscriptions", "export"),
    "export-edition": ("editions", "export"),
    "backup": ("backup", "write"),
    "restore": ("backup", "restore"),
}
"""Where the commands on the engine are, by file and function: all of them together take 45 ms to import."""

_READING = {"list", "search", "show", "related", "stories", "export-edition"}
"""The commands that tell what can be read of a damaged store, even where it cannot be made ready."""

_MOMENT = 0.01
"""Seconds in which a callback of the interpreter's has ended."""


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command and answer the exit status: 0 done, 1 failed, 2 wrong use, 130 interrupted."""
    try:
        output.prepare()
        _watch()
        return _main(sys.argv[1:] if argv is None else argv)
    except SystemExit as leaving:  # argparse: after --help, --version or wrong use
        return leaving.code if isinstance(leaving.code, int) else 0
    except (KeyboardInterrupt, RuntimeError) as error:
        if not isinstance(error.__cause__ or error, KeyboardInterrupt):
            raise
        return 130  # what interrupts the making of a class, Python 3.11 wraps up


def _watch() -> None:
    """Have whatever fails, also in a thread, in a task or while it is thrown away, reported by us."""
    import logging
    import threading

    sys.excepthook = lambda _kind, error, _trace: _report(error)
    threading.excepthook = lambda failed: _report(failed.exc_value)
    sys.unraisablehook = lambda failed: _swallowed(failed.exc_value)
    if logging.lastResort:  # what libraries and the event loop have to say goes to standard error
        logging.lastResort.format = _logged  # type: ignore[method-assign]  # no formatter of ours before it is needed


def _swallowed(error: BaseException | None) -> None:
    """What nobody can catch; Ctrl+C comes once more, or it would have been pressed in vain."""
    import _thread
    import threading

    if isinstance(error, KeyboardInterrupt):
        threading.Timer(_MOMENT, _thread.interrupt_main).start()
    else:
        _report(error)


def _report(error: BaseException | None) -> None:
    """The last word when the program itself fails; imported only then."""
    from newsreader.crash import report

    if error is not None:
        print(report(error), end="", file=sys.stderr)


def _logged(record: LogRecord) -> str:
    """A message that nobody asked for, as a line; what failed, as a report."""
    from newsreader.crash import report

    error = record.exc_info[1] if record.exc_info else None
    return report(error).removesuffix("\n") if error else gate.line(record.getMessage())


def _main(argv: Sequence[str]) -> int:
    with compose.context(argv, os.environ) as context:
        if context.options.command:  # the screen shows them itself
            compose.tell_notices(context)
        try:
            status = _command(context)
            output.flush()
        except output.OutputClosed as closed:
            return output.give_up(closed, context.words.cli)
        return status


def _command(context: Context) -> int:
    """Run the command, or open the screen; whatever that needs is imported only now."""
    name = context.options.command or "screen"
    if name in _NEWS_COMMANDS:
        return compose.with_engine(context, _news_command)
    run: Callable[[Context], int] = import_module(f"newsreader.cli.{name}").run
    return run(context)


def _news_command(context: Context, engine: Engine) -> int:
    module, function = _NEWS_COMMANDS[context.options.command]
    run: Callable[[Context, Engine], int] = getattr(import_module(f"newsreader.cli.{module}"), function)
    if context.options.command in _READING:
        engine.around.attempt(engine.prepare)
    else:
        engine.prepare()
    status = run(context, engine)
    if engine.around.problem is None:
        return status
    return compose.failed(context, engine.around.problem)  # of what was printed, something is missing
