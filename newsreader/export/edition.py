"""What is exported: an edition of articles by section, its pictures, and the words around them."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import NamedTuple

from newsreader.export.parts import headline
from newsreader.model import Article


class Labels(NamedTuple):
    """The words of a document, and the callables that put origins, sizes and moments into words."""

    language: str  # nl, en
    origin: Callable[[Article], str]  # "Molenpost · Zeeland · door Jo Pier · dinsdag 4 maart 2025 om 14:05"
    size: Callable[[int], str]  # bytes: "12,3 MB"
    contents: str  # "Inhoud"
    sample: str  # "Proefeditie: dit bericht is verzonnen"
    picture: str  # "Foto"
    links: str  # "Koppelingen"
    files: str  # "Bijlagen"


@dataclass(frozen=True, slots=True)
class Picture:
    """The bytes of a picture, of a raster type that every reader knows: `image/jpeg`, png, gif or webp."""

    type: str
    data: bytes = field(repr=False)

    @property
    def suffix(self) -> str:
        """What the name of its file ends with: `.jpg`."""
        return ".jpg" if self.type == "image/jpeg" else f".{self.type.rpartition('/')[2]}"


@dataclass(frozen=True, slots=True)
class Part:
    """A section of an edition; without a title its articles stand alone."""

    title: str
    articles: tuple[Article, ...]


@dataclass(frozen=True, slots=True)
class Edition:
    """Articles by section, as they were at a moment; `pictures` are those that were found, by address."""

    title: str
    date: str  # the moment in words
    moment: datetime
    parts: tuple[Part, ...]
    pictures: Mapping[str, Picture] = field(default_factory=dict)

    def articles(self) -> Iterator[Article]:
        """All articles in reading order."""
        for part in self.parts:
            yield from part.articles


def single(article: Article, date: str, moment: datetime) -> Edition:
    """An edition of one article, named after it, without pictures."""
    return Edition(headline(article), date, moment, (Part("", (article,)),))
