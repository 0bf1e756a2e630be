"""Opening an address in the reader's browser; never through a shell, and only `http(s)` and `mailto`."""

from __future__ import annotations

from urllib.parse import urlsplit

SCHEMES = ("http", "https", "mailto")

_APART = "import sys, webbrowser; sys.exit(not webbrowser.get(sys.argv[2] or None).open(sys.argv[1]))"


def opens(address: str, browser: str = "") -> bool:
    """Open the address in the browser of that name, or the system's; False when that did not work."""
    import webbrowser

    if not _is_fit(address):
        return False
    try:
        return webbrowser.get(browser or None).open(address)
    except (webbrowser.Error, ValueError):  # ValueError: a command with a quote that is never closed
        return False


def opens_apart(address: str, browser: str = "") -> bool:
    """The same from a process of its own, so that what a browser prints does not reach the screen."""
    import subprocess
    import sys

    if not _is_fit(address):
        return False
    quiet = subprocess.DEVNULL
    command = [sys.executable, "-c", _APART, address, browser]
    done = subprocess.run(  # noqa: S603 - no shell: the address, whose scheme was seen to, is an argument
        command, stdin=quiet, stdout=quiet, stderr=quiet, check=False
    )
    return done.returncode == 0


def needs_terminal(browser: str = "") -> bool:
    """Whether that browser, or the system's, is one that shows its pages in the terminal."""
    import webbrowser

    try:
        found = webbrowser.get(browser or None)
    except (webbrowser.Error, ValueError):
        return False
    if isinstance(found, webbrowser.BackgroundBrowser):
        return False
    return isinstance(found, (webbrowser.GenericBrowser, webbrowser.Elinks))


def _is_fit(address: str) -> bool:
    try:
        return urlsplit(address).scheme in SCHEMES and "\0" not in address
    except ValueError:
        return False
