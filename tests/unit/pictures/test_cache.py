"""Pictures on disk: private, whole or not there, and never more than the limit."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from newsreader.pictures.cache import MEGABYTE, Cache

URL = "https://beeld.example.nl/a.jpg?w=1"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "cache" / "pictures"


def seen(folder: Path, url: str, order: int) -> None:
    """As if that picture had last been seen at that moment."""
    path = Cache(folder, 100).find(url)
    assert path is not None
    os.utime(path, (order, order))


def test_what_is_kept_is_found_again_and_is_private(folder: Path) -> None:
    path = Cache(folder, 1).keep(URL, b"bytes", ".png")
    assert path is not None
    assert Cache(folder, 1).read(URL) == b"bytes"
    assert Cache(folder, 1).find(URL) == path
    assert path.suffix == ".png"
    assert (path.stat().st_mode & 0o777, folder.stat().st_mode & 0o777) == (0o600, 0o700)
    assert [each.name for each in folder.iterdir()] == [path.name]


def test_the_name_tells_nothing_of_the_address(folder: Path) -> None:
    path = Cache(folder, 1).keep("https://x.example/../../etc/passwd", b"b", ".gif")
    assert path is not None
    assert path.parent == folder
    assert path.stem.isalnum()


def test_what_was_not_kept_is_not_found(folder: Path) -> None:
    cache = Cache(folder, 1)
    assert (cache.find(URL), cache.read(URL)) == (None, None)
    cache.drop(URL)
    assert not folder.exists()


def test_dropping(folder: Path) -> None:
    cache = Cache(folder, 1)
    cache.keep(URL, b"bytes", ".png")
    cache.drop(URL)
    assert cache.read(URL) is None


def test_the_least_recently_seen_makes_room(folder: Path) -> None:
    cache = Cache(folder, 1)
    third = b"x" * (MEGABYTE // 3)
    for order, name in enumerate(("a", "b", "c")):
        cache.keep(name, third, ".png")
        seen(folder, name, order + 1)
    assert cache.read("a") == third  # seen again: `b` is the oldest now
    cache.keep("d", third, ".png")
    assert [name for name in "abcd" if cache.read(name)] == ["a", "c", "d"]
    assert sum(path.stat().st_size for path in folder.iterdir()) <= MEGABYTE


def test_a_limit_of_nothing_keeps_nothing(folder: Path) -> None:
    Cache(folder, 1).keep(URL, b"bytes", ".png")
    assert Cache(folder, 0).keep("other", b"bytes", ".png") is None
    assert list(folder.iterdir()) == []


def test_a_disk_that_refuses_is_as_if_nothing_were_kept(tmp_path: Path) -> None:
    (tmp_path / "cache").write_text("a file where a folder has to be")
    cache = Cache(tmp_path / "cache", 1)
    assert cache.keep(URL, b"bytes", ".png") is None
    assert cache.read(URL) is None
