"""Addresses of articles: the slug that a headline becomes, and the address of a list."""

from __future__ import annotations

import re
import unicodedata
from urllib.parse import urlsplit

_DROPPED = re.compile(r"[^\w\s-]|_")
_DASHES = re.compile(r"[\s-]+")


def slug_of(text: str) -> str:
    """The text as the last part of an address: lower case, no accents or punctuation, dashes for spaces."""
    plain = unicodedata.normalize("NFKD", text.lower().replace("ß", "ss"))
    plain = "".join(letter for letter in plain if not unicodedata.combining(letter))
    return _DASHES.sub("-", _DROPPED.sub("", plain)).strip("-")


def last_part(url: str) -> str:
    """The last part of the address's path, without an extension."""
    try:
        path = urlsplit(url).path
    except ValueError:
        return ""
    return re.sub(r"\.\w{2,5}$", "", path.rstrip("/").rpartition("/")[2]).lower()


def titles(url: str, text: str) -> bool:
    """Whether the text is the headline of which the address was made."""
    slug = slug_of(text)
    return len(slug) > 3 and slug == last_part(url)


def headline(text: str, url: str) -> tuple[str, str]:
    """The headline in a teaser's first line, and what is glued behind it.

    The address tells where it begins (`ANPBrug dicht`) and ends; else only an agency is taken off.
    """
    slug = last_part(url)
    whole = slug_of(text)
    if slug.count("-") >= _FEWEST_DASHES and whole != slug and slug in whole:
        for start in range(min(len(text), _LONGEST_LABEL)):
            tail = text[start:]
            if slug_of(tail).startswith(slug):
                end = _end_of(tail, slug)
                if end:
                    return tail[:end].strip(), tail[end:].strip()
    return _without_agency(text), ""


def _end_of(text: str, slug: str) -> int:
    """Where the headline of that slug ends in the text that begins with it; 0 when it does not."""
    for end in range(len(slug), min(len(text), 2 * len(slug) + 10) + 1):
        if slug_of(text[:end]) == slug:
            return end + len(text[end:]) - len(text[end:].lstrip(_CLOSING))
    return 0


_FEWEST_DASHES = 2  # of a slug that is a headline's and not a word's
_LONGEST_LABEL = 30
_CLOSING = "'\"’”)!?"
_AGENCY = re.compile(r"ANP(?:/[A-Z]{2,9})?(?:\s*[|·:]\s*|(?=[A-ZÀ-Þ][a-zà-ÿ]|['‘’\"“„][A-ZÀ-Þ]))")


def _without_agency(title: str) -> str:
    match = _AGENCY.match(title)
    return title[match.end() :] if match else title
