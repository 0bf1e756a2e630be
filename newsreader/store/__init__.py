"""The store: every article, mark and source, in one SQLite file.

Its names are looked up when they are first asked for (PEP 562): who only packs texts needs none of them.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from newsreader.store.articles import Written
    from newsreader.store.errors import StoreError
    from newsreader.store.store import Store

__all__ = ["Store", "StoreError", "Written"]

_HOMES = {"Store": "store", "StoreError": "errors", "Written": "articles"}


def __getattr__(name: str) -> Any:
    """What goes by that name."""
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    found = globals()[name] = getattr(import_module(f"{__name__}.{_HOMES[name]}"), name)
    return found
