"""Which voice a system has, and a voice that is cut off: it is gone, with all it started."""

from __future__ import annotations

import asyncio
import os
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from newsreader.outside.speech import Voice, speak, voice

SLOW = """
import os, subprocess, sys
child = subprocess.Popen([sys.executable, "-c", "import time; time.sleep(60)"])
open(sys.argv[1], "w").write(f"{os.getpid()} {child.pid} {sys.stdin.read()}")
child.wait()
"""


def has(*names: str) -> Callable[[str], str | None]:
    return lambda name: f"/bin/{name}" if name in names else None


@pytest.mark.parametrize(
    ("platform", "there", "command"),
    [
        ("linux", ("espeak-ng", "spd-say"), ("espeak-ng", "-v", "nl", "--stdin")),
        ("linux", ("spd-say",), ("spd-say", "--language", "nl", "--wait", "--pipe-mode")),
        ("darwin", ("say",), ("say", "-v", "Xander", "-f", "-")),
    ],
)
def test_the_system_has_a_voice(platform: str, there: tuple[str, ...], command: tuple[str, ...]) -> None:
    found = voice("", "nl-NL", platform, has(*there))
    assert found is not None
    assert found.command == command


def test_windows_is_given_a_script_without_the_text() -> None:
    found = voice("", "en", "win32", has("powershell"))
    assert found is not None
    assert "'en'" in found.command[-1]
    assert "ReadToEnd" in found.command[-1]


def test_a_language_cannot_smuggle_in_an_option() -> None:
    found = voice("", "--help; rm", "linux", has("espeak-ng"))
    assert found is not None
    assert found.command[2] == "nl"


def test_without_a_voice_there_is_none() -> None:
    assert voice("", "nl", "linux", has()) is None
    assert voice("eigen --stem", "nl", "linux", has("espeak-ng")) is None


def test_the_readers_own_command_keeps_its_arguments() -> None:
    assert voice("piper 'mijn stem.onnx'", "nl", "linux", has("piper")) == Voice(("piper", "mijn stem.onnx"))


async def test_the_text_comes_on_standard_input(tmp_path: Path) -> None:
    out = tmp_path / "gezegd"
    script = "import sys; open(sys.argv[1], 'w').write(sys.stdin.read())"
    assert await speak(Voice((sys.executable, "-c", script, str(out))), "$(rm -rf) – één")
    assert out.read_text() == "$(rm -rf) – één"
    assert not await speak(Voice((sys.executable, "-c", "raise SystemExit(3)")), "")
    assert not await speak(Voice(("/nergens/te/vinden",)), "")


@pytest.mark.skipif(sys.platform == "win32", reason="process groups are of POSIX")
async def test_hushing_leaves_no_process_behind(tmp_path: Path) -> None:
    out = tmp_path / "bezig"
    task = asyncio.ensure_future(speak(Voice((sys.executable, "-c", SLOW, str(out))), "tekst"))
    async with asyncio.timeout(20):
        await _until(lambda: out.exists() and out.read_text().endswith("tekst"))
        task.cancel()
        await asyncio.gather(task, return_exceptions=True)
        numbers = [int(number) for number in out.read_text().split()[:2]]
        await _until(lambda: not any(map(_lives, numbers)))


async def _until(condition: Callable[[], bool]) -> None:
    while not condition():  # noqa: ASYNC110 - another process cannot set an event
        await asyncio.sleep(0.01)


def _lives(number: int) -> bool:
    try:
        os.kill(number, 0)
    except ProcessLookupError:
        return False
    state = Path(f"/proc/{number}/stat")
    return not (state.exists() and state.read_text().rpartition(")")[2].split()[0] == "Z")
