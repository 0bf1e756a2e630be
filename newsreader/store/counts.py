"""How many articles there are, read from the tally the triggers keep."""

from __future__ import annotations

import apsw

from newsreader.model import Count, Counts
from newsreader.store.sources import COLUMNS, to_source

EVERYTHING = "SELECT ifnull(sum(total), 0), ifnull(sum(unread), 0), ifnull(sum(saved), 0) FROM tally"
SECTIONS = """
SELECT tally.section, sum(total), sum(unread) FROM tally JOIN source ON source.no = tally.source
GROUP BY tally.section HAVING sum(total) > 0 AND tally.section <> ''
ORDER BY min(source.position), tally.section"""
ALSO = "SELECT section, total, unread FROM also_tally WHERE total > 0"
SOURCES = f"""
SELECT {COLUMNS}, ifnull(sum(total), 0), ifnull(sum(unread), 0)
FROM source LEFT JOIN tally ON tally.source = source.no
WHERE source.removed = 0 GROUP BY source.no ORDER BY source.position"""


def counts(connection: apsw.Connection) -> Counts:
    """All counts of the sidebar; sections and sources in the order of the sources."""
    total, unread, saved = connection.execute(EVERYTHING).get
    return Counts(
        Count(total, unread),
        saved,
        _sections(connection),
        tuple((to_source(row[:-2]), Count(*row[-2:])) for row in connection.execute(SOURCES)),
    )


def _sections(connection: apsw.Connection) -> tuple[tuple[str, Count], ...]:
    """What has the section for its own, and what only another list of its site shows in it."""
    found = {section: Count(*numbers) for section, *numbers in connection.execute(SECTIONS)}
    for section, total, unread in connection.execute(ALSO):
        own = found.get(section, Count())
        found[section] = Count(own.total + total, own.unread + unread)
    return tuple(found.items())


def is_empty(connection: apsw.Connection) -> bool:
    """Whether there is no article but those of the sample edition."""
    real = (
        "SELECT EXISTS (SELECT 1 FROM tally JOIN source ON no = source WHERE total > 0 AND kind <> 'sample')"
    )
    return not connection.execute(real).get
