"""The words and formats that the reading pane needs, given by whoever owns the language."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from newsreader.model import Article, ArticleRow, Related


class ViewWords(NamedTuple):
    """The labels of the reading pane, and the callables that put times and sizes into words."""

    when: Callable[[Article], str]  # "dinsdag 4 maart 14.05 · 33 minuten geleden"
    age: Callable[[ArticleRow], str]  # "33 minuten geleden"
    why: Callable[[Article, Related], str]  # "Eerder in dit verhaal", "Meer uit Buitenland"
    reason: Callable[[Related], tuple[str, ...]]  # "zondag 2 maart om 14:05", "72% nieuw sindsdien"
    size: Callable[[int], str]  # bytes: "12,3 MB"
    empty: str  # "Kies een bericht"
    sample: str  # "Proefeditie: dit bericht is verzonnen"
    photo: str  # "Foto"
    seen: Callable[[str], str]  # "Te zien: een brug"
    media: str  # "Media"
    links: str  # "Koppelingen"
    enclosures: str  # "Bijlagen"
    cut: str  # "ingekort"
    missing: Callable[[Article], tuple[str, ...]]  # why there is no more text, and the keys that help
