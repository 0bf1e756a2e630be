"""The palette: every command of the table by its words."""

from __future__ import annotations

from collections.abc import Iterator
from typing import cast

from textual.command import DiscoveryHit, Hit, Hits, Provider

from newsreader.ui.commands import COMMANDS, Command, shown
from newsreader.ui.screens.reading import ReadingScreen


class CommandProvider(Provider):
    """Offers the commands of the main screen."""

    def _commands(self) -> Iterator[tuple[str, str, Command]]:
        """(sentence, keys, command) of what the palette offers."""
        screen = cast(ReadingScreen, self.screen)
        for command in COMMANDS:
            if command.palette:
                keys = " ".join(shown(key) for key in screen.paper.keys.keys[command.id])
                yield screen.texts.commands.of(command.id)[1], keys, command

    async def discover(self) -> Hits:
        """Everything, before a letter is typed."""
        if isinstance(self.screen, ReadingScreen):
            for sentence, keys, command in self._commands():
                yield DiscoveryHit(sentence, self._run(command), help=keys)

    async def search(self, query: str) -> Hits:
        """What the letters typed could mean."""
        if isinstance(self.screen, ReadingScreen):
            matcher = self.matcher(query)
            for sentence, keys, command in self._commands():
                score = matcher.match(sentence)
                if score > 0:
                    yield Hit(score, matcher.highlight(sentence), self._run(command), help=keys)

    def _run(self, command: Command):  # type: ignore[no-untyped-def]
        async def run() -> None:
            await self.screen.run_action(command.action)

        return run
