"""The pages that are read: our own with what is expected of each, or those of the public benchmark."""

from __future__ import annotations

import gzip
import json
from collections.abc import Iterator, Mapping
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, NamedTuple

from newsreader.model import Block, BlockKind, Entry, Problem
from newsreader.sources.page import parse_article
from tests.extraction.shingles import Share, share
from tests.extraction.structure import Kept, kept

OWN = Path(__file__).parents[1] / "data" / "extraction"
NOW = datetime(2026, 3, 3, 12, tzinfo=UTC)
_ASIDE = (BlockKind.IMAGE, BlockKind.MEDIA)
"""Captions are no part of the text, in the benchmark neither; they count in the structure."""


class Read(NamedTuple):
    """One page, what was expected of it and what was read."""

    name: str
    expected: Mapping[str, Any]
    entry: Entry | None
    words: Share
    structure: Mapping[str, Kept]


def own(folder: Path = OWN) -> Iterator[Read]:
    """Our own pages: invented articles in the markup of many publishers."""
    for path in sorted(folder.glob("*.json")):
        expected = json.loads(path.read_text())
        entry = _entry(path.with_suffix(".html").read_bytes(), expected["url"])
        blocks = entry.content if entry else ()
        yield Read(path.stem, expected, entry, share(_text(expected), _words(blocks)), kept(expected, blocks))


def public(folder: Path) -> Iterator[Read]:
    """Pages of the benchmark: `NAME.html.gz`, and in `expected.json` the address and text of each."""
    for name, expected in json.loads((folder / "expected.json").read_text()).items():
        entry = _entry(gzip.decompress((folder / f"{name}.html.gz").read_bytes()), expected["url"])
        words = share(expected["text"], _words(entry.content if entry else ()))
        yield Read(name, expected, entry, words, {})


def _entry(body: bytes, url: str) -> Entry | None:
    page = parse_article(body, url=url, content_type="text/html; charset=utf-8", now=NOW)
    return None if isinstance(page, Problem) else page.entry


def _words(blocks: tuple[Block, ...]) -> str:
    return "\n".join(block.text for block in blocks if block.kind not in _ASIDE)


def _text(expected: Mapping[str, Any]) -> str:
    parts = []
    for block in expected["blocks"]:
        if block["kind"] == "table":
            parts += [cell for row in block["rows"] for cell in row]
        elif block["kind"] not in ("caption", "credit"):
            parts.append(block["text"])
    return "\n".join(parts)
