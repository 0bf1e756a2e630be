"""Five days of few papers: what a reader takes up at the end is what it took up on the third."""

from __future__ import annotations

from pathlib import Path

from tests.faults import screen_week, week


def test_nothing_grows_for_ever(tmp_path: Path) -> None:
    (tried,) = week.run(tmp_path, week.QUICK)
    assert tried.lost == ()
    assert tried.times == 15 * 6 * 5


def test_nor_does_it_with_a_screen(tmp_path: Path) -> None:
    (tried,) = screen_week.run(tmp_path, screen_week.QUICK)
    assert tried.lost == ()
    assert tried.times == 3 * 5


def test_growth_is_seen() -> None:
    first = week.Taken(10**8, 50_000, 20, 7, 0, 10**6, 0, 100, 300)
    more = first._replace(
        memory=2 * 10**8, objects=60_000, handles=21, threads=8, processes=1, used=2 * 10**6
    )
    assert len(list(week.grown([first, first, first, more._replace(free=10**6)]))) == 7
    assert list(week.grown([more, first, first, first._replace(live=200, entries=500, used=2 * 10**6)])) == []
