"""Every surrounding once."""

from __future__ import annotations

from pathlib import Path

from tests.faults import surroundings


def test_wherever_it_is_started_it_works_or_says_why_not(tmp_path: Path) -> None:
    tried = surroundings.run(tmp_path)
    assert len(tried) == 4
    assert [row for row in tried if row.lost] == []
