"""What leads away from the main screen: browser, clipboard and webmail, and the other screens."""

from __future__ import annotations

import asyncio

from textual import work

from newsreader import gate
from newsreader.ui.screens.reading.searching import Searching
from newsreader.ui.widgets.article_view import ArticleView


class Outward(Searching):
    """Commands that hand something to another program, or open another screen."""

    def on_article_view_link_chosen(self, message: ArticleView.LinkChosen) -> None:
        """Open the link that was clicked."""
        self.open_outside(message.url)

    def action_browser(self) -> None:
        """Open the article in the browser."""
        row = self.asked()
        if row is not None:
            self.open_outside(row.url)

    def action_copy(self) -> None:
        """Copy the article's address."""
        row = self.subject()
        if row is None or not row.url:
            self.say(self.texts.no_address)
            return
        self.app.copy_to_clipboard(row.url)
        self.say(self.texts.copied(gate.address(row.url)))

    def action_webmail(self) -> None:
        """Open the chosen webmail; ask for it first when it has not been chosen."""
        settings = self.engine.settings
        if settings.webmail:
            self.open_outside(settings.webmail_addresses[settings.webmail])
        else:
            self.app.call_later(self.app.run_action, "choose_webmail")

    def open_outside(self, url: str) -> None:
        """Open an address in the browser, beside the event loop: some browsers take their time."""
        if url:
            self._open_outside(self.engine.outward(url))
        else:
            self.say(self.texts.no_address)

    @work(group="outside")
    async def _open_outside(self, url: str) -> None:
        from newsreader.outside.browser import needs_terminal, opens, opens_apart

        browser = self.engine.settings.browser
        if await asyncio.to_thread(needs_terminal, browser):
            with self.paper.lend_terminal():
                opened = opens(url, browser)
        else:
            opened = await asyncio.to_thread(opens_apart, url, browser)
        self.say(
            self.texts.opening(gate.address(url)) if opened else self.texts.no_browser(gate.address(url))
        )

    def action_going_on(self) -> None:
        """Show the stories of the day; the one that is chosen is read."""
        from newsreader.ui.screens.going_on import GoingOnScreen

        self.app.push_screen(
            GoingOnScreen(), lambda article_id: self.read(article_id) if article_id else None
        )

    def action_sources(self) -> None:
        """Show the sources."""
        from newsreader.ui.screens.sources import SourcesScreen

        self.app.push_screen(SourcesScreen(), lambda _: self.reload())

    def action_settings(self) -> None:
        """Show the settings."""
        from newsreader.ui.screens.settings import SettingsScreen

        self.app.push_screen(SettingsScreen())

    def action_theme(self) -> None:
        """Choose a theme; the screen wears the one under the cursor."""
        from newsreader.ui.screens.pick import theme_picker

        before = self.app.theme
        picker = theme_picker(self.app, self.texts)
        self.app.push_screen(picker, lambda name: self.paper.take_theme(name, before))

    def action_help(self) -> None:
        """Show all keys."""
        from newsreader.ui.screens.help import help_screen

        self.app.push_screen(help_screen(self.words, self.paper.keys.keys))

    def action_problems(self) -> None:
        """Show which sources failed, and why."""
        from newsreader.ui.screens.problems import problems_screen

        self.app.push_screen(problems_screen(self.engine.sources(), self.words, self.clock()))

    def action_palette(self) -> None:
        """Find a command by its name."""
        self.app.action_command_palette()

    def action_suspend(self) -> None:
        """Put the program in the background."""
        self.app.action_suspend_process()

    async def action_quit(self) -> None:
        """Close the newspaper."""
        await self.app.action_quit()
