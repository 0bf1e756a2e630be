"""No command at all: the screen."""

from __future__ import annotations

import gc
import os
import sys
from collections.abc import Mapping
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING

from newsreader.cli import compose
from newsreader.cli.compose import Context

if TYPE_CHECKING:
    from newsreader.engine import Engine

TURN = 0.000_5
"""Seconds that a thread which computes keeps the interpreter from the others: a tenth of Python's own.

A key takes a dozen turns of the event loop, in each of which it may wait so long for what a refresh writes.
"""

COLOURS = {"auto", "standard", "256", "truecolor", "windows"}
"""What Rich knows of colours, whom Textual hands the value of TEXTUAL_COLOR_SYSTEM."""
MOST = {
    "COLUMNS": 999,
    "LINES": 999,
    "TEXTUAL_FPS": 999,
    "ESCDELAY": 99_999,
    "TEXTUAL_DIM_FACTOR": 99_999,
    "TEXTUAL_SCREENSHOT": 99_999,
}
"""The highest numbers with which the screen can do something; every cell of its size is painted."""


def run(context: Context) -> int:
    """Open the screen; without a terminal that can show it, a polite word that names the plain commands."""
    environ = context.environ
    terminal = sys.stdin is not None and sys.stdin.isatty() and sys.stdout is not None and sys.stdout.isatty()
    if not terminal or environ.get("TERM", "") in ("dumb", "unknown"):
        compose.tell_notices(context)
        return compose.misused(context.words.cli.no_screen)
    if variable := _nonsense(environ):
        return compose.misused(context.words.cli.no_variable(variable, environ[variable]))
    sys.setswitchinterval(TURN)
    gc.disable()  # what is made on the way to the first screen stays: looking there for garbage takes a tenth
    return compose.with_engine(context, _open)


def _nonsense(environ: Mapping[str, str]) -> str | None:
    """The variable that Textual obeys and that would end it with a traceback, or have it paint for ever."""
    for name, most in MOST.items():
        if (_number(environ.get(name, "")) or 0) > most:
            return name
    if "TEXTUAL_LOG" in environ and not _is_writable(environ["TEXTUAL_LOG"]):
        return "TEXTUAL_LOG"
    if wrong := _wrong_picture(environ):
        return wrong
    if environ.get("TEXTUAL_COLOR_SYSTEM", "auto") not in COLOURS:
        return "TEXTUAL_COLOR_SYSTEM"
    driver = environ.get("TEXTUAL_DRIVER")
    return None if driver is None or _is_driver(driver) else "TEXTUAL_DRIVER"


def _number(text: str) -> int | None:
    try:
        return int(text)
    except ValueError:
        return None


def _wrong_picture(environ: Mapping[str, str]) -> str | None:
    """The variable by which a picture of the screen is to be made that cannot be."""
    seconds = _number(environ.get("TEXTUAL_SCREENSHOT", ""))
    if seconds is None or seconds < 0:
        return None
    variable = "TEXTUAL_SCREENSHOT"
    folder, name = (environ.get(f"{variable}_{part}", "") for part in ("LOCATION", "FILENAME"))
    place = Path(os.path.expanduser(folder or "."))  # noqa: PTH111 - Path's own fails where it knows no user
    if seconds == 0 or not place.is_dir() or not os.access(place, os.W_OK | os.X_OK):
        return f"{variable}_LOCATION" if seconds and folder else variable
    return f"{variable}_FILENAME" if name and not _is_writable(str(place / name)) else None


def _is_writable(name: str) -> bool:
    try:
        Path(name).open("a").close()
    except OSError:
        return False
    return True


def _is_driver(name: str) -> bool:
    """Whether there is a class by that name, `module:Class`, that can run a terminal."""
    module, _, symbol = name.partition(":")
    try:
        found = getattr(import_module(module), symbol, None)
    except (ImportError, ValueError):
        return False
    return isinstance(found, type) and hasattr(found, "start_application_mode")


def _open(context: Context, engine: Engine) -> int:
    from newsreader import garbage
    from newsreader.ui.app import NewsApp

    plain = context.options.plain
    app = NewsApp(engine, context.loaded, context.words, context.paths, opened=garbage.begin, plain=plain)
    return app.run_in_order()
