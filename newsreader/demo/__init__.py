"""The sample edition: fiction in the formats of real publishers, for a reader without a network.

Its dates and ages stand around one fixed moment; whoever reads it shifts them all so that the moment is now.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta, timezone
from typing import TYPE_CHECKING

from newsreader.model import Source, SourceKind

if TYPE_CHECKING:
    from importlib.resources.abc import Traversable

MOMENT = datetime(2026, 1, 5, 12, 0, tzinfo=timezone(timedelta(hours=1)))
"""The moment at which the sample edition was taken: the ages on its pages count from here."""

CORRECTED = "Nachttrein met 312 reizigers vast in sneeuw in Oostenrijk"
"""The one article of the edition that said something else before."""
BEFORE = {
    "312 reizigers": "280 reizigers",
    "op tachtig meter daarvoor": "op enkele meters daarvoor",
    "Er zijn geen gewonden.": "Of er gewonden zijn, is nog niet bekend.",
    "Licht en verwarming werken.": "De verwarming is uitgevallen.",
}
"""What stands in it now, and what stood there."""

_GROUP = "Proefeditie"
_PICTURES = "https://beeld.example.nl/"
_PORTAL = "https://zeelandnet.example.nl/nieuws"


@dataclass(frozen=True, slots=True)
class Sheet:
    """What one source of the sample edition serves: a feed or a list page, and the pages it points to."""

    source: Source
    body: bytes
    content_type: str
    pages: tuple[tuple[str, bytes], ...] = ()  # the address and the HTML of an article


def sheets() -> tuple[Sheet, ...]:
    """The whole sample edition, read from the package."""
    from importlib.resources import files

    folder = files(__name__) / "edition"
    return (
        _feed(folder, "landelijk", "Het Landelijk Dagblad", "Binnenland", "rss", "application/rss+xml"),
        _feed(folder, "schelde", "Omroep Schelde", "Zeeland", "rss", "application/rss+xml"),
        _feed(folder, "koerier", "Zeeuwse Koerier", "Zeeland", "rdf", "application/rdf+xml"),
        _feed(folder, "sportwijzer", "De Sportwijzer", "Sport", "atom", "application/atom+xml"),
        _feed(folder, "cultuurpost", "Cultuurpost", "Cultuur", "json", "application/feed+json"),
        _list(folder, "Binnenland"),
        _list(folder, "Buitenland"),
    )


def picture(url: str) -> bytes | None:
    """The picture that the sample edition has at that address; most of its pictures are only spoken of."""
    from importlib.resources import files

    if not url.startswith(_PICTURES):
        return None
    name = url.removeprefix(_PICTURES).replace("/", ".").removesuffix(".jpg")
    file = files(__name__) / "edition" / f"{name}.png"
    return file.read_bytes() if file.is_file() else None


def _feed(
    folder: Traversable, name: str, title: str, section: str, extension: str, content_type: str
) -> Sheet:
    url = f"https://{name}.example.nl/nieuws.{extension}"
    body = (folder / f"{name}.{extension}").read_bytes()
    return Sheet(_source(name, title, url, section), body, content_type)


def _list(folder: Traversable, section: str) -> Sheet:
    """A list page of the portal; the file of an article is named after the list and its own address."""
    from fnmatch import fnmatch

    name = f"zeelandnet-{section.lower()}"
    source = _source(name, f"ZeelandNet {section}", f"{_PORTAL}/{section.lower()}", section)
    found = sorted(file.name for file in folder.iterdir() if fnmatch(file.name, f"{name}.*.html"))
    pages = tuple((f"{_PORTAL}/{file.split('.')[1]}", (folder / file).read_bytes()) for file in found)
    return Sheet(source, (folder / f"{name}.html").read_bytes(), "text/html; charset=utf-8", pages)


def _source(name: str, title: str, url: str, section: str) -> Source:
    return Source(f"proef-{name}", title, url, _GROUP, section, SourceKind.SAMPLE)
