"""Text measured in cells of the terminal: wrapped to a width, or cut to it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from rich.cells import cell_len, chop_cells, set_cell_size

from newsreader.ui.widgets.pieces import Line, Piece

_WORD = re.compile(r"[^ \n]+|\n")  # a no-break space stays inside its word
_LONGEST_RUN = 4_000  # characters without a space; nothing that a person wrote is longer
_RUN = re.compile(rf"([^\s]{{{_LONGEST_RUN}}})[^\s]+")

Range = tuple[int, int]


def clip(text: str, word: str) -> str:
    """The text with every endless run of characters cut off, which `word` then says."""
    return _RUN.sub(lambda run: f"{run[1]}… {word}", text) if len(text) > _LONGEST_RUN else text


def fit(text: str, width: int) -> str:
    """The text in at most `width` cells, with an ellipsis where it was cut."""
    if cell_len(text) <= width:
        return text
    return set_cell_size(text, width - 1).rstrip() + "…" if width > 0 else ""


def wrap(text: str, width: int) -> list[Range]:
    """Where each line begins and ends: broken at spaces, at newlines and, if it must be, inside a word."""
    lines: list[Range] = []
    start = end = used = 0
    for word in _WORD.finditer(text):
        begin, stop = word.span()
        if word[0] == "\n":
            lines.append((start, end))
            start = end = stop
            used = 0
            continue
        size = cell_len(word[0])
        if used and used + begin - end + size <= width:
            used += begin - end + size
            end = stop
            continue
        if used:
            lines.append((start, end))
        *full, (start, end) = _chop(word[0], begin, width) if size > width else [(begin, stop)]
        lines += full
        used = cell_len(text[start:end])
    return [*lines, (start, end)] if used or not lines else lines


def _chop(word: str, begin: int, width: int) -> list[Range]:
    ranges = []
    for part in chop_cells(word, max(width, 2)):
        ranges.append((begin, begin + len(part)))
        begin += len(part)
    return ranges


def cut(pieces: Sequence[Piece], ranges: Iterable[Range]) -> Iterator[tuple[Piece, ...]]:
    """The pieces of each range of characters; the ranges ascend."""
    first = base = 0
    for start, end in ranges:
        while first < len(pieces) and base + len(pieces[first].text) <= start:
            base += len(pieces[first].text)
            first += 1
        yield tuple(_between(pieces, first, base, start, end))


def _between(pieces: Sequence[Piece], index: int, base: int, start: int, end: int) -> Iterator[Piece]:
    while index < len(pieces) and base < end:
        piece = pieces[index]
        if text := piece.text[max(start - base, 0) : end - base]:
            yield piece._replace(text=text)
        base += len(piece.text)
        index += 1


def flow(
    pieces: Sequence[Piece], width: int, first: tuple[Piece, ...] = (), rest: tuple[Piece, ...] | None = None
) -> list[Line]:
    """The pieces wrapped to `width` cells, with `first` before the first line, `rest` before the others."""
    rest = first if rest is None else rest
    text = "".join(piece.text for piece in pieces)
    margin = max(sum(cell_len(piece.text) for piece in head) for head in (first, rest))
    ranges = wrap(text, max(width - margin, 4))
    lines: list[Line] = []
    for body, (start, end), (following, _) in zip(
        cut(pieces, ranges), ranges, [*ranges[1:], (len(text), 0)], strict=True
    ):
        head = rest if lines else first
        between = text[end:following]
        ending = "\n" if "\n" in between or following == len(text) else between
        lines.append(Line(head + body, start, sum(len(piece.text) for piece in head), ending))
    return lines
