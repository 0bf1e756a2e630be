"""Where articles were filed and by whom, for a search to ask for: `plaats:goes`, `bureau:anp`."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, NamedTuple

import apsw

if TYPE_CHECKING:
    from newsreader.model import Dateline

KINDS = {"plaats": "place", "place": "place", "bureau": "agency", "agency": "agency"}
"""The words before a colon that ask for a dateline, in both languages."""
_ASKED = re.compile(r"(?<!\S)(" + "|".join(KINDS) + r'):(?:"([^"]*)"?|(\S*))', re.IGNORECASE)
FILED = "SELECT entry FROM dateline WHERE kind = ? AND name BETWEEN ? AND ?"
"""The articles of a dateline; binds what `Filed.bounds` gives."""
_LAST = "\U0010ffff"


class Filed(NamedTuple):
    """A wish for a place or an agency; when it is `half` typed, any name that begins so will do."""

    kind: str
    name: str
    half: bool = False

    @property
    def bounds(self) -> tuple[str, str, str]:
        """The kind, and the first and last name that are meant: `washington` also means `washington d c`."""
        return self.kind, self.name, self.name + (_LAST if self.half else " " + _LAST)


def asked(typed: str) -> tuple[tuple[Filed, ...], str]:
    """The datelines that are asked for, and the other words; a wish without a name yet is no wish."""
    found = []
    for match in _ASKED.finditer(typed):
        name = fold(match[2] if match[2] is not None else match[3])
        if name:
            half = match.end() == len(typed) and not match[0].endswith('"')
            found.append(Filed(KINDS[match[1].lower()], name, half))
    return tuple(found), _ASKED.sub(" ", typed)


def fold(name: str) -> str:
    """Lower case, without diacritics and signs: `’s-HERTOGENBOSCH` is `s hertogenbosch`."""
    bare = unicodedata.normalize("NFKD", name.casefold())
    letters = "".join(each for each in bare if not unicodedata.combining(each))
    return " ".join(re.findall(r"\w+", letters))


def write(connection: apsw.Connection, datelines: Iterable[tuple[int, Dateline]]) -> None:
    """Writes the datelines of articles, as far as they are not there."""
    connection.executemany("INSERT OR IGNORE INTO dateline VALUES (?, ?, ?)", _rows(datelines))


def _rows(datelines: Iterable[tuple[int, Dateline]]) -> Iterator[tuple[str, str, int]]:
    for entry, dateline in datelines:
        for kind, names in (("place", dateline.places), ("agency", dateline.agencies)):
            yield from ((kind, fold(name), entry) for name in names)
