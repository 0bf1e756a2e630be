"""What every format says of an article besides its text."""

from __future__ import annotations

import re
from collections.abc import Callable

from newsreader import gate, names
from newsreader.model import Article, Enclosure

_LANGUAGE = re.compile(r"[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*")


def headline(article: Article) -> str:
    """Its title, else its address as it may be shown."""
    return article.row.title or gate.address(article.row.url)


def language(article: Article, otherwise: str) -> str:
    """The language it says it is in, where that is the name of one (RFC 5646)."""
    return article.language if _LANGUAGE.fullmatch(article.language) else otherwise


def dateline(article: Article) -> str:
    """Where and by whom it was filed: `MIDDELBURG · ANP`."""
    parts = (article.dateline.places, article.dateline.agencies)
    return " · ".join("/".join(part) for part in parts if part)


def file_facts(each: Enclosure, size_in_words: Callable[[int], str]) -> str:
    """An enclosure's title, else the name of its file, with its type, size and length, as far as known."""
    title = each.title or names.of_address(each.url)
    size = size_in_words(each.length) if each.length > 0 else ""
    return " · ".join(gate.line(fact, 300) for fact in (title, each.type, size, each.time) if fact)
