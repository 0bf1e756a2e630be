"""The whole book of misbehaviour, once."""

from __future__ import annotations

from pathlib import Path

from tests.faults import network


def test_nothing_is_lost_by_servers_that_misbehave(tmp_path: Path) -> None:
    tried = network.run(tmp_path)
    assert len(tried) > 100
    assert [row for row in tried if row.lost] == []
