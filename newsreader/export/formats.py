"""The formats of documents: which there are, by which name a file tells its own, and writing each."""

from __future__ import annotations

from enum import StrEnum
from pathlib import PurePath

from newsreader.export.edition import Edition, Labels


class Format(StrEnum):
    """What a document may be written as."""

    MARKDOWN = "markdown"
    HTML = "html"
    TEXT = "text"
    EPUB = "epub"

    @property
    def suffix(self) -> str:
        """What the name of such a file ends with."""
        return {Format.MARKDOWN: ".md", Format.TEXT: ".txt"}.get(self, f".{self}")

    @property
    def pictured(self) -> bool:
        """Whether pictures can stand in such a file."""
        return self in (Format.EPUB, Format.HTML)


_SUFFIXES = {
    ".md": Format.MARKDOWN,
    ".markdown": Format.MARKDOWN,
    ".html": Format.HTML,
    ".htm": Format.HTML,
    ".txt": Format.TEXT,
    ".epub": Format.EPUB,
}


def format_of(name: str) -> Format | None:
    """The format that a file's name tells."""
    return _SUFFIXES.get(PurePath(name).suffix.lower())


def document(edition: Edition, labels: Labels, form: Format) -> bytes:
    """The edition in that format; text is UTF-8."""
    match form:
        case Format.EPUB:
            from newsreader.export.epub import edition_epub

            return edition_epub(edition, labels)
        case Format.HTML:
            from newsreader.export.html import edition_html

            return edition_html(edition, labels).encode()
        case Format.MARKDOWN:
            from newsreader.export.markdown import edition_markdown

            return edition_markdown(edition, labels).encode()
        case Format.TEXT:
            from newsreader.export.text import edition_text

            return edition_text(edition, labels).encode()
