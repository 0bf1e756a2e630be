"""No command at all: the screen."""

from __future__ import annotations

import sys
from collections.abc import Mapping

from newsreader.cli import compose
from newsreader.cli.compose import Context
from newsreader.engine import Engine


def run(context: Context, environ: Mapping[str, str]) -> int:
    """Open the screen; without a terminal that can show it, a polite word that names the plain commands."""
    terminal = sys.stdin is not None and sys.stdin.isatty() and sys.stdout is not None and sys.stdout.isatty()
    if not terminal or environ.get("TERM", "") in ("dumb", "unknown"):
        compose.tell_notices(context)
        return compose.misused(context.words.cli.no_screen)
    return compose.with_engine(context, _open)


def _open(context: Context, engine: Engine) -> int:
    from newsreader.ui.app import NewsApp

    app = NewsApp(engine, context.loaded, context.words, context.paths)
    app.run()
    return app.return_code or 0
