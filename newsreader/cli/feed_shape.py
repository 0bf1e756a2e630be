"""What `newsreader parse --json` prints of one feed: a plain value with fixed names."""

from __future__ import annotations

from newsreader.cli.shapes import Shape, iso, problem
from newsreader.export.blocks_html import to_html
from newsreader.model import Block, Entry, Image, Link, ParsedFeed, Person, Problem


def feed_shape(source: str, result: ParsedFeed | Problem) -> Shape:
    """A feed, or its problem with every other value empty. The unknown is null; texts of blocks are HTML."""
    feed = result if isinstance(result, ParsedFeed) else ParsedFeed(format="")
    return {
        "source": source,
        "format": feed.format or None,
        "title": feed.title or None,
        "description": _html(feed.description),
        "link": feed.url or None,
        "id": feed.id or None,
        "language": feed.language or None,
        "icon": feed.icon or None,
        "author": _first(feed.authors),
        "authors": [_person(person) for person in feed.authors],
        "updated": iso(feed.updated),
        "published": iso(feed.published),
        "categories": list(feed.categories),
        "rights": feed.rights or None,
        "entries": [_entry(entry) for entry in feed.entries],
        "warnings": list(feed.warnings),
        "problem": problem(result) if isinstance(result, Problem) else None,
    }


def _entry(entry: Entry) -> Shape:
    return {
        "id": entry.id or None,
        "title": entry.title or None,
        "link": entry.url or None,
        "links": [_link(link) for link in entry.links],
        "author": _first(entry.authors),
        "authors": [_person(person) for person in entry.authors],
        "published": iso(entry.published),
        "updated": iso(entry.updated),
        "summary": _html(entry.summary),
        "content": _html(entry.content),
        "categories": list(entry.categories),
        "enclosures": [
            {"url": enclosure.url, "type": enclosure.type or None, "length": enclosure.length}
            for enclosure in entry.enclosures
        ],
        "images": [_image(image) for image in entry.images],
        "comments": entry.comments or None,
        "language": entry.language or None,
        "rights": entry.rights or None,
    }


def _html(blocks: tuple[Block, ...]) -> str | None:
    return to_html(blocks) or None


def _first(people: tuple[Person, ...]) -> str | None:
    """The first who has a name, else the first of whom anything is known."""
    names = [person.name for person in people if person.name]
    return next(iter(names or [person.email for person in people if person.email]), None)


def _person(person: Person) -> Shape:
    return {"name": person.name or None, "email": person.email or None, "url": person.url or None}


def _link(link: Link) -> Shape:
    return {"url": link.url, "rel": link.rel, "type": link.type or None, "title": link.title or None}


def _image(image: Image) -> Shape:
    return {"url": image.url, "caption": image.caption or None, "credit": image.credit or None}
