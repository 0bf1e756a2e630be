"""What can be set for one source: its name, section, interval, headers, login, proxy, ..."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Iterator
from functools import partial

from textual.app import ComposeResult
from textual.widgets import Input, OptionList

from newsreader.engine import StoreError
from newsreader.model import Source
from newsreader.settings import Change, Settings
from newsreader.ui.screens.ask import AskScreen
from newsreader.ui.screens.dialog import label
from newsreader.ui.screens.pick import PickScreen
from newsreader.ui.screens.settings import SettingsScreen
from newsreader.ui.screens.settings.line import Setting
from newsreader.words.own import OwnWords

_SWITCHES = {"true": True, "false": False}


class OwnSettingsScreen(SettingsScreen):
    """The settings of one source; every change goes to the settings file, a login to where secrets are."""

    def __init__(self, source: Source) -> None:
        super().__init__()
        self._source = source

    def compose(self) -> ComposeResult:
        """The source's title above the list."""
        bar, *rest = super().compose()
        yield label(self._source.title, classes=" ".join(bar.classes))
        yield from rest

    def _lines(self) -> tuple[Setting, ...]:
        return tuple(own_lines(self._source, self.news.loaded.settings, self.news.words.own))

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """A login asks for its secret too; for the others there is the handler of all settings."""
        line, words = self._lines()[event.option_index], self.news.words
        if line.name != words.own.names["login"]:
            return
        event.prevent_default()
        picker = PickScreen(line.name, line.options, line.plain, words.screen.pick_hint)
        self.app.push_screen(picker, lambda login: self._logging_in(line, login))

    def _logging_in(self, line: Setting, login: str | None) -> None:
        if login is None:
            return
        words = self.news.words
        self.news.change(line.change(login))
        self._fill()
        if not login:
            self._keep("")
            return
        asked = words.own.ask_basic if login == "basic" else words.own.ask_bearer
        self.app.push_screen(SecretScreen(asked, "", words.screen.pick_hint), self._keep)

    def _keep(self, secret: str | None) -> None:
        if secret is not None:
            self.run_worker(self._kept(secret))

    async def _kept(self, secret: str) -> None:
        try:
            await asyncio.to_thread(self.news.engine.secrets.put, self._source.id, self._source.url, secret)
        except OSError as error:
            self.news.tell(error.strerror or str(error))
        else:
            self.news.tell(self.news.words.own.kept if secret else self.news.words.own.logins[""])

    def _changed(self, line: Setting, value: str | None) -> None:
        super()._changed(line, value)
        if value is not None:
            self.run_worker(self._obeyed())

    async def _obeyed(self) -> None:
        news = self.news
        try:
            await asyncio.to_thread(news.engine.subscriptions.obey, news.loaded.settings)
        except StoreError as error:
            news.tell(news.words.problems.sentence(error.problem))


class SecretScreen(AskScreen):
    """Asks for a line that is not shown."""

    def body(self) -> ComposeResult:
        """The line, as dots."""
        for widget in super().body():
            if isinstance(widget, Input):
                widget.password = True
            yield widget


def own_lines(source: Source, settings: Settings, words: OwnWords) -> Iterator[Setting]:
    """The settings of a source as they are now."""
    wishes = settings.of_source(source.id)
    table = settings.source.get(source.id, {})

    def line(
        key: str, value: str, read: Callable[[str], object], plain: str, *options: tuple[str, str]
    ) -> Setting:
        change = partial(_change, source.id, table, key, read)
        return Setting(words.names[key], value, plain, change, options, lambda _: words.wrong)

    name = wishes.name or source.title
    yield line("name", name, str, name)
    yield line(
        "section", wishes.section or source.section or words.general, str, wishes.section or source.section
    )
    yield line("interval", str(wishes.interval or words.general), int, str(wishes.interval))
    whole = str(wishes.full_text).lower()
    yield line("full_text", words.full_texts[whole], _switched, whole, *words.full_texts.items())
    limited = str(wishes.limited).lower()
    yes_no = (("true", words.yes), ("false", words.no))
    yield line("limited", dict(yes_no)[limited], _switched, limited, *yes_no)
    yield line("user_agent", wishes.user_agent or words.general, str, wishes.user_agent)
    headers = "; ".join(f"{name}: {value}" for name, value in wishes.headers.items())
    yield line("headers", f"{len(wishes.headers)}", parse_headers, headers)
    yield line("login", words.logins[wishes.login], str, wishes.login, *words.logins.items())
    yield line("proxy", wishes.proxy or words.general, str, wishes.proxy)
    yield line("keep", str(wishes.keep or words.general), int, str(wishes.keep))
    joined = str(wishes.stories).lower()
    yield line("stories", dict(yes_no)[joined], _SWITCHES.__getitem__, joined, *yes_no)


def _switched(text: str) -> bool | str:
    """What the settings file holds for a switch that may also be left to the program."""
    return _SWITCHES.get(text, text)


def parse_headers(text: str) -> dict[str, str]:
    """`Name: value; Name: value` as a table. Raises ValueError for a part without a colon."""
    parts = [part.partition(":") for part in text.split(";") if part.strip()]
    if not all(colon for _, colon, _ in parts):
        raise ValueError(text)
    return {name.strip(): value.strip() for name, _, value in parts}


def _change(
    source_id: str, table: object, key: str, read: Callable[[str], object], text: str
) -> dict[str, Change]:
    before = table if isinstance(table, dict) else {}
    return {"source": {source_id: {**before, key: read(text)}}}
