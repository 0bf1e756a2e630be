"""The tally that triggers keep: whether it is right, and counting anew when it is not."""

from __future__ import annotations

import apsw

_COUNTED = """
SELECT source, section, count(*), sum(NOT read), sum(saved) FROM entry WHERE live = 1
GROUP BY source, section"""
_KEPT = "SELECT source, section, total, unread, saved FROM tally WHERE total"
_ALSO_COUNTED = """
SELECT also.section, count(*), sum(NOT entry.read) FROM entry_section AS also
JOIN entry ON entry.id = also.entry WHERE entry.live = 1 GROUP BY also.section"""
_ALSO_KEPT = "SELECT section, total, unread FROM also_tally WHERE total"
_DIFFERENT = """
SELECT EXISTS (SELECT * FROM ({0}) EXCEPT {1}) OR EXISTS (SELECT * FROM ({1}) EXCEPT {0})"""
_ALSO_ANEW = """
DELETE FROM entry_section WHERE entry NOT IN (SELECT id FROM entry WHERE live = 1);
UPDATE entry_section SET unread = (SELECT NOT read FROM entry WHERE entry.id = entry_section.entry);
DELETE FROM also_tally;
INSERT INTO also_tally SELECT section, count(*), sum(unread) FROM entry_section GROUP BY section"""


def is_right(connection: apsw.Connection) -> bool:
    """Whether the tally is what counting gives."""
    return not any(
        connection.execute(_DIFFERENT.format(counted, kept)).get
        for counted, kept in ((_COUNTED, _KEPT), (_ALSO_COUNTED, _ALSO_KEPT))
    )


def recount(connection: apsw.Connection) -> None:
    """Counts everything anew."""
    connection.execute("DELETE FROM tally")
    connection.execute(f"INSERT INTO tally (source, section, total, unread, saved) {_COUNTED}")
    connection.execute(_ALSO_ANEW)
