"""Adding a source, and finding another feed for one that is lost."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from newsreader import gate
from newsreader.model import Preview, Problem, SourceKind, SourceStatus
from newsreader.ui.screens.ask import AskScreen
from newsreader.ui.screens.pick import PickScreen
from newsreader.ui.screens.sources.base import SourceList
from newsreader.words import health

Then = Callable[[Preview], None]


class Finding(SourceList):
    """From an address to what can be followed there, a choice, a look, and then yes or no."""

    def action_add(self) -> None:
        """Add a source: its address, what it would bring, and then yes or no."""
        ask = AskScreen(self.texts.source_address, "", self.texts.pick_hint)
        self.app.push_screen(ask, self._asked)

    def _asked(self, address: str | None) -> None:
        if address:
            self.begin(self._find(address))

    async def _find(self, address: str) -> None:
        self.say(self.texts.source_checking(address))
        found = await self.news.engine.subscriptions.find(address)
        if isinstance(found, Problem):
            self.complain(found)
            return
        self.say("")
        self._choose(found, lambda preview: self.begin(self._add(preview)))

    async def _add(self, preview: Preview) -> None:
        if not self.complain(await self.news.engine.subscriptions.add(preview.source)):
            self.fill(preview.source.id)
            await self.check(preview.source.id)
            self.say(self.texts.source_added(preview.source.title))

    def action_find(self) -> None:
        """Look for what could take the place of the source under the cursor."""
        if status := self.current():
            self.begin(self._find_instead(status))

    async def _find_instead(self, status: SourceStatus) -> None:
        self.say(self.texts.source_checking(gate.address(status.source.url)))
        found = await self.news.engine.subscriptions.instead(status)
        self.say("" if found else self.news.words.health.nothing_instead)
        if found:
            self._choose(found, lambda preview: self.begin(self._move(status, preview)))

    async def _move(self, status: SourceStatus, preview: Preview) -> None:
        source = preview.source
        if not self.complain(
            await self.news.engine.subscriptions.move(
                status.source.id, source.url, source.kind, source.recipe
            )
        ):
            self.fill(status.source.id)
            await self.check(status.source.id)
            self.say(self.news.words.health.moved_to(gate.address(source.url)))

    def _choose(self, found: Sequence[Preview], then: Then) -> None:
        """Pick one of several, then look at it; a single one is looked at straight away."""
        if len(found) == 1:
            self._confirm(found[0], then)
            return
        words, now = self.news.words, self.news.clock()
        options = [(str(at), health.described(preview, words, now)) for at, preview in enumerate(found)]
        picker = PickScreen(self.news.words.health.which, options, "0", self.texts.pick_hint)
        self.app.push_screen(picker, lambda at: self._confirm(found[int(at)], then) if at else None)

    def _confirm(self, preview: Preview, then: Then) -> None:
        source = preview.source
        heading = self.texts.source_found(source.title, preview.articles)
        is_page = source.kind is SourceKind.PAGE
        selectors = (("css", self.texts.source_selectors),) if is_page else ()
        options = (("yes", self.texts.yes), *selectors, ("", self.texts.no))
        body = "\n".join([heading, gate.address(source.url), "", *(f"• {title}" for title in preview.titles)])
        picker = PickScreen(body, options, "yes", self.texts.source_confirm)
        self.app.push_screen(picker, lambda answer: self._answered(preview, then, answer))

    def _answered(self, preview: Preview, then: Then, answer: str | None) -> None:
        if answer == "css":
            recipe, hint = preview.source.recipe, self.texts.source_selectors_hint
            ask = AskScreen(hint, recipe, self.texts.pick_hint)
            self.app.push_screen(
                ask, lambda text: self.begin(self._by(preview, text, then)) if text else None
            )
        elif answer:
            then(preview)

    async def _by(self, preview: Preview, recipe: str, then: Then) -> None:
        """Look again, with the reader's own selectors."""
        self.say(self.texts.source_checking(gate.address(preview.source.url)))
        found = await self.news.engine.subscriptions.find(preview.source.url, recipe=recipe)
        if isinstance(found, Problem):
            self.complain(found)
            self._confirm(preview, then)
        else:
            self.say("")
            self._confirm(found[0], then)
