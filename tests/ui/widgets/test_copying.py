from __future__ import annotations

from textual.geometry import Offset
from textual.selection import SELECT_ALL, Selection

from newsreader.model import BlockKind
from newsreader.ui.widgets.block_text import Setting, block_lines
from newsreader.ui.widgets.copying import selected_text
from newsreader.ui.widgets.pieces import Line
from tests.ui.widgets.samples import block

SETTING = Setting(16, {}, "Foto", "Media", "ingekort")


def lines() -> list[Line]:
    item = block(BlockKind.ITEM, "een lang verhaal over de zee", level=1)
    word = block(BlockKind.QUOTE, "zeewaterontziltingsinstallatie", level=1)
    return [*block_lines(item, SETTING), *block_lines(word, SETTING)]


def test_paragraphs_are_whole_again_without_their_indents() -> None:
    assert [line.text for line in lines()] == [
        "  • een lang",
        "    verhaal over",
        "    de zee",
        "│ zeewaterontzil",
        "│ tingsinstallat",
        "│ ie",
    ]
    assert selected_text(lines(), SELECT_ALL) == (
        "  • een lang verhaal over de zee\n│ zeewaterontziltingsinstallatie"
    )


def test_a_part_of_a_line() -> None:
    assert selected_text(lines(), Selection(Offset(4, 0), Offset(7, 0))) == "een"
    assert selected_text(lines(), Selection(Offset(-3, 0), Offset(-1, 0))) == ""


def test_from_the_middle_of_one_line_to_the_middle_of_another() -> None:
    assert selected_text(lines(), Selection(Offset(8, 0), Offset(11, 1))) == "lang verhaal"
