"""Long work that a reader waits for: it pauses for keys, comes about, and ends where nobody waits."""

from __future__ import annotations

from math import inf
from threading import Event

import pytest

from newsreader import attention
from newsreader.attention import Attention
from newsreader.engine import Engine
from newsreader.engine.pauses import Pauses
from newsreader.model import Scope
from newsreader.store import lists
from tests.engine.test_joiner import bring


def test_without_keys_nothing_pauses(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(attention, "PAINT", 1e6)
    assert not Pauses(Attention(), Event())()


def test_a_pause_ends_when_nobody_waits_any_more(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(attention, "PAINT", 1e6)
    pressed, gone = Attention(), Event()
    pressed.note(inf)
    gone.set()
    assert Pauses(pressed, gone)()


async def test_under_constant_keys_a_long_list_is_collected(
    engine: Engine, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(attention, "PAINT", 1e-4)
    monkeypatch.setattr(lists, "CHUNK", 3)
    bring(engine, 20)
    engine.attention.note(inf)
    assert len(await engine.all_folded(Scope())) == 20
