"""A store in a folder of its own, with one source."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from newsreader.store import Store
from tests.store.drafts import opened, source


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "data" / "news.db"


@pytest.fixture
def store(path: Path) -> Iterator[Store]:
    store = opened(path)
    store.add_sources([source()]).result()
    yield store
    store.close()
