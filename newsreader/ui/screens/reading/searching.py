"""Search in everything stored, as you type; Escape returns to where the reader was."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import TYPE_CHECKING, NamedTuple

from newsreader.engine import StoredRows
from newsreader.model import Scope
from newsreader.ui.screens.reading.changing import Changing
from newsreader.ui.screens.reading.trail import Trail

if TYPE_CHECKING:
    from textual.widgets import Input

MOST = 500
"""Hits shown at most."""


def matcher(words: str) -> re.Pattern[str] | None:
    """A pattern for the beginnings of the words sought, in folded text."""
    from newsreader.ui.widgets.folding import fold

    wanted = sorted({fold(word) for word in re.findall(r"\w+", words)}, key=len, reverse=True)
    return re.compile(r"\b(?:" + "|".join(map(re.escape, wanted)) + r")\w*") if wanted else None


class Before(NamedTuple):
    """Where the reader was when the search began."""

    rows: StoredRows
    article_id: int | None
    top: int  # the first row on the screen
    region: str
    trail: Trail


class Searching(Changing):
    """The search line above the list."""

    _before: Before | None = None

    async def action_search(self) -> None:
        """Open the search line, or go back to it."""
        from newsreader.ui.widgets.text_line import TextLine

        if self.query_words is None:
            row = self.articles.current
            top = self.articles.scroll_offset.y
            trail = self.trail.left_at(self.view.place)
            self._before = Before(self.rows, row.id if row else None, top, self.here, trail)
            await self.query("#search").remove()
            if self.query("#search"):  # a second key was quicker
                return
            self.query_words = ""
            self.masthead.left = self._heading()
            self.paper.dress("typing.tcss")
            line = TextLine(placeholder=self.texts.search_line, id="search")
            await self.query_one("#list").mount(line, before=self.articles)
        else:
            self.query_one("#search", TextLine).select_all()
        self.bring_forward("articles")
        self.set_focus(self.query_one("#search"))

    def on_input_changed(self, event: Input.Changed) -> None:
        """Search with every letter; a newer search takes the place of an older one."""
        if self.query_words is not None and event.input.id == "search":
            self.begin(self._search(event.value, self.hold_paint()), "search", exclusive=True)

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Read the hit under the cursor."""
        event.stop()
        if event.input.id == "search":
            self.articles.action_choose()

    async def _search(self, words: str, done: Callable[[], None]) -> None:
        self.query_words = words
        pattern = matcher(words)
        try:
            rows = await self.engine.find(words if pattern else "", MOST)
        finally:
            done()
        self._show_hits(rows, words, pattern)

    def _show_hits(self, rows: StoredRows, words: str, pattern: re.Pattern[str] | None) -> None:
        from newsreader.ui.widgets.folding import fold

        self.rows = rows
        self.articles.set_empty(self.texts.no_hits(words) if pattern else self.texts.search_prompt)
        self.articles.set_matcher(
            (lambda title: [match.span() for match in pattern.finditer(fold(title))]) if pattern else None
        )
        self.articles.set_rows(self.rows, keep=False)
        self.masthead.left = self._heading()

    def end_search(self) -> None:
        """Close the search line and return to the list, the article and the region of before."""
        before = self._before
        if before is None:
            return
        self._close()
        self.rows = before.rows
        self.articles.set_rows(self.rows, keep=False)
        if before.article_id is not None:
            self.articles.move_to(before.article_id)
        self.articles.scroll_to(y=before.top, animate=False, force=True)
        self.reload()
        self._put_back(before.trail)
        self.go(before.region)

    def _put_back(self, trail: Trail) -> None:
        """The article of before the search in the pane, where hits were read meanwhile."""
        if trail.here is None:
            self.trail = trail
            self.show_lead()
        elif self.trail.here is None or self.trail.here.article_id != trail.here.article_id:
            self.trail = self.trail.to(trail.here.article_id)
            self.put(trail.here.article_id, trail.here.place)

    def open_scope(self, scope: Scope) -> None:
        """List another scope; a search ends there."""
        self._close()
        super().open_scope(scope)

    def _close(self) -> None:
        self.query_words, self._before = None, None
        self.workers.cancel_group(self, "search")
        self.query("#search").remove()
        self.articles.set_matcher(None)
