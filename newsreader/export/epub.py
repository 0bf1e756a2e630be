"""An edition as an e-book: EPUB 3.3 (W3C), with the table of contents that EPUB 2 readers know as well.

The same edition gives the same bytes: every date in it is the edition's own.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC
from io import BytesIO
from typing import NamedTuple
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile, ZipInfo

from newsreader.export import epub_index, epub_pages
from newsreader.export.edition import Edition, Labels
from newsreader.export.looks import BOOK
from newsreader.model.figures import figures

TYPE = b"application/epub+zip"
_ROOT = "EPUB/"
_OLDEST = (1980, 1, 1, 0, 0, 0)  # that a zip can tell


class File(NamedTuple):
    """A file of the book: its name, its media type, what it holds, and what the package says of it."""

    name: str
    type: str
    data: bytes
    properties: str = ""
    reading: bool = False  # has a place in the order of reading


def edition_epub(edition: Edition, labels: Labels) -> bytes:
    """The whole book."""
    files = list(_files(edition, labels))
    out = BytesIO()
    with ZipFile(out, "w") as book:
        _add(book, "mimetype", TYPE, edition, ZIP_STORED)  # first and unpacked (OCF 3.3, section 4.3)
        _add(book, "META-INF/container.xml", epub_index.container(f"{_ROOT}package.opf"), edition)
        _add(book, f"{_ROOT}package.opf", epub_index.package(edition, labels, files), edition)
        for file in files:
            method = ZIP_STORED if file.type.startswith("image/") else ZIP_DEFLATED
            _add(book, _ROOT + file.name, file.data, edition, method)
    return out.getvalue()


def _files(edition: Edition, labels: Labels) -> Iterator[File]:
    """Everything but the package itself: indexes, looks, pages and the pictures that they show."""
    yield File("style.css", "text/css", BOOK.encode())
    yield File("toc.ncx", "application/x-dtbncx+xml", epub_index.old_contents(edition, labels))
    pictures = {
        url: f"pictures/{number}{edition.pictures[url].suffix}"
        for number, url in enumerate(_shown(edition), 1)
    }
    yield _page("title.xhtml", epub_pages.title(edition, labels))
    yield _page("nav.xhtml", epub_pages.contents(edition, labels), "nav")
    for part_number, part in enumerate(edition.parts, 1):
        if part.title:
            yield _page(epub_pages.part_name(part_number), epub_pages.part(part, labels))
        for article in part.articles:
            yield _page(epub_pages.article_name(article), epub_pages.article(article, labels, pictures.get))
    for url, name in pictures.items():
        yield File(name, edition.pictures[url].type, edition.pictures[url].data)


def _page(name: str, text: str, properties: str = "") -> File:
    return File(name, "application/xhtml+xml", text.encode(), properties, reading=True)


def _shown(edition: Edition) -> Iterator[str]:
    """The addresses of the pictures that are at hand, in the order in which the articles have them."""
    wanted = (block.url for article in edition.articles() for block in figures(article))
    yield from dict.fromkeys(url for url in wanted if url in edition.pictures)


def _add(book: ZipFile, name: str, data: bytes, edition: Edition, method: int = ZIP_DEFLATED) -> None:
    moment = edition.moment.astimezone(UTC).timetuple()[:6]
    info = ZipInfo(name, max(moment, _OLDEST))
    info.compress_type = method
    info.create_system = 3  # Unix, wherever the book is made
    info.external_attr = 0o644 << 16
    book.writestr(info, data)
