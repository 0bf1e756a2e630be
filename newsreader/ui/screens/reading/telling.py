"""Stories in the list: unfolding one to its tellings, following, splitting off and joining."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

from newsreader.ui.screens.reading.sharing import Sharing

if TYPE_CHECKING:
    from newsreader.model import Article, ArticleRow, RefreshDone, Regrouping


LONG = 1_000
"""Articles from which on their joining is told."""


class Telling(Sharing):
    """What a reader does with stories; the store remembers what they decide."""

    _to_join = 0  # the article that waits for another one to be joined with

    def action_unfold(self) -> None:
        """Show all tellings of the story under the cursor, or one row for them again."""
        row = self.articles.current
        if row is None:
            self.say(self.texts.no_article)
        if row is None or self.fold_story():
            return
        if not self.engine.settings.stories:
            self.say(self.words.stories.switched_off)
        elif not row.others:
            self.say(self.words.stories.alone)
        else:
            self.unfolded |= {row.id}
            self.show_unfolded()

    def fold_story(self) -> bool:
        """Fold the story under the cursor; False when it is not unfolded."""
        row = self.articles.current
        lead = self.rows.unfolded_lead(row.id) if row else None
        if lead is None:
            return False
        self.unfolded = frozenset(one for one in self.unfolded if self.rows.unfolded_lead(one) != lead)
        self.articles.move_to(lead)
        self.show_unfolded()
        return True

    def action_follow(self) -> None:
        """Follow the story of the article, or no longer."""
        if (row := self._story_subject()) is not None:
            self.begin(self._follow(row.id), "marks")

    async def _follow(self, article_id: int) -> None:
        followed = await self.engine.stories.turn_follow(article_id)
        words = self.words.stories
        self.say(words.none_here if followed is None else words.follows[followed])
        self._tell_anew()

    def action_split(self) -> None:
        """Take the article out of its story."""
        if (row := self._story_subject()) is not None:
            self.begin(self._split(row.id), "marks")

    async def _split(self, article_id: int) -> None:
        async with self.in_turn:
            before = await self.engine.stories.split(article_id)
            self._decided(before)
        self.say(self.words.stories.split if before else self.words.stories.alone)

    def action_join(self) -> None:
        """Choose the article, or join its story with that of the one chosen before."""
        row = self._story_subject()
        if row is None:
            return
        if self._to_join in (0, row.id):
            self._to_join = row.id
            self.say(self.words.stories.choose_other, lasting=True)
        else:
            self.begin(self._join(self._to_join, row.id), "marks")
            self._to_join = 0

    async def _join(self, article_id: int, other_id: int) -> None:
        async with self.in_turn:
            before = await self.engine.stories.join(article_id, other_id)
            self._decided(before)
        self.say(self.words.stories.joined if before else self.words.stories.one_already)

    def _decided(self, before: Regrouping | None) -> None:
        if before:
            self.remember(before)
        self._tell_anew()

    def _story_subject(self) -> ArticleRow | None:
        """The article that a command is about; says so where stories are off."""
        row = self._markable()
        if row is not None and not self.engine.stories.on:
            self.say(self.words.stories.switched_off)
            return None
        return row

    def _opened(self, article: Article) -> None:
        """Opening an article, the reader has seen what is new in its story."""
        super()._opened(article)
        if article.row.id in self.rows.followed:
            self.begin(self._see(article.row.id), "marks")

    async def _see(self, article_id: int) -> None:
        if await self.engine.stories.see_of(article_id):
            self.version = self.engine.version()

    def _done(self, event: RefreshDone, *, sample_gone: bool) -> None:
        """After a refresh, say what is new in the stories that are followed."""
        super()._done(event, sample_gone=sample_gone)
        self.begin(self._join_rest(), "stories", exclusive=True)

    async def _join_rest(self) -> None:
        """Join what came, fold the list as it goes, and tell what is new in the stories followed.

        The newest articles are joined first, so that the top of the list is soon as it will be; each fold
        comes when twice as many are joined as at the one before.
        """
        joined, folded, words = 0, 0, self.words.stories
        async for joining in self.engine.stories.join_new():
            joined = joining.done
            self.version = self.engine.version()
            if joining.total > LONG:
                self.report(words.joining(joining.done, joining.total))
            if 2 * folded <= joined < joining.total:
                folded = joined
                self.reload(rest=joined >= LONG)
        if joined:
            self._tell_anew()
            if not self.view.scroll_offset.y:
                self.show_lead()  # what stands for its story is the lead now, unless that is being read
        news = await asyncio.to_thread(self.engine.stories.news_of_followed)
        if news:
            self.report(words.news(news[0].story.title, len(news) - 1))
        elif joined > LONG:
            self.report("")
