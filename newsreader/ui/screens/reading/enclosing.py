"""What goes with an article: opened with a player, or downloaded while the reader reads on."""

from __future__ import annotations

import asyncio
from contextlib import aclosing
from typing import TYPE_CHECKING, NamedTuple

from textual.worker import Worker

from newsreader import gate, names, paths
from newsreader.export.parts import file_facts
from newsreader.model import Downloaded, Downloading, Problem
from newsreader.outside.player import play
from newsreader.ui.screens.files import Chosen, FilesScreen

if TYPE_CHECKING:
    from newsreader.model import Article, DownloadEvent, Enclosure
    from newsreader.ui.screens.reading.sharing import Sharing


class _Download(NamedTuple):
    """A download under way, and how far it is, in words."""

    worker: Worker[None]
    told: str = ""


class Enclosing:
    """The list of an article's files, and the downloads under way, by address."""

    def __init__(self, desk: Sharing) -> None:
        self._desk = desk
        self._downloads: dict[str, _Download] = {}

    def show(self, article: Article | None) -> None:
        """Show what goes with the article."""
        desk, words = self._desk, self._desk.words.sharing
        if article is None or not article.files:
            desk.say(words.no_files)
            return

        def answered(chosen: Chosen | None) -> None:
            if chosen is not None:
                self._choose(article, article.files[chosen.place], download=chosen.download)

        lines = [self._line(file) for file in article.files]
        desk.app.push_screen(
            FilesScreen(words.files_title(article.row.title), lines, words.files_hint), answered
        )

    def _line(self, file: Enclosure) -> str:
        under_way = self._downloads.get(file.url)
        facts = file_facts(file, self._desk.texts.size)
        return (under_way.told if under_way else "") or facts or gate.address(file.url)

    def _choose(self, article: Article, file: Enclosure, *, download: bool) -> None:
        desk = self._desk
        if not download:
            desk.begin(self._play(file, file.title or article.row.title), "outside")
        elif file.url in self._downloads:
            self._downloads[file.url].worker.cancel()
        else:
            work = self._download(article.row.source_id, file)
            self._downloads[file.url] = _Download(desk.begin(work, "downloads"))

    async def _play(self, file: Enclosure, title: str) -> None:
        desk = self._desk
        url, player = desk.engine.outward(file.url), desk.engine.settings.player
        problem = await asyncio.to_thread(play, url, title, player)
        words = desk.words
        desk.say(words.problems.sentence(problem) if problem else words.sharing.playing(title))

    async def _download(self, source_id: str, file: Enclosure) -> None:
        """Tells how far it is a few times a second, and what came of it until there is other news."""
        desk = self._desk
        folder = paths.downloads(desk.engine.settings.download_folder)
        try:
            async with aclosing(desk.engine.downloads.run(source_id, file, folder)) as events:
                async for event in events:
                    self._tell(file, event)
        except asyncio.CancelledError:
            if desk.is_running:
                desk.say(desk.words.sharing.stopped(names.of_address(file.url) or file.title))
            raise
        finally:
            del self._downloads[file.url]

    def _tell(self, file: Enclosure, event: DownloadEvent) -> None:
        desk, words = self._desk, self._desk.words
        match event:
            case Downloading():
                told = words.sharing.downloading(*event.told(words.screen.size))
                self._downloads[file.url] = self._downloads[file.url]._replace(told=told)
            case Downloaded():
                told = words.sharing.downloaded(str(event.path))
            case Problem():
                told = words.problems.sentence(event)
        desk.say(told, lasting=True)
