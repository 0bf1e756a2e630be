"""Whether this terminal shows pictures, and by which protocol: from the environment alone; pure.

The terminal is never asked: an answer that comes late would be read as keys.
"""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum


class Protocol(StrEnum):
    """How a picture gets on the screen."""

    KITTY = "kitty"  # the graphics protocol with placeholder cells
    SIXEL = "sixel"
    ITERM2 = "iterm2"
    HALF_BLOCKS = "halfblocks"  # two pixels a cell, in any terminal with colours


_PLAIN_TERMS = ("", "dumb", "unknown", "linux", "ansi", "vt100", "vt102", "vt220")
_REMOTE = ("SSH_CONNECTION", "SSH_CLIENT", "SSH_TTY")
_BY_TERM = {
    "xterm-kitty": Protocol.KITTY,
    "xterm-ghostty": Protocol.KITTY,
    "foot": Protocol.SIXEL,
    "foot-extra": Protocol.SIXEL,
    "mlterm": Protocol.SIXEL,
    "contour": Protocol.SIXEL,
}
_BY_PROGRAM = {
    "ghostty": Protocol.KITTY,
    "iterm.app": Protocol.ITERM2,
    "wezterm": Protocol.ITERM2,
    "mintty": Protocol.ITERM2,
}


def wanted(setting: str, environ: Mapping[str, str], *, plain: bool = False) -> bool:
    """Whether to show pictures: `setting` is `auto`, `always` or `never`.

    Never with `plain` or NO_COLOR. By itself (`auto`) in a terminal of at least 256 colours, but not over SSH
    and not on the console of Linux.
    """
    if plain or setting == "never" or "NO_COLOR" in environ:
        return False
    return setting == "always" or (not any(environ.get(name) for name in _REMOTE) and _has_colours(environ))


def protocol(setting: str, environ: Mapping[str, str]) -> Protocol:
    """The protocol that is set, else (`auto`) the one this terminal is known for; inside tmux half blocks."""
    if setting != "auto":
        return Protocol(setting)
    term = environ.get("TERM", "").lower()
    if environ.get("TMUX") or environ.get("STY") or term.startswith(("tmux", "screen")):
        return Protocol.HALF_BLOCKS
    if environ.get("KITTY_WINDOW_ID"):
        return Protocol.KITTY
    known = _BY_TERM.get(term) or _BY_PROGRAM.get(environ.get("TERM_PROGRAM", "").lower())
    return known or Protocol.HALF_BLOCKS


def _has_colours(environ: Mapping[str, str]) -> bool:
    term = environ.get("TERM", "").lower()
    many = environ.get("COLORTERM", "").lower() in ("truecolor", "24bit") or "256color" in term
    return term not in _PLAIN_TERMS and (many or term in _BY_TERM or bool(environ.get("WT_SESSION")))
