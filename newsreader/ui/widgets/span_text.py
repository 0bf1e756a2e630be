"""The spans of a block as pieces: links numbered, raised and lowered characters in Unicode's own."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import groupby

from newsreader import gate
from newsreader.model import Block, BlockKind, Span
from newsreader.ui.widgets.pieces import Piece
from newsreader.ui.widgets.wrap import clip

_RAISED = str.maketrans("0123456789+-=()n", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁼⁽⁾ⁿ")
_LOWERED = str.maketrans("0123456789+-=()", "₀₁₂₃₄₅₆₇₈₉₊₋₌₍₎")
_LONGEST_BLOCK = 300_000  # characters


def link_numbers(blocks: Iterable[Block]) -> dict[str, int]:
    """The number of every address in a text, in order of appearance; a picture's own address has none."""
    numbers: dict[str, int] = {}
    for block in blocks:
        urls = [block.url] if block.kind is BlockKind.MEDIA else [span.url for span in block.spans]
        for url in filter(None, urls):
            numbers.setdefault(url, len(numbers) + 1)
    return numbers


def span_pieces(spans: Iterable[Span], role: str, numbers: dict[str, int], cut_word: str) -> list[Piece]:
    """The spans as pieces of one role, each link followed by its number."""
    pieces: list[Piece] = []
    for url, group in groupby(spans, key=lambda span: span.url):
        pieces += [Piece(_text(span, cut_word), "link" if url else role, span.marks, url) for span in group]
        if url in numbers:
            pieces.append(Piece(f"[{numbers[url]}]", "number", url=url))
    return [piece for piece in pieces if piece.text]


def _text(span: Span, cut_word: str) -> str:
    text = clip(gate.safe(span.text, _LONGEST_BLOCK).replace("\t", " "), cut_word)
    if "^" in span.marks:
        return _moved(text, _RAISED, "^")
    if "_" in span.marks:
        return _moved(text, _LOWERED, "_")
    return text


def _moved(text: str, table: dict[int, int], sign: str) -> str:
    return text.translate(table) if all(ord(character) in table for character in text) else sign + text
