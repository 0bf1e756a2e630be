"""A TOML text with some values changed, and its comments, order and unknown keys as they were."""

from __future__ import annotations

from collections.abc import Mapping, MutableMapping
from typing import Any

import tomlkit


def edited(text: str, changes: Mapping[str, Any]) -> str:
    """The text with those values in it; a mapping changes those keys of the table of that name."""
    document = tomlkit.parse(text)
    _change(document, changes)
    return tomlkit.dumps(document)


def _change(table: MutableMapping[str, Any], changes: Mapping[str, Any]) -> None:
    for key, value in changes.items():
        if isinstance(value, Mapping):
            if not isinstance(table.get(key), MutableMapping):
                table[key] = tomlkit.table()
            _change(table[key], value)
        else:
            table[key] = _plain(value)


def _plain(value: Any) -> Any:
    return list(value) if isinstance(value, tuple) else value
