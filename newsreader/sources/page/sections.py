"""The other lists of a site, found in its own menu."""

from __future__ import annotations

from collections.abc import Collection
from urllib.parse import urlsplit

from selectolax.lexbor import LexborNode

from newsreader.gate import line
from newsreader.model import Link
from newsreader.sources.address import resolve
from newsreader.sources.page.recipes import Recipe
from newsreader.sources.page.slug import titles

_MOST_WORDS = 3  # of a section's name
_MOST = 40


def sections_of(
    page: LexborNode, base: str, url: str, recipe: Recipe, articles: Collection[str]
) -> tuple[Link, ...]:
    """Links to the site's other lists: an address made of the name by which it is linked, and no article."""
    found: dict[str, Link] = {}
    here = urlsplit(url)
    for node in page.css("a[href]"):
        target = resolve(base, node.attributes.get("href") or "").partition("#")[0]
        name = line(node.text(), 60)
        parts = urlsplit(target)
        fits = parts.netloc == here.netloc and recipe.sections.fullmatch(parts.path.rstrip("/"))
        if fits and not parts.query and target not in articles and _names(target, name):
            found.setdefault(target, Link(target, "section", title=name))
    found.pop(url, None)
    return tuple(found.values())[:_MOST]


def _names(target: str, name: str) -> bool:
    return len(name.split()) <= _MOST_WORDS and titles(target, name)
