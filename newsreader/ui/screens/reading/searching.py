"""Search in everything stored, as you type; Escape returns to where the reader was."""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING

from newsreader.engine import StoredRows
from newsreader.ui.screens.reading.refreshing import Refreshing

if TYPE_CHECKING:
    from textual.widgets import Input

MOST = 500
"""Hits shown at most."""


def matcher(words: str) -> re.Pattern[str] | None:
    """A pattern for the beginnings of the words sought, in folded text."""
    wanted = sorted({fold(word) for word in re.findall(r"\w+", words)}, key=len, reverse=True)
    return re.compile(r"\b(?:" + "|".join(map(re.escape, wanted)) + r")\w*") if wanted else None


def fold(text: str) -> str:
    """Lower case without accents, character for character, so that places stay the same."""
    return "".join(unicodedata.normalize("NFD", character)[0].lower()[:1] or character for character in text)


class Searching(Refreshing):
    """The search line above the list."""

    _before: tuple[StoredRows, int | None, str] | None = None

    async def action_search(self) -> None:
        """Open the search line, or go back to it."""
        from textual.widgets import Input

        if self.query_words is None:
            row = self.articles.current
            self._before = (self.rows, row.id if row else None, self.here)
            self.query_words = ""
            line = Input(placeholder=self.texts.search_prompt, id="search")
            line.cursor_blink = False
            await self.query_one("#list").mount(line, before=self.articles)
        self.bring_forward("articles")
        self.query_one("#search").focus()

    def on_input_changed(self, event: Input.Changed) -> None:
        """Search with every letter; a newer search takes the place of an older one."""
        self.begin(self._search(event.value), "search", exclusive=True)

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Read the hit under the cursor."""
        event.stop()
        self.articles.action_choose()

    async def _search(self, words: str) -> None:
        self.query_words = words
        pattern = matcher(words)
        self.rows = await self.engine.find(words if pattern else "", MOST)
        self.articles.set_empty(self.texts.no_hits(words) if pattern else self.texts.search_prompt)
        self.articles.set_matcher(
            (lambda title: [match.span() for match in pattern.finditer(fold(title))]) if pattern else None
        )
        self.articles.set_rows(self.rows, keep=False)
        self.show_counts()

    def end_search(self) -> None:
        """Close the search line and return to the list, the article and the region of before."""
        if self._before is None:
            return
        self.rows, article_id, region = self._before
        self.query_words, self._before = None, None
        self.query("#search").remove()
        self.articles.set_matcher(None)
        self.articles.set_rows(self.rows, keep=False)
        if article_id is not None:
            self.articles.move_to(article_id)
        self.reload()
        self.go(region)
