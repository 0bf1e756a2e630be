"""What feeds are made of, as far as it helps to guess where an element left open should have ended."""

from __future__ import annotations

ENTRIES = frozenset({"item", "entry"})
FRAMES = ENTRIES | {"rss", "rdf:rdf", "rdf", "feed", "channel"}
LEAVES = frozenset(
    {"title", "link", "guid", "id", "category", "comments", "language", "ttl", "generator", "docs"}
    | {
        "pubdate",
        "published",
        "updated",
        "issued",
        "modified",
        "created",
        "lastbuilddate",
        "copyright",
        "rights",
    }
    | {"author", "name", "email", "uri", "url", "width", "height", "managingeditor", "webmaster"}
    | {"dc:creator", "dc:date", "dc:subject", "dc:title", "dc:rights", "dc:language", "dc:publisher"}
    | {"itunes:author", "itunes:duration"}
)
"""Elements that hold text only; in Atom an author holds a name, an address and an e-mail address."""
RICH = frozenset({"description", "content:encoded", "summary", "content"})
"""Elements that hold HTML, escaped or not."""
FIELDS = (LEAVES | ENTRIES | RICH | {"enclosure", "source", "image"}) - {"name", "uri", "email", "url"}
"""Elements of an entry or a channel, which no leaf holds."""
NEVER_HTML = frozenset(
    {"guid", "pubdate", "enclosure", "content:encoded", "dc:creator", "dc:date", "published", "updated"}
)
"""Fields that no HTML element is called like, so that even a body cannot hold them."""
IDENTITY = frozenset({"guid", "id", "link"})
VOID = frozenset({"br", "hr", "img", "input", "wbr", "col", "embed", "area", "meta"})
"""Elements of HTML that never end."""
