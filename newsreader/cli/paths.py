"""`newsreader paths`: where the files are."""

from __future__ import annotations

from newsreader.cli import output
from newsreader.cli.compose import Context


def run(context: Context) -> int:
    """Print the settings file and the store, one a line."""
    words = context.words.cli
    for name, path in ((words.settings, context.paths.settings), (words.store, context.paths.database)):
        output.say(f"{name:<14}{path}")
    return 0
