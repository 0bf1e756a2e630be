"""From a page's bytes to its article, or to the articles it lists."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from selectolax.lexbor import LexborHTMLParser, LexborNode

from newsreader.model import Entry, Image, Link, Page, ParsedFeed, Person, Problem, ProblemKind
from newsreader.sources.address import resolve
from newsreader.sources.blocks import blocks as blocks_of
from newsreader.sources.blocks.parse import tree
from newsreader.sources.blocks.tags import HANDLERS
from newsreader.sources.blocks.walk import walk
from newsreader.sources.page.article import Text, led, text_of, text_within, without_byline
from newsreader.sources.page.chrome import without_chrome
from newsreader.sources.page.container import container_of
from newsreader.sources.page.decode import decode
from newsreader.sources.page.gates import gate_of
from newsreader.sources.page.generic import patterns
from newsreader.sources.page.insets import drop_boxes
from newsreader.sources.page.lines import lines_of
from newsreader.sources.page.listing import entries_of, section_list_of
from newsreader.sources.page.metadata import Metadata, metadata_of
from newsreader.sources.page.moments import iso_interval
from newsreader.sources.page.paging import known_next, next_page
from newsreader.sources.page.recipes import recipe_of
from newsreader.sources.page.sections import sections_of
from newsreader.sources.page.selectors import parse_selectors, selected

_READING = without_chrome(HANDLERS)
_ENOUGH = 140  # characters of text: with less a page may be a gate
_MOST_PATTERNS = 4
_LEAST = 60  # characters: less is an article only on a page that says it is one


def parse_article(body: bytes, *, url: str, content_type: str = "", now: datetime) -> Page | Problem:
    """The article of a page, and the section's newest list under it; times in it are as seen at `now`."""
    page = _page(body, content_type)
    if page is None or page.body is None:
        return Problem(ProblemKind.EMPTY, url)
    base = _base(page, url)
    meta = metadata_of(page)
    drop_boxes(page.body)
    text = without_byline(_text(page, base, meta, url, now), meta.authors)
    if _length(text) < _ENOUGH:
        told = blocks_of(meta.body, base) if len(meta.body) >= _ENOUGH else ()
        if not told and (kind := gate_of(page, url)):
            return Problem(kind, url)
        text = replace(text, blocks=told or text.blocks, title=text.title or meta.title)
    if not text.title or not text.blocks or (_length(text) < _LEAST and not meta.is_article):
        return Problem(gate_of(page, url) or ProblemKind.NO_ARTICLES, url)
    listed = section_list_of(lines_of(page.body, base), now, url)
    if not listed and text.section:  # some pages count the list among their menus
        listed = section_list_of(lines_of(page.body, base, chrome=True), now, url)
    return Page(_entry(text, meta, base, url, now), listed, meta.language)


def parse_list(
    body: bytes, *, url: str, content_type: str = "", now: datetime, recipe: str = ""
) -> ParsedFeed | Problem:
    """The articles a page lists, each once; times in it are as seen at `now`.

    With a `recipe`, the CSS selectors of `selectors`, those articles that it finds.
    """
    page = _page(body, content_type)
    if page is None or page.body is None:
        return Problem(ProblemKind.EMPTY, url)
    base = _base(page, url)
    selectors = parse_selectors(recipe) if recipe else None
    if recipe:
        entries = tuple(selected(page.body, selectors, base, now)) if selectors else ()
    else:
        entries = entries_of(page.body, lines_of(page.body, base), metadata_of(page), base, url, now)
    if not entries:
        return Problem(gate_of(page, url) or ProblemKind.NO_ARTICLES, url)
    return _feed(page, entries, base, url)


def other_patterns(
    body: bytes, *, url: str, content_type: str = "", now: datetime
) -> tuple[tuple[str, ParsedFeed], ...]:
    """Other ways to read a list page: recipes, each with what it finds, the likeliest first."""
    page = _page(body, content_type)
    if page is None or page.body is None:
        return ()
    base = _base(page, url)
    lines = lines_of(page.body, base)
    known = [{entry.url for entry in entries_of(page.body, lines, metadata_of(page), base, url, now)}]
    found: list[tuple[str, ParsedFeed]] = []
    for pattern in patterns(page.body, lines, base, url, now):
        urls = {entry.url for entry in pattern.entries}
        if len(found) < _MOST_PATTERNS and not any(urls <= others for others in known):
            known.append(urls)
            found.append((pattern.selector, _feed(page, pattern.entries, base, url)))
    return tuple(found)


def _feed(page: LexborHTMLParser, entries: tuple[Entry, ...], base: str, url: str) -> ParsedFeed:
    assert page.body is not None  # noqa: S101 - both callers have seen to it
    meta = metadata_of(page)
    links = _links(page.root or page.body, base, url, entries)
    title = meta.document_title or meta.title
    return ParsedFeed("page", title, url=url, language=meta.language, entries=entries, links=links)


def _links(root: LexborNode, base: str, url: str, entries: tuple[Entry, ...]) -> tuple[Link, ...]:
    """The list's next page and the site's other lists; a recipe counts where the list tells ages."""
    recipe = recipe_of(url) if any(entry.published_until for entry in entries) else None
    following = next_page(root, base, url) or (known_next(url, recipe) if recipe else "")
    others = sections_of(root, base, url, recipe, {entry.url for entry in entries}) if recipe else ()
    return (*((Link(following, "next"),) if following else ()), *others)


def _length(text: Text) -> int:
    return sum(len(block.text) for block in text.blocks)


def _page(body: bytes, content_type: str) -> LexborHTMLParser | None:
    html = decode(body, content_type)
    return tree(html) if html.strip() else None


def _base(page: LexborHTMLParser, url: str) -> str:
    node = page.css_first("base[href]")
    return resolve(url, node.attributes.get("href") or "") or url if node else url


def _text(page: LexborHTMLParser, base: str, meta: Metadata, url: str, now: datetime) -> Text:
    """The text by reading order; without the portal's list, within the element that holds most of it."""
    assert page.body is not None  # noqa: S101 - both callers have seen to it
    whole = text_of(walk(page.body, base, _READING).blocks, meta, url, now)
    container = None if whole.section else container_of(page.body)
    if container is None:
        return whole
    inner = text_within(walk(container, base, _READING).blocks, whole.title, now)
    return replace(whole, blocks=led(whole, inner)) if inner else whole


def _entry(text: Text, meta: Metadata, base: str, url: str, now: datetime) -> Entry:
    published, until = iso_interval(meta.published, now)
    updated, _ = iso_interval(meta.updated, now)
    if published is None and text.age:
        published, until = text.age
    image = resolve(base, meta.image) if meta.image else ""
    return Entry(
        id=url,
        title=text.title,
        url=url,
        authors=tuple(Person(name) for name in meta.authors),
        published=published,
        published_until=until,
        updated=updated,
        summary=blocks_of(meta.description) if meta.description else (),
        content=text.blocks,
        section=text.section or meta.section,
        images=(Image(image),) if image else (),
        language=meta.language,
    )
