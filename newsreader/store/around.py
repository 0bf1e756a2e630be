"""Reading a store that is damaged: what can be read, and why the rest cannot."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import TypeVar

from newsreader.model import Problem, ProblemKind
from newsreader.store.errors import StoreError

T = TypeVar("T")


class Around:
    """Reads around damaged places."""

    problem: Problem | None = None
    """Why something was left out, once that has been so."""

    def __call__(self, read: Callable[[Sequence[int]], Iterable[T]], keys: Sequence[int]) -> list[T]:
        """What is read by these keys, those of damaged places left out."""
        found = self.attempt(lambda: [*read(keys)])
        if found is not None:
            return found
        middle = len(keys) // 2
        return [*self(read, keys[:middle]), *self(read, keys[middle:])] if middle else []

    def attempt(self, work: Callable[[], T]) -> T | None:
        """What comes of it; None when that cannot be read."""
        try:
            return work()
        except StoreError as error:
            if error.problem.kind is not ProblemKind.STORE_DAMAGED:
                raise
            self.problem = error.problem
            return None
