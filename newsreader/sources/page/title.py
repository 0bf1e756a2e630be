"""The headline of an article among the blocks of its page, and where it stands."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from urllib.parse import urlsplit

from newsreader.model import Block, BlockKind, Span
from newsreader.sources.page.metadata import Metadata
from newsreader.sources.page.slug import slug_of, titles

NEAR = 8
"""Blocks: further on a headline is a repetition in the text."""
_WORDS = (BlockKind.HEADING, BlockKind.PARAGRAPH)
_DIALOG = re.compile(r"\bweb-?mails?\b", re.IGNORECASE)
_SITE = re.compile(r"(?P<title>.{12,}\S)\s+(?P<mark>[|–—·-]|::)\s+(?P<site>[^|–—·]{1,40})")


def title_of(blocks: Sequence[Block], meta: Metadata, url: str) -> tuple[str, int]:
    """The headline, and the place after the last time it stands; the blocks are those above any list."""
    for fits in _signs(blocks, meta, url):
        found = [at for at in range(len(blocks)) if fits(at)]
        if found:
            title = blocks[found[0]].text
            last = max(at for at, block in enumerate(blocks) if block.text == title and at - found[0] < NEAR)
            return " ".join(title.split()), last + 1
    return meta.title or without_site(meta, url), after_dialog(blocks)


def without_site(meta: Metadata, url: str) -> str:
    """The document's title without the name of the site behind it."""
    match = _SITE.fullmatch(meta.document_title)
    if match is None:
        return meta.document_title
    name = slug_of(match["site"]).replace("-", "")
    host = (urlsplit(url).hostname or "").replace("-", "")
    is_name = match["mark"] in ("|", "::") or match["site"] == meta.site or (len(name) > 2 and name in host)
    return match["title"] if is_name else meta.document_title


def unfolded(blocks: Sequence[Block], is_title: Callable[[str], bool]) -> list[Block]:
    """The blocks, those in which a headline is a line of its own cut into lines as far as it stands there."""
    found: list[Block] = []
    for block in blocks:
        found += _unfolded(block, is_title) if block.kind in _WORDS and "\n" in block.text else [block]
    return found


def _unfolded(block: Block, is_title: Callable[[str], bool]) -> list[Block]:
    rows = _rows(block)
    texts = ["".join(span.text for span in row) for row in rows]
    last = 0
    for at, text in enumerate(texts):
        again = at > 0 and text == texts[at - 1] and is_headline(text)
        if at < NEAR and (again or is_title(text)):
            last = at + 1
    if not last:
        return [block]
    rest = [span._replace(text=span.text + "\n" * (span is row[-1])) for row in rows[last:] for span in row]
    if rest:
        rest[-1] = rest[-1]._replace(text=rest[-1].text.rstrip())
    every = [*rows[:last], rest] if rest else rows[:last]
    return [block._replace(spans=tuple(spans)) for spans in every]


def _rows(block: Block) -> list[list[Span]]:
    """The spans of each line that says something."""
    rows: list[list[Span]] = [[]]
    for span in block.spans:
        for count, part in enumerate(span.text.split("\n")):
            if count:
                rows.append([])
            if part.strip():
                rows[-1].append(span._replace(text=part))
    return [row for row in rows if row]


def _signs(blocks: Sequence[Block], meta: Metadata, url: str) -> list[Callable[[int], bool]]:
    """What tells the headline, the surest first."""
    document_title = meta.document_title.casefold()

    def told(at: int) -> bool:
        return bool(meta.title) and blocks[at].text.casefold() == meta.title.casefold()

    def addressed(at: int) -> bool:
        return titles(url, blocks[at].text)

    def main(at: int) -> bool:
        return heading(at) and blocks[at].level == 1

    def in_title(at: int) -> bool:
        text = blocks[at].text.casefold()
        return len(text) > 14 and document_title.startswith(text)

    def twice(at: int) -> bool:
        return at > 0 and blocks[at].text == blocks[at - 1].text and _may_head(blocks[at])

    def heading(at: int) -> bool:
        return blocks[at].kind is BlockKind.HEADING and _may_head(blocks[at])

    return [told, addressed, main, in_title, twice, heading]


def is_headline(text: str) -> bool:
    """Whether the text is as long as headlines are."""
    return 12 <= len(text) <= 250 and len(text.split()) > 2


def _may_head(block: Block) -> bool:
    """The question which webmail the reader has stands above the news, and is none."""
    return is_headline(block.text) and not _DIALOG.search(block.text)


def after_dialog(blocks: Sequence[Block]) -> int:
    """Where the text begins when nothing heads it but that question."""
    at = next((at for at, block in enumerate(blocks[:NEAR]) if _is_question(block)), -1) + 1
    while 0 < at < len(blocks) and _DIALOG.search(blocks[at].text):
        at += 1
    return at


def _is_question(block: Block) -> bool:
    return len(block.text) < 60 and bool(_DIALOG.search(block.text))
