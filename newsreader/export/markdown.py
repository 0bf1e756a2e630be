"""Articles and editions as Markdown: CommonMark 0.31 with the tables of GFM; every block by its kind."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from newsreader import gate
from newsreader.export.edition import Edition, Labels
from newsreader.export.inline_markdown import at_line_start, escaped, inline, linked, picture
from newsreader.export.parts import dateline, file_facts, headline
from newsreader.model import Article, Block, BlockKind
from newsreader.model.figures import lead
from newsreader.model.numbering import numbering

_TICKS = re.compile("`{3,}")
_MOST = 999_999_999  # what the number of an item may be (CommonMark, section 5.2)
_APART = "<!-- -->"
"""Between two lists that would be read as one."""


def article_markdown(article: Article, labels: Labels, level: int = 1) -> str:
    """The article, its headline a heading of that level."""
    return "\n\n".join(_article(article, labels, level)) + "\n"


def edition_markdown(edition: Edition, labels: Labels) -> str:
    """The whole edition: title, date, contents, then each section with its articles."""
    if len(list(edition.articles())) == 1:
        return "\n".join(article_markdown(article, labels) for article in edition.articles())
    pieces = [f"# {_line(edition.title)}", f"*{_line(edition.date)}*", f"**{_line(labels.contents)}**"]
    pieces.append("\n".join(_contents(edition)))
    for part in edition.parts:
        pieces.append(f"## {_line(part.title)}")
        pieces += [article_markdown(article, labels, 3).rstrip("\n") for article in part.articles]
    return "\n\n".join(pieces) + "\n"


def _contents(edition: Edition) -> Iterator[str]:
    for part in edition.parts:
        yield f"- {_line(part.title)}"
        yield from (f"  - {_line(headline(article))}" for article in part.articles)


def blocks_markdown(blocks: Iterable[Block], least: int = 2) -> Iterator[str]:
    """The blocks, one piece each but for lists, whose items stay together; a blank line goes between pieces.

    `least` is the level that the highest headings have.
    """
    lists = _Lists()
    for block in blocks:
        depth = block.level if block.kind is BlockKind.QUOTE else int(block.quoted)
        if block.kind is BlockKind.ITEM:
            yield from lists.item(block, depth)
            continue
        yield from lists.end()
        yield _quoted(_block(block, least), depth)
    yield from lists.end()


def _article(article: Article, labels: Labels, level: int) -> Iterator[str]:
    row = article.row
    yield f"{'#' * level} {_line(headline(article))}"
    if row.sample:
        yield f"*{_line(labels.sample)}*"
    yield _line(labels.origin(article))
    if row.url:
        yield linked(gate.address(row.url), row.url)
    if article.dateline:
        yield _line(dateline(article))
    above = lead(article)
    if above:
        yield picture(above.text, above.url)
    yield from blocks_markdown(article.blocks, level + 1)
    if article.files:
        yield f"**{_line(labels.files)}**"
        yield "\n".join(f"- {linked(file_facts(each, labels.size), each.url)}" for each in article.files)
    if article.rights:
        yield _line(article.rights)


def _line(text: str) -> str:
    return at_line_start(escaped(gate.line(text)))


def _block(block: Block, least: int) -> str:
    match block.kind:
        case BlockKind.HEADING:
            return f"{'#' * min(max(block.level, least), 6)} {inline(block.spans, breaks=False)}"
        case BlockKind.CODE:
            return _code(block.text)
        case BlockKind.TABLE:
            return _table(block)
        case BlockKind.IMAGE:
            return picture(block.text, block.url)
        case BlockKind.MEDIA:
            return linked(block.text, block.url)
        case BlockKind.RULE:
            return "---"
        case BlockKind.TERM:
            return f"**{escaped(gate.line(block.text))}**"
    return inline(block.spans)


def _code(text: str) -> str:
    fence = "`" * (max((len(run) for run in _TICKS.findall(text)), default=2) + 1)
    return f"{fence}\n{gate.safe(text)}\n{fence}"


def _table(block: Block) -> str:
    """A table has one row of headings: an empty one, if need be, and what more there were go below it."""
    columns = max((len(row) for row in block.rows), default=0)
    rows = block.rows if block.level else ((), *block.rows)
    lines = [_row(row, columns) for row in rows]
    return "\n".join([lines[0], "|" + " --- |" * columns, *lines[1:]])


def _row(row: tuple[str, ...], columns: int) -> str:
    cells = [*row, *[""] * (columns - len(row))]
    texts = (escaped(cell.strip()).replace("|", r"\|").replace("\n", "<br>") for cell in cells)
    return f"| {' | '.join(texts)} |"


def _quoted(text: str, depth: int) -> str:
    mark = "> " * depth
    return "\n".join((mark + line).rstrip() if mark else line for line in text.split("\n"))


class _Item(NamedTuple):
    """An item that others may stand in: its depth, where its text begins, and its number if it has one."""

    level: int
    column: int
    number: int | None


class _Lists:
    """The list that is being written: its lines, and the items that are open."""

    def __init__(self) -> None:
        self._lines: list[str] = []
        self._open: list[_Item] = []
        self._depth = 0  # of quotes around it

    def end(self) -> Iterator[str]:
        """The list as one piece, if there is one."""
        if self._lines:
            yield _quoted("\n".join(self._lines), self._depth)
        self._lines, self._open = [], []

    def item(self, block: Block, depth: int) -> Iterator[str]:
        """Adds an item inside the items above it; what would run on in another list is kept apart."""
        if depth != self._depth:
            yield from self.end()
            self._depth = depth
        kept = [item for item in self._open if item.level < block.level]
        number = numbering(block.marker)[1] if block.marker else -1
        item = _Item(block.level, 0, number if 0 <= number <= _MOST else None)
        mark = "- " if item.number is None else f"{item.number}. "
        indent = kept[-1].column if kept else 0
        text = inline(block.spans)
        self._lines += self._between(item, kept, indent, empty=not text)
        column = indent + len(mark)
        self._lines.append(f"{' ' * indent}{mark}{text}".rstrip().replace("\n", "\n" + " " * column))
        self._open = [*kept, item._replace(column=column)]

    def _between(self, item: _Item, kept: Sequence[_Item], indent: int, *, empty: bool) -> list[str]:
        """The lines before an item: what ends another list, or the text that it cannot interrupt (5.3)."""
        if len(self._open) > len(kept):
            before = self._open[len(kept)].number
            expected = None if before is None else before + 1
            return [] if item.number == expected else ["", " " * indent + _APART, ""]
        return [""] if kept and (empty or item.number not in (None, 1)) else []
