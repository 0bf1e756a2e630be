"""The walk over a parsed document: iterative, in reading order, one handler a tag."""

from __future__ import annotations

import re
from collections.abc import Mapping

from selectolax.lexbor import LexborNode

from newsreader.sources.blocks.parse import MAX_BLOCKS
from newsreader.sources.blocks.tags import HANDLERS, SKIP, Handler, Leave, container, marking
from newsreader.sources.blocks.writer import BlockWriter

_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_BOLD = re.compile(r"font-weight\s*:\s*(?:bold|[6-9]00)", re.IGNORECASE)
_TELLING = frozenset({"aria-hidden", "hidden", "id", "name", "style"})
"""The attributes that hide an element, make it bold or name it: few elements have any."""
_bold = marking("b")

_Step = tuple[LexborNode | None, Leave | None]


def walk(root: LexborNode, base: str = "", handlers: Mapping[str, Handler] = HANDLERS) -> BlockWriter:
    """The writer that has seen everything inside `root`, its last block ended."""
    writer = BlockWriter(base)
    stack: list[_Step] = []
    node = root.first_child
    while len(writer.blocks) < MAX_BLOCKS:
        while node is not None and node.is_text_node:
            writer.text(node.text_content or "")
            node = node.next
        if node is not None:
            node = _enter(writer, node, handlers, stack)
        elif stack:
            node, leave = stack.pop()
            if leave is not None:
                leave()
        else:
            break
    writer.flush()
    writer.anchor()
    return writer


def _enter(
    writer: BlockWriter, node: LexborNode, handlers: Mapping[str, Handler], stack: list[_Step]
) -> LexborNode | None:
    """Meets an element; answers the node to go on with."""
    attributes = node.attributes
    telling = attributes and not _TELLING.isdisjoint(attributes)
    if telling and is_hidden(attributes):
        return node.next
    tag = node.tag or ""
    handler = handlers.get(tag) or (container if "-" in tag and _stands_alone(node) else None)
    leave = handler(writer, node, attributes) if handler else None
    if leave is SKIP:
        return node.next
    if telling:
        if name := attributes.get("id") or attributes.get("name"):
            writer.names.append(name)
        if (style := attributes.get("style")) and _BOLD.search(style):
            leave = _both(_bold(writer, node, attributes), leave)
    stack.append((node.next, leave))
    return node.first_child


def _stands_alone(node: LexborNode) -> bool:
    """Whether a custom element (HTML standard, section 4.13.3) is no part of a sentence."""
    return not any(
        beside is not None and beside.is_text_node and (beside.text_content or "").strip()
        for beside in (node.prev, node.next)
    )


def is_hidden(attributes: Mapping[str, str | None]) -> bool:
    """Whether a browser, or a screen reader, would leave the element out."""
    if "hidden" in attributes or attributes.get("aria-hidden") == "true":
        return True
    style = attributes.get("style")
    return bool(style and _HIDDEN.search(style))


def _both(first: Leave | None, then: Leave | None) -> Leave:
    def leave() -> None:
        for step in (then, first):
            if step:
                step()

    return leave
