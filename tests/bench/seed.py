"""A store full of articles, written through the store's own door."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from hashlib import blake2b
from pathlib import Path
from typing import NamedTuple

from newsreader import __version__
from newsreader.model import Block, BlockKind, Draft, Packed, Source, Span, Visit
from newsreader.store import Store, bodies
from tests.bench.prose import Prose

SECTIONS = ("Binnenland", "Buitenland", "Zeeland", "Economie", "Sport", "Cultuur", "Opmerkelijk")
SOURCES = 60
NEWEST = "Allernieuwste"
"""How the title of the newest article begins."""
_APART = 5
"""Minutes between two articles; a million of them go back ten years."""
_CHUNK = 1_000
_SIZE = 2_000
_TEXTS = 4_000
"""Different texts at most, under titles of their own: a million articles take minutes instead of hours."""


class _Text(NamedTuple):
    """The text of an article, made and packed once."""

    summary: str
    packed: Packed


def fill(folder: Path, number: int) -> Path:
    """A data folder with that many articles of sixty sources that are switched off; what is there is used."""
    data = folder / f"articles-{number}"
    if (data / "full").exists():
        return data
    store = Store.open(data / "news.db")
    if not isinstance(store, Store):
        raise TypeError(f"no store: {store}")
    store.set_meta("catalogue", __version__).result()
    sources = [_source(each) for each in range(SOURCES)] if number else []
    store.add_sources(sources).result()
    prose, now = Prose(), datetime.now(UTC).replace(microsecond=0)
    texts = [_text(prose) for _ in range(min(number, _TEXTS))]
    for turn, start in enumerate(range(0, number, _CHUNK)):
        source = sources[turn % SOURCES]
        drafts = [
            _draft(prose, texts[each % _TEXTS], source, each, number, now)
            for each in range(start, min(start + _CHUNK, number))
        ]
        store.put(source.id, Visit(last_checked=now), drafts, now).result()
    store.optimize().result()
    store.close()
    (data / "full").touch()
    return data


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
    return Draft(
        key=str(number),
        url=f"{source.url}/{number}",
        title=title,
        summary=text.summary,
        section=source.section,
        published=now - timedelta(minutes=_APART * (total - number)),
        whole=True,  # or opening it would ask for the rest
        packed=text.packed._replace(words=f"{title}\n{text.packed.words}"),
        digest=blake2b(str(number).encode(), digest_size=16).digest(),
    )
