"""The numbers of rows that stand in the pages of a damaged file, whether or not SQLite still gets there.

By the file format (https://www.sqlite.org/fileformat.html#b_tree_pages) a leaf of a table begins with 13, and
its cells with two varints: the size of the row and its number.
"""

from __future__ import annotations

from array import array
from bisect import bisect_right
from collections.abc import Iterator
from functools import cached_property
from pathlib import Path

_LEAF = 13
_HEAD = 8  # bytes before the places of the cells
_MOST = 2**63 - 1


class RowNumbers:
    """Those of all tables together, looked for when needed: behind damage reading goes on at one of them."""

    def __init__(self, path: Path) -> None:
        self._path = path

    def after(self, number: int, *, roughly: bool = False) -> int | None:
        """The next one; `roughly` only such as are the first of their pages."""
        numbers = self._firsts if roughly else self._all
        place = bisect_right(numbers, number)
        return numbers[place] if place < len(numbers) else None

    @cached_property
    def _all(self) -> array[int]:
        return array("q", sorted({number for page in self._pages() for number in _numbers(page)}))

    @cached_property
    def _firsts(self) -> array[int]:
        return array("q", sorted({next(_numbers(page), 0) for page in self._pages()}))

    def _pages(self) -> Iterator[bytes]:
        """The leaves of tables; a page of 64 kB is written as one byte."""
        with self._path.open("rb") as file:
            size = int.from_bytes(file.read(18)[16:])
            file.seek(0)
            while page := file.read(65536 if size == 1 else max(512, size)):
                if page[0] == _LEAF:
                    yield page


def _numbers(page: bytes) -> Iterator[int]:
    """The numbers of a leaf's rows, as far as they make sense."""
    for cell in range(int.from_bytes(page[3:5])):
        place = _HEAD + 2 * cell
        _, start = _varint(page, int.from_bytes(page[place : place + 2]))
        number, _ = _varint(page, start)
        if 0 < number <= _MOST:
            yield number


def _varint(page: bytes, start: int) -> tuple[int, int]:
    """The number there, seven bits a byte of which the highest says that more follow, and where it ends."""
    value = 0
    for place, byte in enumerate(page[start : start + 8], start + 1):
        value = value << 7 | byte & 0x7F
        if byte < 0x80:
            return value, place
    last = page[start + 8 : start + 9]
    return (value << 8 | last[0] if last else 0), start + 9
