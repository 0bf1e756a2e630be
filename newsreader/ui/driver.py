"""The terminal: input that makes no sense is thrown away, and one thread reads it whatever signals come."""

from __future__ import annotations

import os

from textual.drivers.linux_driver import LinuxDriver


class ForgivingDriver(LinuxDriver):
    """Textual's own for Unix, whose thread for input ends the program at bytes that are no text.

    It also takes every SIGCONT for a return from ctrl+z, and begins another such thread.
    """

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

    def _sigcont_application(self, *_: object) -> None:
        """Take the terminal again, if there is one: a terminal that goes sends this after its SIGHUP."""
        if not os.isatty(self.fileno):
            return
        if self._key_thread is not None and self._key_thread.is_alive():  # stopped from outside
            self.suspend_application_mode()
        super()._sigcont_application()
