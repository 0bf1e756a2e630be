"""The processes that feeds are understood in: what they answer, and what happens when one is killed."""

from __future__ import annotations

import asyncio
import os
import signal
import threading
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from functools import partial
from pathlib import Path

import pytest

from newsreader.engine.worker import GONE, Worker
from newsreader.engine.workshop import MANY, WORKERS, Workshop, _Crew
from newsreader.model import Fetched, Problem
from tests.engine.reader import NOW, feed
from tests.store.drafts import source

FOR_EVER = "import signal; signal.pause()"


@pytest.fixture
def worker() -> Iterator[Worker]:
    with closing(Worker()) as worker:
        yield worker


def test_a_job_is_done_in_another_process(worker: Worker) -> None:
    first = worker.do(os.getpid)
    assert first != os.getpid()
    assert worker.do(os.getpid) == first


def test_what_a_job_raises_is_raised_here_and_the_next_is_done(worker: Worker) -> None:
    with pytest.raises(ZeroDivisionError):
        worker.do(partial(divmod, 1, 0))
    assert worker.do(partial(divmod, 7, 2)) == (3, 1)


def test_what_a_job_prints_does_not_spoil_the_answers(worker: Worker) -> None:
    worker.do(partial(print, "storm", flush=True))
    assert worker.do(partial(divmod, 7, 2)) == (3, 1)


def test_threads_that_share_a_process_each_get_their_own_answer(worker: Worker) -> None:
    numbers = range(200)
    with ThreadPoolExecutor(4) as threads:
        found = list(threads.map(worker.do, (partial(divmod, number, 7) for number in numbers)))
    assert found == [divmod(number, 7) for number in numbers]


def test_a_process_that_was_killed_is_told_and_replaced(worker: Worker) -> None:
    os.kill(worker.do(os.getpid), signal.SIGKILL)
    with pytest.raises(GONE):
        worker.do(os.getpid)
    worker.close()
    assert worker.do(os.getpid) != os.getpid()


async def test_many_feeds_say_the_same_as_a_few() -> None:
    fetched = Fetched(url="https://bron.example/feed", body=feed("a", "b"))
    with closing(Workshop()) as workshop:
        jobs = (workshop.understand(source(), fetched, NOW, ()) for _ in range(MANY + 8))
        found = await asyncio.gather(*jobs)
    assert not isinstance(found[0], Problem)
    assert len(found[0].drafts) == 2
    assert all(each == found[0] for each in found)


def test_processes_begin_at_once_when_many_feeds_are_sure_to_come() -> None:
    others = set(threading.enumerate())
    with closing(Workshop()) as workshop:
        workshop.expect(MANY)
        assert _waiting_for_workers(others) == 0
        workshop.expect(MANY + 1)
        assert _waiting_for_workers(others) == WORKERS


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="named pipes are of POSIX")
def test_nobody_waits_for_what_is_being_done_once_nobody_wants_it(tmp_path: Path) -> None:
    begun = tmp_path / "begun"
    os.mkfifo(begun)
    crew = _Crew(quiet=False)
    doing = crew.threads.submit(crew.do, partial(exec, f"open({str(begun)!r}, 'w').close(); {FOR_EVER}"))
    begun.read_bytes()
    crew.dismiss()
    assert isinstance(doing.exception(timeout=60), GONE)


@pytest.mark.skipif(not hasattr(os, "getpriority"), reason="niceness is of POSIX")
@pytest.mark.parametrize("quiet", [True, False])
async def test_processes_give_way_only_where_somebody_presses_keys(quiet: bool) -> None:
    with closing(Workshop(quiet=quiet)) as workshop:
        workshop.expect(MANY + 1)
        assert workshop._crew is not None
        niceness = workshop._crew.do(partial(os.getpriority, os.PRIO_PROCESS, 0))
    assert (niceness > os.getpriority(os.PRIO_PROCESS, 0)) is quiet


def _waiting_for_workers(others: set[threading.Thread]) -> int:
    """Threads that wait for a process, without those that other tests have left."""
    return sum(each.name.startswith("worker") for each in threading.enumerate() if each not in others)
