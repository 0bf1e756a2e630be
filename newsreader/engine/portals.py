"""Which sources are lists of one portal."""

from __future__ import annotations

from collections.abc import Iterable
from urllib.parse import urlsplit

from newsreader.model import Source, SourceKind


def lists_beside(source_id: str, sources: Iterable[Source]) -> frozenset[str]:
    """The ids of the lists of the portal that the source is one of, itself among them; none if it is none.

    A portal is a host with several lists; of the sample edition it is known by that alone.
    """
    lists = [source for source in sources if source.kind is not SourceKind.FEED]
    hosts = {source.id: urlsplit(source.url).netloc for source in lists}
    host = hosts.get(source_id)
    beside = frozenset(name for name, other in hosts.items() if other == host)
    return beside if len(beside) > 1 else frozenset()
