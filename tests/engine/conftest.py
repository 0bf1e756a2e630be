"""An engine in a folder of its own, on a clock that is turned by hand."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from newsreader.engine import Engine
from tests.engine.reader import Hands, opened


@pytest.fixture
def clock() -> Hands:
    return Hands()


@pytest.fixture
def engine(tmp_path: Path, clock: Hands) -> Iterator[Engine]:
    with opened(tmp_path, clock) as engine:
        yield engine
