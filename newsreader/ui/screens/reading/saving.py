"""Saving articles in a file: what, in which format, under which name."""

from __future__ import annotations

import asyncio
from datetime import timedelta
from pathlib import Path
from typing import TYPE_CHECKING

from newsreader import atomic, names, paths
from newsreader.engine import refused
from newsreader.engine.editions import Wanted
from newsreader.export.formats import Format
from newsreader.ui.screens.ask import AskScreen
from newsreader.ui.screens.pick import PickScreen

if TYPE_CHECKING:
    from newsreader.engine.editions import Collected
    from newsreader.model import Article
    from newsreader.ui.screens.reading.sharing import Sharing

_EDITION = timedelta(hours=24)


class Saving:
    """The questions, one after the other, and then the file."""

    def __init__(self, desk: Sharing) -> None:
        self._desk = desk

    def ask(self, article: Article | None) -> None:
        """Ask what to save: the article, if there is one, what the reader saved, or the paper."""
        desk, words = self._desk, self._desk.words.sharing
        options = [("saved", words.saved(desk.counts.saved)), ("today", words.today)]
        if article is not None:
            options.insert(0, ("this", words.this))

        def answered(what: str | None) -> None:
            if what:
                self._ask_format(what, article)

        desk.app.push_screen(PickScreen(words.what, options, options[0][0], desk.texts.pick_hint), answered)

    def _ask_format(self, what: str, article: Article | None) -> None:
        desk = self._desk
        names_of = desk.words.sharing.formats
        options = [(form.value, f"{names_of[form]} ({form.suffix})") for form in Format]

        def answered(form: str | None) -> None:
            if form:
                desk.begin(self._ask_file(what, article, Format(form)), "sharing")

        title, hint = desk.words.sharing.which_format, desk.texts.pick_hint
        desk.app.push_screen(PickScreen(title, options, Format.MARKDOWN, hint), answered)

    async def _ask_file(self, what: str, article: Article | None, form: Format) -> None:
        desk, words = self._desk, self._desk.words.sharing
        collected = await asyncio.to_thread(self._collected, what, article)
        if not collected.edition.parts:
            desk.say(words.empty_edition)
            return
        folder = paths.downloads(desk.engine.settings.download_folder)
        name = names.file_name(collected.edition.title, form.suffix)

        def fault(text: str) -> str:
            taken = not text.strip() or paths.exists(_placed(text, folder))
            return words.exists(text.strip() or str(folder)) if taken else ""

        def answered(text: str | None) -> None:
            if text:
                desk.begin(self._write(collected, form, _placed(text, folder)), "sharing")

        wanted = str(atomic.free_name(folder / name))
        desk.app.push_screen(AskScreen(words.file_name, wanted, words.file_hint, fault), answered)

    def _collected(self, what: str, article: Article | None) -> Collected:
        desk = self._desk
        if what == "this" and article is not None:
            return desk.engine.editions.single(article, desk.words)
        since = None if what == "saved" else desk.clock() - _EDITION
        return desk.engine.editions.collect(Wanted(since, saved=what == "saved"), desk.words)

    async def _write(self, collected: Collected, form: Format, path: Path) -> None:
        desk, words = self._desk, self._desk.words.sharing
        desk.say(words.writing(str(path)), lasting=True)
        if form.pictured:
            collected = await desk.engine.editions.pictured(collected)
        data = await asyncio.to_thread(desk.engine.editions.write, collected.edition, form, desk.words)
        try:
            await asyncio.to_thread(atomic.replace, path, data, private=False)
        except OSError as error:
            problem = refused.problem_of(error, path, path.parent)
            desk.say(desk.words.problems.sentence(problem))
            return
        edition = collected.edition
        told = words.written(str(path), len(list(edition.articles())), len(edition.pictures))
        desk.say(f"{told}; {words.not_pictured(collected.missed)}" if collected.missed else told)


def _placed(text: str, folder: Path) -> Path:
    """A name that was typed, in the folder unless it says another."""
    return folder / paths.from_home(Path(text.strip()))
