"""The settings: what each is now, and changing it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import ClassVar, cast

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.screen import Screen
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from newsreader import gate
from newsreader.settings import WEBMAILS, Change, Settings, allowed
from newsreader.ui.base import SCREENS_CSS, Newspaper
from newsreader.ui.screens.ask import AskScreen
from newsreader.ui.screens.dialog import label
from newsreader.ui.screens.first_run import CHOICES
from newsreader.ui.screens.pick import PickScreen, theme_picker
from newsreader.words.screen import ScreenWords

Options = tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Setting:
    """One line: its name, its value in words, and how to make a change of what was picked or typed."""

    name: str
    value: str
    plain: str
    change: Callable[[str], dict[str, Change]]
    options: Options = ()  # to pick from; none: a text is asked
    wrong: Callable[[str], str] = lambda _: ""

    def fault(self, text: str) -> str:
        """What is wrong with a text; nothing when the settings file may hold it."""
        try:
            fine = allowed(self.change(text.strip()))
        except ValueError:
            fine = False
        return "" if fine else self.wrong(text)


def lines(settings: Settings, theme: str, words: ScreenWords) -> tuple[Setting, ...]:
    """All settings as they are now."""
    languages: Options = (("auto", words.language_auto), ("nl", "Nederlands"), ("en", "English"))
    return (
        Setting(
            words.setting_language,
            dict(languages).get(settings.language, settings.language),
            settings.language,
            lambda text: {"language": text},
            languages,
        ),
        *_webmail_lines(settings, words),
        Setting(
            words.setting_theme, words.theme_names.get(theme, theme), theme, lambda text: {"theme": text}
        ),
        *_number_lines(settings, words),
        Setting(
            words.setting_browser,
            settings.browser or words.system_browser,
            settings.browser,
            lambda text: {"browser": text},
        ),
    )


def _webmail_lines(settings: Settings, words: ScreenWords) -> tuple[Setting, ...]:
    """Which webmail, and the address of each."""
    return (
        Setting(
            words.setting_webmail,
            dict(CHOICES).get(settings.webmail, words.not_chosen),
            settings.webmail,
            lambda text: {"webmail": text},
            CHOICES,
        ),
        *(
            Setting(
                words.setting_address(name),
                settings.webmail_addresses[key],
                settings.webmail_addresses[key],
                partial(_address_change, key),
                wrong=words.bad_address,
            )
            for key, name in CHOICES
        ),
    )


def _number_lines(settings: Settings, words: ScreenWords) -> tuple[Setting, ...]:
    """How often to refresh, and how long to keep."""
    minutes, days = settings.refresh_minutes, settings.keep_days
    return (
        Setting(
            words.setting_refresh,
            words.every_minutes(minutes) if minutes else words.never,
            str(minutes),
            lambda text: {"refresh_minutes": int(text)},
            wrong=words.bad_number,
        ),
        Setting(
            words.setting_keep,
            words.days(days) if days else words.forever,
            str(days),
            lambda text: {"keep_days": int(text)},
            wrong=words.bad_number,
        ),
    )


def _address_change(key: str, text: str) -> dict[str, Change]:
    """An empty address puts the program's own back."""
    return {"webmail_addresses": {key: text or WEBMAILS[key]}}


class SettingsScreen(Screen[None]):
    """A list of settings; Enter changes the one under the cursor, in the file as well."""

    CSS_PATH = SCREENS_CSS
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,q,h,left", "app.pop_screen", show=False),
        Binding("j", "move(1)", show=False),
        Binding("k", "move(-1)", show=False),
        Binding("l", "choose", show=False),
    ]

    @property
    def news(self) -> Newspaper:
        """The application, with the settings in use."""
        return cast(Newspaper, self.app)

    def compose(self) -> ComposeResult:
        """Title, list, the file's name, keys."""
        words = self.news.words.screen
        yield label(words.settings_title, classes="bar")
        yield OptionList()
        yield label(words.settings_file(str(self.news.paths.settings)), classes="foot")
        yield label(words.settings_hint, classes="foot")

    def on_mount(self) -> None:
        """Fill the list."""
        self._fill()

    def _lines(self) -> tuple[Setting, ...]:
        return lines(self.news.loaded.settings, self.news.theme, self.news.words.screen)

    def _fill(self) -> None:
        options = self.query_one(OptionList)
        here = options.highlighted or 0
        options.clear_options()
        shown = self._lines()
        width = max(len(line.name) for line in shown) + 2
        options.add_options(
            Option(Content.assemble(f"{line.name:<{width}}", (gate.line(line.value), "bold")))
            for line in shown
        )
        options.highlighted = here

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Ask for another value."""
        line = self._lines()[event.option_index]
        words = self.news.words.screen
        if line.name == words.setting_theme:
            before = self.news.theme
            picker = theme_picker(self.news, words)
            self.news.push_screen(picker, lambda name: self._themed(name, before))
        elif line.options:
            picker = PickScreen(line.name, line.options, line.plain, words.pick_hint)
            self.news.push_screen(picker, lambda value: self._changed(line, value))
        else:
            asked = AskScreen(line.name, line.plain, words.pick_hint, line.fault)
            self.news.push_screen(asked, lambda value: self._changed(line, value))

    def _themed(self, name: str | None, before: str) -> None:
        self.news.take_theme(name, before)
        self._fill()

    def _changed(self, line: Setting, value: str | None) -> None:
        if value is not None and value != line.plain:
            words = self.news.words
            self.news.change(line.change(value))
            if self.news.words is words:
                self._fill()
            else:
                self.news.switch_screen(SettingsScreen())

    def action_move(self, by: int) -> None:
        """Up or down."""
        options = self.query_one(OptionList)
        (options.action_cursor_down if by > 0 else options.action_cursor_up)()

    def action_choose(self) -> None:
        """Change this one."""
        self.query_one(OptionList).action_select()
