"""A summary and the text of its page become one article that begins as the summary did."""

from __future__ import annotations

from newsreader.model import Block, BlockKind, Span
from newsreader.sources.completing import completed


def words(*texts: str) -> tuple[Block, ...]:
    return tuple(Block(BlockKind.PARAGRAPH, (Span(text),)) for text in texts)


LEAD = words("De brug bij de haven gaat maandag open voor verkeer.")
PICTURE = Block(BlockKind.IMAGE, (Span("De brug"),), url="https://krant.example/brug.jpg")
REST = words("Het werk duurde drie weken.", "De wethouder knipt maandag het lint door.")


def test_a_page_that_begins_with_the_summary_is_the_text() -> None:
    assert completed(LEAD, (*LEAD, *REST), is_summary=True) == (*LEAD, *REST)


def test_a_summary_that_was_cut_gives_way_to_its_paragraph() -> None:
    cut = words("De brug bij de haven gaat maandag open…")
    assert completed(cut, (*LEAD, *REST), is_summary=True) == (*LEAD, *REST)


def test_a_summary_that_the_page_does_not_have_stays_on_top() -> None:
    own = words("Heel kort: er kan weer gefietst worden over de haven.")
    assert completed(own, (*LEAD, *REST), is_summary=True) == (*own, *LEAD, *REST)


def test_the_words_that_led_to_the_rest_go_when_it_is_there() -> None:
    own = words("Er kan weer gefietst worden over de haven. En dat is maar goed ook.")
    link = (
        Span("Er kan weer gefietst worden over de haven. "),
        Span("Lees verder", url="https://krant.example/1"),
    )
    for shown in (
        words(own[0].text + " Lees verder..."),
        (*own, *words("Lees meer »")),
    ):
        assert completed(shown, (*LEAD, *REST), is_summary=True) == (*own, *LEAD, *REST)
    text = completed((Block(BlockKind.PARAGRAPH, link),), (*LEAD, *REST), is_summary=True)
    assert text == (Block(BlockKind.PARAGRAPH, link[:1]), *LEAD, *REST)


def test_a_sentence_that_only_begins_so_stays() -> None:
    own = words("Er kan weer gefietst worden over de haven. Lees voor wie er komt het bord bij de brug.")
    assert completed(own, (*LEAD, *REST), is_summary=True) == (*own, *LEAD, *REST)


def test_a_picture_does_not_push_the_summary_down() -> None:
    assert completed(LEAD, (PICTURE, *LEAD, *REST), is_summary=True) == (*LEAD, PICTURE, *REST)
    shown = (PICTURE, *LEAD)
    assert completed(shown, (PICTURE, *LEAD, *REST), is_summary=True) == (PICTURE, *LEAD, *REST)


def test_a_page_with_less_brings_nothing() -> None:
    assert completed((*LEAD, *REST), words("Pagina niet gevonden."), is_summary=False) is None
    assert completed((), (), is_summary=True) is None
    assert completed(LEAD, (PICTURE,), is_summary=True) is None


def test_what_was_whole_is_replaced_as_it_stands() -> None:
    assert completed((*LEAD, *REST), (PICTURE, *LEAD, *REST), is_summary=False) == (PICTURE, *LEAD, *REST)


def test_an_announcement_without_words_is_filled() -> None:
    assert completed((), (PICTURE, *LEAD), is_summary=True) == (PICTURE, *LEAD)
