"""What stands in the middle of a text and is none of it: boxes to sign up in, and links to other articles."""

from __future__ import annotations

import re
from collections.abc import Sequence

from selectolax.lexbor import LexborNode

from newsreader.model import Block, BlockKind

_BOX = 400  # characters: an element with a form and more than that is no box
_FORMS = 40
_TOP = frozenset(["body", "main", "article", "html", "-document"])
_LABEL = re.compile(
    r"(?:(?:lees|bekijk|luister) ook|zie ook|lees (?:meer|verder)|ook interessant|gerelateerd\w*(?: \w+)?"
    r"|(?:see|read) also|read (?:more|next)|related(?: \w+)?|more on this|aanbevolen|recommended)\s*:?",
    re.IGNORECASE,
)
_LINKS = 8  # blocks in an inset
_TEXT = 60  # characters of a paragraph that is surely of the text


def drop_boxes(body: LexborNode) -> None:
    """Takes the boxes around forms that ask for an address out of the page; a login stays, to be named."""
    for form in body.css("form")[:_FORMS]:
        if not form.css_first("input") or form.css_first("input[type=password]"):
            continue
        box = form
        while box.parent is not None and box.parent.tag not in _TOP and _is_small(box.parent):
            box = box.parent
        if _is_small(box):
            box.decompose()


def without_links_elsewhere(blocks: Sequence[Block]) -> list[Block]:
    """The blocks without labels such as `Lees ook` and the links under them, where the text goes on below."""
    kept: list[Block] = []
    at = 0
    while at < len(blocks):
        end = _inset_end(blocks, at)
        if end == at:
            kept.append(blocks[at])
            at += 1
        else:
            at = end
    return kept


def is_menu(block: Block) -> bool:
    """Nothing but links, and no sentence."""
    words = block.kind in (BlockKind.ITEM, BlockKind.PARAGRAPH, BlockKind.HEADING)
    return (
        words
        and bool(block.spans)
        and all(span.url or not span.text.strip(" |·»-\n") for span in block.spans)
    )


def _inset_end(blocks: Sequence[Block], at: int) -> int:
    """Where the inset that begins there ends; there itself when none does."""
    label = blocks[at]
    if label.kind not in (BlockKind.HEADING, BlockKind.PARAGRAPH) or not _LABEL.fullmatch(label.text.strip()):
        return at
    end = at + 1
    while end < len(blocks) and end - at <= _LINKS and is_menu(blocks[end]):
        end += 1
    following = blocks[end : end + 2]
    goes_on = len(following) == 2 and not any(map(is_menu, following))
    runs = any(len(block.text) >= _TEXT for block in following)
    return end if end > at + 1 and goes_on and runs else at


def _is_small(node: LexborNode) -> bool:
    return len(node.text()) <= _BOX and node.css_first("h1") is None
