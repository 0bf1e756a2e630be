"""The application: settings in use, theme, keymap, signals, and which screen is shown."""

from __future__ import annotations

import asyncio
import os
import signal
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from functools import partial
from inspect import getfile
from time import monotonic
from typing import TYPE_CHECKING, Any, ClassVar

from textual import events
from textual._styles_cache import StylesCache
from textual.app import App, ScreenStackError
from textual.await_complete import AwaitComplete
from textual.binding import Binding, BindingType
from textual.css.query import NoMatches
from textual.driver import Driver
from textual.filter import LineFilter
from textual.screen import Screen
from textual.theme import Theme
from textual.widget import Widget

from newsreader import settings
from newsreader.clock import Clock, now
from newsreader.engine import Engine, StoreError
from newsreader.paths import Paths
from newsreader.settings import Change, Loaded
from newsreader.ui import themes
from newsreader.ui.base import Newspaper
from newsreader.ui.commands import KeymapFault, keymap, textual_key
from newsreader.ui.screens.reading import ReadingScreen
from newsreader.words import Words, choose, of
from newsreader.words.screen import ScreenWords

if TYPE_CHECKING:
    from rich.console import RenderableType
    from textual.command import Provider

SETTLED = 1.0
"""Seconds after which all that the first screen needs has been made."""


def _palette() -> type[Provider]:
    from newsreader.ui.palette import CommandProvider

    return CommandProvider


DEEPEST = -99
"""Below this no kind of widget is, by the number of kinds above it; it gives way to all of them."""
COMPLAINTS = 5
"""Faults in settings and keys that are told at once: so many fit on a small screen."""
_ENDING = {signal.SIGINT: 130, signal.SIGTERM: 0} | ({signal.SIGHUP: 0} if sys.platform != "win32" else {})
"""The signals that close the newspaper, and the exit status of each."""
BACK = 0.1
"""Seconds in which the terminal is ours again after the program was suspended."""


class NewsApp(Newspaper):
    """The newspaper in the terminal."""

    CSS_PATH = "app.tcss"
    COMMANDS: ClassVar[set[Any]] = {_palette}
    BINDINGS: ClassVar[list[BindingType]] = [Binding("ctrl+q", "quit", show=False, priority=True)]
    ENABLE_COMMAND_PALETTE = True
    COMMAND_PALETTE_BINDING = "f24"
    """The palette's own key is in the command table; a key nobody has takes the place of Textual's."""

    def __init__(
        self,
        engine: Engine,
        loaded: Loaded,
        words: Words,
        paths: Paths,
        *,
        clock: Clock = now,
        environ: Mapping[str, str] = os.environ,
        opened: Callable[[], None] | None = None,
        plain: bool = False,
    ) -> None:
        """`opened` is called when the newspaper has been on the screen for a while; `plain`: no pictures."""
        self.loaded = loaded
        self.environ = environ
        self.plain = plain
        # A theme that is there before Textual's own preparations does not have the stylesheet read twice.
        self.set_reactive(App.theme, self._wanted_theme())
        super().__init__()
        self._read_early(Widget)
        self.engine = engine
        engine.attended = True
        self.words = words
        self.paths = paths
        self.clock = clock
        self._opened = opened
        self._ended: int | None = None  # by a signal; the status to end with
        self._loop_to_end: asyncio.AbstractEventLoop | None = None  # once all is there that must be closed
        self.animation_level = "none"
        self.keys = keymap(loaded.settings.keys)
        for theme in themes.OWN:
            self.register_theme(theme)
        self.set_keymap(
            {name: ",".join(textual_key(key) or key for key in keys) for name, keys in self._own_keys()}
        )

    def _read_early(self, kind: type[Widget]) -> None:
        """Have a kind's own looks read once: Textual would for every deeper kind that comes after it."""
        place = (getfile(kind), f"{kind.__name__}.DEFAULT_CSS")
        self.stylesheet.add_source(kind.DEFAULT_CSS, place, True, DEEPEST, kind.__name__)

    def _wanted_theme(self) -> str:
        no_color = "NO_COLOR" in self.environ
        return themes.choose(self.loaded.settings.theme, themes.AVAILABLE, no_color=no_color)

    def get_theme(self, theme_name: str) -> Theme | None:
        """The reader's own themes, which are known before they can be registered, and Textual's."""
        own = next((theme for theme in themes.OWN if theme.name == theme_name), None)
        return own or super().get_theme(theme_name)

    def _own_keys(self) -> Iterator[tuple[str, tuple[str, ...]]]:
        for name, keys in self.keys.keys.items():
            if name in self.loaded.settings.keys:
                yield name, keys

    def get_default_screen(self) -> Screen[None]:
        """The newspaper itself."""
        return ReadingScreen(self.engine, self.words, self.clock)

    def on_mount(self) -> None:
        """Ask for the webmail when it has not been chosen; tell what is wrong with the settings."""
        self.call_after_refresh(self._obey_signals)  # what is being made cannot be closed
        self.app_resume_signal.subscribe(self, lambda _: self.set_timer(BACK, self._paint_anew))
        if self._opened is not None:
            self.set_timer(SETTLED, self._opened)
        if not self.loaded.settings.webmail:
            self.action_choose_webmail()
        if complaints := [*self._complaints()]:
            more = len(complaints) - COMPLAINTS
            rest = [self.words.screen.more_faults(more)] if more > 0 else []
            self.tell("\n\n".join([*complaints[:COMPLAINTS], *rest]))

    def _complaints(self) -> Iterator[str]:
        """What is wrong with the store, the settings and the keys."""
        words, theme = self.words, self.loaded.settings.theme
        if self.engine.problem:
            yield words.problems.sentence(self.engine.problem)
        for notice in self.loaded.notices:
            yield words.problems.notice(notice)
        if theme and theme not in themes.AVAILABLE:
            yield words.problems.notice(
                settings.none_of(str(self.paths.settings), "theme", theme, themes.AVAILABLE)
            )
        for fault in self.keys.faults:
            yield _told(fault, self.words.screen)

    def _paint_anew(self) -> None:
        """Whatever stood in the terminal meanwhile goes."""
        with suppress(ScreenStackError):  # it is being closed
            self.screen.refresh(layout=True)

    def pop_screen(self) -> AwaitComplete:
        """Close the screen on top; a cache of Textual's would keep all lines of a thousand widgets."""
        closed = super().pop_screen()
        StylesCache.get_inner_outer.cache_clear()
        return closed

    def exit(self, result: None = None, return_code: int = 0, message: RenderableType | None = None) -> None:
        """Close the newspaper; the place in the article that is open is kept."""
        super().exit(result, return_code, message)
        for screen in self.screen_stack:
            if isinstance(screen, ReadingScreen):
                with suppress(NoMatches):  # it is still being made
                    screen.close_paper()

    def run_in_order(self) -> int:
        """Run until it is closed, by the reader or by a signal at any moment; answers the exit status.

        SIGINT may be ignored by whoever began it; without its terminal it ends whatever they want.
        """
        ignored = signal.getsignal(signal.SIGINT) is signal.SIG_IGN
        obeyed = [number for number in _ENDING if number is not signal.SIGINT or not ignored]
        before = {number: signal.signal(number, self._end) for number in obeyed}
        try:
            self.run()
        finally:
            for number, handler in before.items():
                signal.signal(number, handler or signal.SIG_DFL)
        return self.return_code or self._ended or 0

    def _end(self, number: int, _: object) -> None:
        """Obey a signal; what is being made cannot be closed yet, nor what is closed already."""
        self._ended = status = _ENDING[signal.Signals(number)]
        if self._loop_to_end is not None:
            with suppress(RuntimeError):
                self._loop_to_end.call_soon_threadsafe(partial(self.exit, return_code=status))

    def _obey_signals(self) -> None:
        """From now on signals close the newspaper in order: terminal restored, store closed."""
        self._loop_to_end = asyncio.get_running_loop()
        if self._ended is not None:
            self.exit(return_code=self._ended)

    def emit(self, sequence: str) -> None:
        """Give the terminal a sequence of our own, in turn with what Textual writes."""
        if self._driver is not None:
            self._driver.write(sequence)

    def tell(self, text: str) -> None:
        """Show a message that must not be missed, once; never as markup."""
        if all(shown.message != text for shown in self._notifications):
            self.notify(text, severity="warning", timeout=12, markup=False)

    def action_help_quit(self) -> None:
        """Ctrl+C does not quit; it tells which key does."""
        label = self.words.screen.commands.quit
        self.notify(f"ctrl+q: {label[1]}", markup=False)

    # --- settings

    def action_choose_webmail(self) -> None:
        """Ask which webmail; until it is answered there is no palette."""
        from newsreader.ui.screens.first_run import FirstRunScreen

        self.use_command_palette = False
        self.push_screen(FirstRunScreen(self.words.screen, self.loaded.settings.webmail), self._chosen)

    def action_command_palette(self) -> None:
        """Find a command by its name."""
        from newsreader.ui.palette import Palette

        if self.use_command_palette and not isinstance(self.screen, Palette):
            _, sentence = self.words.screen.commands.palette
            self.push_screen(Palette(placeholder=f"{sentence}…"))

    def _chosen(self, webmail: str | None) -> None:
        self.use_command_palette = True
        if webmail:
            self.change({"webmail": webmail})

    def change(self, changes: Mapping[str, Change]) -> None:
        """Use these settings from now on, and keep them in the file if that can be done."""
        now_set = self.loaded.settings
        merged: dict[str, Any] = {
            name: {**getattr(now_set, name), **value} if isinstance(value, Mapping) else value
            for name, value in changes.items()
        }
        self.loaded = self.loaded._replace(settings=now_set._replace(**merged))
        self.engine.settings = self.loaded.settings
        notice = settings.save(self.paths.settings, changes)
        if notice is not None:
            self.tell(self.words.problems.notice(notice))
        if "theme" in changes:
            self.theme = self._wanted_theme()
        if "language" in changes:
            self._speak()

    def take_theme(self, name: str | None, before: str) -> None:
        """Wear this theme from now on; None puts the one from before back."""
        if name is None:
            self.theme = before
        elif name != before:
            self.change({"theme": name})

    def search_themes(self) -> None:
        """Choose a theme as from the newspaper: Textual's own choice is not loaded."""
        if isinstance(self.screen, ReadingScreen):
            self.screen.action_theme()

    def _speak(self) -> None:
        """Say everything in another language from now on."""
        self.words = of(choose(self.loaded.settings.language, None, self.environ))
        for screen in self.screen_stack:
            if isinstance(screen, ReadingScreen):
                screen.speak(self.words)

    async def on_event(self, event: events.Event) -> None:
        """A key goes to whoever waits for any key at all, and a letter that came too early to its line.

        Those that still wait for their turn when the newspaper is left are for nobody.
        """
        if isinstance(event, events.InputEvent) and not isinstance(event, events.MouseMove):
            self.engine.attention.note(monotonic())
        if isinstance(event, events.Key) and (self._exit or self._hushes(event) or self._types(event)):
            return
        await super().on_event(event)

    def _hushes(self, key: events.Key) -> bool:
        """Give the key, before the focus has it, to what waits for one; the way out stays a way out."""
        waits = self.takes_key
        if waits is None or key.is_forwarded:
            return False
        waits()
        return key.key != "ctrl+q"

    def _types(self, key: events.Key) -> bool:
        """Put a letter that was typed on before the line had the focus into that line: it is no command."""
        insert = getattr(self.focused, "insert_text_at_cursor", None)
        if insert is None or not key.is_forwarded or not key.is_printable or not key.character:
            return False
        insert(key.character)
        return True

    def _handle_exception(self, error: Exception) -> None:
        """What the disk or another program does to the store is told, wherever it is met.

        And when the newspaper is left, nobody misses what is not there yet, or no more.
        """
        cause = getattr(error, "error", error)  # of a worker that failed
        if isinstance(cause, StoreError):
            self.tell(self.words.problems.sentence(cause.problem))
        elif not self._exit or not isinstance(cause, NoMatches):
            super()._handle_exception(error)

    def _fatal_error(self) -> None:
        """Ends with a report of our own: Textual's shows the values of variables, as they came."""
        from rich.text import Text

        from newsreader.crash import report

        error = self._exception or sys.exception()
        if error is not None:
            self._exit_renderables.append(Text(report(error)))
        self._close_messages_no_wait()

    def get_driver_class(self) -> type[Driver]:
        """Textual's own, but on Unix one that bears with whatever the terminal sends."""
        driver = super().get_driver_class()
        if driver.__name__ != "LinuxDriver":
            return driver
        from newsreader.ui.driver import ForgivingDriver

        return ForgivingDriver

    def get_line_filters(self) -> Sequence[LineFilter]:
        """Textual's own, which leave greys and resets; under NO_COLOR one that leaves no colour at all."""
        return [themes.WithoutColour()] if "NO_COLOR" in self.environ else super().get_line_filters()

    def get_system_commands(self, screen: Screen[Any]) -> Iterable[Any]:  # noqa: ARG002
        """None of Textual's own: the command table has them all."""
        return ()


def _told(fault: KeymapFault, words: ScreenWords) -> str:
    if fault.kind == "unknown":
        return words.key_unknown(fault.command, fault.other)
    if fault.kind == "key":
        return words.key_nonsense(fault.command, fault.key)
    if fault.kind == "empty":
        return words.key_empty(fault.command)
    return words.key_clash(fault.command, fault.key, fault.other)
