"""A feed of RSS or Atom as a whole: what its channel says, and its entries."""

from __future__ import annotations

from collections.abc import Iterator

from newsreader import gate
from newsreader.model import Block, Entry, ParsedFeed
from newsreader.sources.address import is_web
from newsreader.sources.feed.damage import Damage, missing
from newsreader.sources.feed.entry import read_entry, rights_of
from newsreader.sources.feed.grammar import ENTRIES
from newsreader.sources.feed.limits import MAX_ENTRIES, NAME_LENGTH
from newsreader.sources.feed.links import Place, links_of, page_of
from newsreader.sources.feed.media import number
from newsreader.sources.feed.moments import is_unclear, published_in, updated_in
from newsreader.sources.feed.names import RSS090
from newsreader.sources.feed.people import authors_of
from newsreader.sources.feed.tags import categories_of
from newsreader.sources.feed.texts import body_of, title_of, verbatim
from newsreader.sources.feed.tree import (
    Element,
    Fields,
    attribute,
    each,
    fields_of,
    first_text,
    has_bases,
    language_of,
    name_of,
    text_of,
)

_ENTRY_TAGS = tuple(f"{{*}}{name}" for name in ("item", "entry", "Item", "Entry", "ITEM"))
_HOLDS_NO_ENTRIES = frozenset({"content", "description", "summary", "content:encoded", "xhtml:body"})
_DESCRIPTIONS = ("description", "subtitle", "tagline", "dc:description", "itunes:summary", "itunes:subtitle")
_PERIODS = {"hourly": 60, "daily": 1440, "weekly": 10080, "monthly": 43200, "yearly": 525600}


def read_channel(root: Element, url: str) -> ParsedFeed:
    """The feed under a root element; `url` is where its addresses are seen from."""
    fields = _channel_fields(root)
    kind = format_of(root)
    atom = kind.startswith("atom")
    place = _place(root, fields, url)
    elements = list(_entry_elements(root))
    entries = tuple(read_entry(element, place, atom=atom) for element in elements[:MAX_ENTRIES])
    feed = _feed(root, fields, kind, place)
    if atom and feed.authors:
        entries = tuple(entry if entry.authors else entry._replace(authors=feed.authors) for entry in entries)
    return feed._replace(entries=entries, warnings=tuple(_warnings(elements, entries)))


def format_of(root: Element) -> str:
    """The format by its root element, version and namespace."""
    name, version = name_of(root), attribute(root, "version")
    if name in {"feed", "entry"}:
        old = "purl.org/" in root.tag or version in {"0.1", "0.2", "0.3"}
        return "atom03" if old else "atom10"
    if name.removeprefix("rdf:") == "rdf":
        return "rss09x" if any(RSS090[:-1] in str(child.tag) for child in root) else "rss10"
    return "rss09x" if version.startswith("0.9") else "rss10" if version.startswith("1.") else "rss20"


def _channel_fields(root: Element) -> Fields:
    """The channel's children, and behind them those that RSS 0.90 and 1.0 put beside it."""
    fields = fields_of(root)
    channels = fields.pop("channel", [])
    for channel in channels[:1]:
        inner = fields_of(channel)
        pictures = [*fields.get("image", ()), *inner.get("image", ())]
        fields = {**fields, **inner, "image": pictures}
    return fields


def _entry_elements(root: Element) -> Iterator[Element]:
    if name_of(root) == "entry":
        yield root
        return
    for element in root.iter(*_ENTRY_TAGS):
        parent = element.getparent()
        inside = "" if parent is None else name_of(parent)
        if name_of(element) in ENTRIES and inside not in _HOLDS_NO_ENTRIES:
            yield element


def _place(root: Element, fields: Fields, url: str) -> Place:
    """Without an address of its own, a feed's addresses are seen from the site it belongs to."""
    if not url:
        links = links_of(fields, Place(""))
        url = next((link.url for link in links if link.rel == "self"), "") or page_of(links)
    return Place(url, has_bases(root))


def _feed(root: Element, fields: Fields, kind: str, place: Place) -> ParsedFeed:
    atom = kind.startswith("atom")
    links = links_of(fields, place)
    return ParsedFeed(
        format=kind,
        title=_title(fields, atom=atom),
        description=_description(fields, place, atom=atom),
        url=page_of(links),
        id=verbatim(first_text(fields, "id", "guid")),
        language=_language(root, fields),
        icon=_icon(fields, place),
        authors=authors_of(fields, place.url),
        updated=updated_in(fields),
        published=published_in({name: found for name, found in fields.items() if name != "dc:date"}),
        categories=categories_of(fields),
        rights=rights_of(fields, atom=atom),
        links=links,
        ttl=_ttl(fields),
        skip_hours=_skip_hours(fields),
        skip_days=tuple(dict.fromkeys(day.title() for day in _listed(fields, "skipdays", "day"))),
        moved_to=_moved_to(fields, place),
    )


def _title(fields: Fields, *, atom: bool) -> str:
    titles = (title_of(element, atom=atom) for element in each(fields, "title", "dc:title"))
    return next(filter(None, titles), "")


def _description(fields: Fields, place: Place, *, atom: bool) -> tuple[Block, ...]:
    bodies = (
        body_of(element, place.url, atom=atom, bases=place.bases) for element in each(fields, *_DESCRIPTIONS)
    )
    return next(filter(None, bodies), ())


def _skip_hours(fields: Fields) -> tuple[int, ...]:
    """Hours of the day; RSS 0.91 counts to 24, RSS 2.0 to 23."""
    hours = (number(hour) % 24 for hour in _listed(fields, "skiphours", "hour") if hour.isdigit())
    return tuple(sorted(set(hours)))


def _language(root: Element, fields: Fields) -> str:
    given = first_text(fields, "language", "dc:language") or language_of(root)
    return gate.line(given, NAME_LENGTH)


def _icon(fields: Fields, place: Place) -> str:
    for element in each(fields, "icon", "webfeeds:icon", "image", "logo", "itunes:image", "media:thumbnail"):
        inner = first_text(fields_of(element), "url")
        own = text_of(element) if not len(element) else ""
        href = inner or attribute(element, "href", "url", "resource") or own
        if address := place.address(element, href):
            return address
    return ""


def _ttl(fields: Fields) -> int:
    """Minutes between visits: `ttl`, else the period and frequency of the syndication module."""
    ttl = number(first_text(fields, "ttl"))
    period = _PERIODS.get(first_text(fields, "sy:updateperiod").lower(), 0)
    return min(ttl or period // (number(first_text(fields, "sy:updatefrequency")) or 1), 525600)


def _listed(fields: Fields, holder: str, name: str) -> Iterator[str]:
    for element in each(fields, holder):
        for one in each(fields_of(element), name):
            yield gate.line(text_of(one), NAME_LENGTH)


def _moved_to(fields: Fields, place: Place) -> str:
    for element in each(fields, "itunes:new-feed-url", "newlocation"):
        address = place.address(element, text_of(element))
        if is_web(address) and address != place.url:
            return address
    return ""


def _warnings(elements: list[Element], entries: tuple[Entry, ...]) -> Iterator[Damage]:
    if len(elements) > MAX_ENTRIES:
        yield Damage.TOO_LONG
    yield from missing(entries)
    undated = (at for at, entry in enumerate(entries) if not (entry.published or entry.updated))
    if any(is_unclear(fields_of(elements[at])) for at in undated):
        yield Damage.BAD_DATE
