"""The one thread that writes: jobs in order of urgency, each in transactions of its own."""

from __future__ import annotations

import itertools
import os
from collections.abc import Callable, Generator
from concurrent.futures import CancelledError, Future
from contextlib import suppress
from dataclasses import dataclass
from math import inf
from pathlib import Path
from queue import PriorityQueue
from threading import Lock, Thread
from time import monotonic
from typing import Any, TypeVar

import apsw

from newsreader.attention import Attention
from newsreader.store.errors import StoreError, store_errors
from newsreader.store.index import INDEXES, merge, settle
from newsreader.store.transaction import transaction

T = TypeVar("T")
Steps = Generator[None, None, T]
"""A job at work: what it does between two yields is one transaction, and what it returns is its result."""
Job = Callable[[apsw.Connection], Steps[T]]

Shown = Callable[[T], None]
"""Is given a result, by the writer's thread, as soon as every reader of the store sees what was done."""

Outcome = tuple[bool, Any] | Exception
"""Whether a job is done, and with what result; or why it failed."""

URGENT, LONG, _STOP, LATER = range(4)
"""What waits for what: an action of the user for nothing; one on a whole list, which goes on in between, for
that; what a refresh brings for both."""
GRACE = 0.5
"""Seconds that what the user does on a whole list goes on after closing; then it ends between two steps."""
_TOGETHER = 16  # steps in a transaction: some 60 ms, if nobody waits
_ATTENDED = 5.0
"""Seconds after an action of the user in which another may follow, which would wait for a transaction.

A refresh then writes a step in each, which costs a quarter more: in a store of a million articles some 11 ms
for a source, of which sixteen together take 140.
"""
_GROWN, _OVERGROWN = 2_000, 16_000
"""Pages by which the log grows, 16 MB and 128 MB, before they are brought into the file: the latter where the
user waits for it.
"""
_PATIENCE = 0.2  # seconds that a patient job waits for others: one by one they cost twice as much


@dataclass(eq=False, repr=False, slots=True)
class _Task:
    """A job in the queue; it goes on where it was as soon as nothing more urgent waits."""

    priority: int
    number: int
    steps: Steps[Any]
    future: Future[Any]
    patient: bool = False
    shown: Shown[Any] | None = None
    begun: bool = False

    def __lt__(self, other: _Task) -> bool:
        return (self.priority, self.number) < (other.priority, other.number)


def once(work: Callable[[apsw.Connection], T]) -> Job[T]:
    """The job that does its work in one transaction."""

    def job(connection: apsw.Connection) -> Steps[T]:
        yield from ()
        return work(connection)

    return job


class Writer:
    """Owns the writing connection. What the user does overtakes what a refresh brings.

    A user's action is synced to the disk before its future is done; what a refresh brings only reaches the
    operating system: it survives a kill, and after a power cut it is fetched again. An action is committed
    like that as well, and synced when readers already see it: that takes some 8 ms.
    """

    def __init__(self, connection: apsw.Connection, path: Path) -> None:
        self._connection = connection
        self._path = path
        self._queue: PriorityQueue[_Task] = PriorityQueue()
        self._numbers = itertools.count()
        self._closing = Lock()
        self._closed = False
        self._brought = 0  # pages of the log that have been brought into the file
        self._pages = 0  # of the log
        self._written = False  # whether the last transaction wrote to it
        connection.pragma("synchronous", "normal")
        connection.set_wal_hook(self._after_commit)
        self._attended = -inf  # when the user last did something
        self.attention = Attention()
        self._unmerged: list[str] = []  # indexes that words were put into since they were merged
        self._until = inf  # when long jobs are broken off
        self._thread = Thread(target=self._run, name="store-writer", daemon=True)
        self._thread.start()

    def submit(
        self,
        job: Job[T],
        priority: int = LATER,
        *,
        patient: bool = False,
        shown: Shown[T] | None = None,
    ) -> Future[T]:
        """Queues a job; its future fails with `StoreError`, or is cancelled when the writer is closed.

        A patient job, one of many that come, waits a moment for others to share its transaction with. What
        the user does is `shown` a moment before it is synced, and with that done.
        """
        future: Future[T] = Future()
        with self._closing:
            if self._closed:
                future.cancel()
            else:
                if priority == URGENT:
                    self._attended = monotonic()
                steps = job(self._connection)
                self._queue.put(_Task(priority, next(self._numbers), steps, future, patient, shown))
        return future

    def close(self) -> None:
        """Ends the user's jobs, cancels the others and closes the connection; a second call does nothing.

        A long one of the user is broken off after a moment; what it has written by then stays.
        """
        with self._closing:
            if not self._closed:
                self._until = monotonic() + GRACE
                self._closed = True
                self._queue.put(_Task(_STOP, next(self._numbers), _nothing(), Future()))
        self._thread.join()

    def _run(self) -> None:
        while (task := self._queue.get()).priority != _STOP:
            if task.priority == LONG and monotonic() > self._until:
                _cancel(task)
                continue
            if task.patient:
                task.patient = False
                with self._queue.not_empty:
                    self._queue.not_empty.wait_for(self._is_time, _PATIENCE)
            begun = monotonic()
            self._advance(task)
            if not self._is_urgent_next():
                self._bring_in()
            self._merge()
            self._make_way(monotonic() - begun)
        while not self._queue.empty():
            _cancel(self._queue.get())
        self._connection.close()

    def _make_way(self, took: float) -> None:
        """While keys come, nothing of a refresh follows at once: they find the store and processor free."""
        rest = self.attention.rest(monotonic(), took)
        if rest:
            with self._queue.not_empty:
                self._queue.not_empty.wait_for(self._is_urgent_next, rest)

    def _after_commit(self, _: apsw.Connection, __: str, pages: int) -> int:
        """Takes the place of SQLite's own checkpoints (https://www.sqlite.org/wal.html#ckpt).

        Those are made with every commit, a sync of the whole file each, while a long list is being read.
        """
        self._written, self._pages = True, pages
        self._brought = min(self._brought, pages)  # the log was begun anew
        return apsw.SQLITE_OK

    def _bring_in(self) -> None:
        """Brings the log into the file when it has grown, after whoever wrote to it last has been told."""
        if self._pages - self._brought >= (_OVERGROWN if self._is_attended else _GROWN):
            self._brought = self._pages
            with suppress(apsw.Error, OSError):  # then a next time
                self._connection.wal_checkpoint(mode=apsw.SQLITE_CHECKPOINT_PASSIVE)

    @property
    def _is_attended(self) -> bool:
        """Whether the user did something a moment ago, or presses keys and may do so next."""
        now = monotonic()
        return now < self._attended + _ATTENDED or self.attention.is_given(now)

    def _is_urgent_next(self) -> bool:
        """Whether anything waits that is not of a refresh."""
        waiting = self._queue.queue
        return bool(waiting) and waiting[0].priority != LATER

    def _is_time(self) -> bool:
        """Whether enough wait for a transaction, or somebody does who is in a hurry."""
        waiting = self._queue.queue
        return len(waiting) >= _TOGETHER - 1 or not all(task.patient for task in waiting)

    def _advance(self, first: _Task) -> None:
        """A step of a job, and of those of a refresh that wait behind it, in one transaction."""
        if not _begins(first):
            return
        taken = [first]
        try:
            with store_errors(self._path, self._connection):
                outcomes = self._transact(taken)
        except Exception as error:
            outcomes = [error] * len(taken)
        if first.priority != LATER:
            outcomes = [self._synced(first, outcomes[0])]
        for task, outcome in zip(taken, outcomes, strict=True):
            self._settle(task, outcome)

    def _transact(self, taken: list[_Task]) -> list[Outcome]:
        """Begins with the one task that is `taken`, and takes more of a refresh: a commit is dear."""
        later = taken[0].priority == LATER
        most = 1 if self._is_attended else _TOGETHER
        self._written = False
        with transaction(self._connection):
            outcomes = [self._attempt(taken[0])]
            while later and len(taken) < most and (task := self._next_of_refresh()):
                taken.append(task)
                outcomes.append(self._attempt(task))
            if settle(self._connection):
                self._unmerged = [*INDEXES]
            return outcomes

    def _synced(self, task: _Task, outcome: Outcome) -> Outcome:
        """Shows what the user did, and syncs it; what comes of it if that fails is the failure."""
        if isinstance(outcome, Exception):
            return outcome
        is_done, result = outcome
        if is_done and task.shown:
            task.shown(result)
        try:
            with store_errors(self._path):
                if self._written:
                    _sync(self._connection.filename_wal)
        except StoreError as error:
            return error
        return outcome

    def _merge(self) -> None:
        """Merges a little of each index, in a transaction of its own, unless somebody waits: no commit of a
        source does it.
        """
        while self._unmerged and not self._is_urgent_next():
            index = self._unmerged.pop()
            with suppress(apsw.Error, OSError), transaction(self._connection):  # then a next time
                merge(self._connection, index)

    def _next_of_refresh(self) -> _Task | None:
        """What waits next, unless that is more urgent: then this transaction ends."""
        waiting = self._queue.queue
        if not waiting or waiting[0].priority != LATER:
            return None
        task = self._queue.get()
        return task if _begins(task) else None

    def _attempt(self, task: _Task) -> Outcome:
        """One step; what it wrote is taken back when it fails, and the others' steps stay."""
        outcome: Outcome
        self._connection.execute("SAVEPOINT step")
        try:
            with store_errors(self._path, self._connection):
                outcome = _step(task.steps)
        except Exception as error:
            if not self._connection.in_transaction:
                raise  # a full disk: SQLite has taken back everything
            self._connection.execute("ROLLBACK TO step")
            outcome = error
        self._connection.execute("RELEASE step")
        return outcome

    def _settle(self, task: _Task, outcome: Outcome) -> None:
        if isinstance(outcome, Exception):
            task.future.set_exception(outcome)
        elif outcome[0]:
            task.future.set_result(outcome[1])
        else:
            self._queue.put(task)


def _sync(log: str) -> None:
    """Brings what was written to the log to the disk; with `synchronous=full` SQLite does so itself, before
    readers see the commit. It has no locks on this file, which closing it would drop.
    """
    with open(log, "r+b") as file:  # noqa: PTH123 - Windows syncs no file that is only read
        os.fsync(file.fileno())


def _begins(task: _Task) -> bool:
    """Whether the task goes on, or may begin; a job that was cancelled while it waited does not."""
    task.begun = task.begun or task.future.set_running_or_notify_cancel()
    return task.begun


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
