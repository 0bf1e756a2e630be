"""Opening a file in the program that the system has for it; never through a shell."""

from __future__ import annotations

import os
import sys
from pathlib import Path


def shows(file: Path) -> bool:
    """Open the file in the system's viewer; False when there is none, as on a machine without a desktop.

    Blocks until the viewer has been started.
    """
    import subprocess

    opener = _opener()
    if opener is None:
        return False
    quiet = subprocess.DEVNULL
    command = [opener, str(file.absolute())]
    try:
        done = subprocess.run(  # noqa: S603 - no shell: the file is an argument, and begins with a slash
            command, stdin=quiet, stdout=quiet, stderr=quiet, timeout=10, check=False
        )
    except subprocess.TimeoutExpired:
        return True  # it is still on the screen
    except OSError:
        return False
    return done.returncode == 0


def _opener() -> str | None:
    """The program that opens files here: on Linux only where there is a desktop to open them on."""
    from shutil import which

    if sys.platform == "darwin":
        return which("open")
    if sys.platform == "win32":
        return which("explorer")
    desktop = os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")
    return which("xdg-open") if desktop else None
