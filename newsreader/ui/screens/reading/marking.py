"""Marks: read, saved, all read, and taking the last one back."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from newsreader.model import ArticleRow, Mark
from newsreader.ui.screens.reading import shelves
from newsreader.ui.screens.reading.desk import FIRST
from newsreader.ui.screens.reading.story import Reading

if TYPE_CHECKING:
    from newsreader.model import Regrouping

UNDO_DEPTH = 50
MANY = 5_000
"""Marks, some tenths of a second, after which it is told how far a marking is."""


class Marking(Reading):
    """What can be marked, and undone."""

    undoable: tuple[Sequence[Mark] | Regrouping, ...] = ()

    def subject(self) -> ArticleRow | None:
        """The article a command is about: the one under the cursor, or in the pane the one being read."""
        if self.here == "view" and self.view.article is not None:
            return self.engine.row(self.view.article.row.id)
        return self.articles.current

    def asked(self) -> ArticleRow | None:
        """That article; where there is none, that is told."""
        row = self.subject()
        if row is None:
            self.say(self.texts.no_article)
        return row

    def _markable(self) -> ArticleRow | None:
        """That article; a page that was only visited is not in the store, and has no marks."""
        row = self.asked()
        if row is not None and row.id < 0:
            self.say(self.words.pane.not_kept)
            return None
        return row

    def action_save(self) -> None:
        """Save the article for later, or no longer."""
        row = self._markable()
        if row is not None:
            self.begin(self._save(row), "marks")

    async def _save(self, row: ArticleRow) -> None:
        async with self.in_turn:
            row = self._as_it_is(row)
            async with self.engine.marking([row.id], saved=not row.saved) as before:
                self._marked(before)
                self.say(self.texts.not_saved if row.saved else self.texts.now_saved)

    def action_mark(self) -> None:
        """Mark the article as read or unread."""
        row = self._markable()
        if row is not None:
            self.begin(self._mark(row), "marks")

    async def _mark(self, row: ArticleRow) -> None:
        async with self.in_turn:
            row = self._as_it_is(row)
            async with self.engine.marking(self._marked_with(row), read=not row.read) as before:
                self._marked(before)
                self.say(self.texts.now_unread if row.read else self.texts.now_read)

    def _as_it_is(self, row: ArticleRow) -> ArticleRow:
        """The row with the marks of the keys before this one, and of other readers of the store.

        Whether a story counts as read depends on all of its tellings, as the list knows.
        """
        if row.others:
            return self.rows.again(row.id, self.articles.cursor) or row
        now = self.engine.row(row.id)
        return row._replace(read=now.read, saved=now.saved) if now else row

    def _marked_with(self, row: ArticleRow) -> list[int]:
        """The article; where it stands for a story that counts as read, all that make it so."""
        if row.others and row.read and self.rows.unfolded_lead(row.id) is None:
            return [each.row.id for each in self.engine.stories.tellings(row.id)]
        return [row.id]

    def action_mark_all(self) -> None:
        """Mark everything in this list as read."""
        self.begin(self._mark_all(), "marks")

    async def _mark_all(self) -> None:
        if self.query_words is None:
            told = self._teller(self.texts.marking, shelves.unread(self.scope, self.counts))
            before: Sequence[Mark] = await self.engine.mark_all(self.scope, told)
        else:
            before = await self.engine.mark(self.rows.everything, read=True)
        self._marked(before)
        self.say(self.texts.marked_all(len(before)))

    def action_undo(self) -> None:
        """Take back the last marking, or the last decision about a story."""
        self.begin(self._undo(), "marks")

    async def _undo(self) -> None:
        async with self.in_turn:
            if not self.undoable:
                self.say(self.texts.nothing_to_undo)
                return
            *rest, last = self.undoable
            self.undoable = tuple(rest)
        if isinstance(last, Sequence):
            await self.engine.restore(last, self._teller(self.texts.undoing, len(last)))
            self._redraw(last)
            self.say(self.texts.undone(len(last)))
        else:
            await self._regroup(last)

    async def _regroup(self, was: Regrouping) -> None:
        """Take a decision about a story back."""
        await self.engine.stories.put_back(was)
        self._tell_anew()
        self.say(self.words.stories.put_back)

    def _tell_anew(self) -> None:
        """Show the list as stories are now."""
        self.version = self.engine.version()
        if self.query_words is not None:
            self.show_unfolded()
        self.reload()

    def show_unfolded(self) -> None:
        """Give the tellings of the stories that are unfolded their rows, and no others."""
        self._show(self.engine.unfold(self.rows, self.scope, self.unfolded), keep=True)

    def remember(self, before: Sequence[Mark] | Regrouping) -> None:
        """Keep how it was, to be put back."""
        self.undoable = (*self.undoable, before)[-UNDO_DEPTH:]

    def _teller(self, words: Callable[[int, int], str], total: int) -> Callable[[int], None]:
        """What tells in the status line how far a long marking is."""

        def tell(done: int) -> None:
            if done % MANY == 0:
                self.say(words(done, total), lasting=True)

        return tell

    def _marked(self, before: Sequence[Mark]) -> None:
        """Remember how it was, and show how it is."""
        if before:
            self.remember(before)
            self._redraw(before)

    def _redraw(self, marks: Sequence[Mark]) -> None:
        self.redraw([mark.id for mark in marks] if len(marks) < FIRST else None)
