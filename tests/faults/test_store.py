"""The short form of what is done to the store; the seed of a failure is in its note."""

from __future__ import annotations

import random
from pathlib import Path

import pytest

from tests.faults import circumstances, disk, gaps, killing, power

SEED = random.randrange(10_000)


@pytest.mark.parametrize("work", killing.ALL)
def test_killed_at_random_moments_nothing_is_lost(tmp_path: Path, work: str) -> None:
    tried = killing.killed(tmp_path, work, 2, SEED)
    assert tried.lost == (), tried.note


def test_a_power_cut_at_random_moments_takes_no_confirmed_mark(tmp_path: Path) -> None:
    (tried,) = power.run(tmp_path, 25, SEED)
    assert tried.lost == (), tried.note


def test_whatever_the_machine_does_is_told_and_nothing_is_lost(tmp_path: Path) -> None:
    assert [row for row in circumstances.run(tmp_path, patience=0.5) if row.lost] == []


def test_damage_is_repaired_and_refusals_are_told(tmp_path: Path) -> None:
    tried = disk.run(tmp_path, 4)
    assert len(tried) == 8
    assert [row for row in tried if row.lost] == []


def test_every_row_that_sqlite_can_still_give_is_read_whatever_the_gaps(tmp_path: Path) -> None:
    (tried,) = gaps.run(tmp_path, 20, SEED)
    assert tried.lost == (), tried.note
