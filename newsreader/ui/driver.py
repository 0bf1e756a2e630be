"""The terminal's input: what makes no sense, of a paste or of an old mouse, is thrown away."""

from __future__ import annotations

from textual.drivers.linux_driver import LinuxDriver


class ForgivingDriver(LinuxDriver):
    """Textual's own for Unix, whose thread for input ends the program at bytes that are no text."""

    def run_input_thread(self) -> None:
        """Read on after what could not be read."""
        while not self.exit_event.is_set():
            try:
                super().run_input_thread()
            except (ValueError, OverflowError):
                continue
