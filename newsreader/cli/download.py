"""`newsreader download`: a file that goes with an article; running it again goes on where it stopped."""

from __future__ import annotations

import asyncio
from contextlib import aclosing
from pathlib import Path

from newsreader import names, paths
from newsreader.cli import output
from newsreader.cli.compose import Context, failed, failure
from newsreader.engine import Engine
from newsreader.model import Downloaded, Downloading, Enclosure, Problem


def run(context: Context, engine: Engine) -> int:
    """Download the article's enclosure of that number; how far it is, is shown on a terminal."""
    options, words = context.options, context.words
    article = engine.article(options.id)
    if article is None:
        return failure(words.cli.no_article(options.id))
    if options.number > len(article.files):
        files = len(article.files)
        return failure(words.sharing.no_file(options.number, files) if files else words.sharing.no_files)
    folder = options.to or paths.downloads(context.loaded.settings.download_folder)
    file = article.files[options.number - 1]
    try:
        return asyncio.run(_download(context, engine, article.row.source_id, file, folder))
    except KeyboardInterrupt:
        output.complain(words.sharing.stopped(names.of_address(file.url) or file.title))
        raise


async def _download(context: Context, engine: Engine, source_id: str, file: Enclosure, folder: Path) -> int:
    words = context.words
    async with aclosing(engine.downloads.run(source_id, file, folder)) as events:
        try:
            async for event in events:
                if isinstance(event, Downloading):
                    output.progress(words.sharing.downloading(*event.told(words.screen.size)))
        finally:
            output.end_progress()
    if isinstance(event, Problem):
        return failed(context, event)
    if isinstance(event, Downloaded):
        output.say(words.sharing.downloaded(str(event.path)))
    return 0
