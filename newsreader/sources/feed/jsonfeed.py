"""JSON Feed 1 and 1.1 (https://www.jsonfeed.org/version/1.1/)."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from datetime import datetime
from typing import Any

from newsreader import gate
from newsreader.model import Enclosure, Entry, Image, Link, ParsedFeed, Person, Problem, ProblemKind
from newsreader.sources.address import resolve
from newsreader.sources.blocks import line_of
from newsreader.sources.feed.damage import Damage, missing
from newsreader.sources.feed.dates import from_unix, parse_date
from newsreader.sources.feed.limits import MAX_ENTRIES, MAX_LIST, MAX_VALUES, NAME_LENGTH
from newsreader.sources.feed.people import distinct, person
from newsreader.sources.feed.texts import html_blocks, plain_blocks, verbatim

Values = dict[str, Any]

_ITEMS = re.compile(r'"items"\s*:\s*\[')
_SEPARATOR = re.compile(r"[\s,]*")


def read_json(text: str, url: str) -> ParsedFeed | Problem:
    """The feed in a JSON text; `url` is where its addresses are seen from."""
    damage: list[Damage] = []
    if len(text) > MAX_VALUES and text.count(",") + text.count("{") > MAX_VALUES:
        return Problem(ProblemKind.HOSTILE, detail="values")
    try:
        values = json.loads(text)
    except RecursionError:
        return Problem(ProblemKind.HOSTILE, detail="depth")
    except ValueError:
        values = _salvaged(text)
        damage.append(Damage.MALFORMED_JSON)
    if not isinstance(values, dict) or not _is_feed(values):
        kind = ProblemKind.MALFORMED if damage and "jsonfeed.org" in text[:1000] else ProblemKind.NOT_A_FEED
        return Problem(kind)
    return _feed(values, url or _url(values, "", "feed_url") or _url(values, "", "home_page_url"), damage)


def _is_feed(values: Values) -> bool:
    told = "jsonfeed.org/version" in _text(values, "version")
    return isinstance(values.get("items"), list) and (told or "title" in values)


def _salvaged(text: str) -> Values:
    """What came whole of a broken text: the values before the items, and the items up to the break."""
    found = _ITEMS.search(text)
    if found is None:
        return {}
    decoder = json.JSONDecoder()
    try:
        values = decoder.decode(text[: found.end()] + "]}")
    except (ValueError, RecursionError):
        values = {"version": "https://jsonfeed.org/version/1.1"}
    items: list[Any] = []
    values["items"] = items
    at = found.end()
    while len(items) < MAX_ENTRIES and (begin := _SEPARATOR.match(text, at)):
        try:
            item, at = decoder.raw_decode(text, begin.end())
        except (ValueError, RecursionError):
            break
        items.append(item)
    return values if items else {}


def _feed(values: Values, base: str, damage: list[Damage]) -> ParsedFeed:
    authors = _authors(values, base)
    items = [item for item in values["items"] if isinstance(item, dict)]
    entries = tuple(_entry(item, base, authors) for item in items[:MAX_ENTRIES])
    self_link, hubs = Link(_url(values, base, "feed_url"), "self"), _objects(values, "hubs")
    links = [
        Link(_url(values, base, "home_page_url")),
        self_link,
        *(Link(_url(hub, base, "url"), "hub") for hub in hubs),
    ]
    if len(items) > MAX_ENTRIES:
        damage.append(Damage.TOO_LONG)
    return ParsedFeed(
        format="json11" if "1.1" in _text(values, "version") else "json1",
        title=line_of(_text(values, "title")),
        description=plain_blocks(_text(values, "description")),
        url=_url(values, base, "home_page_url"),
        language=gate.line(_text(values, "language"), NAME_LENGTH),
        icon=_url(values, base, "icon") or _url(values, base, "favicon"),
        authors=authors,
        entries=entries,
        links=tuple(link for link in links if link.url)[:MAX_LIST],
        warnings=(*damage, *missing(entries)),
    )


def _entry(item: Values, base: str, authors: tuple[Person, ...]) -> Entry:
    content = html_blocks(_text(item, "content_html"), base) or plain_blocks(_text(item, "content_text"))
    page = _url(item, base, "url") or _url(item, base, "external_url")
    identity = verbatim(_text(item, "id"))
    return Entry(
        id=identity,
        title=line_of(_text(item, "title")),
        url=page or resolve("", identity),
        links=tuple(_links(item, base)),
        authors=_authors(item, base) or authors,
        published=_date(item, "date_published"),
        updated=_date(item, "date_modified"),
        summary=plain_blocks(_text(item, "summary")),
        content=content,
        categories=_tags(item),
        enclosures=tuple(_attachments(item, base)),
        images=tuple(_images(item, base)),
        language=gate.line(_text(item, "language"), NAME_LENGTH),
    )


def _text(values: Values, key: str) -> str:
    """A string; a number as it is written; '' for anything else."""
    value = values.get(key)
    if isinstance(value, str):
        return value
    return str(value) if isinstance(value, int | float) and not isinstance(value, bool) else ""


def _url(values: Values, base: str, key: str) -> str:
    href = values.get(key)
    return resolve(base, href) if href and isinstance(href, str) else ""


def _objects(values: Values, key: str) -> list[Values]:
    found = values.get(key)
    listed = found if isinstance(found, list) else [found]
    return [one for one in listed[:MAX_LIST] if isinstance(one, dict)]


def _authors(values: Values, base: str) -> tuple[Person, ...]:
    """`authors` of version 1.1, else the `author` of version 1."""
    people = _objects(values, "authors") or _objects(values, "author")
    return distinct(person(_text(one, "name"), _text(one, "email"), _url(one, base, "url")) for one in people)


def _links(item: Values, base: str) -> Iterator[Link]:
    for key, rel in (("url", "alternate"), ("external_url", "related")):
        if url := _url(item, base, key):
            yield Link(url, rel)


def _date(item: Values, key: str) -> datetime | None:
    value = item.get(key)
    if isinstance(value, int | float) and not isinstance(value, bool):
        return from_unix(value)
    return parse_date(value) if isinstance(value, str) else None


def _tags(item: Values) -> tuple[str, ...]:
    tags = item.get("tags")
    listed = [tags] if isinstance(tags, str) else tags if isinstance(tags, list) else []
    tidy = (gate.line(tag, NAME_LENGTH) for tag in listed if isinstance(tag, str))
    return tuple(dict.fromkeys(filter(None, tidy)))[:MAX_LIST]


def _attachments(item: Values, base: str) -> Iterator[Enclosure]:
    for one in _objects(item, "attachments"):
        if url := _url(one, base, "url"):
            yield Enclosure(
                url,
                gate.line(_text(one, "mime_type").lower(), NAME_LENGTH),
                _whole(one, "size_in_bytes"),
                gate.line(_text(one, "title"), NAME_LENGTH),
                _whole(one, "duration_in_seconds"),
            )


def _images(item: Values, base: str) -> Iterator[Image]:
    addresses = (_url(item, base, key) for key in ("image", "banner_image"))
    yield from (Image(address) for address in dict.fromkeys(addresses) if address)


def _whole(values: Values, key: str) -> int:
    value = values.get(key)
    fits = isinstance(value, int | float) and 0 <= value < 10**15
    return int(value) if fits and value is not None else 0
