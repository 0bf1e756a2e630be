"""Authors, in every way that feeds name them."""

from __future__ import annotations

import html
import re
from collections.abc import Iterable

from newsreader import gate
from newsreader.model import Person
from newsreader.sources.address import is_web, resolve
from newsreader.sources.feed.limits import MAX_LIST, NAME_LENGTH
from newsreader.sources.feed.tree import Element, Fields, each, fields_of, first_text, text_of

_EMAIL = re.compile(r"(?:mailto:)?([\w.+-]{1,64}@(?:[\w-]{1,63}\.){1,8}\w{2,24})(?:\?subject=\S+)?")
_HOLLOW = re.compile(r"\(\s*\)|<\s*>|\[\s*\]")
_WRITERS = ("author", "dc:creator", "dc:author", "managingeditor", "itunes:author")
_OWNERS = ("itunes:owner",)


def authors_of(fields: Fields, base: str) -> tuple[Person, ...]:
    """The people who wrote a feed or an entry."""
    for names in (_WRITERS, _OWNERS):
        elements = each(fields, *names)
        if elements and (people := distinct(person_of(element, base) for element in elements)):
            return people
    return ()


def person_of(element: Element, base: str) -> Person:
    """A person of Atom with a name, an address and an e-mail address, or one written in a line."""
    if not len(element):
        return person_in(text_of(element))
    fields = fields_of(element)
    name = first_text(fields, "name", "foaf:name", "itunes:name", "title")
    if not name and not fields.keys() & {"email", "uri", "url"}:
        return person_in(text_of(element))
    page = first_text(fields, "uri", "url", "homepage")
    return person(name, first_text(fields, "email", "itunes:email"), resolve(base, page) if page else "")


def person_in(text: str) -> Person:
    """`name`, `e-mail (name)`, `name <e-mail>`, as RFC 822 and people write them."""
    text = html.unescape(text)
    found = _EMAIL.search(text)
    if found is None:
        return person(text, "", "")
    rest = _HOLLOW.sub("", text.replace(found[0], "")).strip(" \t\n,;-")
    return person(rest[1:-1] if rest[:1] + rest[-1:] == "()" else rest, found[1], "")


def person(name: str, email: str, url: str) -> Person:
    """A person whose texts are clean."""
    return Person(
        gate.line(name, NAME_LENGTH), gate.line(email, NAME_LENGTH), url if is_web(url) else resolve("", url)
    )


def distinct(people: Iterable[Person]) -> tuple[Person, ...]:
    """Everybody once, by name or else by e-mail address, with all that is known of them."""
    known: dict[str, Person] = {}
    for one in people:
        key = (one.name or one.email or one.url).casefold()
        before = known.get(key, one)
        if key:
            known[key] = Person(before.name, before.email or one.email, before.url or one.url)
    return tuple(known.values())[:MAX_LIST]
