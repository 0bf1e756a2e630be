"""What is kept of an article's structure: for each kind, how many of the expected ones stand in order."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any, NamedTuple, TypeVar

from newsreader.model import Block, BlockKind

KINDS = ("heading", "item", "quote", "table", "code", "caption", "credit", "link")

One = TypeVar("One")
Other = TypeVar("Other")


class Kept(NamedTuple):
    """How many of one kind were expected, and how many were found in order."""

    found: int = 0
    expected: int = 0


def kept(expected: Mapping[str, Any], blocks: Sequence[Block]) -> dict[str, Kept]:
    """What is kept of each kind; items at their depth, tables cell by cell, code to the character."""
    wanted = {kind: list(_wanted(kind, expected)) for kind in KINDS}
    return {
        kind: Kept(
            in_order(wanted[kind], list(_found(kind, blocks)), _FITS.get(kind, _same)), len(wanted[kind])
        )
        for kind in KINDS
    }


def in_order(expected: Sequence[One], found: Sequence[Other], fits: Callable[[One, Other], bool]) -> int:
    """The length of the longest common subsequence."""
    above = [0] * (len(found) + 1)
    for one in expected:
        row = [0]
        for at, other in enumerate(found):
            row.append(above[at] + 1 if fits(one, other) else max(above[at + 1], row[at]))
        above = row
    return above[-1]


def _wanted(kind: str, expected: Mapping[str, Any]) -> Iterable[object]:
    if kind == "link":
        return [tuple(link) for link in expected["links"]]
    blocks = [block for block in expected["blocks"] if block["kind"] == kind]
    if kind == "table":
        return [tuple(map(tuple, block["rows"])) for block in blocks]
    return [(block["level"], block["text"]) if kind == "item" else block["text"] for block in blocks]


def _found(kind: str, blocks: Sequence[Block]) -> Iterable[object]:
    match kind:
        case "link":
            runs = (_joined(block) for block in blocks)
            return [link for links in runs for link in links]
        case "table":
            return [block.rows for block in blocks if block.kind is BlockKind.TABLE]
        case "item":
            items = (block for block in blocks if block.kind is BlockKind.ITEM)
            return [(block.level, _plain(block.text)) for block in items]
        case "code":
            return [block.text for block in blocks if block.kind is BlockKind.CODE]
        case "caption" | "credit":
            return [_plain(block.text) for block in blocks if block.kind is BlockKind.IMAGE]
    return [_plain(block.text) for block in blocks if block.kind == kind]


def _joined(block: Block) -> Iterable[tuple[str, str]]:
    """The links of a block, one that changes its looks halfway as one."""
    links: list[tuple[str, str]] = []
    before = ""
    for span in block.spans:
        if span.url and span.url == before:
            links[-1] = (links[-1][0] + span.text, span.url)
        elif span.url:
            links.append((span.text, span.url))
        before = span.url
    return links


def _plain(text: str) -> str:
    return " ".join(text.split())


def _same(one: object, other: object) -> bool:
    return one == other


def _within(one: object, other: object) -> bool:
    return str(one) in str(other)


_FITS = {"caption": _within, "credit": _within}
