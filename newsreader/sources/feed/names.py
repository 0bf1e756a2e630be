"""Element names: whatever prefix or namespace a publisher uses, one name for one meaning.

Elements of RSS and Atom have their bare local name in lower case, those of modules the module's usual prefix
(`dc:creator`). What is not known keeps its prefix behind a question mark.
"""

from __future__ import annotations

import re
from functools import lru_cache

XML = "http://www.w3.org/XML/1998/namespace"
ATOM = "http://www.w3.org/2005/Atom"
RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
RSS090 = "http://my.netscape.com/rdf/simple/0.9/"

_CORE = (
    ATOM,
    RSS090,
    "http://purl.org/atom/ns#",
    "http://purl.org/rss/1.0/",
    "http://channel.netscape.com/rdf/simple/0.9/",
    "http://backend.userland.com/rss",
    "http://backend.userland.com/rss2",
    "http://backend.userland.com/rss091",
    "http://backend.userland.com/rss092",
    "http://blogs.law.harvard.edu/tech/rss",
    "http://purl.org/rss/1.0/modules/rss091#",
    "http://purl.org/net/rss1.1#",
    "http://purl.org/echo/",
    "http://purl.org/pie/",
)
MODULES = {
    "cc": "http://web.resource.org/cc/",
    "content": "http://purl.org/rss/1.0/modules/content/",
    "creativecommons": "http://backend.userland.com/creativeCommonsRssModule",
    "dc": "http://purl.org/dc/elements/1.1/",
    "dcterms": "http://purl.org/dc/terms/",
    "feedburner": "http://rssnamespace.org/feedburner/ext/1.0",
    "itunes": "http://www.itunes.com/dtds/podcast-1.0.dtd",
    "media": "http://search.yahoo.com/mrss/",
    "podcast": "https://podcastindex.org/namespace/1.0",
    "prism": "http://prismstandard.org/namespaces/basic/2.0/",
    "psc": "http://podlove.org/simple-chapters",
    "rdf": RDF,
    "slash": "http://purl.org/rss/1.0/modules/slash/",
    "sy": "http://purl.org/rss/1.0/modules/syndication/",
    "thr": "http://purl.org/syndication/thread/1.0",
    "webfeeds": "http://webfeeds.org/rss/1.0",
    "wfw": "http://wellformedweb.org/CommentAPI/",
    "xhtml": "http://www.w3.org/1999/xhtml",
    "xml": XML,
}
"""From a module's usual prefix to its namespace."""

_MORE = {
    "http://cyber.law.harvard.edu/rss/creativecommonsrssmodule.html": "creativecommons",
    "http://creativecommons.org/ns": "cc",
    "http://example.com/dtds/podcast-1.0.dtd": "itunes",
    "http://prismstandard.org/namespaces/1.2/basic": "prism",
    "http://www.w3.org/2005/atom": "",
    "http://purl.org/dc/elements/1.0": "dc",
    "http://tools.search.yahoo.com/mrss": "media",
    "http://video.search.yahoo.com/mrss": "media",
    "https://github.com/podcastindex-org/podcast-namespace/blob/main/docs/1.0.md": "podcast",
}


_UNKNOWN = "urn:undeclared:"
_SOUND = re.compile(r"[\w:/.-]+#?", re.ASCII)


def _plain(uri: str) -> str:
    return uri.strip().lower().rstrip("/#")


_PREFIXES = (
    {_plain(uri): "" for uri in _CORE} | {_plain(uri): prefix for prefix, uri in MODULES.items()} | _MORE
)
_CORE_PREFIXES = frozenset({"", "atom", "atom10", "a10", "a", "rss"})


@lru_cache(maxsize=8192)
def canonical(tag: str, prefix: str | None) -> str:
    """The name for an element with that tag (`{uri}local` or `local`) and prefix."""
    uri, _, local = tag.rpartition("}")
    local = local.lower()
    known = _PREFIXES.get(_plain(uri[1:])) if uri else ""
    if known is None:
        written = (prefix or "").lower()
        known = "" if written in _CORE_PREFIXES else written if written in MODULES else "?" + written
    return f"{known}:{local}" if known else local


def namespace_of(prefix: str) -> str:
    """The namespace that an undeclared prefix must have meant; '' for none or for one of the core formats."""
    return "" if prefix in _CORE_PREFIXES else MODULES.get(prefix, _UNKNOWN + prefix)


@lru_cache(maxsize=8192)
def standard(tag: str, name: str) -> str:
    """A tag that means that name without any prefix, in a namespace that is sound, for a new element."""
    uri, _, local = tag.rpartition("}")
    if _plain(uri[1:]) in _PREFIXES and _SOUND.fullmatch(uri[1:]):
        return tag
    prefix = name.rpartition(":")[0]
    namespace = MODULES.get(prefix, _UNKNOWN + prefix.removeprefix("?"))
    return f"{{{namespace}}}{local}" if prefix else local
