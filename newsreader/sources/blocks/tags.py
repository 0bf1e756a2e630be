"""What each element does to the text being written: a table of tag → handler.

A handler meets the element and answers what must happen at its end: nothing, a function, or `SKIP`
when its inside is not to be read. What has no handler is read as inline text.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

from selectolax.lexbor import LexborNode

from newsreader.model import Block, BlockKind
from newsreader.sources.address import resolve
from newsreader.sources.blocks.links import is_share_link
from newsreader.sources.blocks.lists import ListState
from newsreader.sources.blocks.media import image_of, media_of
from newsreader.sources.blocks.writer import MARKS, BlockWriter, Frame, merged

Attributes = Mapping[str, str | None]
Leave = Callable[[], None]
Handler = Callable[[BlockWriter, LexborNode, Attributes], Leave | None]


def SKIP() -> None:  # noqa: N802 - a sentinel that has a Leave's shape
    """Answered by a handler: go on after the element, its inside is not read."""


def skip(_writer: BlockWriter, _node: LexborNode, _attributes: Attributes) -> Leave:
    """An element of which nothing is read."""
    return SKIP


def container(writer: BlockWriter, _node: LexborNode, _attributes: Attributes) -> Leave:
    """A block-level element without a meaning of its own."""
    writer.flush()
    return writer.flush


def marking(mark: str) -> Handler:
    """The handler of an inline element that marks its text."""

    def handler(writer: BlockWriter, _node: LexborNode, _attributes: Attributes) -> Leave:
        before = writer.marks

        def leave() -> None:
            writer.marks = before

        both = before + mark
        writer.marks = "".join([letter for letter in MARKS if letter in both]) if before else mark
        return leave

    return handler


def around(opening: str, closing: str) -> Handler:
    """The handler of an inline element that puts characters around its text."""

    def handler(writer: BlockWriter, _node: LexborNode, _attributes: Attributes) -> Leave:
        writer.text(opening)
        return lambda: writer.text(closing)

    return handler


def framed(writer: BlockWriter, frame: Frame) -> Leave:
    """Writes into that kind of block until the element ends."""
    writer.flush()
    before, writer.frame = writer.frame, frame

    def leave() -> None:
        writer.flush()
        writer.frame = before

    return leave


def framing(kind: BlockKind, level: int = 0) -> Handler:
    """The handler of an element that is a block of that kind."""
    return lambda writer, _node, _attributes: framed(writer, Frame(kind, level))


def _heading(writer: BlockWriter, node: LexborNode, _attributes: Attributes) -> Leave:
    return framed(writer, Frame(BlockKind.HEADING, int((node.tag or "h1")[1])))


_HERE = frozenset("¶#§🔗")
"""What a heading's link to itself shows."""


def _link(writer: BlockWriter, node: LexborNode, attributes: Attributes) -> Leave:
    href = attributes.get("href") or ""
    if href.startswith("#") and node.text().strip() in _HERE:
        return SKIP
    if href and is_share_link(href):
        writer.shared = True
        return SKIP
    before = writer.url

    def leave() -> None:
        writer.url = before

    writer.url = resolve(writer.base, href) if href else before
    return leave


def _line_break(writer: BlockWriter, _node: LexborNode, _attributes: Attributes) -> None:
    writer.line_break()


def _rule(writer: BlockWriter, _node: LexborNode, _attributes: Attributes) -> None:
    writer.block(Block(BlockKind.RULE))


def _quote(writer: BlockWriter, _node: LexborNode, _attributes: Attributes) -> Leave:
    end = framed(writer, Frame())
    lists, writer.lists = writer.lists, []
    writer.quote += 1

    def leave() -> None:
        end()
        writer.quote -= 1
        writer.lists = lists

    return leave


def _list(writer: BlockWriter, node: LexborNode, attributes: Attributes) -> Leave:
    writer.flush()
    writer.lists.append(ListState(node.tag == "ol", attributes))

    def leave() -> None:
        writer.flush()
        writer.lists.pop()

    return leave


def _item(writer: BlockWriter, _node: LexborNode, attributes: Attributes) -> Leave:
    marker = writer.lists[-1].next_marker(attributes.get("value")) if writer.lists else ""
    return framed(writer, Frame(BlockKind.ITEM, max(1, len(writer.lists)), marker))


def _image(writer: BlockWriter, node: LexborNode, attributes: Attributes) -> None:
    image = image_of(node, attributes, writer.base)
    if isinstance(image, str):
        writer.text(image)
    elif image:
        writer.image(image)


def _media(writer: BlockWriter, node: LexborNode, attributes: Attributes) -> Leave:
    media = media_of(node, attributes, writer.base)
    if media:
        writer.block(media)
    return SKIP


def _object(writer: BlockWriter, node: LexborNode, attributes: Attributes) -> Leave | None:
    return None if node.first_child else _media(writer, node, attributes)


def _figure(writer: BlockWriter, _node: LexborNode, _attributes: Attributes) -> Leave:
    writer.flush()
    start, before = len(writer.blocks), writer.caption
    writer.caption = []

    def leave() -> None:
        writer.flush()
        caption, writer.caption = merged(writer.caption or ()), before
        if caption:
            writer.captioned(start, caption)

    return leave


def _table(writer: BlockWriter, node: LexborNode, attributes: Attributes) -> Leave:
    from newsreader.sources.blocks.tables import table_of

    table = table_of(node, attributes)
    if not table:
        return container(writer, node, attributes)
    caption = node.css_first("caption")
    words = caption.text().split() if caption else []
    if words:
        writer.flush()
        writer.text(" ".join(words))
    writer.block(table)
    return SKIP


_CONTAINERS = (
    "address article aside body caption center details div dl fieldset footer form header hgroup legend"
    " main nav p section summary tbody td tfoot th thead tr"
)
_SKIPPED = (
    "applet base button canvas datalist dialog frame frameset head input link map meta meter noembed"
    " noframes noscript option param progress rp script select source style svg template textarea title track"
)
_MARKED = {
    "b": "b strong",
    "i": "i em cite dfn var",
    "c": "code kbd samp tt",
    "s": "s strike del",
    "u": "u ins",
    "^": "sup",
    "_": "sub",
}

HANDLERS: dict[str, Handler] = {
    **dict.fromkeys(_CONTAINERS.split(), container),
    **dict.fromkeys(_SKIPPED.split(), skip),
    **{tag: marking(mark) for mark, tags in _MARKED.items() for tag in tags.split()},
    **dict.fromkeys(("h1", "h2", "h3", "h4", "h5", "h6"), _heading),
    **dict.fromkeys(("ul", "ol", "menu", "dir"), _list),
    **dict.fromkeys(("audio", "video", "iframe", "embed"), _media),
    "a": _link,
    "blockquote": _quote,
    "br": _line_break,
    "dd": framing(BlockKind.DEFINITION),
    "dt": framing(BlockKind.TERM),
    "figcaption": framing(BlockKind.IMAGE),
    "figure": _figure,
    "hr": _rule,
    "img": _image,
    "li": _item,
    "listing": framing(BlockKind.CODE),
    "object": _object,
    "pre": framing(BlockKind.CODE),
    "q": around("“", "”"),
    "rt": around(" (", ")"),
    "table": _table,
    "xmp": framing(BlockKind.CODE),
}
