"""What goes elsewhere of an article: its text, its address, the files that come with it."""

from __future__ import annotations

import asyncio
from functools import cached_property
from typing import TYPE_CHECKING

from newsreader.ui.screens.reading.outward import Outward

if TYPE_CHECKING:
    from newsreader.model import Article, ArticleRow
    from newsreader.ui.screens.reading.enclosing import Enclosing
    from newsreader.ui.screens.reading.piping import Piping
    from newsreader.ui.screens.reading.saving import Saving


class Sharing(Outward):
    """Commands that share an article; what does the work is loaded with the first of each."""

    @cached_property
    def _saving(self) -> Saving:
        from newsreader.ui.screens.reading.saving import Saving

        return Saving(self)

    @cached_property
    def _piping(self) -> Piping:
        from newsreader.ui.screens.reading.piping import Piping

        return Piping(self)

    @cached_property
    def _enclosing(self) -> Enclosing:
        from newsreader.ui.screens.reading.enclosing import Enclosing

        return Enclosing(self)

    def action_copy_markdown(self) -> None:
        """Copy the article as Markdown."""
        article = self._whole(self.asked())
        if article is not None:
            self.begin(self._copy_markdown(article), "sharing")

    async def _copy_markdown(self, article: Article) -> None:
        text = await self.markdown(article)
        self.app.copy_to_clipboard(text)
        self.say(self.words.sharing.copied(len(text)))

    def action_export(self) -> None:
        """Save the article, what is saved or the paper in a file."""
        self._saving.ask(self._whole(self.subject()))

    def action_pipe(self) -> None:
        """Give the article's text to a command."""
        article = self._whole(self.asked())
        if article is not None:
            self._piping.ask(article)

    def action_mail(self) -> None:
        """Open a letter with the article's address in it."""
        row = self.subject()
        if row is None or not row.url:
            self.say(self.texts.no_address)
        else:
            self.begin(self._mail(row.title, self.engine.outward(row.url)), "outside")

    async def _mail(self, title: str, url: str) -> None:
        """What the system opens letters with is asked, whatever the reader's browser is."""
        from newsreader.export.mail import mailto
        from newsreader.outside.browser import opens_apart

        opened = await asyncio.to_thread(opens_apart, mailto(title, url))
        words = self.words.sharing
        self.say(words.mailing if opened else words.no_mail)

    def action_enclosures(self) -> None:
        """Show what goes with the article, to open or download it."""
        self._enclosing.show(self._whole(self.subject()))

    async def markdown(self, article: Article) -> str:
        """An article as Markdown, written beside the event loop."""
        from newsreader.export.formats import Format

        edition = self.engine.editions.single(article, self.words).edition
        data = await asyncio.to_thread(self.engine.editions.write, edition, Format.MARKDOWN, self.words)
        return data.decode()

    def _whole(self, row: ArticleRow | None) -> Article | None:
        """The article with its text."""
        return self.engine.article(row.id) if row else None
