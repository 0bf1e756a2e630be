"""What a drawn line is made of, before it has colours."""

from __future__ import annotations

from typing import NamedTuple


class Piece(NamedTuple):
    """A run of text in one look. `role` names a component class, `marks` holds letters of `Span.marks`."""

    text: str
    role: str = "text"
    marks: str = ""
    url: str = ""


class Line(NamedTuple):
    """One line of a laid out page.

    `offset` tells how far into its part the line begins, in a measure that is the same at every width;
    `indent` how many characters stand before its text; `ending` what stands between it and the next line in
    the text that is copied; `story` which related story it belongs to; `picture` which picture it shows, and
    which line of its cells.
    """

    pieces: tuple[Piece, ...] = ()
    offset: int = 0
    indent: int = 0
    ending: str = "\n"
    story: int = -1
    picture: tuple[str, int] = ("", 0)

    @property
    def text(self) -> str:
        """The line's characters."""
        return "".join(piece.text for piece in self.pieces)


BLANK = Line(offset=-1)
"""The empty line above a part: before anything in it."""


def differing(old: str, new: str) -> tuple[int, int]:
    """From and to which character two texts differ; to the end of the longer one where one is longer."""
    apart = (at for at, (one, other) in enumerate(zip(old, new, strict=False)) if one != other)
    start = next(apart, min(len(old), len(new)))
    if len(old) != len(new):
        return start, max(len(old), len(new))
    return start, next((at for at in range(len(new), start, -1) if old[at - 1] != new[at - 1]), start)
