"""Subheadings that are not marked up as such: short lines in bold, or standing alone between paragraphs."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from newsreader.model import Block, BlockKind, Span

_LEVEL = 2
_LONGEST = 80  # characters
_MOST_WORDS = 10
_SENTENCE_END = re.compile(r"[.,;:…!]['\"’”)]*$|[.!?]\s")
_BODY = 60  # characters: what follows a subheading is longer than a line


def with_headings(blocks: Sequence[Block]) -> tuple[Block, ...]:
    """The blocks, every paragraph that is a subheading made one, lines of their own split off."""
    parts = [part for at, block in enumerate(blocks) for part in _split(block, first=at == 0)]
    return tuple(_judged(parts, at) for at in range(len(parts)))


def _judged(parts: Sequence[Block], at: int) -> Block:
    block = parts[at]
    if block.kind is not BlockKind.PARAGRAPH or not looks_like_heading(block.text) or at + 1 == len(parts):
        return block
    bold = _is_bold(block.spans)
    between = at > 0 and parts[at - 1].kind is not BlockKind.HEADING and _is_body(parts[at + 1])
    if not bold and not (between and not any(span.url for span in block.spans)):
        return block
    if at == 0 and not _is_body(parts[at + 1]):
        return block
    spans = tuple(span._replace(marks=span.marks.replace("b", "")) for span in block.spans)
    return Block(BlockKind.HEADING, spans, _LEVEL)


def looks_like_heading(text: str) -> bool:
    """Whether the text is short and no sentence."""
    return (
        0 < len(text) <= _LONGEST
        and len(text.split()) <= _MOST_WORDS
        and "\n" not in text
        and not _SENTENCE_END.search(text)
        and not text[0].islower()
        and any(letter.isalpha() for letter in text)
    )


def _is_body(block: Block) -> bool:
    return block.kind is not BlockKind.HEADING and (
        block.kind is not BlockKind.PARAGRAPH
        or len(block.text) >= _BODY
        or bool(_SENTENCE_END.search(block.text))
    )


def _is_bold(spans: Iterable[Span]) -> bool:
    return all("b" in span.marks or not span.text.strip() for span in spans)


def _split(block: Block, *, first: bool) -> list[Block]:
    """A paragraph of several lines, of which one is a subheading, as the paragraphs it is."""
    if block.kind is not BlockKind.PARAGRAPH or "\n" not in block.text:
        return [block]
    rows = _rows(block.spans)
    texts = ["".join(span.text for span in row) for row in rows]
    heads = [_is_line_heading(rows, texts, at, first=first) for at in range(len(rows))]
    if not any(heads):
        return [block]
    groups: list[list[Span]] = []
    for at, row in enumerate(rows):
        if at and not heads[at] and not heads[at - 1]:
            groups[-1] += [Span("\n"), *row]
        else:
            groups.append(list(row))
    return [block._replace(spans=tuple(group)) for group in groups if group]


def _is_line_heading(rows: Sequence[tuple[Span, ...]], texts: Sequence[str], at: int, *, first: bool) -> bool:
    if at + 1 == len(rows) or not rows[at] or not looks_like_heading(texts[at]):
        return False
    after_text = len(texts[at - 1]) >= _BODY if at else not first
    return len(texts[at + 1]) >= _BODY and (_is_bold(rows[at]) or after_text)


def _rows(spans: Iterable[Span]) -> list[tuple[Span, ...]]:
    rows: list[list[Span]] = [[]]
    for span in spans:
        for count, part in enumerate(span.text.split("\n")):
            if count:
                rows.append([])
            if part:
                rows[-1].append(span._replace(text=part))
    return [tuple(row) for row in rows]
