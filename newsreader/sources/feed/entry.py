"""One item of RSS or entry of Atom. Publishers mix the vocabularies, so all formats are read by one."""

from __future__ import annotations

from newsreader import gate
from newsreader.model import Block, Entry, Link, Person
from newsreader.sources.address import is_web
from newsreader.sources.feed.limits import NAME_LENGTH, TITLE_LENGTH
from newsreader.sources.feed.links import Place, comments_of, links_of, page_of
from newsreader.sources.feed.media import enclosures_in, images_in, media_of
from newsreader.sources.feed.moments import published_in, updated_in
from newsreader.sources.feed.people import authors_of
from newsreader.sources.feed.tags import categories_of
from newsreader.sources.feed.texts import body_of, plain_or_html, title_of, verbatim
from newsreader.sources.feed.tree import (
    Element,
    Fields,
    attribute,
    each,
    fields_of,
    first_text,
    language_of,
    name_of,
    text_of,
)

_TITLES = ("title", "dc:title", "media:title", "itunes:title")
_SUMMARIES = ("description", "summary", "dc:description", "abstract")
_LESSER_SUMMARIES = ("itunes:summary", "media:description", "itunes:subtitle")
_CONTENTS = ("content:encoded", "content", "xhtml:body", "body", "fullitem")
_SPOKEN = ("content", "content:encoded", "summary", "title")
_RIGHTS = ("rights", "copyright", "dc:rights", "media:copyright")


def read_entry(element: Element, place: Place, *, atom: bool) -> Entry:
    """What an item or entry says; `place` is where its addresses are seen from."""
    fields = fields_of(element)
    media = media_of(fields, place)
    links = links_of(fields, place)
    summary, content = _bodies(fields, place, atom=atom)
    return Entry(
        id=_id(element, fields),
        title=_title(fields, atom=atom),
        url=_url(fields, links, place),
        links=links,
        authors=_authors(fields, place),
        published=published_in(fields),
        updated=updated_in(fields),
        summary=summary,
        content=content,
        categories=categories_of(fields),
        enclosures=enclosures_in(media),
        images=images_in(media),
        comments=comments_of(fields, links, place),
        language=_language(element, fields),
        rights=rights_of(fields, atom=atom),
        origin=_origin(fields, atom=atom),
    )


def rights_of(fields: Fields, *, atom: bool) -> str:
    """The copyright notice or the credit, on one line."""
    return _first_title(fields, _RIGHTS, atom=atom)


def _id(element: Element, fields: Fields) -> str:
    given = first_text(fields, "guid", "id") or attribute(element, "about")
    return verbatim(given or first_text(fields, "dc:identifier"))


def _title(fields: Fields, *, atom: bool) -> str:
    return _first_title(_with_media(fields), _TITLES, atom=atom)[:TITLE_LENGTH]


def _first_title(fields: Fields, names: tuple[str, ...], *, atom: bool) -> str:
    for element in each(fields, *names):
        if title := title_of(element, atom=atom):
            return title
    return ""


def _with_media(fields: Fields) -> Fields:
    """The fields, with those of the first media group and the first media content behind them."""
    for holder in ("media:group", "media:content"):
        for element in fields.get(holder, ())[:1]:
            fields = {**fields_of(element), **fields}
    return fields


def _url(fields: Fields, links: tuple[Link, ...], place: Place) -> str:
    """FeedBurner's original, the best alternate link, a permalink in the guid, or where the content is."""
    for element in fields.get("feedburner:origlink", ()):
        if original := place.address(element, text_of(element)):
            return original
    if page := page_of(links):
        return page
    for element in each(fields, "guid", "id"):
        permalink = name_of(element) == "id" or attribute(element, "ispermalink").lower() in {"", "true"}
        if permalink and is_web(text_of(element)):
            return place.address(element, text_of(element))
    for element in fields.get("content", ()):
        if source := place.address(element, attribute(element, "src")):
            return source
    return ""


def _bodies(fields: Fields, place: Place, *, atom: bool) -> tuple[tuple[Block, ...], tuple[Block, ...]]:
    """The summary and the content; where two descriptions are given, the second counts as content.

    What iTunes and Media RSS say is a summary where there is no other, and content where it is longer.
    """
    summaries = [
        body
        for element in each(fields, *_SUMMARIES)
        if (body := body_of(element, place.url, atom=_is_atom(element, atom=atom), bases=place.bases))
    ]
    contents = (
        body_of(element, place.url, atom=name_of(element) == "content", bases=place.bases)
        for element in each(fields, *_CONTENTS)
    )
    content = next((body for body in contents if body), ())
    if len(summaries) < 2 and not content and (text := first_text(_with_media(fields), *_LESSER_SUMMARIES)):
        lesser = plain_or_html(text, place.url)
        if not summaries or _length(lesser) > _length(summaries[0]):
            summaries.append(lesser)
    return summaries[0] if summaries else (), content or (summaries[1] if len(summaries) > 1 else ())


def _length(body: tuple[Block, ...]) -> int:
    return sum([len(block.text) for block in body])


def _is_atom(element: Element, *, atom: bool) -> bool:
    return atom or name_of(element) == "summary"


def _authors(fields: Fields, place: Place) -> tuple[Person, ...]:
    """Its own, or those of the feed it was taken from (RFC 4287 section 4.2.1)."""
    if own := authors_of(fields, place.url):
        return own
    for source in fields.get("source", ()):
        return authors_of(fields_of(source), place.url)
    return ()


def _language(element: Element, fields: Fields) -> str:
    given = language_of(element) or first_text(fields, "dc:language", "language")
    for one in each(fields, *_SPOKEN):
        given = given or language_of(one)
    return gate.line(given, NAME_LENGTH) if given else ""


def _origin(fields: Fields, *, atom: bool) -> str:
    for source in fields.get("source", ()):
        if titles := fields_of(source).get("title"):
            return title_of(titles[0], atom=atom)
        return gate.line(text_of(source), NAME_LENGTH)
    return ""
