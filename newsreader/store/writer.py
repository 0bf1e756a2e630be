"""The one thread that writes: jobs in order of urgency, each in transactions of its own."""

from __future__ import annotations

import itertools
from collections.abc import Callable, Generator
from concurrent.futures import CancelledError, Future
from dataclasses import dataclass, field
from pathlib import Path
from queue import PriorityQueue
from threading import Lock, Thread
from typing import Any, TypeVar

import apsw

from newsreader.store.errors import told
from newsreader.store.transaction import transaction

T = TypeVar("T")
Steps = Generator[None, None, T]
"""A job at work: what it does between two yields is one transaction, and what it returns is its result."""
Job = Callable[[apsw.Connection], Steps[T]]

_URGENT, _STOP, _LATER = range(3)


@dataclass(order=True, slots=True)
class _Task:
    """A job in the queue; it goes on where it was as soon as nothing more urgent waits."""

    priority: int
    number: int
    steps: Steps[Any] = field(compare=False)
    future: Future[Any] = field(compare=False)
    begun: bool = field(default=False, compare=False)


def once(work: Callable[[apsw.Connection], T]) -> Job[T]:
    """The job that does its work in one transaction."""

    def job(connection: apsw.Connection) -> Steps[T]:
        yield from ()
        return work(connection)

    return job


class Writer:
    """Owns the writing connection. What the user does overtakes what a refresh brings.

    A user's action is synced to the disk before its future is done; what a refresh brings only reaches the
    operating system: it survives a kill, and after a power cut it is fetched again.
    """

    def __init__(self, connection: apsw.Connection, path: Path) -> None:
        self._connection = connection
        self._path = path
        self._queue: PriorityQueue[_Task] = PriorityQueue()
        self._numbers = itertools.count()
        self._closing = Lock()
        self._closed = False
        self._thread = Thread(target=self._run, name="store-writer", daemon=True)
        self._thread.start()

    def submit(self, job: Job[T], *, urgent: bool = False) -> Future[T]:
        """Queues a job; its future fails with `StoreError`, or is cancelled when the writer is closed."""
        future: Future[T] = Future()
        with self._closing:
            if self._closed:
                future.cancel()
            else:
                self._put(_URGENT if urgent else _LATER, job(self._connection), future)
        return future

    def close(self) -> None:
        """Ends the urgent jobs, cancels the others and closes the connection; a second call does nothing."""
        with self._closing:
            if not self._closed:
                self._closed = True
                self._put(_STOP, _nothing(), Future())
        self._thread.join()

    def _put(self, priority: int, steps: Steps[Any], future: Future[Any]) -> None:
        self._queue.put(_Task(priority, next(self._numbers), steps, future))

    def _run(self) -> None:
        while (task := self._queue.get()).priority != _STOP:
            self._advance(task)
        while not self._queue.empty():
            _cancel(self._queue.get())
        self._connection.close()

    def _advance(self, task: _Task) -> None:
        if not task.begun and not task.future.set_running_or_notify_cancel():
            return
        task.begun = True
        try:
            with told(self._path):
                done, result = self._transact(task)
        except Exception as error:
            task.future.set_exception(error)
        else:
            if done:
                task.future.set_result(result)
            else:
                self._queue.put(task)

    def _transact(self, task: _Task) -> tuple[bool, Any]:
        connection = self._connection
        connection.pragma("synchronous", "full" if task.priority == _URGENT else "normal")
        with transaction(connection):
            return _step(task.steps)


def _step(steps: Steps[Any]) -> tuple[bool, Any]:
    try:
        next(steps)
    except StopIteration as end:
        return True, end.value
    return False, None


def _cancel(task: _Task) -> None:
    if task.begun:
        task.future.set_exception(CancelledError())
    else:
        task.future.cancel()


def _nothing() -> Steps[None]:
    yield from ()
