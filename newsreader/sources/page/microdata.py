"""What a page says of its article in its body: microdata (HTML standard, section 5) and `rel=author`."""

from __future__ import annotations

import re
from typing import NamedTuple

from selectolax.lexbor import LexborHTMLParser, LexborNode

_LONGEST = 80  # characters of a name
_DATED = re.compile(r"\d{4}-\d{2}-\d{2}")


class Microdata(NamedTuple):
    """The author and the moment of publication (as it stands there), empty where the page is silent."""

    author: str = ""
    published: str = ""


def microdata_of(page: LexborHTMLParser) -> Microdata:
    """The first author and the first moment that the body names; a moment beside the headline counts too."""
    author = page.css_first("[itemprop~=author], a[rel~=author]")
    published = page.css_first("[itemprop~=datePublished]")
    return Microdata(_name(author) if author else "", _moment(published) or _beside_headline(page))


def _name(node: LexborNode) -> str:
    named = node.css_first("[itemprop~=name]") or node
    text = " ".join((named.attributes.get("content") or named.text()).split())
    return text if len(text) <= _LONGEST else ""


def _moment(node: LexborNode | None) -> str:
    if node is None:
        return ""
    values = (node.attributes.get(name) or "" for name in ("datetime", "content", "title"))
    return next((value.strip() for value in values if _DATED.match(value.strip())), "")


def _beside_headline(page: LexborHTMLParser) -> str:
    """The moment of the one `<time>` in the element around the headline."""
    headline = page.css_first("h1")
    holder = headline.parent if headline else None
    if holder is None or holder.tag in ("body", "main"):
        return ""
    times = holder.css("time[datetime]")
    return _moment(times[0]) if len(times) == 1 else ""
