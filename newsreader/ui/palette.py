"""The palette: every command of the table by its words."""

from __future__ import annotations

from collections.abc import Callable, Coroutine, Iterator
from contextlib import suppress
from functools import partial
from typing import Any, cast

from textual.command import CommandList, CommandPalette, DiscoveryHit, Hit, Hits, Provider
from textual.content import Content
from textual.css.query import NoMatches
from textual.events import Mount
from textual.widgets import Input
from textual.widgets.option_list import Option
from textual.worker import Worker

from newsreader import gate
from newsreader.ui.base import Closing, Newspaper
from newsreader.ui.commands import COMMANDS, Command, shown
from newsreader.ui.widgets.options import has_lines


class Palette(CommandPalette, Closing[None]):
    """Textual's own in our words; keys for a list that is not there yet do nothing, and it closes once."""

    def _on_mount(self, event: Mount) -> None:
        """Textual makes it ready, unless it has been closed by then: what it lay over is not below it."""
        if self not in self.app.screen_stack:
            event.prevent_default()
        for line in self.query(Input):
            line.cursor_blink = False

    def run_worker(self, work: Any, *values: Any, **options: Any) -> Worker[Any]:
        """Collect commands, unless it is closed before that has begun: that was a failure to Textual."""

        async def collect() -> None:
            with suppress(NoMatches):
                await work()

        return super().run_worker(collect, *values, **options)

    def _start_no_matches_countdown(self, search_value: str) -> None:
        self._stop_no_matches_countdown()
        self._no_matches_timer = self.set_timer(
            self._NO_MATCHES_COUNTDOWN, partial(self._tell_none, search_value)
        )

    def _tell_none(self, sought: str) -> None:
        if not self.query(CommandList):  # it has been closed meanwhile
            return
        self._list_visible = bool(sought)
        if sought:
            words = cast(Newspaper, self.app).words.screen.no_hits(gate.line(sought))
            none = Option(Content(words), disabled=True, id=self._NO_MATCHES)
            self.query_one(CommandList).add_option(none)

    def _action_command_list(self, action: str) -> None:
        if has_lines(self.query_one(CommandList)):
            super()._action_command_list(action)


class CommandProvider(Provider):
    """Offers the commands of the main screen."""

    def _commands(self) -> Iterator[tuple[str, str, Command]]:
        """(sentence, keys, command) of what the palette offers."""
        paper = cast(Newspaper, self.app)
        for command in COMMANDS:
            if command.palette:
                keys = " ".join(shown(key) for key in paper.keys.keys[command.id])
                yield paper.words.screen.commands.of(command.id)[1], keys, command

    async def discover(self) -> Hits:
        """Everything, before a letter is typed."""
        for sentence, keys, command in self._commands():
            yield DiscoveryHit(sentence, self._run(command), help=keys)

    async def search(self, query: str) -> Hits:
        """What the letters typed could mean."""
        matcher = self.matcher(query)
        for sentence, keys, command in self._commands():
            score = matcher.match(sentence)
            if score > 0:
                yield Hit(score, matcher.highlight(sentence), self._run(command), help=keys)

    def _run(self, command: Command) -> Callable[[], Coroutine[None, None, None]]:
        async def run() -> None:
            await self.screen.run_action(command.action)

        return run
