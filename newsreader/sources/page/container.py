"""The element of a page that holds the article's text: where the most running text stands together."""

from __future__ import annotations

from collections import defaultdict

from selectolax.lexbor import LexborNode

from newsreader.sources.blocks.walk import is_hidden
from newsreader.sources.page.chrome import is_chrome

_SHORTEST = 25  # characters: a shorter paragraph says nothing about where the text is
_FLOWING = frozenset(["p", "pre", "blockquote"])
_HOLDERS = _FLOWING | {"div", "td", "section", "article"}
_FAR = 0.2
"""What text counts that shares no element with the headline: a footer, a column beside."""
_OUTSIDE = frozenset(["nav", "footer", "aside", "form", "dialog", "figure", "header"])


def container_of(body: LexborNode) -> LexborNode | None:
    """The element whose own paragraphs hold the most text; None when the page has no running text."""
    scores: dict[int, float] = defaultdict(float)
    nodes: dict[int, LexborNode] = {}
    for node in body.css("*"):
        custom = "-" in (node.tag or "")
        if not custom and node.tag not in _HOLDERS:
            continue
        own = _running(node)
        if own < _SHORTEST or _is_outside(node):
            continue
        flows = custom or node.tag in _FLOWING
        holder = node.parent if flows else node
        for share in (1.0, 0.5, 0.25):
            if holder is None or holder.tag in ("html", "-document"):
                break
            nodes[holder.mem_id] = holder
            scores[holder.mem_id] += own * share
            holder = holder.parent
    if not scores:
        return None
    around = _around_headline(body)
    for key, node in nodes.items():
        if around and not _is_near(node, around):
            scores[key] *= _FAR
    return nodes[max(scores, key=lambda key: scores[key])]


def _around_headline(body: LexborNode) -> frozenset[int]:
    """The elements that hold the page's one headline, but for the body: the text is in one of them."""
    headlines = body.css("h1")
    if len(headlines) != 1:
        return frozenset()
    around = set()
    at = headlines[0].parent
    while at is not None and at.tag not in ("body", "html", "-document"):
        around.add(at.mem_id)
        at = at.parent
    return frozenset(around)


def _is_near(node: LexborNode, around: frozenset[int]) -> bool:
    """Whether the element stands within one that holds the headline too, or is one."""
    at: LexborNode | None = node
    while at is not None:
        if at.mem_id in around:
            return True
        at = at.parent
    return False


def _running(node: LexborNode) -> int:
    """The length of an element's text: all that is not a link in a paragraph, only its own in a container."""
    if node.tag in _FLOWING:
        linked = sum(len(link.text()) for link in node.css("a"))
        return len(node.text()) - 2 * linked
    texts = (child.text_content or "" for child in node.iter(include_text=True) if child.is_text_node)
    return sum(len(text.strip()) for text in texts)


def _is_outside(node: LexborNode) -> bool:
    at: LexborNode | None = node
    while at is not None and at.tag != "body":
        if at.tag in _OUTSIDE or is_chrome(at.attributes) or is_hidden(at.attributes):
            return True
        at = at.parent
    return False
