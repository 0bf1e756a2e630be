"""What is copied from a laid out page: text as it was written, not as it was broken into lines."""

from __future__ import annotations

from collections.abc import Sequence

from textual.geometry import Offset
from textual.selection import Selection

from newsreader.ui.widgets.pieces import Line

_SIGNS = frozenset(("bar", "label", "marker", "number", "rule"))


def selected_text(lines: Sequence[Line], selection: Selection) -> str:
    """The characters under the selection; the lines of a paragraph are joined, without their indents."""
    parts: list[str] = []
    ending = "\n"
    for index, line in enumerate(lines):
        span = selected_span(line, index, selection)
        if span is None:
            continue
        start, end = span
        if parts:
            parts.append(ending)
        parts.append(line.text[max(start, 0 if ending == "\n" else line.indent) : end])
        ending = line.ending
    return "".join(parts)


def selected_span(line: Line, index: int, selection: Selection) -> tuple[int, int] | None:
    """Which characters of a line are selected; the margin left of the text counts as its start."""
    start, end = (each and Offset(max(each.x, 0), each.y) for each in selection)
    span = Selection(start, end).get_span(index)
    return span and (span[0], len(line.text) if span[1] == -1 else span[1])


def spoken_text(lines: Sequence[Line]) -> str:
    """The lines as they are read aloud: without the numbers of links, bars, rules and other signs."""
    parts: list[str] = []
    for line in lines:
        words = "".join(piece.text for piece in line.pieces if piece.role not in _SIGNS)
        parts += (words.strip(" ") if words.strip() else "", line.ending)
    return "".join(parts).strip()
