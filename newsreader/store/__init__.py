"""The store: every article, mark and source, in one SQLite file."""

from newsreader.store.articles import Written
from newsreader.store.errors import StoreError
from newsreader.store.store import Store

__all__ = ["Store", "StoreError", "Written"]
