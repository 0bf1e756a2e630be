"""The doors by which foreign bytes come in: a target takes any bytes, and raises when something is wrong."""

from __future__ import annotations

import io
import tomllib
import zipfile
from collections.abc import Callable
from datetime import UTC, datetime
from urllib.parse import urlsplit
from xml.etree import ElementTree

import apsw

from newsreader import gate
from newsreader.export.edition import Edition, Part
from newsreader.export.formats import Format, document
from newsreader.export.text import article_lines
from newsreader.model import Article, Block, BlockKind, ParsedFeed, Problem, Source, Span
from newsreader.revisions.diff import difference
from newsreader.settings.check import understand
from newsreader.sources import discover, feed, opml, page, robots
from newsreader.sources.address import identity, is_web, resolve, without_login
from newsreader.sources.blocks import blocks, line_of
from newsreader.sources.decide import decide
from newsreader.store.search import query
from newsreader.stories.dateline import split_blocks
from newsreader.ui.widgets.layout import lay_out
from newsreader.words import of
from tests.fuzz.checks import clean, clean_lines
from tests.ui.widgets.samples import WORDS
from tests.unit.export.samples import LABELS, row

NOW = datetime(2026, 3, 2, 12, 0, tzinfo=UTC)
URL = "https://krant.example/nieuws"


def parse(data: bytes) -> None:
    """A feed, up to the articles that would be written."""
    found = feed.parse(data[1:], url=URL, content_type=_TYPES[data[0] % len(_TYPES)] if data else "")
    clean(found)
    if isinstance(found, ParsedFeed):
        clean(decide(found, Source("bron", "Bron", URL), NOW, split_blocks))


_TYPES = ("", "text/xml", "application/feed+json", "text/html; charset=utf-16", "text/xml; charset=latin-1")


def pages(data: bytes) -> None:
    """A page as a list, as an article, and as what points at feeds."""
    clean(page.parse_list(data, url=URL, now=NOW))
    clean(page.parse_article(data, url=URL, now=NOW))
    clean(discover.candidates(data, URL))
    robots.parse(data).allows(URL)


def clean_html(data: bytes) -> None:
    """HTML made into blocks, and a title."""
    text = _text(data)
    clean(blocks(text, URL))
    clean_lines([line_of(text), gate.line(text)])


def datelines(data: bytes) -> None:
    """A dateline taken off a first paragraph: what is left is the end of what was there."""
    paragraph = Block(BlockKind.PARAGRAPH, (Span(gate.line(_text(data))),))
    found, rest = split_blocks((paragraph,))
    clean((found, rest))
    assert paragraph.text.endswith(rest[0].text if rest else "")


def render(data: bytes) -> None:
    """An article drawn in the pane, printed, and written in every format."""
    article = _article(data)
    width = 20 + len(data) % 60
    clean_lines(line.text for line in lay_out(article, (), WORDS, width).lines)
    clean_lines(article_lines(article, LABELS, width))
    edition = Edition(article.row.title, "maandag", NOW, (Part("Zeeland", (article,)),), {})
    for form in (Format.TEXT, Format.MARKDOWN, Format.HTML):
        clean(document(edition, LABELS, form).decode())
    with zipfile.ZipFile(io.BytesIO(document(edition, LABELS, Format.EPUB))) as book:
        for name in book.namelist():
            if name.endswith((".xhtml", ".opf", ".ncx", ".xml")):
                ElementTree.fromstring(book.read(name))


def _article(data: bytes) -> Article:
    text = _text(data)
    title, _, rest = text.partition("\n")
    above = row(1, gate.line(title), gate.line(rest, 20))
    return Article(above, gate.line(rest, 50), blocks=blocks(rest, URL))


def outlines(data: bytes) -> None:
    """An OPML file; what is read can be written and read again."""
    found = opml.read(data)
    clean(found)
    if not isinstance(found, Problem):
        again = opml.read(opml.write(found.sources))
        assert not isinstance(again, Problem)
        known = {identity(without_login(source.url)) for source in found.sources}
        assert {identity(source.url) for source in again.sources} == known


def settings(data: bytes) -> None:
    """A settings file, and what is told of it."""
    try:
        read = tomllib.loads(_text(data))
    except (tomllib.TOMLDecodeError, RecursionError):
        return
    _, notices = understand(read, "settings.toml")
    for language in ("nl", "en"):
        clean_lines(of(language).problems.notice(notice) for notice in notices)


def search(data: bytes) -> None:
    """Words that are searched for: none is ever syntax."""
    from newsreader.store.search import _words

    expression = " AND ".join(f'"{word}"' for word in _words(_STORE, _text(data))) + " *"
    if expression != " *":
        _STORE.execute(query("title_words"), (expression, 500, 10)).fetchall()


_STORE = apsw.Connection(":memory:")
_STORE.execute("CREATE VIRTUAL TABLE title_words USING fts5(title); CREATE TABLE entry(id, sort_at);")


def revisions(data: bytes) -> None:
    """Two wordings compared: each can be told from the difference."""
    old, _, new = (gate.safe(part) for part in _text(data).partition("\x1f"))
    clean(difference(old.split("\n"), new.split("\n")))


def addresses(data: bytes) -> None:
    """An address resolved and shown."""
    href = _text(data)
    found = resolve(URL, href)
    clean_lines([found, gate.address(href), gate.address(found), gate.address(href, 20)])
    assert found == "" or is_web(found) or found[:7].lower() == "mailto:"
    assert "@" not in urlsplit(found).netloc


def _text(data: bytes) -> str:
    return data.decode("utf-8", "surrogateescape")


TARGETS: dict[str, Callable[[bytes], None]] = {
    "parse": parse,
    "page": pages,
    "clean": clean_html,
    "dateline": datelines,
    "render": render,
    "opml": outlines,
    "settings": settings,
    "search": search,
    "revisions": revisions,
    "address": addresses,
}
