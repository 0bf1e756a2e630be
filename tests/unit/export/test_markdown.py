"""Markdown that comes back: what is written is read by another program, and compared letter by letter."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import pytest
from hypothesis import example, given
from hypothesis import settings as searching
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from newsreader.export.inline_markdown import inline
from newsreader.export.markdown import article_markdown, blocks_markdown, edition_markdown
from newsreader.model import Block, BlockKind, Span
from newsreader.model.numbering import numbering
from newsreader.sources.blocks import blocks
from tests.unit.export.samples import LABELS, MOLEN, edition
from tests.unit.html.test_safe_html import _HTML

READER = MarkdownIt("commonmark").enable(["table", "strikethrough"])
_PLAIN = (BlockKind.TERM, BlockKind.DEFINITION, BlockKind.MEDIA)
_TEXT = st.text(" \nab1é.,!#*_`~[]()<>|\\&-+=:\"'“”/@{}^$%", min_size=1, max_size=12)
_URL = st.sampled_from(["", "", "https://e.example.nl/(a)_b*c?d=1&copy=2~e", "https://e.example.nl/a"])
_SPANS = st.lists(
    st.builds(Span, _TEXT, st.sets(st.sampled_from("bicsu^_")).map(lambda m: "".join(sorted(m))), _URL),
    min_size=1,
    max_size=4,
)
Letter = tuple[str, frozenset[str], str]


def read(markdown: str) -> tuple[Block, ...]:
    """The blocks in Markdown, as another program understands it."""
    return tuple(blocks(READER.render(markdown)))


def shape(found: Sequence[Block]) -> list[tuple[BlockKind, object, int]]:
    """What must be the same: kinds, words, depths of quotes; what Markdown has no word for is a paragraph."""
    shapes: list[tuple[BlockKind, object, int]] = []
    for block in found:
        kind = block.kind
        if kind in _PLAIN:
            kind = BlockKind.QUOTE if block.quoted else BlockKind.PARAGRAPH
        words: object = "" if kind is BlockKind.IMAGE else " ".join(block.text.split())
        if block.rows:
            width = max(map(len, block.rows))
            head = () if block.level else (("",) * width,)
            words = [[" ".join(cell.split()) for cell in row] for row in (*head, *block.rows)]
            words = [[*row, *[""] * (width - len(row))] for row in words]
        if words or kind in (BlockKind.IMAGE, BlockKind.RULE):
            shapes.append((kind, words, block.level if block.kind is BlockKind.QUOTE else int(block.quoted)))
    return shapes


def letters(spans: Sequence[Span]) -> Iterator[Letter]:
    """Each letter with its marks and link; white space may move."""
    for span in spans:
        for letter in span.text:
            if not letter.isspace():
                yield letter, frozenset(span.marks), span.url


@searching(max_examples=300)
@given(_HTML)
def test_the_blocks_of_a_page_come_back(html: str) -> None:
    first = blocks(html, "https://b.example.nl/")
    assert shape(read("\n\n".join(blocks_markdown(first)))) == shape(first)


@searching(max_examples=500)
@example([Span("]:", "c", "https://e.example.nl/a")], BlockKind.PARAGRAPH)
@example([Span("1"), Span("1", "bs")], BlockKind.PARAGRAPH)
@given(_SPANS, st.sampled_from([BlockKind.PARAGRAPH, BlockKind.HEADING, BlockKind.ITEM, BlockKind.QUOTE]))
def test_every_letter_keeps_its_marks_and_its_link(spans: list[Span], kind: BlockKind) -> None:
    wanted = list(letters(spans))
    (piece,) = blocks_markdown([Block(kind, tuple(spans), level=2 if kind is BlockKind.HEADING else 1)])
    found = [letter for block in read(piece) for letter in letters(block.spans)]
    assert found == wanted
    if wanted:
        assert {block.kind for block in read(piece)} == {kind}


_ROW = st.lists(_TEXT, min_size=2, max_size=2).map(tuple)


@searching(max_examples=200)
@given(st.lists(_ROW.filter(lambda row: any(map(str.strip, row))), min_size=1, max_size=4))
def test_every_cell_of_a_table_comes_back(rows: list[tuple[str, ...]]) -> None:
    table = Block(BlockKind.TABLE, rows=tuple(rows), level=1)
    assert shape(read("\n\n".join(blocks_markdown([table])))) == shape([table])


@given(st.text("`~ \nab\\", min_size=1))
def test_code_is_kept_to_the_letter(text: str) -> None:
    (piece,) = blocks_markdown([Block(BlockKind.CODE, (Span(text),))])
    (token,) = READER.parse(piece)
    assert token.content == text + "\n"


def test_text_is_as_readable_as_it_can_be() -> None:
    spans = [
        Span("De "),
        Span("brug", "b"),
        Span(" (A58) is "),
        Span("dicht", url="https://e.nl/a_b"),
        Span("."),
    ]
    assert inline(spans) == r"De **brug** (A58) is [dicht](https://e.nl/a\_b)."


def test_lists_are_nested_and_numbered_as_they_were() -> None:
    html = "<ol start=2><li>a<ul><li>b<li>c</ul><li>d</ol><ol><li>e</ol><ul><li>f</ul>"
    pieces = list(blocks_markdown(blocks(html)))
    assert pieces == ["2. a\n   - b\n   - c\n3. d\n\n<!-- -->\n\n1. e\n\n<!-- -->\n\n- f"]
    back = read(pieces[0])
    assert [(block.text, block.level, numbering(block.marker)[1]) for block in back] == [
        ("a", 1, 2), ("b", 2, 1), ("c", 2, 1), ("d", 1, 3), ("e", 1, 1), ("f", 1, 1),
    ]  # fmt: skip


@pytest.mark.parametrize("url", ["javascript:alert(1)", "data:text/html,x", "file:///etc/passwd"])
def test_only_the_web_and_mail_are_linked(url: str) -> None:
    assert inline([Span("klik", url=url)]) == "klik"
    (piece,) = blocks_markdown([Block(BlockKind.IMAGE, (Span("foto"),), url=url)])
    assert piece == "foto"


def test_an_article_has_its_headline_origin_address_text_and_files() -> None:
    lines = article_markdown(MOLEN, LABELS).splitlines()
    assert lines[:9] == [
        r"# Molen \*draait\* weer",
        "",
        "Molenpost · Zeeland",
        "",
        "[https://molen.example/1](https://molen.example/1)",
        "",
        "MIDDELBURG · ANP",
        "",
        "![Avond J. Pier](https://molen.example/avond.jpg)",
    ]
    assert "**Bijlagen**" in lines
    assert "- [Gesprek · audio/mpeg · 12 bytes · 45:10](https://molen.example/gesprek.mp3)" in lines


def test_an_edition_has_contents_and_sections() -> None:
    found = read(edition_markdown(edition(), LABELS))
    headings = [(block.level, block.text) for block in found if block.kind is BlockKind.HEADING]
    assert headings == [
        (1, "Krant <van> & vandaag"), (2, "Zeeland"), (3, "Molen *draait* weer"), (4, "Wieken"),
        (2, "Sport"), (3, "Koers"),
    ]  # fmt: skip
    items = [(block.level, block.text) for block in found if block.kind is BlockKind.ITEM]
    assert items[:4] == [(1, "Zeeland"), (2, "Molen *draait* weer"), (1, "Sport"), (2, "Koers")]
