"""A block of an article as lines: every kind in its own dress."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from itertools import islice

from rich.cells import cell_len, chop_cells

from newsreader import gate
from newsreader.model import Block, BlockKind, Span
from newsreader.ui.widgets.picture_text import Frames, frame_lines
from newsreader.ui.widgets.pieces import Line, Piece
from newsreader.ui.widgets.span_text import span_pieces
from newsreader.ui.widgets.table_text import table_lines
from newsreader.ui.widgets.wrap import clip, flow

_BULLETS = "•◦▪"
_TIGHT = {BlockKind.ITEM, BlockKind.TERM, BlockKind.DEFINITION}
_LONGEST_ALT = 1_000  # characters
_MOST_INDENTS = 6
_MOST_LINES = 5_000
_ROLES = {
    BlockKind.HEADING: "heading",
    BlockKind.QUOTE: "quote",
    BlockKind.TERM: "term",
    BlockKind.IMAGE: "caption",
}


@dataclass(frozen=True, slots=True)
class Setting:
    """How blocks are set: the width in cells, the numbers of the links, words, and the frames of pictures."""

    width: int
    numbers: dict[str, int]
    photo: str
    media: str
    cut: str
    seen: Callable[[str], str] = str
    frames: Frames = field(default_factory=dict)
    indent: int = 0  # cells before the first line of a paragraph


def stands_apart(above: Block, below: Block) -> bool:
    """Whether an empty line goes between two blocks."""
    return not (above.kind in _TIGHT and below.kind in _TIGHT and below.kind is not BlockKind.TERM)


def block_lines(block: Block, setting: Setting, *, lead: bool = False) -> list[Line]:
    """The block's lines; the article's lead is set in its own style.

    A picture of which there is neither room nor a word has none.
    """
    if block.kind is BlockKind.IMAGE and not block.spans and not _has_room(block, setting):
        return []
    bars = max(block.level if block.kind is BlockKind.QUOTE else 0, int(block.quoted))
    head = (Piece("│ " * min(bars, _MOST_INDENTS), "bar"),) if bars else ()
    if block.kind is BlockKind.IMAGE and not block.spans and not block.alt and block.url in setting.frames:
        return frame_lines(block.url, setting.frames)
    lines = list(islice(_lines(block, setting, head, lead), _MOST_LINES + 1))
    if len(lines) > _MOST_LINES:
        lines[-1] = Line((*head, Piece(f"… {setting.cut}", "label")), lines[-1].offset)
    return [*frame_lines(block.url, setting.frames), *lines] if block.kind is BlockKind.IMAGE else lines


def _has_room(block: Block, setting: Setting) -> bool:
    """Whether a picture is shown, or where none are, told of."""
    return block.url not in setting.frames or setting.frames[block.url].rows > 0


def _lines(block: Block, setting: Setting, head: tuple[Piece, ...], lead: bool) -> Iterable[Line]:
    match block.kind:
        case BlockKind.CODE:
            return _code(block, setting, head)
        case BlockKind.TABLE:
            return table_lines(block, setting.width, head, setting.cut)
        case BlockKind.RULE:
            return [Line((*head, Piece("─" * (setting.width // 3), "rule")))]
    first, rest = _indents(block)
    if setting.indent and block.kind is BlockKind.PARAGRAPH and not lead:
        first = (Piece(" " * setting.indent),)
    return flow(_words(block, setting, lead), setting.width, head + first, head + rest)


def _indents(block: Block) -> tuple[tuple[Piece, ...], tuple[Piece, ...]]:
    depth = min(max(block.level, 1), _MOST_INDENTS)
    if block.kind is BlockKind.ITEM:
        marker = gate.line(block.marker, 8) or _BULLETS[(depth - 1) % len(_BULLETS)]
        margin = "    " * (depth - 1) + "  "
        return (
            (Piece(margin), Piece(f"{marker} ", "marker")),
            (Piece(margin + " " * (cell_len(marker) + 1)),),
        )
    if block.kind is BlockKind.DEFINITION:
        return (Piece("    "),), (Piece("    "),)
    return (), ()


def _words(block: Block, setting: Setting, lead: bool) -> list[Piece]:
    kind = block.kind
    if kind is BlockKind.PARAGRAPH and block.marker:
        return [Piece(f"{gate.line(block.marker, 8)} {setting.cut}", "label")]
    is_media = kind is BlockKind.MEDIA
    spans = (Span(block.text or block.url, url=block.url),) if is_media else block.spans
    role = "lead" if lead else _ROLES.get(kind, "text")
    pieces = span_pieces(spans, role, setting.numbers, setting.cut)
    if kind is BlockKind.IMAGE and block.alt:
        pieces.append(Piece("\n" * bool(pieces) + setting.seen(gate.line(block.alt, _LONGEST_ALT)), "meta"))
    if is_media or kind is BlockKind.IMAGE:
        label = setting.media if is_media else setting.photo
        return [Piece(f"[{label}]", "label", url=block.url), Piece(" "), *pieces]
    return pieces


def _code(block: Block, setting: Setting, head: tuple[Piece, ...]) -> Iterator[Line]:
    room = max(setting.width - sum(cell_len(piece.text) for piece in head) - 2, 4)
    offset = 0
    for row in clip(gate.safe(block.text).strip("\n"), setting.cut).expandtabs(4).split("\n"):
        *full, last = chop_cells(row, room) or [""]
        for part in full:
            yield Line((*head, Piece("  "), Piece(part, "code")), offset, ending="")
            offset += len(part)
        yield Line((*head, Piece("  "), Piece(last, "code")), offset)
        offset += len(last) + 1
