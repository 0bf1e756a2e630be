"""Choosing what to list: scopes, folding, unread only, and reading the list again when there is news."""

from __future__ import annotations

from collections.abc import Sequence

from newsreader.engine import StoredRows
from newsreader.model import ArticleRow, Scope, ScopeKind
from newsreader.ui.screens.reading import shelves
from newsreader.ui.screens.reading.desk import FIRST, Desk
from newsreader.ui.widgets.sidebar import Sidebar
from newsreader.words import ages


class Browsing(Desk):
    """The list and the sidebar."""

    _listed_scope: Scope | None = None
    """What the rows are of: `scope` may be ahead of them."""

    def on_sidebar_chosen(self, message: Sidebar.Chosen) -> None:
        """Open a scope."""
        self.open_scope(message.scope)

    def on_sidebar_folded(self, message: Sidebar.Folded) -> None:
        """Fold or unfold a group."""
        self.folded = self.folded ^ {message.group}
        self.show_counts()

    def action_fold(self) -> None:
        """Fold or unfold the group under the sidebar's cursor."""
        self.sidebar.fold()

    def action_unread_only(self) -> None:
        """Show only what is unread, or everything again."""
        self.scope = self.scope._replace(unread=not self.scope.unread)
        if self.query_words is None:
            self._list_again(keep=True, rest=True)
            self.show_counts(())

    def open_scope(self, scope: Scope) -> None:
        """List another scope from its top."""
        self.scope = scope._replace(unread=self.scope.unread)
        if self.query_words is None:
            self._list_again(keep=False, rest=True)
        self.show_counts([*self.rows.ids[:1]])  # the list may be of its source
        self.go("articles")

    def reload(self, *, keep: bool = True, rest: bool = True) -> None:
        """Read the list and all counts again; what is searched for stays as it was found."""
        if self.query_words is None:
            self._list_again(keep=keep, rest=rest)
        self.show_counts()

    def _list_again(self, *, keep: bool, rest: bool) -> None:
        """Read the list again: what is new on top of it, before what was there of it already.

        `rest` collects the others anew too, as they may have changed. Where the two do not meet, so much is
        new, that is done in any case, and the list stays as it was until then. So it does where the cursor is
        deep in a list and another scope is asked for.
        """
        same = keep and len(self.rows) >= FIRST and self.scope == self._listed_scope
        if same:
            rows = self.engine.renewed(self.rows, self.scope, self.unfolded)
        else:
            rows = self.engine.folded(self.scope, FIRST, self.unfolded)
            if keep and rows.cut and self.articles.cursor >= len(rows):
                rows = None
        if rows is not None:
            self._show(rows, keep=keep)
        if rest or rows is None or not same:
            self.collect_rest(anew=rest or not same)

    def collect_rest(self, *, anew: bool = True) -> None:
        """After the first rows of a long list, the others, beside the event loop.

        Unless that is to be begun `anew`, one that is under way is left to end.
        """
        under_way = any(worker.group == "rows" and not worker.is_finished for worker in self.workers)
        if len(self.rows) >= FIRST and (anew or not under_way):
            self.begin(self._collect(self.scope), "rows", exclusive=True)

    async def _collect(self, scope: Scope) -> None:
        unfolded = self.unfolded
        rows = await self.engine.all_folded(scope, unfolded)
        if scope == self.scope and self.query_words is None:
            if unfolded != self.unfolded:
                rows = self.engine.unfold(rows, scope, self.unfolded)
            self._show(self.engine.renewed(rows, scope, self.unfolded) or rows, keep=True)

    def _show(self, rows: StoredRows, *, keep: bool) -> None:
        if keep and self.scope == self._listed_scope and (row := self.articles.current):
            rows.hold(row.id)
        self.rows, self._listed_scope = rows, self.scope
        self.articles.set_empty(self.texts.nothing_unread if self.scope.unread else self.texts.nothing_here)
        self.articles.set_rows(rows, keep=keep)

    def show_counts(self, marked: Sequence[int] | None = None) -> None:
        """Bring sidebar and masthead up to date; when only these articles were marked, in less time."""
        self.counts = self.engine.counts() if marked is None else self.engine.counts(self.counts, marked)
        lines = shelves.shelves(self.counts, self.folded, self.texts)
        self.sidebar.set_shelves(lines, self.scope._replace(unread=False))
        self.masthead.left = self._heading()

    def _heading(self) -> str:
        if self.query_words == "":
            return self.texts.search_prompt
        if self.query_words is not None:
            return f"{self.texts.search_prompt} · {self.texts.hits(len(self.rows.everything))}"
        parts = [shelves.title(self.scope, self.counts, self.texts)]
        number = shelves.unread(self.scope, self.counts)
        saved = self.scope.kind is ScopeKind.SAVED
        parts.append(str(number) if saved else self.texts.unread(number))
        if self.scope.unread:
            parts.append(self.texts.only_unread)
        return " · ".join(parts)

    def age(self, row: ArticleRow) -> str:
        """An article's age in words, no more exact than it is known."""
        return ages.age_between(row.moment, row.published_until, self.clock(), self.words.language)

    def short_age(self, row: ArticleRow) -> str:
        """An article's age in a few cells, for a narrow list."""
        return self.texts.short_age((self.clock() - row.moment).total_seconds())
