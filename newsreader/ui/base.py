"""What screens may ask of the application they run in."""

from __future__ import annotations

import signal
from abc import abstractmethod
from collections.abc import Callable, Coroutine, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any, TypeVar, cast

from textual.app import App
from textual.await_complete import AwaitComplete
from textual.css.query import NoMatches
from textual.dom import DOMNode
from textual.message import Message
from textual.message_pump import MessagePump
from textual.screen import Screen
from textual.widget import Widget
from textual.worker import Worker

from newsreader.clock import Clock
from newsreader.engine import Engine, StoreError
from newsreader.paths import Paths
from newsreader.settings import Change, Loaded
from newsreader.ui.commands import Keymap
from newsreader.words import Words

T = TypeVar("T")
SCREENS_CSS = Path(__file__).with_name("screens.tcss")
"""The looks of the dialogs and of every screen but the first: read when one of them opens."""


def begun(worker: Worker[None], *layers: Coroutine[Any, Any, None]) -> Worker[None]:
    """The worker, of whose work nothing is left should it be ended before it begins.

    Python complains of a coroutine that nobody ever awaited; `layers` are those of the work, the outermost
    first.
    """

    def close(_: object) -> None:
        for layer in layers:
            layer.close()

    task = worker._task  # noqa: SLF001 - a worker tells of its end only where it had begun
    if task is not None:
        task.add_done_callback(close)
    return worker


class Enduring(MessagePump):
    """What lives on after the store refused something: Textual would end it, and no key worked any more."""

    async def _dispatch_message(self, message: Message) -> None:
        try:
            await super()._dispatch_message(message)
        except StoreError as error:
            paper = cast(Newspaper, self.app)
            paper.tell(paper.words.problems.sentence(error.problem))


class Closing(Enduring, Screen[T]):
    """A screen that closes once: of two quick answers the second would close whatever is on top by then.

    It stands behind Textual's own kinds of screens, whose looks go by the first of the bases.
    """

    async def unless_closed(self, work: Coroutine[Any, Any, None]) -> None:
        """Do it to its end; when the screen has been closed by then, there is nothing to show it on."""
        try:
            await work
        except NoMatches:
            if self in self.app.screen_stack:
                raise

    def dismiss(self, result: T | None = None) -> AwaitComplete:
        """Close with an answer, unless that has been done, or another screen lies over this one."""
        return super().dismiss(result) if self.app.screen_stack[-1:] == [self] else AwaitComplete()


class Newspaper(Enduring, App[None]):
    """The application as screens know it."""

    engine: Engine
    loaded: Loaded
    words: Words
    paths: Paths
    clock: Clock
    keys: Keymap
    environ: Mapping[str, str]
    plain: bool  # no pictures, whatever the settings say
    takes_key: Callable[[], None] | None = None
    """What the next key is for, whatever it is and wherever the focus is: to hush a voice."""

    async def _dispatch_action(self, namespace: DOMNode, action_name: str, params: Any) -> bool:
        """Do what a key asks for; of a screen that is still being made that may be too early."""
        try:
            return await super()._dispatch_action(namespace, action_name, params)
        except NoMatches:
            if not isinstance(namespace, Widget) or namespace.is_mounted:
                raise
            return True

    def dress(self, looks: str) -> None:
        """Read a stylesheet that the first paint did without, unless that has been done."""
        path = Path(__file__).with_name(looks)
        if not self.stylesheet.has_source(str(path)):
            self.stylesheet.add_source(path.read_text(encoding="utf-8"), (str(path), ""))

    @contextmanager
    def lend_terminal(self) -> Iterator[None]:
        """Let another program have the terminal; Ctrl+C is pressed for that one then."""
        before = signal.signal(signal.SIGINT, lambda *_: None)  # which that program does not inherit
        try:
            with self.suspend():
                yield
        finally:
            signal.signal(signal.SIGINT, before or signal.SIG_DFL)

    @abstractmethod
    def emit(self, sequence: str) -> None:
        """Give the terminal a sequence of our own beside what is drawn."""

    @abstractmethod
    def change(self, changes: Mapping[str, Change]) -> None:
        """Use these settings from now on, and keep them in the file if that can be done."""

    @abstractmethod
    def take_theme(self, name: str | None, before: str) -> None:
        """Wear this theme from now on; None puts the one from before back."""

    @abstractmethod
    def tell(self, text: str) -> None:
        """Show a message that must not be missed; never as markup."""
