"""The one door from a screen or a command to the news: reads, commands, refreshes as streams of events.

Its names are looked up when they are first asked for (PEP 562): the processes in which feeds are understood
need none of them, and would load an event loop and the whole store for nothing.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from newsreader.engine.engine import Engine
    from newsreader.engine.rows import HitRows, StoredRows
    from newsreader.store import StoreError

__all__ = ["Engine", "HitRows", "StoreError", "StoredRows"]

_HOMES = {
    "Engine": "newsreader.engine.engine",
    "HitRows": "newsreader.engine.rows",
    "StoreError": "newsreader.store",
    "StoredRows": "newsreader.engine.rows",
}


def __getattr__(name: str) -> Any:
    """What goes by that name."""
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    found = globals()[name] = getattr(import_module(_HOMES[name]), name)
    return found
