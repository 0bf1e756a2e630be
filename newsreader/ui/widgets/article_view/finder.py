"""Finding words in the article that is shown: on which lines they stand, and which the reader is at."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from rich.style import Style

from newsreader.ui.widgets.folding import fold
from newsreader.ui.widgets.page import Page
from newsreader.ui.widgets.pieces import Line

_FOUND = Style(underline=True, bold=True)
_HERE = Style(reverse=True, bold=True)
_MOST = 5_000  # matches


class Span(NamedTuple):
    """Characters of one line that belong to the match of that number."""

    match: int
    start: int
    end: int


class Text:
    """The lines of an article as one folded text, in which a line's end is the space that it was."""

    def __init__(self, lines: Sequence[Line]) -> None:
        parts: list[str] = []
        self._starts: list[int] = []
        self._indents: list[int] = []
        size, ending = 0, "\n"
        for line in lines:
            indent = 0 if ending == "\n" else line.indent
            text, ending = line.text[indent:], line.ending
            self._starts.append(size)
            self._indents.append(indent)
            parts += (text, ending)
            size += len(text) + len(ending)
        self._folded = fold("".join(parts))

    def find(self, words: str) -> Iterator[tuple[int, int]]:
        """From and to where the words stand; white space between them is any white space."""
        pattern = r"\s+".join(map(re.escape, fold(words).split()))
        for match in re.finditer(pattern, self._folded) if pattern else ():
            yield match.span()

    def spans(self, start: int, end: int) -> Iterator[tuple[int, int, int]]:
        """(line, from, to) of every line that these characters stand on."""
        for line in range(bisect_right(self._starts, start) - 1, bisect_left(self._starts, end)):
            base, indent = self._starts[line], self._indents[line]
            yield line, max(start - base, 0) + indent, end - base + indent


class Finder:
    """What is looked for, where it was found, and which match is the present one."""

    def __init__(self) -> None:
        self.words = ""
        self.at = 0
        self._lines: list[int] = []
        self._spans: defaultdict[int, list[Span]] = defaultdict(list)
        self._page: Page | None = None
        self._text = Text(())

    def __len__(self) -> int:
        return len(self._lines)

    @property
    def line(self) -> int:
        """The line on which the present match begins; -1 when there is none."""
        return self._lines[self.at] if self._lines else -1

    def look(self, words: str, page: Page, top: int) -> None:
        """Find the words in a page; the present match is the first from line `top` on."""
        if page is not self._page:
            self._page, self._text = page, Text(page.lines[: page.text_end])
        self.words = words
        self._lines.clear()
        self._spans.clear()
        for start, end in self._text.find(words):
            spans = list(self._text.spans(start, end))
            for line, first, last in spans:
                self._spans[line].append(Span(len(self._lines), first, last))
            self._lines.append(spans[0][0])
            if len(self._lines) == _MOST:
                break
        at = bisect_left(self._lines, top)
        self.at = at if at < len(self._lines) else 0

    def step(self, by: int) -> None:
        """To the next or previous match, round the end."""
        if self._lines:
            self.at = (self.at + by) % len(self._lines)

    def marks(self, line: int) -> Iterator[tuple[int, int, Style]]:
        """The matches on a line, the present one reversed, the others underlined: by more than colour."""
        for match, start, end in self._spans.get(line, ()):
            yield start, end, _HERE if match == self.at else _FOUND
