"""The pages of an e-book, as XHTML: title, contents, a page a section, a page an article."""

from __future__ import annotations

from collections.abc import Iterator

from newsreader.export.article_html import Place, article_html
from newsreader.export.blocks_html import escaped
from newsreader.export.edition import Edition, Labels, Part
from newsreader.export.parts import headline, language
from newsreader.model import Article


def part_name(number: int) -> str:
    """The file of a section's page; sections are numbered from 1."""
    return f"section-{number}.xhtml"


def article_name(article: Article) -> str:
    """The file of an article's page."""
    return f"article-{article.row.id}.xhtml"


def title(edition: Edition, labels: Labels) -> str:
    """The first page."""
    body = f'<h1>{escaped(edition.title)}</h1>\n<p class="origin">{escaped(edition.date)}</p>'
    return _page(edition.title, labels.language, body)


def contents(edition: Edition, labels: Labels) -> str:
    """The navigation document (EPUB 3.3, section 7): sections with their articles."""
    inner = "\n".join(_entries(edition))
    body = (
        f'<nav epub:type="toc" id="toc">\n<h1>{escaped(labels.contents)}</h1>\n<ol>\n{inner}\n</ol>\n</nav>'
    )
    return _page(labels.contents, labels.language, body)


def part(found: Part, labels: Labels) -> str:
    """The page before a section's articles."""
    items = "\n".join(f"<li>{_entry(article)}</li>" for article in found.articles)
    return _page(found.title, labels.language, f"<h1>{escaped(found.title)}</h1>\n<ol>\n{items}\n</ol>")


def article(found: Article, labels: Labels, place: Place) -> str:
    """An article's page."""
    spoken = language(found, labels.language)
    return _page(headline(found), spoken, article_html(found, labels, place))


def _entries(edition: Edition) -> Iterator[str]:
    for number, each in enumerate(edition.parts, 1):
        items = "\n".join(f"<li>{_entry(article)}</li>" for article in each.articles)
        if each.title:
            name = part_name(number)
            yield f'<li><a href="{name}">{escaped(each.title)}</a>\n<ol>\n{items}\n</ol>\n</li>'
        else:
            yield items


def _entry(found: Article) -> str:
    return f'<a href="{article_name(found)}">{escaped(headline(found))}</a>'


def _page(title: str, spoken: str, body: str) -> str:
    names = 'xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops"'
    lang = escaped(spoken)
    return (
        '<?xml version="1.0" encoding="utf-8"?>\n<!DOCTYPE html>\n'
        f'<html {names} lang="{lang}" xml:lang="{lang}">\n<head>\n<title>{escaped(title)}</title>\n'
        '<link rel="stylesheet" type="text/css" href="style.css"/>\n</head>\n'
        f"<body>\n{body}\n</body>\n</html>\n"
    )
