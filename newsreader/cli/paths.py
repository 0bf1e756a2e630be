"""`newsreader paths`: where the files are."""

from __future__ import annotations

from newsreader.cli import output
from newsreader.cli.compose import Context


def run(context: Context) -> int:
    """Print the settings file, the store and the folder of the pictures, one a line."""
    words, paths = context.words.cli, context.paths
    kept = ((words.settings, paths.settings), (words.store, paths.database), (words.pictures, paths.pictures))
    for name, path in kept:
        output.say(f"{name:<14}{path}")
    return 0
