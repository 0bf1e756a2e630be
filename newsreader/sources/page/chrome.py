"""What surrounds the news on a page, told by elements and roles: menus, dialogs, forms, footers."""

from __future__ import annotations

from collections.abc import Mapping

from selectolax.lexbor import LexborNode

from newsreader.sources.blocks.tags import Attributes, Handler, Leave, skip
from newsreader.sources.blocks.writer import BlockWriter

_ELEMENTS = ("nav", "dialog")
_ROLES = frozenset(
    ["navigation", "dialog", "alertdialog", "contentinfo", "search", "menu", "menubar", "toolbar", "alert"]
)
_SHORT = 160  # characters of an aside that says nothing of its own
_MAY_HAVE_ROLE = ("div", "section", "ul", "header", "aside", "form", "p", "span", "ol", "table")


def without_chrome(handlers: Mapping[str, Handler]) -> dict[str, Handler]:
    """The handlers, but for elements that are not the page's own text."""
    by_role = {tag: _unless_chrome(handlers.get(tag)) for tag in _MAY_HAVE_ROLE}
    return {**handlers, **by_role, **dict.fromkeys(_ELEMENTS, skip), "footer": _footer, "aside": _aside}


def is_chrome(attributes: Attributes) -> bool:
    """Whether the element says of itself that it is a menu, a dialog or the like."""
    return attributes.get("role") in _ROLES or attributes.get("aria-modal") == "true"


def _unless_chrome(handler: Handler | None) -> Handler:
    def guarded(writer: BlockWriter, node: LexborNode, attributes: Attributes) -> Leave | None:
        if attributes and is_chrome(attributes):
            return skip(writer, node, attributes)
        return handler(writer, node, attributes) if handler else None

    return guarded


def _aside(writer: BlockWriter, node: LexborNode, attributes: Attributes) -> Leave | None:
    """What is beside the text (HTML standard, section 4.3.5): a pull quote or links if it is short."""
    if is_chrome(attributes) or len(node.text()) < _SHORT:
        return skip(writer, node, attributes)
    writer.flush()
    return writer.flush


def _footer(writer: BlockWriter, node: LexborNode, attributes: Attributes) -> Leave | None:
    """A page's footer is left out; a teaser's or an article's may hold its age."""
    parent = node.parent
    while parent is not None and parent.tag not in ("article", "li", "a", "dd", "td"):
        parent = parent.parent
    if parent is None:
        return skip(writer, node, attributes)
    writer.flush()
    return writer.flush
