"""A store full of articles as it is after years of use: joined, and written through its own doors."""

from __future__ import annotations

import itertools
import shutil
import tempfile
from collections import deque
from collections.abc import Iterator
from concurrent.futures import Future
from datetime import UTC, datetime, timedelta
from hashlib import blake2b
from pathlib import Path
from typing import NamedTuple

from newsreader import __version__
from newsreader.model import Block, BlockKind, Dateline, Draft, Packed, Source, Span, Visit
from newsreader.store import Store, bodies
from newsreader.store.stories import Place
from newsreader.stories import formula
from tests.bench.joined import WINDOW, Index, stories_of
from tests.bench.prose import Prose

SECTIONS = ("Binnenland", "Buitenland", "Zeeland", "Economie", "Sport", "Cultuur", "Opmerkelijk")
SOURCES = 60
NEWEST = "Allernieuwste"
"""How the title of the newest article begins."""
PLACES = ("Vlissingen", "Goes", "Den Haag", "Washington", "Brussel", "Terneuzen", "Parijs", "Zierikzee")
AGENCY = "ANP"
_VERSION = "2"
"""Of what `fill` makes: a store of another one is made anew."""
_FILED = 4
"""One article of so many has a dateline."""
_APART = 5
"""Minutes between two articles; a million of them go back ten years."""
_TURN = 20 * SOURCES
"""Articles that are brought and joined at once: some of every source, and whole stories."""
_AHEAD = 4
"""Turns that may wait for the writer."""
_SIZE = 2_000
_TEXTS = 4_000
"""Different texts at most, under titles of their own: a million articles take minutes instead of hours."""


class _Text(NamedTuple):
    """The text of an article, made and packed once."""

    summary: str
    packed: Packed


def fill(folder: Path, number: int) -> Path:
    """A data folder with that many joined articles of sixty sources that are switched off.

    What is there is used, unless an earlier version of this file made it.
    """
    data = folder / f"articles-{number}"
    marker = data / "full"
    if marker.exists() and marker.read_text(encoding="ascii") == _VERSION:
        return data
    folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=folder) as place:
        new = Path(place) / "new"
        _fill(new, number)
        (new / "full").write_text(_VERSION, encoding="ascii")
        shutil.rmtree(data, ignore_errors=True)
        new.rename(data)
    return data


def unjoin(data: Path, sources: int) -> None:
    """Put the articles of so many of the sources in the queue again, as after a first refresh."""
    store = _open(data)
    for number in range(sources):
        store.stories.requeue(_source(number).id).result()
    store.close()


def _fill(data: Path, number: int) -> None:
    store = _open(data)
    store.set_meta("catalogue", __version__).result()
    store.stories.begin_anew(str(formula.VERSION)).result()
    if number:
        _write(store, number)
    store.optimize(datetime.now(UTC)).result()
    store.close()


def _open(data: Path) -> Store:
    store = Store.open(data / "news.db")
    if not isinstance(store, Store):
        raise TypeError(f"no store: {store}")
    return store


def _write(store: Store, total: int) -> None:
    """Some articles of each source in turn, as refreshes bring them; those of a turn are joined together."""
    prose, now = Prose(), datetime.now(UTC).replace(microsecond=0)
    sources = [_source(each) for each in range(SOURCES)]
    store.add_sources(sources).result()
    texts = [_text(prose) for _ in range(min(total, _TEXTS))]
    stories = stories_of(prose, total - WINDOW)  # the newest stand alone, or another might stand for them
    index = Index([each.packed.words for each in texts], total)
    entries = itertools.count(1)
    waiting: deque[Future[None]] = deque()
    for start in range(0, total, _TURN):
        known, places = [], []
        for source, numbers in _turn(sources, start, min(start + _TURN, total)):
            drafts = [_draft(prose, texts[each % _TEXTS], source, each, total, now) for each in numbers]
            drafts = [stories.told(each, draft) for each, draft in zip(numbers, drafts, strict=True)]
            store.put(source.id, Visit(last_checked=now), drafts, now)
            for each, draft, entry in zip(numbers, drafts, entries, strict=False):
                known.append(index.known(entry, each % _TEXTS, source.id, draft))
                places.append(Place(entry, stories.number(each), 0, len(texts[each % _TEXTS].packed.words)))
        waiting.append(store.stories.write(known, (), places, ()))
        if len(waiting) > _AHEAD:
            waiting.popleft().result()
    for written in waiting:
        written.result()
    index.write(store)


def _turn(sources: list[Source], start: int, end: int) -> Iterator[tuple[Source, range]]:
    """The articles of a turn, source by source, each the earliest first."""
    for number, source in enumerate(sources):
        numbers = range(start + number, end, SOURCES)
        if numbers:
            yield source, numbers


def _source(number: int) -> Source:
    url = f"https://krant{number}.example/rss"
    group = ("Zeeuws", "Landelijk", "Sport")[number % 3]
    return Source(f"krant{number}", f"Krant {number}", url, group, SECTIONS[number % 7], on=False)


def _text(prose: Prose) -> _Text:
    paragraphs = prose.paragraphs(_SIZE)
    blocks = tuple(Block(BlockKind.PARAGRAPH, (Span(text),)) for text in paragraphs)
    draft = Draft("", "", "", "", "", None, author="Redactie", language="nl", blocks=blocks, whole=True)
    return _Text(paragraphs[0][:300], Packed(bodies.pack(draft), bodies.words(draft)))


def _draft(prose: Prose, text: _Text, source: Source, number: int, total: int, now: datetime) -> Draft:
    """The article that is `total - number` steps old: the last one written is the newest."""
    title = f"{NEWEST} {prose.title()}" if number == total - 1 else prose.title()
    filed = (
        Dateline((PLACES[number // _FILED % len(PLACES)],), (AGENCY,)) if not number % _FILED else Dateline()
    )
    return Draft(
        key=str(number),
        url=f"{source.url}/{number}",
        title=title,
        summary=text.summary,
        section=source.section,
        published=now - timedelta(minutes=_APART * (total - number)),
        dateline=filed,
        whole=True,  # or opening it would ask for the rest
        packed=text.packed._replace(words=f"{title}\n{text.packed.words}"),
        digest=blake2b(str(number).encode(), digest_size=16).digest(),
    )
