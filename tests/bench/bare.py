"""An empty Textual application, to compare with: `python -m tests.bench.bare`."""

from __future__ import annotations

from textual.app import App, ComposeResult
from textual.widgets import Static

READY = "leeg"


class Bare(App[None]):
    """Nothing but a word."""

    def compose(self) -> ComposeResult:
        """One widget."""
        yield Static(READY)


if __name__ == "__main__":
    Bare().run()
