"""What Python itself costs: the same feeds by the same client, parsed by expat, put in a table; nothing else.

`python -m tests.bench.floor FILE ADDRESSES` writes a database of its own. Nothing is cleaned, decided,
joined, compressed, counted or made findable: what a refresh takes beyond this it does for its reader.
"""

from __future__ import annotations

import asyncio
import json
import sys
from pathlib import Path
from typing import NamedTuple
from xml.etree import ElementTree
from xml.etree.ElementTree import Element

import apsw

from newsreader.model import Fetch, Fetched
from newsreader.sources.fetch import Fetcher

_FIELDS = {
    "id": "id",
    "guid": "id",
    "link": "url",
    "title": "title",
    "pubDate": "date",
    "updated": "date",
    "date": "date",
    "description": "text",
    "encoded": "text",
    "content": "text",
}


class Item(NamedTuple):
    """An article as its publisher wrote it."""

    id: str = ""
    url: str = ""
    title: str = ""
    date: str = ""
    text: str = ""


def items(body: bytes) -> list[Item]:
    """The articles of a feed in any of the formats of `feeds`."""
    if body.startswith(b"{"):
        told = json.loads(body)["items"]
        return [Item(*(one[name] for name in _JSON)) for one in told]
    root = ElementTree.fromstring(body)
    return [_item(one) for one in root.iter() if _name(one) in ("item", "entry")]


_JSON = ("id", "url", "title", "date_published", "content_html")


def _item(element: Element) -> Item:
    told = ((_FIELDS.get(_name(child)), child.text or child.get("href") or "") for child in element)
    return Item(**{field: text for field, text in told if field})


def _name(element: Element) -> str:
    return element.tag.rpartition("}")[2]


async def _fetch(addresses: list[str]) -> list[Item]:
    async with Fetcher() as fetcher:
        answers = await asyncio.gather(*(fetcher.fetch(Fetch(address)) for address in addresses))
    return [item for answer in answers if isinstance(answer, Fetched) for item in items(answer.body)]


def main(path: Path, addresses: list[str]) -> None:
    """Fetch, parse, insert in one transaction, and print how many articles there are."""
    found = asyncio.run(_fetch(addresses))
    connection = apsw.Connection(str(path))
    connection.pragma("journal_mode", "wal")
    connection.execute("CREATE TABLE article (no INTEGER PRIMARY KEY, id, url, title, date, text)")
    with connection:
        connection.executemany("INSERT INTO article VALUES (NULL, ?, ?, ?, ?, ?)", found)
    connection.close()
    print(len(found))


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2:])
