"""Opening a file in the system's viewer: by a program of ours that writes down what it was given."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from newsreader.outside.viewer import shows

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="the viewer here is a shell script")


@pytest.fixture
def viewer(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """What the viewer was given, once it has been started."""
    given, program = tmp_path / "given", tmp_path / ("open" if sys.platform == "darwin" else "xdg-open")
    program.write_text(f'#!/bin/sh\nprintf "%s\\n" "$@" > "{given}"\ntest "${{1%.bad}}" = "$1"\n')
    program.chmod(0o700)
    monkeypatch.setenv("PATH", f"{tmp_path}:/usr/bin:/bin")
    monkeypatch.setenv("DISPLAY", ":0")
    return given


def test_a_file_is_one_argument_whatever_it_is_called(viewer: Path) -> None:
    assert shows(Path("/tmp/a b; touch x $(y).png"))
    assert viewer.read_text() == "/tmp/a b; touch x $(y).png\n"


def test_a_viewer_that_fails_is_told(viewer: Path) -> None:
    assert not shows(Path("/tmp/a.bad"))


def test_without_a_desktop_there_is_no_viewer(viewer: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "platform", "linux")
    monkeypatch.delenv("DISPLAY")
    monkeypatch.delenv("WAYLAND_DISPLAY", raising=False)
    assert not shows(Path("/tmp/a.png"))
    assert not viewer.exists()
