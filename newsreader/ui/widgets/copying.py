"""What is copied from a laid out page: text as it was written, not as it was broken into lines."""

from __future__ import annotations

from collections.abc import Sequence

from textual.selection import Selection

from newsreader.ui.widgets.pieces import Line


def selected_text(lines: Sequence[Line], selection: Selection) -> str:
    """The characters under the selection; the lines of a paragraph are joined, without their indents."""
    parts: list[str] = []
    ending = "\n"
    for index, line in enumerate(lines):
        span = selection.get_span(index)
        if span is None:
            continue
        start, end = span
        text = line.text
        begin = max(start, 0 if ending == "\n" else line.indent)
        if parts:
            parts.append(ending)
        parts.append(text[begin : len(text) if end == -1 else max(end, 0)])
        ending = line.ending
    return "".join(parts)
