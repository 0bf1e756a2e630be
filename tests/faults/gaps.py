"""Damaged tables whose rows have numbers far apart: whatever SQLite can still give must be carried over."""

from __future__ import annotations

import random
from pathlib import Path

import apsw

from newsreader.store.readable import Readable
from tests.faults.report import Tried

_FAR = 2**61  # where numbers end
Rows = set[tuple[object, ...]]


def run(folder: Path, times: int, seed: int = 7) -> list[Tried]:
    """So many tables, each with pages of zeros, of noise, or with a bit wrong."""
    found, rows = [], 0
    for number in range(times):
        dice = random.Random(f"{seed} {number}")
        path = folder / f"gaps-{number}.db"
        numbers = _filled(path, dice)
        _damage(path, dice)
        there = _there(path, numbers)
        read = [tuple(row) for row in Readable(path, "body").rows("id, packed")]
        rows += len(there)
        if missing := there.difference(read):
            found.append(f"{number}: {len(missing)} of {len(there)} rows")
        if len(set(read)) < len(read):
            found.append(f"{number}: rows twice")
    return [Tried("rows far apart", times, tuple(found), f"{rows} rows; seed {seed}")]


def _filled(path: Path, dice: random.Random) -> list[int]:
    """A table with gaps of all sizes; the numbers of its rows."""
    connection = apsw.Connection(str(path))
    connection.pragma("page_size", dice.choice([512, 1024, 4096, 8192]))
    connection.execute("CREATE TABLE body (id INTEGER PRIMARY KEY, packed BLOB NOT NULL)")
    numbers = [1]
    while len(numbers) < dice.choice([200, 600, 2000]) and numbers[-1] < _FAR:
        gap = dice.choices((1, dice.randrange(1, 50), 2 ** dice.randrange(5, 55)), (90, 8, 2))[0]
        numbers.append(numbers[-1] + gap)
    rows = [(each, dice.randbytes(dice.choice([5, 30, 100, 400, 3000]))) for each in numbers]
    with connection:
        connection.executemany("INSERT INTO body VALUES (?, ?)", rows)
    connection.close()
    return numbers


def _damage(path: Path, dice: random.Random) -> None:
    data = bytearray(path.read_bytes())
    size = int.from_bytes(data[16:18])
    for _ in range(dice.randrange(1, 8)):
        start = size * dice.randrange(1, len(data) // size)
        match dice.choice(("zeros", "noise", "bit")):
            case "zeros":
                data[start : start + size] = bytes(size)
            case "noise":
                data[start : start + size] = dice.randbytes(size)
            case _:
                data[dice.randrange(start, len(data))] ^= 1 << dice.randrange(8)
    path.write_bytes(data)


def _there(path: Path, numbers: list[int]) -> Rows:
    """What SQLite gives when it is asked for every row by its number."""
    rows: Rows = set()
    connection = apsw.Connection(str(path))
    connection.pragma("cell_size_check", True)
    for number in numbers:
        try:
            found = connection.execute("SELECT id, packed FROM body WHERE id = ?", (number,)).fetchall()
        except apsw.Error:
            continue
        rows.update(map(tuple, found))
    connection.close()
    return rows
