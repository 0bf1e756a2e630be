"""Pages of one site that each list articles: what one of them has seen is known to all."""

from __future__ import annotations

import json
from collections.abc import Sequence
from urllib.parse import urlsplit

import apsw

from newsreader.model import SourceKind

_SEEN = """
SELECT wanted.value FROM json_each(?1) AS owner CROSS JOIN json_each(?2) AS wanted
CROSS JOIN entry ON entry.source = owner.value AND entry.key = wanted.value"""
_PAGES = "SELECT no, url FROM source WHERE kind = 'page' AND removed = 0 AND no <> ? ORDER BY no"


def lists_of(connection: apsw.Connection, number: int, url: str) -> list[int]:
    """The numbers of the page sources of one site, that one first."""
    site = _site(url)
    others = connection.execute(_PAGES, (number,))
    return [number, *(other for other, address in others if _site(address) == site)]


def known(connection: apsw.Connection, source_id: str, keys: Sequence[str]) -> set[str]:
    """Those of the keys that the source, or for a page another list of its site, has brought before."""
    lists: list[int] = []
    for number, url, kind in connection.execute(
        "SELECT no, url, kind FROM source WHERE id = ?", (source_id,)
    ):
        lists = lists_of(connection, number, url) if kind == SourceKind.PAGE else [number]
    return {key for (key,) in connection.execute(_SEEN, (json.dumps(lists), json.dumps(list(keys))))}


def _site(url: str) -> str:
    try:
        return urlsplit(url).netloc.lower().removeprefix("www.")
    except ValueError:
        return url
