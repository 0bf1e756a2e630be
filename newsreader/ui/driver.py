"""The terminal: input that makes no sense is thrown away, and one thread reads it whatever signals come."""

from __future__ import annotations

import asyncio
import os
from collections.abc import Callable
from contextlib import suppress

from textual.drivers.linux_driver import LinuxDriver


class ForgivingDriver(LinuxDriver):
    """Textual's own for Unix, whose thread for input ends the program at bytes that are no text.

    It also takes every SIGCONT for a return from ctrl+z, and begins another such thread. And it obeys signals
    in the middle of whatever is going on: of two that write the second would wait for the first for ever.
    """

    _is_back = False  # and the terminal is still to be taken again

    def write(self, data: str) -> None:
        """Write, unless the thread that does so ended with the terminal: its queue would only fill up."""
        if self._writer_thread is None or self._writer_thread.is_alive():
            super().write(data)

    def run_input_thread(self) -> None:
        """Read on after what could not be read."""
        while not self.exit_event.is_set():
            try:
                super().run_input_thread()
            except (ValueError, OverflowError):
                continue

    def _sigtstp_application(self, *_: object) -> None:
        """Go to the background, once what is going on has been done."""
        if self._auto_restart:
            _in_turn(super()._sigtstp_application)
        else:  # the terminal is another program's, which waits for nobody
            super()._sigtstp_application()

    def _sigcont_application(self, *_: object) -> None:
        """Take the terminal again, in the same way, and once for all signals until then."""
        if not self._is_back:
            self._is_back = True
            _in_turn(self._take_again)

    def _take_again(self) -> None:
        """Take the terminal, if there is one: a terminal that goes sends SIGCONT after its SIGHUP.

        Not where the newspaper is being left: nobody would give it back.
        """
        self._is_back = False
        leaving = self._app._exit or not self._app.is_running  # noqa: SLF001 - Textual tells nobody
        if leaving or not self._auto_restart or not os.isatty(self.fileno):
            return
        if self._key_thread is None or not self._key_thread.is_alive():
            super()._sigcont_application()
            return
        before, self.attrs_before = self.attrs_before, None
        self._give_up()
        super()._sigcont_application()
        self.attrs_before = before

    def _give_up(self) -> None:
        """Let go of the terminal after a stop from outside, but for its modes of input and what was typed.

        Textual would throw the keys of that moment away, the one to leave by among them; and it would leave
        the screen empty that it takes then.
        """
        self.exit_event.set()  # with the thread ended here, nothing is left to do about input
        if self._key_thread is not None:
            self._key_thread.join()
        self.suspend_application_mode()
        self.exit_event.clear()
        self._must_signal_resume = True


def _in_turn(work: Callable[[], None]) -> None:
    """Do it when it is its turn in the event loop; never, where that has ended."""
    with suppress(RuntimeError):
        asyncio.get_running_loop().call_soon_threadsafe(work)
