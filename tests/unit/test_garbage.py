"""Garbage: what has lived for long is looked through when enough has come, and never of its own accord."""

from __future__ import annotations

import gc
from collections.abc import Iterator

import pytest

from newsreader import garbage


@pytest.fixture(autouse=True)
def _as_it_was() -> Iterator[None]:
    """Leaves Python's own looking for garbage as it was."""
    threshold, enabled = gc.get_threshold(), gc.isenabled()
    yield
    gc.set_threshold(*threshold)
    (gc.enable if enabled else gc.disable)()
    gc.unfreeze()


def test_from_its_beginning_only_what_is_young_is_looked_through() -> None:
    gc.disable()
    garbage.begin()
    assert gc.isenabled()
    assert gc.get_threshold()[2] == garbage.SELDOM
    assert gc.get_freeze_count() > 0


@pytest.mark.parametrize(("since", "looks"), [(garbage.ENOUGH - 1, 0), (garbage.ENOUGH, 1)])
def test_everything_is_looked_through_once_enough_has_come(
    monkeypatch: pytest.MonkeyPatch, since: int, looks: int
) -> None:
    looked: list[None] = []
    gc.enable()
    monkeypatch.setattr(gc, "get_count", lambda: (0, 0, since))
    monkeypatch.setattr(gc, "collect", lambda: looked.append(None))
    garbage.look()
    assert len(looked) == looks


def test_before_its_beginning_nothing_is_looked_through(monkeypatch: pytest.MonkeyPatch) -> None:
    gc.disable()
    monkeypatch.setattr(gc, "get_count", lambda: (0, 0, garbage.SELDOM))
    monkeypatch.setattr(gc, "collect", lambda: pytest.fail("looked"))
    garbage.look()
