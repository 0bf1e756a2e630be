"""What holds for everything that came from outside: no character of it can do anything to a terminal."""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Iterable, Iterator
from typing import Any

FORBIDDEN = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\xad\u034f\u061c\u200b\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff\ud800-\udfff]"
)


def texts(value: Any) -> Iterator[str]:
    """Every string in it, however deep."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        yield from texts(tuple(value.items()))
    elif isinstance(value, tuple | list | frozenset | set):
        for one in value:
            yield from texts(one)
    elif dataclasses.is_dataclass(value):
        for field in dataclasses.fields(value):
            yield from texts(getattr(value, field.name))


def clean(value: Any) -> None:
    """Fails when any string in it holds what must not reach a terminal."""
    strange = [text for text in texts(value) if FORBIDDEN.search(text)]
    assert strange == [], strange


def clean_lines(lines: Iterable[str]) -> None:
    """The same for lines of text, which have no line ends in them."""
    for line in lines:
        clean(line)
        assert "\n" not in line, line
