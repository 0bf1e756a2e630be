"""What a site asks of programs in its robots.txt (RFC 9309)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from urllib.parse import quote, urlsplit

TOKEN = "newsreader"  # noqa: S105 - RFC 9309 calls a program's name its product token
"""By what name a robots.txt may address this program."""
MOST = 512_000
"""Bytes of a robots.txt that are looked at (RFC 9309 section 2.5: at least 500 KiB)."""

_RECORD = re.compile(r"\s*(user-agent|allow|disallow)\s*:\s*([^#]*)", re.IGNORECASE)
_NAME = re.compile(r"[A-Za-z_-]+")
_SAFE = "/%:?#[]@!$&'()*+,;=-._~"


@dataclass(frozen=True, slots=True)
class Robots:
    """The rules that hold for this program: patterns of paths, and whether each allows."""

    rules: tuple[tuple[str, bool], ...] = ()

    def allows(self, url: str) -> bool:
        """Whether the address may be fetched: the longest rule decides, of equals the one that allows."""
        parts = urlsplit(url)
        path = quote(parts.path or "/", safe=_SAFE) + (f"?{parts.query}" if parts.query else "")
        if path == "/robots.txt":
            return True
        fitting = [(len(pattern), allow) for pattern, allow in self.rules if _fits(pattern, path)]
        return max(fitting, default=(0, True))[1]


EVERYTHING = Robots()
NOTHING = Robots((("/", False),))


def address(url: str) -> str:
    """Where the robots.txt of an address is."""
    parts = urlsplit(url)
    return f"{parts.scheme}://{parts.netloc}/robots.txt"


def parse(body: bytes, token: str = TOKEN) -> Robots:
    """The rules for a program of this name; those for all programs where none are for it by name."""
    own: list[tuple[str, bool]] = []
    common: list[tuple[str, bool]] = []
    named = False
    for names, rules in _groups(body[:MOST].decode("utf-8-sig", "replace").splitlines()):
        if token in names:
            named = True
            own += rules
        if "*" in names:
            common += rules
    return Robots(tuple(own if named else common))


def _groups(lines: Iterable[str]) -> Iterator[tuple[set[str], list[tuple[str, bool]]]]:
    """Each group of user agents with its rules; what is neither agent nor rule does not end a group."""
    names: set[str] = set()
    rules: list[tuple[str, bool]] = []
    begun = False  # whether the group has had a rule
    for match in filter(None, map(_RECORD.match, lines)):
        field, value = match[1].lower(), match[2].strip()
        if field == "user-agent":
            if begun:
                yield names, rules
                names, rules, begun = set(), [], False
            names.add(_name(value))
        elif names:
            begun = True
            if value:
                rules.append((quote(value, safe=_SAFE), field == "allow"))
    if names:
        yield names, rules


def _name(value: str) -> str:
    if value.startswith("*"):
        return "*"
    match = _NAME.match(value)
    return match[0].lower() if match else ""


def _fits(pattern: str, path: str) -> bool:
    """Whether the path begins with the pattern; `*` is anything, a `$` at the end is the end of the path.

    Greedy matching of the parts between the stars: linear, whatever the pattern.
    """
    ends = pattern.endswith("$")
    first, *parts = pattern.removesuffix("$").split("*")
    if not path.startswith(first):
        return False
    at = len(first)
    for number, part in enumerate(parts, 1):
        if ends and number == len(parts):
            return len(path) - len(part) >= at and path.endswith(part)
        found = path.find(part, at)
        if found < 0:
            return False
        at = found + len(part)
    return not ends or at == len(path)
