"""A process of its own that does one job after another, each told and answered over a pipe.

Not multiprocessing: its pool costs three threads and a process more, and runs the program's main module anew.
A job is a function of a module with its arguments, pickled; both ends are ours.
"""

from __future__ import annotations

import gc
import os
import pickle
import signal
import subprocess
import sys
from collections.abc import Callable
from contextlib import suppress
from threading import Lock
from typing import IO, Any, TypeVar

from newsreader import malloc

T = TypeVar("T")
GONE = (EOFError, OSError, pickle.UnpicklingError)
"""What `Worker.do` raises when its process has ended, was ended from outside, or could not begin."""

_SERVE = "from newsreader.engine.worker import serve; serve({})"
_PIPE = 1 << 20  # bytes: what an unprivileged program may ask for
_SELDOM = 50_000
"""Objects made after which a process looks for garbage: more than a job makes, which lets them go itself."""
_QUIET = 10
"""By how much a quiet process is nicer than its parent (POSIX); on Windows its priority is below normal."""


class Worker:
    """One process, begun with its first job; it does one at a time, and any thread may close it.

    A job is sent while the one before is being done, so that the process need not wait for ours in between.
    """

    def __init__(self, *, quiet: bool = False) -> None:
        """A `quiet` one only gets the time that nobody else wants."""
        self._quiet = quiet
        self._asking, self._hearing = Lock(), Lock()
        self._process: subprocess.Popen[bytes] | None = None

    def do(self, job: Callable[[], T]) -> T:
        """What the job gives, or raises, in the process; raises one of GONE when there is none any more."""
        with self._asking:
            process = self._process = self._process or _begin(quiet=self._quiet)
            if process.stdin is None or process.stdout is None:
                raise EOFError
            pickle.dump(job, process.stdin, pickle.HIGHEST_PROTOCOL)
            process.stdin.flush()
            self._hearing.acquire()  # answers come in the order of their jobs
        try:
            result, error = pickle.load(process.stdout)  # noqa: S301 - from `serve`
        finally:
            self._hearing.release()
        if error is not None:
            raise error
        done: T = result
        return done

    def close(self) -> None:
        """End the process, and with it the job under way; the next job begins another."""
        if (process := self._process) is not None:
            process.kill()  # it only ever computes: nothing of it can be left half done
        with self._asking, self._hearing:
            process, self._process = self._process, None
            if process is not None:
                process.kill()
                process.communicate()


def _begin(*, quiet: bool) -> subprocess.Popen[bytes]:
    """The interpreter that runs us, with what we can import, deaf to Ctrl+C and without a terminal."""
    found = {**malloc.KEEP, **os.environ, "PYTHONPATH": os.pathsep.join(filter(None, sys.path))}
    pipe, nowhere = subprocess.PIPE, subprocess.DEVNULL
    command = [sys.executable, "-c", _SERVE.format(_QUIET if quiet else 0)]
    process = subprocess.Popen(  # noqa: S603 - no shell, and the command is ours alone
        command,
        stdin=pipe,
        stdout=pipe,
        stderr=nowhere,
        env=found,
        start_new_session=True,
        creationflags=getattr(subprocess, "BELOW_NORMAL_PRIORITY_CLASS", 0) if quiet else 0,
    )
    for end in process.stdin, process.stdout:
        _widen(end)
    return process


def _widen(pipe: IO[bytes] | None) -> None:
    """Lets a whole feed lie in the pipe where the system can do that (Linux: fcntl(2), F_SETPIPE_SZ).

    Else both ends wake each other for every 64 kB.
    """
    with suppress(ImportError, AttributeError, OSError):
        import fcntl

        fcntl.fcntl(pipe or -1, fcntl.F_SETPIPE_SZ, _PIPE)


def serve(nice: int = 0) -> None:
    """Does jobs until the pipe ends; what a library prints is lost, so that it cannot spoil the answers."""
    if nice and hasattr(os, "nice"):
        _give_way(nice)
    gc.set_threshold(_SELDOM)
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    answers = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)
    jobs = sys.stdin.buffer
    while True:
        try:
            job: Callable[[], Any] = pickle.load(jobs)  # noqa: S301 - from `Worker.do`
        except EOFError:
            return
        pickle.dump(_done(job), answers, pickle.HIGHEST_PROTOCOL)
        answers.flush()


def _give_way(nice: int) -> None:
    """Takes what the others leave; on Linux as a session too, which has a share of its own (sched(7))."""
    os.nice(nice)
    with suppress(OSError), open("/proc/self/autogroup", "w") as group:  # noqa: PTH123 - one module less
        group.write(str(nice))


def _done(job: Callable[[], Any]) -> tuple[Any, Exception | None]:
    try:
        return job(), None
    except Exception as error:  # whatever it is, it belongs to whoever asked
        return None, error
