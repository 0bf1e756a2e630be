"""Reading from any thread: one read-only connection a thread, opened when first needed."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from weakref import WeakSet

import apsw

from newsreader.store.database import open_reader
from newsreader.store.errors import store_errors


class Readers:
    """Hands every thread its own connection; a thread that ends closes its own."""

    def __init__(self, path: Path, *, frozen: bool = False) -> None:
        self.path = path
        self._frozen = frozen
        self._local = threading.local()
        self._all: WeakSet[apsw.Connection] = WeakSet()
        self._lock = threading.Lock()
        self._watch: apsw.Connection | None = None

    @contextmanager
    def reading(self) -> Iterator[apsw.Connection]:
        """This thread's connection; raises `StoreError` for what a disk can cause."""
        with store_errors(self.path):
            connection = getattr(self._local, "connection", None)
            if connection is None:
                connection = self._local.connection = self._open()
            yield connection

    def data_version(self) -> int:
        """A number that changes whenever anyone, here or in another process, has written."""
        with store_errors(self.path), self._lock:
            if self._watch is None:
                self._watch = open_reader(self.path, frozen=self._frozen)
            return int(self._watch.pragma("data_version"))

    def close(self) -> None:
        """Closes every connection; one that is being read from closes with its thread."""
        with self._lock:
            for connection in (*self._all, *filter(None, (self._watch,))):
                with suppress(apsw.ThreadingViolationError):
                    connection.close()

    def _open(self) -> apsw.Connection:
        connection = open_reader(self.path, frozen=self._frozen)
        with self._lock:
            self._all.add(connection)
        return connection
