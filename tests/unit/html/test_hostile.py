"""HTML made to harm: it is cut down before it is parsed, so the tree stays small."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsreader.gate import safe
from newsreader.sources.blocks import blocks
from newsreader.sources.blocks.parse import MAX_BLOCKS, MAX_CHARS, MAX_DEPTH, tree
from newsreader.sources.blocks.tables import MAX_COLUMNS


def depth(html: str) -> int:
    deepest, node, at = 0, tree(html).body, 0
    assert node is not None
    stack = [(node.first_child, 1)]
    while stack:
        child, at = stack.pop()
        while child is not None:
            deepest = max(deepest, at)
            stack.append((child.first_child, at + 1))
            child = child.next
    return deepest


@pytest.mark.parametrize(
    "opening", ["<div>", "<blockquote><p>", "<table><tr><td></div><div>", "<b>", "<a><div>", "<ul><li>"]
)
def test_depth_is_bounded(opening: str) -> None:
    assert depth(opening * 20_000 + "x") <= 6 * MAX_DEPTH


def test_text_below_the_bound_is_kept() -> None:
    assert blocks("<div>" * 20_000 + "gered" + "</div>" * 20_000)[0].text == "gered"


def test_open_formatting_does_not_multiply() -> None:
    page = tree("".join(f"<p><font size={size}>x" for size in range(2_000)))
    assert len(page.css("font")) <= 17 * 2_000


def test_elements_with_thousands_of_attributes_lose_them() -> None:
    page = tree("<p " + " ".join(f"a{number}=1" for number in range(30_000)) + ">tekst</p><p b='>' c>x")
    first, second = page.css("p")
    assert (len(first.attributes), first.text(), len(second.attributes)) == (0, "tekst", 2)


@pytest.mark.parametrize("html", ["<p>x" * 50_000, "<br><br>x" * 50_000, "x\n\n" * 50_000])
def test_blocks_are_bounded(html: str) -> None:
    assert 0 < len(blocks(html)) <= MAX_BLOCKS + 1


def test_length_is_bounded() -> None:
    found = blocks("<p>" + "woord " * (MAX_CHARS // 3))
    assert 0 < sum(len(block.text) for block in found) <= MAX_CHARS


@pytest.mark.parametrize("html", ["<div>woord " * 1_000_000, "<p>x" * 50_000, "woord " * 1_000_000])
def test_what_is_cut_is_said_at_the_end(html: str) -> None:
    found = blocks(html)
    assert [block.marker for block in found if block.marker] == ["…"]
    assert found[-1].marker


def test_a_table_of_ten_thousand_cells_is_bounded() -> None:
    (table,) = blocks("<table>" + f"<tr>{'<td>cel</td>' * 100}</tr>" * 100 + "</table>")
    assert len(table.rows) == 100
    assert {len(row) for row in table.rows} == {MAX_COLUMNS}


def test_quotes_in_scripts_do_not_swallow_the_page() -> None:
    script = "<script>" + 'if(a<b){c="d\'"}' * 2_000 + "</script>"
    assert [block.text for block in blocks("<div>" * 300 + script + "<p>na het script</p>")] == [
        "na het script"
    ]


_ODDS = (
    "<p> </p> <b> </b> <table> <tr> <td> <li> <ul> </ul> <a <a\thref='x <!-- --> <![CDATA[ ]]>"
    " <script> </script> &#27; &#x202e; & < > \" ' \0 <svg> <math> <template> </template> <select> <frameset>"
    " <plaintext> <textarea> \ud800 <img\tsrc=x> &#xd800; <rt> <base> <noscript> </svg> <foreignObject>"
)
_PIECES = st.sampled_from(_ODDS.split(" "))


@given(st.lists(st.one_of(_PIECES, st.text(max_size=5)), max_size=40).map("".join))
def test_anything_gives_clean_blocks(html: str) -> None:
    for block in blocks(html, "https://e.example.nl"):
        assert block.text == safe(block.text)
        assert all(span.text and span.url == safe(span.url) for span in block.spans)
