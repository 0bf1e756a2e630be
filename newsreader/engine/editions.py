"""Editions to export: which articles, in the paper's order, and their pictures."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from itertools import islice
from typing import NamedTuple, TypeGuard

from newsreader.clock import Clock
from newsreader.engine.labels import labels
from newsreader.engine.pictures import Picture as Found
from newsreader.engine.pictures import Pictures
from newsreader.engine.rows import WINDOW
from newsreader.export.edition import Edition, Part, Picture, single
from newsreader.export.formats import Format, document
from newsreader.model import Article, ArticleRow, Problem, Scope, ScopeKind, section_order
from newsreader.model.figures import figures
from newsreader.store import Store
from newsreader.words import Words, ages

MOST = 2_000
"""Articles in one edition."""
PICTURES = 200
"""Pictures in one edition."""
BYTES = 40_000_000
"""What the pictures of one edition may weigh together."""
_AT_ONCE = 8  # pictures asked for at a time

_TYPES = {"JPEG": "image/jpeg", "PNG": "image/png", "GIF": "image/gif", "WEBP": "image/webp"}
"""What every reader of documents shows (EPUB 3.3, section 3.2), by the names of formats."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which articles: of these sections or this source, or all; perhaps only the saved or unread ones."""

    since: datetime | None = None
    sections: tuple[str, ...] = ()
    source: str = ""
    saved: bool = False
    unread: bool = False


class Collected(NamedTuple):
    """An edition, whether it is only the newest of what was wanted, and how many pictures it lacks."""

    edition: Edition
    shortened: bool = False
    missed: int = 0


class Editions:
    """Collects articles for a document, and writes it. Whatever reads or writes may take a second."""

    def __init__(self, store: Store, clock: Clock, pictures: Pictures) -> None:
        self._store = store
        self._clock = clock
        self._pictures = pictures

    def collect(self, wanted: Wanted, words: Words) -> Collected:
        """The edition without pictures; it may hold nothing at all."""
        rows = list(islice(self._rows(wanted), MOST + 1))
        now = self._clock()
        date = ages.long_date(now, words.language)
        title = words.sharing.saved_edition if wanted.saved else words.sharing.edition(date.rsplit(" ", 2)[0])
        parts = tuple(self._parts(rows[:MOST], words.sharing.other_section))
        return Collected(Edition(title, date, now, parts), len(rows) > MOST)

    def single(self, article: Article, words: Words) -> Collected:
        """An edition of one article, without pictures."""
        now = self._clock()
        return Collected(single(article, ages.long_date(now, words.language), now))

    async def pictured(self, collected: Collected) -> Collected:
        """The same with its pictures: the first so many, as far as they are found and weigh not too much."""
        wanted = list(dict.fromkeys(_pictures(collected.edition)))
        found: dict[str, Picture] = {}
        weight = 0
        for start in range(0, min(len(wanted), PICTURES), _AT_ONCE):
            asked = wanted[start : min(start + _AT_ONCE, PICTURES)]
            for (_, url), picture in zip(asked, await self._pictures.whole(asked), strict=True):
                if _is_shown(picture) and weight + len(picture.data) <= BYTES:
                    found[url] = Picture(_TYPES[picture.probed.format], picture.data)
                    weight += len(picture.data)
            if weight > BYTES * 0.9:
                break
        missed = len({url for _, url in wanted}) - len(found)
        return collected._replace(edition=replace(collected.edition, pictures=found), missed=missed)

    def write(self, edition: Edition, form: Format, words: Words) -> bytes:
        """The document."""
        return document(edition, labels(words), form)

    def _rows(self, wanted: Wanted) -> Iterator[tuple[str, ArticleRow]]:
        """(section, row) of what is wanted, each article once; newest first in every scope."""
        seen: set[int] = set()
        for scope in _scopes(wanted):
            for row in self._newest(scope, wanted.since):
                right = row.saved or not wanted.saved
                right = right and (not wanted.source or row.source_id == wanted.source)
                if right and row.id not in seen:
                    seen.add(row.id)
                    yield scope.value if scope.kind is ScopeKind.SECTION else row.section, row

    def _newest(self, scope: Scope, since: datetime | None) -> Iterator[ArticleRow]:
        ids = self._store.ids(scope)
        for start in range(0, len(ids), WINDOW):
            for row in self._store.around(self._store.rows, ids[start : start + WINDOW]):
                if since and row.moment < since:
                    return
                yield row

    def _parts(self, rows: Sequence[tuple[str, ArticleRow]], other: str) -> Iterator[Part]:
        """The sections in the paper's order; what has none comes last."""
        for name in sorted(
            {section for section, _ in rows}, key=lambda name: (not name, section_order(name))
        ):
            inside = [row.id for section, row in rows if section == name]
            if articles := self._store.around(self._articles, inside):
                yield Part(name or other, tuple(articles))

    def _articles(self, ids: Sequence[int]) -> Iterator[Article]:
        """Those that are still there."""
        return (article for article in map(self._store.article, ids) if article is not None)


def _scopes(wanted: Wanted) -> Iterator[Scope]:
    """The lists to look in; the other wishes are looked at row by row."""
    if wanted.sections:
        yield from (Scope(ScopeKind.SECTION, name, wanted.unread) for name in wanted.sections)
    elif wanted.source:
        yield Scope(ScopeKind.SOURCE, wanted.source, wanted.unread)
    else:
        yield Scope(ScopeKind.SAVED if wanted.saved else ScopeKind.ALL, unread=wanted.unread)


def _pictures(edition: Edition) -> Iterator[tuple[str, str]]:
    """(id of the source, address) of every picture, in reading order."""
    for article in edition.articles():
        yield from ((article.row.source_id, block.url) for block in figures(article))


def _is_shown(picture: Found | Problem) -> TypeGuard[Found]:
    return isinstance(picture, Found) and picture.probed.format in _TYPES
