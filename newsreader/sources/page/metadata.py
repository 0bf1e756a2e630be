"""What a page says of itself in its head: JSON-LD (schema.org), OpenGraph, meta tags, `<time>`."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from selectolax.lexbor import LexborHTMLParser

from newsreader.gate import line, safe
from newsreader.sources.blocks import line_of
from newsreader.sources.page.microdata import microdata_of

_ARTICLES = (
    "Article",
    "NewsArticle",
    "BlogPosting",
    "ReportageNewsArticle",
    "LiveBlogPosting",
    "TechArticle",
)
_MAX_NODES = 5_000
_MAX_CHARS = 1_000_000


@dataclass(frozen=True, slots=True)
class Metadata:
    """What the head of a page tells; empty where it is silent."""

    title: str = ""
    document_title: str = ""
    description: str = ""
    published: str = ""  # ISO 8601, as it stands there
    updated: str = ""
    section: str = ""
    authors: tuple[str, ...] = ()
    image: str = ""
    body: str = ""  # the text of the article, plain or HTML
    language: str = ""
    site: str = ""
    is_article: bool = False
    items: tuple[tuple[str, str], ...] = ()  # (address, headline) of a list of articles


def metadata_of(page: LexborHTMLParser) -> Metadata:
    """The metadata of the page; JSON-LD counts before OpenGraph, that before plain meta tags."""
    things = list(_things(page))
    article = next((thing for thing in things if _is(thing, _ARTICLES)), {})
    meta = _meta(page)
    told = microdata_of(page)
    title = page.css_first("title")
    root = page.css_first("html")
    language = (root.attributes.get("lang") if root else "") or meta.get("og:locale", "")
    return Metadata(
        title=line_of(_text(article.get("headline")) or meta.get("og:title", "")),
        document_title=line(title.text()) if title else "",
        description=line_of(
            _text(article.get("description")) or meta.get("og:description") or meta.get("description", "")
        ),
        published=_text(article.get("datePublished"))
        or meta.get("article:published_time")
        or meta.get("date", "")
        or told.published,
        updated=_text(article.get("dateModified")) or meta.get("article:modified_time", ""),
        section=_section(things, article) or line_of(meta.get("article:section", "")),
        authors=_authors(article.get("author"))
        or tuple(filter(None, [line_of(meta.get("author", "") or told.author)])),
        image=_url(article.get("image")) or meta.get("og:image", ""),
        body=safe(_text(article.get("articleBody"))),
        language=line(language.replace("_", "-"), 20),
        site=line_of(meta.get("og:site_name", "")),
        is_article=bool(article) or meta.get("og:type", "") == "article",
        items=tuple(_items(things)),
    )


def _meta(page: LexborHTMLParser) -> dict[str, str]:
    found: dict[str, str] = {}
    for node in page.css("meta[content]"):
        attributes = node.attributes
        name = attributes.get("property") or attributes.get("name") or attributes.get("itemprop") or ""
        found.setdefault(name.lower(), (attributes.get("content") or "").strip())
    return found


def _things(page: LexborHTMLParser) -> Iterator[dict[str, Any]]:
    """Every object in the page's JSON-LD, nested ones too."""
    waiting: list[Any] = []
    for script in page.css('script[type="application/ld+json"]'):
        try:
            waiting.append(json.loads(script.text()[:_MAX_CHARS].strip().rstrip(";"), strict=False))
        except (ValueError, RecursionError):
            continue
    for _ in range(_MAX_NODES):
        if not waiting:
            return
        thing = waiting.pop(0)
        if isinstance(thing, list):
            waiting[:0] = thing
        elif isinstance(thing, dict):
            yield thing
            waiting[:0] = [value for value in thing.values() if isinstance(value, dict | list)]


def _is(thing: dict[str, Any], kinds: tuple[str, ...]) -> bool:
    kind = thing.get("@type")
    return any(name in kinds for name in (kind if isinstance(kind, list) else [kind]))


def _section(things: list[dict[str, Any]], article: dict[str, Any]) -> str:
    section = article.get("articleSection")
    told = _text(section[0] if isinstance(section, list) and section else section)
    if told:
        return line_of(told)
    crumbs = [thing for thing in things if _is(thing, ("ListItem",)) and "position" in thing]
    trail = next((thing for thing in things if _is(thing, ("BreadcrumbList",))), None)
    if trail is None:
        return ""
    names = [_text(crumb.get("name")) or _text(_dict(crumb.get("item")).get("name")) for crumb in crumbs]
    headline = _text(article.get("headline"))
    names = [name for name in names if name and name != headline]
    return line_of(names[-1]) if len(names) > 1 else ""


def _items(things: list[dict[str, Any]]) -> Iterator[tuple[str, str]]:
    for thing in things:
        if _is(thing, ("ItemList",)):
            elements = thing.get("itemListElement")
            for element in elements if isinstance(elements, list) else []:
                inner = _dict(_dict(element).get("item"))
                url = _url(inner) or _url(element)
                name = (
                    _text(inner.get("headline"))
                    or _text(inner.get("name"))
                    or _text(_dict(element).get("name"))
                )
                if url and name:
                    yield url, line_of(name)


def _authors(value: Any) -> tuple[str, ...]:
    people = value if isinstance(value, list) else [value]
    names = (line_of(_text(_dict(person).get("name")) or _text(person)) for person in people)
    return tuple(name for name in names if name)


def _url(value: Any) -> str:
    if isinstance(value, list):
        return _url(value[0]) if value else ""
    if isinstance(value, dict):
        return _text(value.get("url")) or _text(value.get("contentUrl")) or _text(value.get("@id"))
    return _text(value)


def _dict(value: Any) -> dict[str, Any]:
    return value if isinstance(value, dict) else {}


def _text(value: Any) -> str:
    return value.strip() if isinstance(value, str) else ""
