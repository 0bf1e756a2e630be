"""A smoke test in a terminal that many people have between them and the program."""

from __future__ import annotations

import shlex
import shutil
import subprocess
import time
from pathlib import Path

import pytest

from tests.terminal.conftest import CHOSEN
from tests.terminal.terminal import PATIENCE, READER, environment

pytestmark = pytest.mark.skipif(not shutil.which("tmux"), reason="tmux is not installed")


def test_the_sample_edition_is_read_in_tmux(tmp_path: Path) -> None:
    environ = environment(tmp_path)

    def tmux(*words: str) -> str:
        command = ["tmux", "-S", str(tmp_path / "socket"), "-f", "/dev/null", *words]
        done = subprocess.run(command, env=environ, capture_output=True, text=True, check=False)
        return done.stdout

    def shows(text: str) -> bool:
        deadline = time.monotonic() + PATIENCE
        while text not in tmux("capture-pane", "-p") and time.monotonic() < deadline:
            continue
        return text in tmux("capture-pane", "-p")

    command = shlex.join((*READER, "--demo", *CHOSEN)) + "; echo einde:$?; cat"
    tmux("new-session", "-d", "-x", "100", "-y", "30", command)
    try:
        assert shows("66 ongelezen")
        tmux("send-keys", "j", "Enter")
        assert shows("dit bericht is verzonnen")
        tmux("resize-window", "-x", "80", "-y", "24")
        assert shows("Een robotmaaier")
        tmux("send-keys", "C-q")
        assert shows("einde:0")
    finally:
        tmux("kill-server")
