"""Whether what went wrong was told, in words, and the store can still be read."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import redirect_stderr
from io import StringIO
from pathlib import Path
from typing import Any

from newsreader import words
from newsreader.cli import main
from newsreader.model import Problem, ProblemKind, Scope
from newsreader.store import Store, StoreError
from tests.faults.lives import Note

ARTICLES = 200
"""In the store of a circumstance."""


def expect(note: Note, problem: object, *kinds: ProblemKind) -> None:
    """The problem is of one of these kinds, and has a sentence in both languages."""
    if not isinstance(problem, Problem) or problem.kind not in kinds:
        note(f"said {problem}")
        return
    nl, en = (words.of(one).problems.sentence(problem) for one in ("nl", "en"))
    if nl == en or not nl:
        note(f"no words for {problem.kind}")
    note(f"told {nl}")


def refused(note: Note, work: Callable[[], Any], *kinds: ProblemKind) -> None:
    """The store refuses the work, and says why."""
    try:
        work()
    except StoreError as error:
        expect(note, error.problem, *kinds)
    else:
        note("was done all the same")


def reads(note: Note, store: Store) -> None:
    """Everything can still be read."""
    ids = store.ids(Scope())
    if len(ids) != ARTICLES or store.article(ids[-1]) is None or not store.find("nummer1", 9):
        note(f"only {len(ids)} articles can be read")


def command(folder: Path, *arguments: str, settings: Path | None = None) -> tuple[int, str]:
    """Run a command, in Dutch, on the store and settings in that folder: its status, and its complaints."""
    said = StringIO()
    with redirect_stderr(said):
        status = main(
            ["--data-dir", str(folder), "--config-dir", str(settings or folder), "--lang", "nl", *arguments]
        )
    return status, " ".join(said.getvalue().split())


def complains(folder: Path, sought: str, *arguments: str) -> Iterator[str]:
    """The command fails and says so in a sentence with that word in it."""
    status, said = command(folder, *arguments)
    if status == 0:
        yield f"{arguments[0]} ended with 0"
    yield f"told {said}" if sought in said else f"{arguments[0]} said {said}"


def succeeds(folder: Path, *arguments: str) -> Iterator[str]:
    """The command does its work."""
    status, said = command(folder, *arguments)
    if status:
        yield f"{arguments[0]} ended with {status}: {said}"
