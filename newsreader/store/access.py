"""How tables of the store are read and written: what the store lends to those that keep some of them."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import Future
from typing import Protocol, TypeVar

import apsw

from newsreader.store.writer import Job

T = TypeVar("T")


class Reader(Protocol):
    """How the store reads."""

    def __call__(self, work: Callable[[apsw.Connection], T]) -> T:
        """Runs the work on this thread's connection."""
        ...


class Changer(Protocol):
    """How the store writes."""

    def __call__(self, job: Job[T]) -> Future[T]:
        """Queues the job for the writer."""
        ...
