"""JSON as the store keeps it and hands lists to SQLite in (`json_each`).

The module for it is loaded with the first text that is no list of numbers: that takes a hundredth of the time
to the first paint, which has none.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any


def of_numbers(numbers: Iterable[int]) -> str:
    """A list of numbers."""
    return f"[{','.join(map(str, numbers))}]"


def of(value: object) -> str:
    """Any value."""
    import json

    return json.dumps(value)


def read(text: str) -> Any:
    """The value of a text. Raises ValueError when it is no JSON."""
    import json

    return json.loads(text)
