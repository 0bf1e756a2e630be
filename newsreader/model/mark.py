"""What a reader changes about an article."""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple, overload


class Mark(NamedTuple):
    """The state of one article, as it was or must become: what undo puts back."""

    id: int
    read: bool
    saved: bool


class PackedMarks(Sequence[Mark]):
    """The states of very many articles, in eight bytes each: an id with two bits behind it."""

    def __init__(self, marks: Iterable[Mark] = ()) -> None:
        self._packed = array("q")
        self.extend(marks)

    @classmethod
    def of(cls, data: bytes) -> PackedMarks:
        """One of the `pieces`. Raises ValueError for bytes that are none."""
        marks = cls()
        marks._packed.frombytes(data)
        return marks

    def pieces(self, size: int) -> Iterator[bytes]:
        """All of them as bytes, so many to a piece."""
        return (self._packed[start : start + size].tobytes() for start in range(0, len(self), size))

    def extend(self, marks: Iterable[Mark]) -> None:
        """Add states to the end."""
        self._packed.extend(mark.id << 2 | mark.read << 1 | mark.saved for mark in marks)

    def __len__(self) -> int:
        return len(self._packed)

    @overload
    def __getitem__(self, index: int) -> Mark: ...

    @overload
    def __getitem__(self, index: slice) -> list[Mark]: ...

    def __getitem__(self, index: int | slice) -> Mark | list[Mark]:
        if isinstance(index, slice):
            return [_unpacked(each) for each in self._packed[index]]
        return _unpacked(self._packed[index])


def _unpacked(packed: int) -> Mark:
    return Mark(packed >> 2, bool(packed & 2), bool(packed & 1))
