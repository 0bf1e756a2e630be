"""A TOML text with some values changed, and its comments, order and unknown keys as they were."""

from __future__ import annotations

from collections.abc import Mapping, MutableMapping
from typing import Any

import tomlkit

_WHOLE = 2  # the depth of the tables that are replaced, not added to


def edited(text: str, changes: Mapping[str, Any]) -> str:
    """The text with those values in it; a mapping changes those keys of the table of that name.

    A mapping for a key of a table within a table (`source.<id>.headers`) is the whole of its new value.
    """
    document = tomlkit.parse(text)
    _change(document, changes, 0)
    return tomlkit.dumps(document)


def _change(table: MutableMapping[str, Any], changes: Mapping[str, Any], depth: int) -> None:
    for key, value in changes.items():
        if isinstance(value, Mapping):
            if not isinstance(table.get(key), MutableMapping):
                table[key] = tomlkit.inline_table() if depth == _WHOLE else tomlkit.table()
            if depth == _WHOLE:
                for gone in set(table[key]) - set(value):
                    del table[key][gone]
            _change(table[key], value, depth + 1)
        else:
            table[key] = _plain(value)


def _plain(value: Any) -> Any:
    return list(value) if isinstance(value, tuple) else value
