"""Reading aloud with a voice that the system has: text goes to a program's standard input, to no shell."""

from __future__ import annotations

import asyncio
import os
import re
import shutil
import signal
import sys
from collections.abc import Callable
from typing import NamedTuple

_PATIENCE = 2.0  # seconds that a voice gets to stop by itself
_MAC = {"nl": "Xander", "en": "Daniel"}  # come with macOS: https://support.apple.com/HT206175
# System.Speech is part of Windows; of the text the script knows nothing but that it comes on standard input.
_WINDOWS = (
    "[Console]::InputEncoding = [Text.Encoding]::UTF8; Add-Type -AssemblyName System.Speech; "
    "$voice = New-Object System.Speech.Synthesis.SpeechSynthesizer; "
    "try {{ $voice.SelectVoiceByHints('NotSet', 'NotSet', 0, '{language}') }} catch {{ }}; "
    "$voice.Speak([Console]::In.ReadToEnd())"
)


class Voice(NamedTuple):
    """A program that reads its standard input aloud, and the command that hushes what it set going."""

    command: tuple[str, ...]
    hush: tuple[str, ...] = ()

    @property
    def program(self) -> str:
        """Its name, for a message."""
        return os.path.basename(self.command[0])  # noqa: PTH119 - of either system's paths


def voice(
    own: str, language: str, platform: str = sys.platform, which: Callable[[str], str | None] = shutil.which
) -> Voice | None:
    """The reader's own voice, else the system's for a language (`nl-NL`, `en`); None when there is none."""
    if own:
        import shlex

        command = tuple(shlex.split(own))
        return Voice(command) if which(command[0]) else None
    language = language.lower().partition("-")[0]
    if not re.fullmatch(r"[a-z]{2,3}", language):
        language = "nl"
    return next((found for found in _known(language, platform) if which(found.command[0])), None)


def _known(language: str, platform: str) -> tuple[Voice, ...]:
    """The voices that a system may have, the best one first."""
    if platform == "darwin":
        named = ("-v", _MAC[language]) if language in _MAC else ()
        return (Voice(("say", *named, "-f", "-")),)
    if platform == "win32":
        script = _WINDOWS.format(language=language)
        return (Voice(("powershell", "-NoProfile", "-NonInteractive", "-Command", script)),)
    return (
        Voice(("espeak-ng", "-v", language, "--stdin")),
        Voice(("spd-say", "--language", language, "--wait", "--pipe-mode"), hush=("spd-say", "--cancel")),
        Voice(("espeak", "-v", language, "--stdin")),
    )


async def speak(voice: Voice, text: str) -> bool:
    """Read a text aloud until its end; False when the program could not. Cancelling it stops the voice."""
    quiet = asyncio.subprocess.DEVNULL
    try:
        process = await asyncio.create_subprocess_exec(
            *voice.command,
            stdin=asyncio.subprocess.PIPE,
            stdout=quiet,
            stderr=quiet,
            start_new_session=True,
        )
    except OSError:
        return False
    try:
        await process.communicate(text.encode())
    finally:
        if process.returncode is None:
            await _stop(process)
            if voice.hush:
                await (await asyncio.create_subprocess_exec(*voice.hush, stdout=quiet, stderr=quiet)).wait()
    return process.returncode == 0


async def _stop(process: asyncio.subprocess.Process) -> None:
    """End the program and whatever it started."""
    _end(process, kill=False)
    try:
        async with asyncio.timeout(_PATIENCE):
            await process.wait()
    except TimeoutError:
        _end(process, kill=True)
        await process.wait()


def _end(process: asyncio.subprocess.Process, *, kill: bool) -> None:
    try:
        if sys.platform == "win32":
            process.kill()
        else:
            os.killpg(process.pid, signal.SIGKILL if kill else signal.SIGTERM)
    except ProcessLookupError:
        pass
