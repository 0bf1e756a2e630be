"""What a reader changes about an article."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Mark:
    """The state of one article, as it was or must become: what undo puts back."""

    id: int
    read: bool
    saved: bool
