"""A TOML text with some values changed, and its comments, order and unknown keys as they were."""

from __future__ import annotations

from collections.abc import Mapping, MutableMapping
from typing import Any

import tomlkit


def edited(text: str, changes: Mapping[str, Any]) -> str:
    """The text with those values in it; a mapping changes those keys of the table of that name."""
    document = tomlkit.parse(text)
    for key, value in changes.items():
        if isinstance(value, Mapping):
            if not isinstance(document.get(key), MutableMapping):
                document[key] = tomlkit.table()
            table: Any = document[key]
            table.update({inner: _plain(new) for inner, new in value.items()})
        else:
            document[key] = _plain(value)
    return tomlkit.dumps(document)


def _plain(value: Any) -> Any:
    return list(value) if isinstance(value, tuple) else value
