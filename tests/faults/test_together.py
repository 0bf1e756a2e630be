"""Two readers and five refreshes on one store, for as long as the readers do a few things."""

from __future__ import annotations

from pathlib import Path

from tests.faults import together


def test_nothing_is_lost_between_them(tmp_path: Path) -> None:
    tried = together.run(tmp_path, together.acts(6))
    assert [row for row in tried if row.lost] == []
    readers, refreshes, articles = tried
    assert readers.times == 6 * together.READERS
    assert refreshes.times >= together.REFRESHES
    assert articles.times >= together.FEEDS * (2 + together.REFRESHES // 2)
