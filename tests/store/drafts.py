"""Sources, articles and stores for the tests, with a clock that stands still."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from pathlib import Path

from newsreader.model import Block, BlockKind, Draft, Source, Span, Visit
from newsreader.store import Store, Written

NOW = datetime(2025, 11, 3, 12, tzinfo=UTC)
MINUTE = timedelta(minutes=1)


def source(name: str = "bron", group: str = "Zeeuws", section: str = "Zeeland") -> Source:
    return Source(name, name.title(), f"https://{name}.example/feed", group, section)


def draft(
    key: str,
    title: str = "Veerpont vaart weer",
    *,
    age: int | None = 0,
    section: str = "Zeeland",
    text: str = "De pont ligt weer in het water.",
    digest: bytes | None = None,
    url: str = "",
    other: str = "",
) -> Draft:
    """A draft of so many minutes old; None is an article without a date."""
    return Draft(
        key,
        url or f"https://bron.example/{key}",
        title,
        text,
        section,
        None if age is None else NOW - age * MINUTE,
        blocks=(Block(BlockKind.PARAGRAPH, (Span(text),)),),
        digest=f"{title} {text} {age}".encode() if digest is None else digest,
        other=other,
    )


def opened(path: Path, *, open_wait: float = 0.05, write_wait: float = 0.05) -> Store:
    store = Store.open(path, open_wait=open_wait, write_wait=write_wait)
    assert isinstance(store, Store)
    return store


def visit_of(store: Store, name: str = "bron") -> Visit:
    return store.visits().get(name, Visit())


def put(store: Store, drafts: Sequence[Draft], name: str = "bron", now: datetime = NOW) -> Written:
    return store.put(name, Visit(etag="v1"), drafts, now).result()
