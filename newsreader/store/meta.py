"""Small facts about the store itself, by name."""

from __future__ import annotations

import apsw


def read(connection: apsw.Connection, key: str) -> str:
    """The value of a fact; empty when it was never set."""
    found = connection.execute("SELECT value FROM meta WHERE key = ?", (key,)).fetchall()
    return str(found[0][0]) if found else ""


def write(connection: apsw.Connection, key: str, value: str) -> None:
    """Sets a fact."""
    connection.execute("INSERT OR REPLACE INTO meta VALUES (?, ?)", (key, value))
