"""The reader's own way in the contest: its store, its joining, what stands under its articles, as shipped."""

from __future__ import annotations

import tempfile
import weakref
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path

from newsreader.engine import Engine
from newsreader.model import Block, BlockKind, Draft, Scope, Source, Span
from newsreader.paths import Paths
from newsreader.settings import Settings
from newsreader.stories.dateline import split_blocks
from tests.stories.load import Article
from tests.stories.metrics import Groups

EARLIEST = datetime(2020, 1, 1, tzinfo=UTC)


class Reader:
    """A reader with a store of its own, to which articles come one at a time."""

    def __init__(self) -> None:
        folder = tempfile.TemporaryDirectory(prefix="newsreader-stories-")
        self._now = EARLIEST
        paths = Paths(Path(folder.name), Path(folder.name))
        engine = Engine.open(paths, Settings(), clock=lambda: self._now, demo=True)
        if not isinstance(engine, Engine):
            raise TypeError(f"no engine: {engine}")
        self._engine = engine
        self._sources: set[str] = set()
        self._ids: dict[str, int] = {}
        weakref.finalize(self, _close, engine, folder)

    def add(self, article: Article) -> None:
        """Take in the next article, as a refresh would."""
        store = self._engine._store
        self._now = article.published
        if article.source not in self._sources:
            self._sources.add(article.source)
            address = f"https://{article.source}.example/"
            store.add_sources([Source(article.source, article.source.title(), address)]).result()
        store.put_passing(article.source, [_draft(article)], article.published).result()
        self._ids[article.id] = store.ids(Scope(), 1)[0]
        self._engine.stories.join_all()

    def stories(self) -> Groups:
        """The story of every article."""
        places = self._engine._store.stories.places(self._ids.values())
        return {name: places[number][0] for name, number in self._ids.items()}

    def related(self, article: Article, limit: int) -> Sequence[str]:
        """What stands under an article."""
        names = {number: name for name, number in self._ids.items()}
        found = self._engine.related(self._ids[article.id])
        return [names[one.row.id] for one in found][:limit]


def grouping() -> Reader:
    """A fresh reader, to tell stories."""
    return Reader()


def relating() -> Reader:
    """A fresh reader, to tell what is related."""
    return Reader()


def _draft(article: Article) -> Draft:
    blocks = tuple(Block(BlockKind.PARAGRAPH, (Span(text),)) for text in article.text)
    dateline, rest = split_blocks(blocks)
    return Draft(
        article.id,
        f"https://{article.source}.example/{article.id}",
        article.title,
        rest[0].text if rest else "",
        article.section,
        article.published,
        language=article.lang,
        dateline=dateline,
        blocks=rest,
        digest=article.id.encode(),
    )


def _close(engine: Engine, folder: tempfile.TemporaryDirectory[str]) -> None:
    engine.close()
    folder.cleanup()
