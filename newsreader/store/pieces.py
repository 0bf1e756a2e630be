"""Long lists a piece at a time, so that none is held in memory or up by a statement; damaged ones too."""

from __future__ import annotations

from collections.abc import Iterator

import apsw


def of_ids(connection: apsw.Connection, query: str, size: int) -> Iterator[list[int]]:
    """What a query gives, so many at a time: it binds the last one and how many, and puts them in order.

    In a damaged file they may go round in a circle: that ends it.
    """
    last = 0
    while ids := [each for (each,) in connection.execute(query, (last, size))]:
        yield ids
        if ids[-1] <= last:
            return
        last = ids[-1]
