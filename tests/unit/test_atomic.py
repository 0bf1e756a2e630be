"""What a killed write leaves behind goes with a later one: only what is ours, and only what is old."""

from __future__ import annotations

import os
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from newsreader import atomic

LONG_AGO = 1_000_000_000


@pytest.fixture
def left(tmp_path: Path) -> list[Path]:
    """Temporary files, all but the first to be left alone."""
    names = (
        ".settings.toml.123.tmp",
        ".settings.toml.124.tmp",
        ".other.toml.123.tmp",
        ".settings.toml.mine.tmp",
        "settings.toml.123.tmp",
        ".settings.toml.125.tmp",
        ".settings.toml.126.tmp",
    )
    paths = [tmp_path / name for name in names]
    for path in paths[:-2]:
        path.write_text("half")
    paths[-2].mkdir()
    paths[-1].symlink_to(tmp_path / "elsewhere")
    for path in (paths[0], *paths[2:]):
        os.utime(path, (LONG_AGO, LONG_AGO), follow_symlinks=False)
    return paths


def test_the_next_write_clears_up(tmp_path: Path, left: list[Path]) -> None:
    atomic.replace(tmp_path / "settings.toml", b"whole")
    assert (tmp_path / "settings.toml").read_bytes() == b"whole"
    assert [path.is_symlink() or path.exists() for path in left] == [False] + [True] * 6


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no named pipes here")
def test_a_pipe_is_written_to_and_stays_one(tmp_path: Path) -> None:
    pipe = tmp_path / "pijp"
    os.mkfifo(pipe)
    with ThreadPoolExecutor() as pool:
        read = pool.submit(pipe.read_bytes)
        atomic.replace(pipe, b"whole")
        assert read.result() == b"whole"
    assert pipe.is_fifo()
    assert list(tmp_path.iterdir()) == [pipe]


@pytest.mark.parametrize("folder", ["", "/"])
def test_a_folder_is_not_written_to(tmp_path: Path, folder: str) -> None:
    path = Path(folder or tmp_path)
    with pytest.raises(IsADirectoryError) as refused:
        atomic.replace(path, b"whole")
    assert refused.value.filename == str(path)


def test_what_cannot_be_looked_at_stands_in_no_way(tmp_path: Path) -> None:
    atomic.clear_up(tmp_path / "nowhere", lambda _: True)
