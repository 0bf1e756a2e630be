"""One article on one line of the list: what it shows at which width."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from rich.cells import cell_len

from newsreader import gate
from newsreader.model import ArticleRow
from newsreader.ui.widgets.pieces import Piece, differing
from newsreader.ui.widgets.wrap import fit

Matcher = Callable[[str], list[tuple[int, int]]]
"""Where the words searched for stand in a title: ranges of characters, ascending and apart."""

_GAP = 2
_SHORTEST_SUMMARY = 12


class Columns(NamedTuple):
    """The cells that each part of a row gets; 0 leaves it out. `body` is title and summary together."""

    body: int
    summary: bool = False
    source: int = 0
    age: int = 0
    short: bool = False  # the age in its short form


def columns(width: int) -> Columns:
    """What fits in a width: first the summary goes, then the source, then the age grows short."""
    if width >= 90:
        return Columns(width - 42, summary=True, source=16, age=18)
    if width >= 72:
        return Columns(width - 38, source=12, age=18)
    if width >= 54:
        return Columns(width - 24, age=18)
    if width >= 24:
        return Columns(width - 14, age=8, short=True)
    return Columns(max(width - 4, 1))


def row_pieces(
    row: ArticleRow, width: int, age: str, sample: str, matcher: Matcher | None, *, cursor: bool
) -> list[Piece]:
    """The row as pieces of `width` cells; `sample` is the word that says it is fiction."""
    plan = columns(width)
    bar = Piece("▌", "mark") if cursor else Piece(" ")
    unread = Piece(" ") if row.read else Piece("●", "mark")
    body = _body(row, plan, sample, matcher)
    whole = Piece("≡", "whole") if row.whole else Piece(" ")
    pieces = [bar, unread, whole, Piece(" "), *body]
    gap = plan.body - sum(cell_len(piece.text) for piece in body)
    if plan.source:
        pieces.append(Piece(" " * (gap + _GAP) + _source(row, plan.source), "source"))
        gap = 0
    if plan.age:
        text = fit(age, plan.age)
        pieces.append(Piece(" " * (gap + _GAP + plan.age - cell_len(text)) + text, "age"))
        gap = 0
    return [*pieces, Piece(" " * gap)]


def aged_cells(old: str, new: str, width: int) -> tuple[int, int]:
    """From and to which cell a row of `width` differs when its age becomes another one."""
    room = columns(width).age
    start, stop = differing(fit(old, room).rjust(room), fit(new, room).rjust(room))
    return width - room + start, width - room + stop


def _body(row: ArticleRow, plan: Columns, sample: str, matcher: Matcher | None) -> list[Piece]:
    pieces = _standing(row, plan) + ([Piece("★ ", "saved")] if row.saved else [])
    if row.changed:
        pieces.append(Piece("≠ ", "mark"))
    if row.sample:
        pieces += [Piece(sample, "sample"), Piece(" ")]
    others = f" +{row.others}" if row.others and not plan.source else ""
    room = plan.body - sum(cell_len(piece.text) for piece in pieces) - len(others)
    summary = gate.line(row.summary, 400)
    title = gate.line(row.title, 400) or summary or gate.address(row.url, 400)
    shown = fit(title, room)
    pieces += _marked(shown, "read" if row.read else "unread", matcher(title) if matcher else [])
    if others:
        pieces.append(Piece(others, "source"))
    room -= cell_len(shown) + _GAP
    if plan.summary and room >= _SHORTEST_SUMMARY and summary != title:
        pieces.append(Piece(" " * _GAP + fit(summary, room), "summary"))
    return pieces


def _standing(row: ArticleRow, plan: Columns) -> list[Piece]:
    """Before a title: that its story is followed; under a row, that it is a copy (`=`) or an angle (`↳`)."""
    pieces = [Piece("◆ ", "mark")] if row.followed else []
    if row.telling:
        pieces.insert(0, Piece("  = " if row.telling == "copy" else "  ↳ ", "mark"))
        if not plan.source:
            pieces.append(Piece(f"{fit(gate.line(row.source), max(plan.body // 3, 1))} ", "source"))
    return pieces


def _source(row: ArticleRow, width: int) -> str:
    """The source, and how many others carry the same story."""
    others = f" +{row.others}" if row.others else ""
    return _padded(fit(gate.line(row.source), width - len(others)) + others, width)


def _marked(text: str, role: str, spans: list[tuple[int, int]]) -> list[Piece]:
    pieces: list[Piece] = []
    at = 0
    for start, end in [*spans, (len(text), len(text))]:
        pieces += [Piece(text[at:start], role), Piece(text[start:end], role, "bu")]
        at = max(at, end)
    return [piece for piece in pieces if piece.text]


def _padded(text: str, width: int) -> str:
    text = fit(text, width)
    return text + " " * (width - cell_len(text))
