"""The help: every command with its keys, from the command table."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from textual.content import Content

from newsreader.ui.commands import COMMANDS, shown
from newsreader.ui.screens.text import TextScreen
from newsreader.words import Words


def help_screen(words: Words, keys: Mapping[str, tuple[str, ...]]) -> TextScreen:
    """The keys as they are now, the reader's own included."""
    lines = list(_lines(words, keys))
    width = max(len(left) for left, _ in lines)
    body = "\n".join(f"{left:<{width}}  {right}" for left, right in lines)
    texts = words.screen
    return TextScreen(texts.help_title, Content(f"{body}\n\n{texts.help_hint}"), texts.close_hint)


def _lines(words: Words, keys: Mapping[str, tuple[str, ...]]) -> Iterator[tuple[str, str]]:
    """(keys, sentence) a command; the nine keys of the related stories are one line."""
    for command in COMMANDS:
        sentence = words.screen.commands.of(command.id)[1]
        if command.id == "related_1":
            ends = (keys["related_1"][0], keys["related_9"][0])
            yield " … ".join(shown(key) for key in ends), sentence
        elif not command.id.startswith("related_"):
            yield " ".join(shown(key) for key in keys[command.id]), sentence
