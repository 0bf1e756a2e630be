"""Collects text into blocks: folds white space as a browser does, merges runs, knows what block it is in."""

from __future__ import annotations

import re
from collections.abc import Iterable

from newsreader.gate import is_plain, safe
from newsreader.model import Block, BlockKind, Span
from newsreader.sources.address import resolve
from newsreader.sources.blocks.lists import ListState

MARKS = "bicsu^_"
# A member of an enum by its name costs as much as a span.
_CODE, _IMAGE, _ITEM = BlockKind.CODE, BlockKind.IMAGE, BlockKind.ITEM
_PARAGRAPH, _QUOTE = BlockKind.PARAGRAPH, BlockKind.QUOTE
_PICTURES = (BlockKind.IMAGE, BlockKind.MEDIA)
_FOLDED = " \t\n\r\f"
_INVISIBLE = ("\u00ad", "\u200b")
_LONG = 10_000  # characters
_MANY = 200  # runs
_EDGES = " \n\t\u00a0"
_SHARE = re.compile(r"(?:dit |deze )?(deel|delen|share|volg|follow)\b[^.]{0,30}:?", re.IGNORECASE)


class Frame:
    """The block that text belongs to now; without a kind it is a paragraph, or a quote inside one."""

    def __init__(self, kind: BlockKind | None = None, level: int = 0, marker: str = "") -> None:
        self.kind = kind
        self.level = level
        self.marker = marker
        self.at = -1  # where its first part was written


class BlockWriter:
    """The blocks so far and the one under construction. The handlers of tags tell it what they meet."""

    def __init__(self, base: str = "") -> None:
        self.base = base
        self.blocks: list[Block] = []
        self.frame = Frame()
        self.marks = ""
        self.url = ""
        self.quote = 0  # depth
        self.lists: list[ListState] = []
        self.caption: list[Span] | None = None  # of the figure that is open
        self.shared = False  # a link to share the article was left out of this block
        self.names: list[str] = []  # by which a link may lead to the block that comes
        self._named: dict[int, list[str]] = {}  # the same of the blocks so far
        self._runs: list[Span] = []
        self._plain = True  # and there is nothing in them to trim at their beginning, or to compose
        self._waiting: list[Block] = []  # pictures that stand in the middle of a paragraph

    def text(self, text: str) -> None:
        """Adds text as it stands in the markup."""
        runs = self._runs
        if self.frame.kind is _CODE:
            self._plain = False
            self._append(Span(safe(text)))
            return
        if not runs and not text.strip(_FOLDED):
            return  # the line ends between two elements
        if not is_plain(text):
            self._plain = False
            text = _shown(text)
        while "  " in text:
            text = text.replace("  ", " ")
        if not runs or runs[-1].text[-1] in " \n":
            text = text.lstrip(" ")
        if text:
            self._append(Span(text, self.marks, self.url))

    def line_break(self) -> None:
        """Adds a line break; the second in a row begins a new paragraph."""
        if self.frame.kind is _CODE:
            self._append(Span("\n"))
            return
        self._runs = trimmed_end(self._runs, " \u00a0")
        if not self._runs:
            return
        if self._runs[-1].text.endswith("\n"):
            self.flush()
        else:
            self._append(Span("\n", self.marks, self.url))

    def image(self, image: Block) -> None:
        """Adds a picture, after the paragraph it stands in."""
        image = image._replace(quoted=True) if self.quote else image
        if self._runs:
            self._waiting.append(image)
        else:
            self.blocks.append(image)

    def anchor(self) -> None:
        """At the end: gives the blocks that links lead to their addresses."""
        wanted = self._named and {
            span.url for block in self.blocks for span in block.spans if "#" in span.url
        }
        for at, names in self._named.items() if wanted else ():
            addresses = (resolve(self.base, f"#{name}") for name in names)
            anchors = tuple(address for address in addresses if address in wanted)
            self.blocks[at] = self.blocks[at]._replace(anchors=anchors)

    def block(self, block: Block) -> None:
        """Adds a block that is whole by itself."""
        self.flush()
        self.blocks.append(block._replace(quoted=self.quote > 0))

    def captioned(self, start: int, caption: tuple[Span, ...]) -> None:
        """Gives the picture written last since block `start` its caption; without one it is a paragraph."""
        for at in range(len(self.blocks) - 1, start - 1, -1):
            block = self.blocks[at]
            if block.kind in _PICTURES:
                alt = block.text if block.kind is _IMAGE else ""
                if alt and alt in "".join([span.text for span in caption]):
                    alt = ""
                self.blocks[at] = block._replace(spans=caption, alt=alt)
                return
        self._loose(caption)

    def flush(self) -> None:
        """Ends the block under construction."""
        if not (self._runs or self._waiting or self.shared):
            return
        start = len(self.blocks)
        runs, self._runs = self._runs, []
        neat = self._plain and runs and runs[-1].text[-1] not in " \n"
        spans = tuple(runs) if neat else _trimmed(runs, code=self.frame.kind is _CODE)
        self._plain = True
        if self.shared:
            self.shared = False
            spans = self._without_share_bar(spans)
        if spans:
            self._emit(spans)
        if self._waiting:
            self.blocks += self._waiting
            self._waiting = []
        if self.names and self.blocks:
            self._named.setdefault(min(start, len(self.blocks) - 1), []).extend(self.names)
            self.names.clear()

    def _append(self, run: Span) -> None:
        runs = self._runs
        if runs and _alike(last := runs[-1], run):
            runs[-1] = Span(last.text + run.text, run.marks, run.url)
        elif run.text:
            runs.append(run)

    def _emit(self, spans: tuple[Span, ...]) -> None:
        frame = self.frame
        kind = frame.kind
        if kind is None:
            self._loose(spans)
        elif kind is _IMAGE:
            self._describe(spans)
        elif kind is _ITEM and frame.at >= 0:
            self._go_on_with_item(spans)
        else:
            frame.at = len(self.blocks)
            self.blocks.append(Block(kind, spans, frame.level, "", frame.marker, (), self.quote > 0))

    def _describe(self, spans: tuple[Span, ...]) -> None:
        """Adds a line to the caption of the figure; without one it is a paragraph."""
        if self.caption is None:
            self._loose(spans)
        else:
            self.caption += [Span("\n"), *spans] if self.caption else spans

    def _go_on_with_item(self, spans: tuple[Span, ...]) -> None:
        """Further paragraphs of an item are lines of it, unless something else came between."""
        item = self.blocks[self.frame.at]
        long = len(item.spans) > _MANY or len(item.spans[-1].text) > _LONG
        if long or self.frame.at != len(self.blocks) - 1:
            self._loose(spans)
            return
        self.blocks[-1] = item._replace(spans=merged([*item.spans, Span("\n"), *spans]))

    def _loose(self, spans: tuple[Span, ...]) -> None:
        self.blocks.append(Block(_QUOTE if self.quote else _PARAGRAPH, spans, self.quote))

    def _without_share_bar(self, spans: tuple[Span, ...]) -> tuple[Span, ...]:
        """What is left of a block once its share links are out; its label, here or before, goes too."""
        left = "".join(span.text for span in spans)
        if left and len(left) > 40:
            return spans
        if not left and self.blocks and _SHARE.fullmatch(self.blocks[-1].text):
            self.blocks.pop()
            self._named.pop(len(self.blocks), None)
        return ()


def _shown(text: str) -> str:
    """The text made safe, with nothing but spaces for white space and without what nobody sees."""
    text = safe(text).replace("\n", " ").replace("\t", " ")
    for sign in _INVISIBLE:
        text = text.replace(sign, "")
    return text


def _alike(last: Span, run: Span) -> bool:
    """Whether two runs are one. Very long ones stay apart: joining is quadratic in the length."""
    return last.url == run.url and last.marks == run.marks and len(last.text) < _LONG


def merged(spans: Iterable[Span]) -> tuple[Span, ...]:
    """The spans, neighbours of one kind joined."""
    runs: list[Span] = []
    for span in spans:
        last = runs[-1] if runs else None
        if last and _alike(last, span):
            runs[-1] = Span(last.text + span.text, span.marks, span.url)
        elif span.text:
            runs.append(span)
    return tuple(runs)


def trimmed_end(runs: list[Span], edges: str) -> list[Span]:
    """The runs without those characters at the end."""
    while runs:
        last = runs[-1]
        text = last.text.rstrip(edges)
        if text:
            return runs if text == last.text else [*runs[:-1], last._replace(text=text)]
        runs = runs[:-1]
    return runs


def _trimmed(runs: list[Span], *, code: bool) -> tuple[Span, ...]:
    runs = trimmed_end([_composed(run) for run in runs], _EDGES)
    while runs:
        first = runs[0]
        text = first.text.lstrip("\n" if code else _EDGES)
        if text:
            return (first if text == first.text else first._replace(text=text), *runs[1:])
        runs = runs[1:]
    return ()


def _composed(run: Span) -> Span:
    """The run in NFC again: its parts were, but may have come together around a combining character."""
    text = run.text if run.text.isascii() else safe(run.text)
    return run if text == run.text else run._replace(text=text)
