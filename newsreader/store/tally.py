"""The tally that triggers keep: whether it is right, and counting anew when it is not."""

from __future__ import annotations

import apsw

_COUNTED = """
SELECT source, section, count(*), sum(NOT read), sum(saved) FROM entry WHERE live = 1
GROUP BY source, section"""
_KEPT = "SELECT source, section, total, unread, saved FROM tally WHERE total"
_DIFFERENT = f"""
SELECT EXISTS (SELECT * FROM ({_COUNTED}) EXCEPT {_KEPT})
    OR EXISTS (SELECT * FROM ({_KEPT}) EXCEPT {_COUNTED})"""


def is_right(connection: apsw.Connection) -> bool:
    """Whether the tally is what counting gives."""
    return not connection.execute(_DIFFERENT).get


def recount(connection: apsw.Connection) -> None:
    """Counts everything anew."""
    connection.execute("DELETE FROM tally")
    connection.execute(f"INSERT INTO tally (source, section, total, unread, saved) {_COUNTED}")
