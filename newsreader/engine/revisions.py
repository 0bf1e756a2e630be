"""What an article said before, and what has changed in it since."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

from newsreader.store import Store

if TYPE_CHECKING:
    from newsreader.model import Difference, Revision

MOST = 40_000
"""Characters of a difference: more than anyone compares."""


class Revisions:
    """The history of articles that changed after they had been read."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def history(self, article_id: int) -> list[Revision]:
        """The earlier wordings of an article, oldest first."""
        return self._store.history(article_id)

    def difference(self, article_id: int, step: int = 0) -> Difference | None:
        """One change of an article: from 1, the oldest, or else the latest; None when it never changed.

        Compares texts: for a screen there is `look`.
        """
        from newsreader.model import Difference, Wording
        from newsreader.revisions.diff import compared
        from newsreader.revisions.folding import folded, limited

        article, history = self._store.article(article_id), self.history(article_id)
        if article is None or not history:
            return None
        now = Wording(article.row.title, article.row.summary, article.blocks, article.whole)
        wordings = [*(revision.wording for revision in history), now]
        step = step if 0 < step <= len(history) else len(history)
        title, text = compared(wordings[step - 1], wordings[step])
        at = history[step - 1].replaced_at
        return Difference(at, step, len(history), title, limited(folded(text), MOST))

    async def look(self, article_id: int, step: int = 0) -> Difference | None:
        """The same beside the event loop."""
        return await asyncio.to_thread(self.difference, article_id, step)

    async def seen(self, article_id: int) -> None:
        """The reader has seen the article as it is now: its mark goes, its history stays."""
        await asyncio.wrap_future(self._store.saw_change(article_id))
