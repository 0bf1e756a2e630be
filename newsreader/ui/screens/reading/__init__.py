"""The main screen: sources and sections, the article list, the reading pane."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, ClassVar

from textual import events, on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.geometry import Size
from textual.reactive import Reactive
from textual.screen import Screen
from textual.widget import Widget

from newsreader.ui.base import Enduring
from newsreader.ui.commands import COMMANDS, bindings, shown
from newsreader.ui.screens.reading.desk import NORMAL, REGIONS
from newsreader.ui.screens.reading.pane import Pane
from newsreader.ui.widgets.article_list import ArticleList
from newsreader.ui.widgets.article_view import ArticleView, ViewWords
from newsreader.ui.widgets.covered import Covered, CoveredLines
from newsreader.ui.widgets.lines import KeyBar, Masthead, StatusLine
from newsreader.ui.widgets.sidebar import Sidebar
from newsreader.words import Words, ages

if TYPE_CHECKING:
    from newsreader.model import Article, Related

AFTER_PAINT = 0.05
"""Seconds from mounting to whatever is slower than a first paint; a covered screen has no later moment."""

_LOOKS = {"-narrow": "narrow.tcss", "-wide": "wide.tcss"}
"""The stylesheets of widths that few screens have."""

Move = Callable[[], None]


class ReadingScreen(Enduring, CoveredLines, Pane, Screen[None]):
    """The newspaper. Keys come from the command table; each action works on the region with the focus."""

    BINDINGS: ClassVar[list[BindingType]] = [*bindings()]
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (NORMAL, "-normal"), (160, "-wide")]  # noqa: RUF012
    AUTO_FOCUS = "#articles"

    focused: Reactive[Widget | None] = Reactive(None, repaint=False)
    """As Textual's own, but moving the focus does not paint the whole screen again: the regions do it."""

    def compose(self) -> ComposeResult:
        """The three regions between the masthead and the lines at the bottom."""
        self._dress()
        self.add_class(self._breadth, update=False)  # Textual adds it after the first paint, and paints again
        yield Masthead()
        with Covered(id="regions"):
            yield Sidebar(id="sidebar")
            with Covered(id="paper"):
                with Covered(id="list"):
                    yield ArticleList(
                        self.age,
                        self.short_age,
                        sample=self.texts.sample,
                        empty=self.texts.loading,
                        id="articles",
                    )
                yield ArticleView(self._view_words(), id="view")
        yield StatusLine()
        yield KeyBar(self._bar_items())

    _resumed = False
    _laid_out = Size(0, 0)
    """The size of the terminal that all has been laid out for."""

    @property
    def _breadth(self) -> str:
        """The class of the present width."""
        width = self.app.size.width
        return next(name for least, name in reversed(self.HORIZONTAL_BREAKPOINTS) if width >= least)

    def _dress(self) -> None:
        """See that the looks for the present width have been read."""
        if self._breadth in _LOOKS:
            self.paper.dress(_LOOKS[self._breadth])

    def _view_words(self) -> ViewWords:
        texts = self.texts
        return ViewWords(
            when=self._when,
            age=self.age,
            why=self._why,
            reason=self._reason,
            size=texts.size,
            empty=texts.pane_empty,
            sample=texts.sample_banner,
            photo=texts.photo,
            seen=self._seen,
            media=texts.media,
            links=texts.links,
            enclosures=texts.enclosures,
            cut=texts.cut,
            missing=self._missing,
        )

    def _why(self, article: Article, related: Related) -> str:
        """The heading over what stands under an article for one reason."""
        return self.words.stories.why(related.why, article.row.section, article.row.source)

    def _reason(self, related: Related) -> tuple[str, ...]:
        """What happened when and how much is new since, or the names in common."""
        if related.why != "earlier":
            return related.detail
        return ages.long_date(related.row.moment, self.words.language), self.words.stories.new(related.new)

    def _missing(self, article: Article) -> tuple[str, ...]:
        """Why an article stops where it does, and the keys that help."""
        if article.missing is None or article.row.whole:
            return ()
        words, keys = self.words.fulltext, self.paper.keys.keys
        ways = (shown(next(iter(keys[name]), "")) for name in ("browser", "full_text"))
        return words.missing(self.words.problems.sentence(article.missing)), words.way_out(*ways)

    def _seen(self, alt: str) -> str:
        """What is on a picture."""
        return self.words.pictures.seen(alt)

    def _when(self, article: Article) -> str:
        """The date, as exactly as it is known, and the age."""
        row = article.row
        if row.published is None or row.published_until is not None:
            return self.age(row)
        return f"{ages.long_date(row.published, self.words.language)} · {self.age(row)}"

    def _bar_items(self) -> tuple[tuple[str, str, str], ...]:
        keys = self.paper.keys.keys
        labels = self.texts.commands
        return tuple(
            (command.id, shown(keys[command.id][0]), labels.of(command.id)[0])
            for command in COMMANDS
            if command.bar
        )

    def on_mount(self) -> None:
        """Fill the list before the first paint; whatever is slower comes after it."""
        self.set_timer(AFTER_PAINT, self._settle)
        self.articles.set_rows(self.rows, keep=False)
        if len(self.rows):
            self.articles.set_empty(self.texts.nothing_here)
        self.show_counts()
        if self._breadth == "-narrow":
            self.bring_forward("articles")

    @on(events.ScreenResume)
    def _keep_styles(self, event: events.ScreenResume) -> None:
        """The first time all styles have only just been worked out, which Textual would do once more."""
        event.refresh_styles = event.refresh_styles and self._resumed
        if not self._resumed:
            self._resumed, self._laid_out = True, self.app.size

    def _settle(self) -> None:
        self.show_date()
        self.obey_pictures()
        for step in (self.show_lead, self.collect_rest, self.start_news):
            self.attempt(step)

    def speak(self, words: Words) -> None:
        """Say everything in other words, at the same place."""
        self.words, self.texts = words, words.screen
        self.articles.set_sample(self.texts.sample)
        self.view.set_words(self._view_words())
        self.query_one(KeyBar).set_items(self._bar_items())
        self.say("")
        self.show_date()
        self.reload()

    def show_date(self) -> None:
        """Put today's date in the masthead."""
        date = ages.long_date(self.clock(), self.words.language)
        self.masthead.right = date.rsplit(" ", 2)[0]

    def on_resize(self, event: events.Resize) -> None:
        """Where one region is shown at a time, it is the one with the focus.

        For the first size Textual would lay out and paint all three times more, while keys wait.
        """
        if event.size == self._laid_out:
            event.prevent_default()
            return
        self._laid_out = event.size
        self._dress()
        if event.size.width < NORMAL:
            self.bring_forward(self.here)

    def on_descendant_focus(self, event: events.DescendantFocus) -> None:
        """A region that gets the focus, by key or mouse, comes to the front."""
        still = event.widget is self.focused
        if still and event.widget.id in REGIONS and self._breadth == "-narrow":
            self.bring_forward(event.widget.id)

    def on_key_bar_pressed(self, message: KeyBar.Pressed) -> None:
        """A click on the key bar is as good as the key."""
        action = next(command.action for command in COMMANDS if command.id == message.command)
        self.call_later(self.run_action, action)

    # --- moving, in the region with the focus

    def action_down(self) -> None:
        """A line down."""
        self._move(lambda: self.sidebar.move(1), self.articles.action_cursor_down, self.view.action_line_down)

    def action_up(self) -> None:
        """A line up."""
        self._move(lambda: self.sidebar.move(-1), self.articles.action_cursor_up, self.view.action_line_up)

    def action_page_down(self) -> None:
        """A page down."""
        page = self.sidebar.size.height
        self._move(
            lambda: self.sidebar.move(page), self.articles.action_page_down, self.view.action_page_down
        )

    def action_page_up(self) -> None:
        """A page up."""
        page = self.sidebar.size.height
        self._move(lambda: self.sidebar.move(-page), self.articles.action_page_up, self.view.action_page_up)

    def action_top(self) -> None:
        """To the beginning."""
        self._move(lambda: self.sidebar.move(-10_000), self.articles.action_top, self.view.action_top)

    def action_bottom(self) -> None:
        """To the end."""
        self._move(lambda: self.sidebar.move(10_000), self.articles.action_bottom, self.view.action_bottom)

    def action_read(self) -> None:
        """Open what is under the cursor."""
        self._move(self.sidebar.choose, self.articles.action_choose, self.view.action_choose)

    def _move(
        self, sidebar: Callable[[], None], articles: Callable[[], None], view: Callable[[], None]
    ) -> None:
        {"sidebar": sidebar, "articles": articles, "view": view}[self.here]()

    def action_back(self) -> None:
        """From the pane to the list, from a search to where it began, from the list to the sidebar."""
        if self.leave_mode():
            return
        if self.here == "view":
            self.go("articles")
        elif self.query_words is not None:
            self.end_search()
        elif self.here == "articles" and not self.fold_story():
            self.go("sidebar")

    def action_region(self, by: int) -> None:
        """To the next or previous region."""
        self.go(REGIONS[(REGIONS.index(self.here) + by) % len(REGIONS)])
