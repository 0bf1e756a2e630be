from __future__ import annotations

from inspect import cleandoc

import pytest

from newsreader.model import Block, BlockKind, Span
from newsreader.ui.widgets.block_text import Setting, block_lines, stands_apart
from newsreader.ui.widgets.span_text import link_numbers, span_pieces
from tests.ui.widgets.samples import block, paragraph, table

LONG = "De molen draait weer, en de molenaar bakt op zaterdag brood voor het hele dorp."


def drawn(*blocks: Block, width: int = 40) -> str:
    setting = Setting(width, link_numbers(blocks), "Foto", "Media", "ingekort")
    return "\n".join(line.text.rstrip() for each in blocks for line in block_lines(each, setting))


@pytest.mark.parametrize(
    ("made", "expected"),
    [
        (paragraph(LONG), """
            De molen draait weer, en de molenaar
            bakt op zaterdag brood voor het hele
            dorp."""),
        (block(BlockKind.QUOTE, LONG, level=1), """
            │ De molen draait weer, en de molenaar
            │ bakt op zaterdag brood voor het hele
            │ dorp."""),
        (block(BlockKind.QUOTE, "Wind mee.", level=2), "│ │ Wind mee."),
        (block(BlockKind.ITEM, "Meel\nen gist", marker="12."), "12. Meel\n      en gist"),
        (block(BlockKind.IMAGE, "De molen.", url="https://krant.example/m.jpg"), "[Foto] De molen."),
        (block(BlockKind.IMAGE, url="https://krant.example/m.jpg"), "[Foto]"),
        (block(BlockKind.MEDIA, "Gesprek", url="https://krant.example/g"), "[Media] Gesprek[1]"),
        (block(BlockKind.MEDIA, url="https://krant.example/g"), "[Media] https://krant.example/g[1]"),
        (block(BlockKind.CODE, "\nals wind:\n\tmalen()\n"), "als wind:\n      malen()"),
        (block(BlockKind.RULE), "─" * 13),
        (paragraph("12 m", Span("2", "^"), " en CO", Span("2", "_")), "12 m² en CO₂"),
        (paragraph("x", Span("veel", "^")), "x^veel"),
        (paragraph("kop\x1b[0m\ttab"), "kop[0m tab"),
    ],
)  # fmt: skip
def test_a_block(made: Block, expected: str) -> None:
    assert cleandoc(drawn(made)) == cleandoc(expected)


def test_items_hang_by_their_level() -> None:
    items = [block(BlockKind.ITEM, LONG[:45], level=1), block(BlockKind.ITEM, "Rogge", level=2)]
    assert drawn(*items, width=30).splitlines() == [
        "  • De molen draait weer, en",
        "    de molenaar bakt op",
        "      ◦ Rogge",
    ]


def test_a_quoted_item_keeps_the_bar() -> None:
    item = Block(BlockKind.ITEM, (Span("Spelt"),), level=1, quoted=True)
    assert drawn(item) == "│   • Spelt"


def test_a_link_has_one_number_however_it_is_marked() -> None:
    url = "https://krant.example/a"
    spans = Span("de hele ", "", url), Span("lijst", "b", url), Span(" of "), Span("deze", "", url)
    made = paragraph("Zie ", *spans)
    assert drawn(made, width=60) == "Zie de hele lijst[1] of deze[1]"
    pieces = span_pieces(made.spans, "text", {url: 1}, "ingekort")
    assert [piece.text for piece in pieces if piece.url] == ["de hele ", "lijst", "[1]", "deze", "[1]"]


def test_lists_are_tight_and_paragraphs_are_not() -> None:
    item, term = block(BlockKind.ITEM, "Meel"), block(BlockKind.TERM, "Wiek")
    meaning, text = block(BlockKind.DEFINITION, "Vangt wind."), paragraph("Tekst.")
    assert not stands_apart(item, item)
    assert not stands_apart(term, meaning)
    assert stands_apart(meaning, term)
    assert stands_apart(text, item)
    assert stands_apart(text, text)


def test_a_narrow_table_is_aligned_with_its_numbers_to_the_right() -> None:
    made = table(("Molen", "Hoogte"), ("De Hoop", "21,5"), ("Nooitgedacht", "9"))
    assert drawn(made).splitlines() == [
        "Molen         Hoogte",
        "────────────  ──────",
        "De Hoop         21,5",
        "Nooitgedacht       9",
    ]


def test_a_wide_table_folds_into_records() -> None:
    made = table(("Molen", "Wat"), ("De Hoop", "maalt elke zaterdag tarwe"), ("De Kat", "staat stil"))
    assert drawn(made, width=24).splitlines() == [
        "Molen: De Hoop",
        "Wat: maalt elke",
        "  zaterdag tarwe",
        "",
        "Molen: De Kat",
        "Wat: staat stil",
    ]


def test_a_ragged_table_without_headings() -> None:
    assert drawn(table(("een",), ("twee", "drie"), headings=0)).splitlines() == ["een", "twee  drie"]
    assert drawn(table()) == ""


@pytest.mark.parametrize(
    "hostile",
    [
        paragraph("x" * 1_000_000),
        paragraph("\n" * 1_000_000 + "x"),
        block(BlockKind.CODE, "x\n" * 500_000),
        block(BlockKind.QUOTE, "diep", level=10_000),
        block(BlockKind.ITEM, "diep", level=10_000, marker="9" * 1_000),
        table(*[("cel",) * 100] * 100),
        table(("cel",) * 10_000),
        table(*[("cel " * 10_000,) * 10] * 20),
    ],
)
def test_hostile_blocks_are_cut_to_size(hostile: Block) -> None:
    lines = drawn(hostile).splitlines()
    assert len(lines) <= 5_001
    assert max(len(line) for line in lines) <= 40


def test_what_is_cut_says_so() -> None:
    assert drawn(table(*[("cel",) * 100] * 100)).endswith("… ingekort")
    assert drawn(block(BlockKind.CODE, "x\n" * 500_000)).endswith("… ingekort")
    assert "… ingekort" in drawn(paragraph("x" * 1_000_000))
