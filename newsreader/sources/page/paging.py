"""Where a list goes on: the page's own link to its next page, else the one its site is known to have."""

from __future__ import annotations

import re
from collections.abc import Iterator
from urllib.parse import parse_qsl, urlencode, urlsplit, urlunsplit

from selectolax.lexbor import LexborNode

from newsreader.gate import line
from newsreader.sources.address import resolve
from newsreader.sources.page.recipes import Recipe

_NEXT = re.compile(
    r"(?:naar )?(?:de )?(?:volgende|next)(?: (?:pagina|page))?\W*|(?:oudere?|older)(?: \w+)?\W*|[›»>→]+",
    re.IGNORECASE,
)
_NUMBER = re.compile(
    r"(?:/(?:page|pagina|p)/|[?&](?:page|pagina|paged|p|pg)=)(\d{1,4})(?=$|[/&#])", re.IGNORECASE
)


def next_page(page: LexborNode, base: str, url: str) -> str:
    """The address of the list's next page as the page links to it, on its own host; '' when it does not."""
    here = url.partition("#")[0]
    for target in _links(page, base):
        if target != here and urlsplit(target).netloc == urlsplit(here).netloc:
            return target
    return ""


def known_next(url: str, recipe: Recipe) -> str:
    """The address of the list's next page as the recipe numbers it."""
    parts = urlsplit(url)
    query = dict(parse_qsl(parts.query))
    number = query.get(recipe.page, "1")
    query[recipe.page] = str(int(number) + 1 if number.isdecimal() else 2)
    return urlunsplit(parts._replace(query=urlencode(query), fragment=""))


def _links(page: LexborNode, base: str) -> Iterator[str]:
    """The links that say they lead on, the surest first; then the one with the following number."""
    anchors = [(node, resolve(base, node.attributes.get("href") or "")) for node in page.css("a[href]")]
    for node in page.css("link[rel~=next][href], a[rel~=next][href]"):
        yield resolve(base, node.attributes.get("href") or "")
    for node, target in anchors:
        said = line(node.text()) or node.attributes.get("aria-label") or node.attributes.get("title") or ""
        if _NEXT.fullmatch(said) and _NUMBER.search(target):
            yield target
    following = _number(base) + 1
    for node, target in anchors:
        if line(node.text()) == str(following) and _number(target) == following:
            yield target


def _number(url: str) -> int:
    found = _NUMBER.search(url)
    return int(found[1]) if found else 1
