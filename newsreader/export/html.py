"""An edition as one HTML document that needs nothing else: its looks and its pictures are in it."""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Iterator

from newsreader.export.article_html import article_html
from newsreader.export.blocks_html import escaped
from newsreader.export.edition import Edition, Labels
from newsreader.export.looks import SCREEN
from newsreader.export.parts import language

_POLICY = "default-src 'none'; img-src data:; style-src 'unsafe-inline'"
"""Whatever an article holds, the document asks nothing of the net and runs nothing (CSP level 3)."""


def edition_html(edition: Edition, labels: Labels) -> str:
    """The whole document (HTML standard, section 13.1), in UTF-8."""
    return "\n".join(_document(edition, labels)) + "\n"


def _document(edition: Edition, labels: Labels) -> Iterator[str]:
    yield f'<!DOCTYPE html>\n<html lang="{labels.language}">\n<head>\n<meta charset="utf-8"/>'
    yield f'<meta http-equiv="Content-Security-Policy" content="{_POLICY}"/>'
    yield '<meta name="viewport" content="width=device-width, initial-scale=1"/>'
    yield f"<title>{escaped(edition.title)}</title>\n<style>{SCREEN}</style>\n</head>\n<body>"
    alone = len(list(edition.articles())) == 1
    if not alone:
        yield f"<header><h1>{escaped(edition.title)}</h1>"
        yield f'<p class="origin">{escaped(edition.date)}</p></header>'
        yield from _contents(edition, labels)
    for part in edition.parts:
        if part.title and not alone:
            yield f"<h2>{escaped(part.title)}</h2>"
        for article in part.articles:
            spoken = language(article, labels.language)
            yield f'<article id="a{article.row.id}" lang="{escaped(spoken)}">'
            yield article_html(article, labels, lambda url: _data(edition, url), 1 if alone else 3)
            yield "</article>"
    yield "</body>\n</html>"


def _contents(edition: Edition, labels: Labels) -> Iterator[str]:
    yield f"<nav><h2>{escaped(labels.contents)}</h2>"
    for part in edition.parts:
        yield f"<p>{escaped(part.title)}</p><ol>"
        for article in part.articles:
            yield f'<li><a href="#a{article.row.id}">{escaped(article.row.title)}</a></li>'
        yield "</ol>"
    yield "</nav>"


def _data(edition: Edition, url: str) -> str | None:
    """The picture as an address that holds it (RFC 2397)."""
    picture = edition.pictures.get(url)
    return f"data:{picture.type};base64,{b64encode(picture.data).decode()}" if picture else None
