"""A process of its own that does one job after another, each told and answered over a pipe.

Not multiprocessing: its pool costs three threads and a process more, and runs the program's main module anew.
A job is a function of a module with its arguments, pickled; both ends are ours.
"""

from __future__ import annotations

import os
import pickle
import signal
import subprocess
import sys
from collections.abc import Callable
from typing import Any, TypeVar

T = TypeVar("T")
GONE = (EOFError, OSError, pickle.UnpicklingError)
"""What `Worker.do` raises when its process has ended, was ended from outside, or could not begin."""

_SERVE = "from newsreader.engine.worker import serve; serve()"


class Worker:
    """One process, begun with its first job. Only one thread at a time may use it."""

    def __init__(self) -> None:
        self._process: subprocess.Popen[bytes] | None = None

    def do(self, job: Callable[[], T]) -> T:
        """What the job gives, or raises, in the process; raises one of GONE when there is none any more."""
        process = self._process = self._process or _begin()
        if process.stdin is None or process.stdout is None:
            raise EOFError
        pickle.dump(job, process.stdin, pickle.HIGHEST_PROTOCOL)
        process.stdin.flush()
        # What comes from this pipe was written by `serve`.
        result, error = pickle.load(process.stdout)  # noqa: S301
        if error is not None:
            raise error
        done: T = result
        return done

    def close(self) -> None:
        """Let the process end; the next job begins another."""
        process, self._process = self._process, None
        if process is not None:
            process.kill()  # it only ever computes: nothing of it can be left half done
            process.communicate()


def _begin() -> subprocess.Popen[bytes]:
    """The interpreter that runs us, with what we can import, deaf to Ctrl+C and without a terminal."""
    found = {**os.environ, "PYTHONPATH": os.pathsep.join(filter(None, sys.path))}
    pipe, quiet = subprocess.PIPE, subprocess.DEVNULL
    command = [sys.executable, "-c", _SERVE]
    # No shell, and the command is ours alone.
    return subprocess.Popen(  # noqa: S603
        command, stdin=pipe, stdout=pipe, stderr=quiet, env=found, start_new_session=True
    )


def serve() -> None:
    """Does jobs until the pipe ends; what a library prints is lost, so that it cannot spoil the answers."""
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


def _done(job: Callable[[], Any]) -> tuple[Any, Exception | None]:
    try:
        return job(), None
    except Exception as error:  # whatever it is, it belongs to whoever asked
        return None, error
