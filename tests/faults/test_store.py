"""The short form of what is done to the store."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.faults import disk, killing, power
from tests.faults.worker import WORKS


@pytest.mark.parametrize("work", WORKS)
def test_killed_at_random_moments_nothing_is_lost(tmp_path: Path, work: str) -> None:
    assert killing.killed(tmp_path, work, 3).lost == ()


def test_a_power_cut_at_random_moments_takes_no_confirmed_mark(tmp_path: Path) -> None:
    assert [row.lost for row in power.run(tmp_path, 15)] == [()]


def test_damage_is_repaired_and_refusals_are_told(tmp_path: Path) -> None:
    tried = disk.run(tmp_path, 4)
    assert len(tried) == 6
    assert [row for row in tried if row.lost] == []
