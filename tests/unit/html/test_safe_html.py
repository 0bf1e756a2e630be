"""Blocks as HTML, and back."""

from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

from newsreader.export.blocks_html import to_html
from newsreader.model import Block, BlockKind, Span
from newsreader.model.numbering import marker, numbering
from newsreader.sources.blocks import blocks

_NAMES = (
    "p b i a ul ol li blockquote h2 h3 pre code table tr td th thead dl dt dd figure figcaption br hr"
    " sub sup q ruby rt div span caption details"
)
_TAGS = _NAMES.split()
_PIECES = st.one_of(
    st.sampled_from([form for tag in _TAGS for form in (f"<{tag}>", f"</{tag}>")]),
    st.sampled_from(
        [
            '<a href="https://e.example.nl/1?a=1&amp;b=&quot;">',
            "<img src=a.png alt='k < l'>",
            "<ol type=i start=4>",
            "<ol type=A start=27>",
            "<li value=7>",
            "&nbsp;",
            "&lt;b&gt;",
            "e&#769;",
            "<td rowspan=3>",
            "<td colspan=2>",
            "<a href='https://x.com/intent/x'>X</a>",
        ]
    ),
    st.text(" ab\né\u0301\u00a0<&\x1b\"'", max_size=8),
)
_HTML = st.lists(_PIECES, max_size=30).map("".join)


@settings(max_examples=300)
@given(_HTML)
def test_blocks_come_back_from_their_html(html: str) -> None:
    first = blocks(html, "https://b.example.nl/")
    assert blocks(to_html(first) or "<p></p>") == first


@given(_HTML)
def test_it_is_well_formed(html: str) -> None:
    etree.fromstring(f"<body>{to_html(blocks(html))}</body>")


def test_sound_film_and_frames_are_links() -> None:
    html = to_html(
        blocks("<iframe src=https://e.example.nl/v title=Film></iframe><audio src=a.mp3>", "https://e.nl")
    )
    assert html == (
        '<p><a href="https://e.example.nl/v">Film</a></p><p><a href="https://e.nl/a.mp3">https://e.nl/a.mp3</a></p>'
    )


def test_lists_are_rebuilt() -> None:
    html = to_html(blocks("<ol start=2><li>a<ul><li>b</ul><li>c</ol>"))
    assert html == ('<ol type="1"><li value="2">a<ul><li>b</li></ul></li><li value="3">c</li></ol>')


def test_nothing_dangerous_gets_through_even_from_blocks_made_by_hand() -> None:
    spans = (Span("<script>", url="javascript:alert(1)"), Span("x", "b", 'https://e.example.nl/"onclick="'))
    html = to_html([Block(BlockKind.PARAGRAPH, spans), Block(BlockKind.IMAGE, (Span("a"),), url="data:x")])
    assert html == (
        '<p>&lt;script&gt;<a href="https://e.example.nl/&quot;onclick=&quot;"><strong>x</strong></a></p><p>a</p>'
    )
    assert not re.search(r"<(?!/?(?:p|a|strong)\b)", html)


@pytest.mark.parametrize("kind", list("1aAiI"))
@given(number=st.integers(-5, 5_000))
def test_numbers_can_be_read_back(kind: str, number: int) -> None:
    text = marker(kind, number)
    assert marker(*numbering(text)) == text


def test_numbers() -> None:
    assert [marker("i", 4), marker("I", 1999), marker("a", 28), marker("A", 26), marker("i", 0)] == [
        "iv.",
        "MCMXCIX.",
        "ab.",
        "Z.",
        "0.",
    ]
