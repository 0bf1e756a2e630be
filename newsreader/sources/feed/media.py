"""Pictures and files of an entry: enclosures, Media RSS, iTunes."""

from __future__ import annotations

import re
from collections.abc import Iterator

from newsreader import gate
from newsreader.model import Enclosure, Image
from newsreader.sources.blocks import line_of
from newsreader.sources.feed.limits import MAX_LIST, NAME_LENGTH, TITLE_LENGTH
from newsreader.sources.feed.links import Place
from newsreader.sources.feed.tree import (
    Element,
    Fields,
    attribute,
    attribute_line,
    each,
    fields_of,
    first_text,
    text_of,
)

_PICTURE = re.compile(r"\.(?:jpe?g|png|gif|webp|avif|svg)(?:$|\?)", re.IGNORECASE)
_PLAYABLE = re.compile(r"\.(?:mp3|m4a|m4v|mp4|ogg|opus|webm|mov|aac|flac)(?:$|\?)", re.IGNORECASE)


class Media:
    """What was found so far, each address once."""

    def __init__(self) -> None:
        self.images: dict[str, Image] = {}
        self.enclosures: dict[str, Enclosure] = {}

    def image(self, image: Image) -> None:
        """Add a picture, or what is now known better of one."""
        if image.url:
            old = self.images.get(image.url, image)
            self.images[image.url] = old._replace(
                caption=old.caption or image.caption, credit=old.credit or image.credit
            )

    def enclosure(self, enclosure: Enclosure) -> None:
        """Add a file; a picture of no length is only a picture, one of some length is both."""
        picture = enclosure.type.startswith("image/") or (
            not enclosure.type and _PICTURE.search(enclosure.url)
        )
        if picture:
            self.image(Image(enclosure.url))
        if enclosure.url and not (picture and not enclosure.length):
            self.enclosures.setdefault(enclosure.url, enclosure)


def media_of(fields: Fields, place: Place) -> Media:
    """Everything to look at or listen to that belongs to an entry."""
    media = Media()
    for element in _enclosing(fields):
        duration = seconds(first_text(fields, "itunes:duration"))
        media.enclosure(_enclosure(element, place, duration))
    _media_rss(fields, place, media)
    for element in each(fields, "itunes:image", "image"):
        inner = fields_of(element)
        href = attribute(element, "href", "url") or first_text(inner, "url") or text_of(element)
        media.image(Image(place.address(element, href)))
    return media


def images_in(media: Media) -> tuple[Image, ...]:
    """The pictures, at most so many."""
    return tuple(media.images.values())[:MAX_LIST]


def enclosures_in(media: Media) -> tuple[Enclosure, ...]:
    """The files, at most so many."""
    return tuple(media.enclosures.values())[:MAX_LIST]


def _enclosing(fields: Fields) -> Iterator[Element]:
    yield from fields.get("enclosure", ())
    for link in fields.get("link", ()):
        if attribute(link, "rel").rpartition("/")[2] == "enclosure":
            yield link


def _enclosure(element: Element, place: Place, duration: int) -> Enclosure:
    href = attribute(element, "url", "href", "uri") or (text_of(element) if not len(element) else "")
    return Enclosure(
        place.address(element, href),
        gate.line(attribute(element, "type").lower(), NAME_LENGTH),
        number(attribute(element, "length", "filesize")),
        attribute_line(element, "title"),
        seconds(attribute(element, "duration")) or duration,
    )


def _media_rss(fields: Fields, place: Place, media: Media, caption: str = "", credit: str = "") -> None:
    """Media RSS 1.5: contents hold their own texts, else those of the group, else those of the entry."""
    for element in fields.get("media:group", ()):
        inner = fields_of(element)
        _media_rss(inner, place, media, _caption(inner) or caption, _credit(inner) or credit)
    for element in fields.get("media:content", ()):
        inner = fields_of(element)
        own = _caption(inner) or caption, _credit(inner) or _credit(fields) or credit
        _content(element, place, media, *own)
        _media_rss({name: found for name, found in inner.items() if name == "media:thumbnail"}, place, media)
    for element in fields.get("media:thumbnail", ()):
        href = attribute(element, "url", "href") or text_of(element)
        media.image(_picture(element, place.address(element, href), "", credit))


def _content(element: Element, place: Place, media: Media, caption: str, credit: str) -> None:
    url = place.address(element, attribute(element, "url", "href"))
    kind, medium = attribute(element, "type").lower(), attribute(element, "medium").lower()
    if medium == "image" or kind.startswith("image/") or (not kind and not medium and _PICTURE.search(url)):
        media.image(_picture(element, url, caption, credit))
    elif medium in {"audio", "video"} or kind.startswith(("audio/", "video/")) or _PLAYABLE.search(url):
        media.enclosure(_enclosure(element, place, 0))


def _picture(element: Element, url: str, caption: str, credit: str) -> Image:
    return Image(
        url, caption, credit, number(attribute(element, "width")), number(attribute(element, "height"))
    )


def _caption(fields: Fields) -> str:
    return line_of(first_text(fields, "media:description", "media:title"))[:TITLE_LENGTH]


def _credit(fields: Fields) -> str:
    return line_of(first_text(fields, "media:credit", "media:copyright"))[:NAME_LENGTH]


def number(text: str) -> int:
    """A length or a size as a positive number; 0 where it is none."""
    digits = re.match(r"\d{1,15}", text.replace(",", "").strip())
    return int(digits[0]) if digits else 0


def seconds(text: str) -> int:
    """A duration written as seconds, MM:SS or HH:MM:SS."""
    total = 0
    for part in text.split(":")[:3]:
        total = total * 60 + number(part)
    return min(total, 10**7)
