"""What tells an e-reader what is in a book: container, package, and the contents for EPUB 2 readers."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import UTC
from itertools import count
from typing import TYPE_CHECKING
from uuid import NAMESPACE_URL, uuid5

from newsreader.export.blocks_html import escaped
from newsreader.export.edition import Edition, Labels
from newsreader.export.epub_pages import article_name, part_name
from newsreader.export.parts import headline

if TYPE_CHECKING:
    from newsreader.export.epub import File

_HEAD = '<?xml version="1.0" encoding="utf-8"?>\n'


def container(package: str) -> bytes:
    """Where the package is (OCF 3.3, section 4.2.6.3)."""
    names = 'version="1.0" xmlns="urn:oasis:names:tc:opendocument:xmlns:container"'
    root = f'<rootfile full-path="{package}" media-type="application/oebps-package+xml"/>'
    return f"{_HEAD}<container {names}>\n<rootfiles>{root}</rootfiles>\n</container>\n".encode()


def package(edition: Edition, labels: Labels, files: Sequence[File]) -> bytes:
    """The package document (EPUB 3.3, section 5): metadata, every file, and the order of reading."""
    ids = {file.name: f"f{number}" for number, file in enumerate(files, 1)}
    items = "\n".join(_item(ids[file.name], file) for file in files)
    spine = "\n".join(f'<itemref idref="{ids[file.name]}"/>' for file in files if file.reading)
    return (
        f'{_HEAD}<package xmlns="http://www.idpf.org/2007/opf" version="3.0" unique-identifier="book"'
        f' xml:lang="{labels.language}">\n<metadata xmlns:dc="http://purl.org/dc/elements/1.1/">\n'
        f"{_metadata(edition, labels)}\n</metadata>\n<manifest>\n{items}\n</manifest>\n"
        f'<spine toc="{ids["toc.ncx"]}">\n{spine}\n</spine>\n</package>\n'
    ).encode()


def old_contents(edition: Edition, labels: Labels) -> bytes:
    """The contents as EPUB 2 readers know them (OPF 2.0.1, section 2.4.1)."""
    points = "\n".join(_points(edition))
    return (
        f'{_HEAD}<ncx xmlns="http://www.daisy.org/z3986/2005/ncx/" version="2005-1"'
        f' xml:lang="{labels.language}">\n'
        f'<head><meta name="dtb:uid" content="{_identifier(edition)}"/></head>\n'
        f"<docTitle><text>{escaped(edition.title)}</text></docTitle>\n<navMap>\n{points}\n</navMap>\n</ncx>\n"
    ).encode()


def _metadata(edition: Edition, labels: Labels) -> str:
    moment = f"{edition.moment.astimezone(UTC):%Y-%m-%dT%H:%M:%SZ}"
    makers = dict.fromkeys(article.row.source for article in edition.articles() if article.row.source)
    return "\n".join(
        (
            f'<dc:identifier id="book">{_identifier(edition)}</dc:identifier>',
            f"<dc:title>{escaped(edition.title)}</dc:title>",
            f"<dc:language>{labels.language}</dc:language>",
            f"<dc:date>{moment}</dc:date>",
            *(f"<dc:creator>{escaped(maker)}</dc:creator>" for maker in makers),
            f'<meta property="dcterms:modified">{moment}</meta>',
        )
    )


def _item(item_id: str, file: File) -> str:
    properties = f' properties="{file.properties}"' if file.properties else ""
    return f'<item id="{item_id}" href="{file.name}" media-type="{file.type}"{properties}/>'


def _points(edition: Edition) -> Iterator[str]:
    numbers = count(1)
    for number, part in enumerate(edition.parts, 1):
        start = _point(next(numbers), part.title, part_name(number)) if part.title else ""
        inner = "\n".join(
            f"{_point(next(numbers), headline(article), article_name(article))}</navPoint>"
            for article in part.articles
        )
        yield f"{start}\n{inner}\n</navPoint>" if start else inner


def _point(order: int, text: str, target: str) -> str:
    """The beginning of an entry; others may go into it."""
    return (
        f'<navPoint id="n{order}" playOrder="{order}"><navLabel><text>{escaped(text)}</text></navLabel>'
        f'<content src="{target}"/>'
    )


def _identifier(edition: Edition) -> str:
    """A name that no other edition has: of its title, its moment and its articles (RFC 9562, version 5)."""
    ids = ",".join(str(article.row.id) for article in edition.articles())
    return f"urn:uuid:{uuid5(NAMESPACE_URL, f'{edition.title}|{edition.moment.isoformat()}|{ids}')}"
