"""The reader's own colour themes, and the choice between them and Textual's."""

from __future__ import annotations

from rich.segment import Segment
from textual.color import Color
from textual.filter import LineFilter
from textual.theme import BUILTIN_THEMES, Theme

_TRACK = ("scrollbar-background", "scrollbar-background-hover", "scrollbar-background-active")
"""What a scrollbar runs in; Textual's own is nearly black on a dark background."""

DARK = Theme(
    name="krant-dark",
    primary="#7fb4e0",
    secondary="#a9c29a",
    accent="#e5b567",
    warning="#e5b567",
    error="#ef8a80",
    success="#a9c29a",
    foreground="#d8d4cb",
    background="#16181c",
    surface="#1b1e23",
    panel="#272b32",
    dark=True,
    variables=dict.fromkeys(_TRACK, "#1b1e23"),
)
LIGHT = Theme(
    name="krant-light",
    primary="#1f5f99",
    secondary="#4b6b3a",
    accent="#8a5a00",
    warning="#8a5a00",
    error="#a5281b",
    success="#3d6b2a",
    foreground="#24211d",
    background="#faf7f0",
    surface="#f3efe5",
    panel="#e4ded0",
    dark=False,
)
CONTRAST = Theme(
    name="krant-contrast",
    primary="#ffff00",
    secondary="#00ffff",
    accent="#ffff00",
    warning="#ffff00",
    error="#ffb3b3",
    success="#80ff80",
    foreground="#ffffff",
    background="#000000",
    surface="#000000",
    panel="#000000",
    dark=True,
    text_alpha=1.0,
)
OWN = (DARK, LIGHT, CONTRAST)
AVAILABLE = {*BUILTIN_THEMES, *(theme.name for theme in OWN)}
WITHOUT_COLOUR = "ansi-dark"
"""Under NO_COLOR only a theme of the terminal's own colours leaves no colour code in the output."""


class WithoutColour(LineFilter):
    """Leaves weight, underline and reverse, and takes every colour away."""

    def apply(self, segments: list[Segment], background: Color) -> list[Segment]:  # noqa: ARG002
        """The segments without colours."""
        return [
            Segment(text, style.without_color if style else None, control)
            for text, style, control in segments
        ]


def choose(setting: str, available: set[str], *, no_color: bool) -> str:
    """The name of the theme to use: the setting where it exists, else the dark paper."""
    if no_color:
        return setting if setting.startswith("ansi-") and setting in available else WITHOUT_COLOUR
    return setting if setting in available else DARK.name
