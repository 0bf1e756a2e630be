"""The difference between two wordings, word by word."""

from __future__ import annotations

from collections.abc import Iterable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsreader.model import Block, BlockKind, Change, Passage, Run, Span, Wording
from newsreader.revisions.diff import compared, difference
from newsreader.revisions.folding import FOLD, folded, limited

SIGNS = {Change.SAME: "{}", Change.REMOVED: "[-{}-]", Change.ADDED: "{{+{}+}}", Change.FOLDED: "<{}>"}


def shown(passages: Iterable[Passage]) -> list[str]:
    return ["".join(SIGNS[run.change].format(run.text) for run in passage) for passage in passages]


def side(passages: Iterable[Passage], left_out: Change) -> list[str]:
    """One of the two texts, taken out of their difference."""
    texts = ("".join(run.text for run in passage if run.change is not left_out) for passage in passages)
    return [text for text in texts if text]


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ("Er zijn 3 doden.", "Er zijn 5 doden.", "Er zijn [-3 -]{+5 +}doden."),
        ("Hij is de dader.", "Hij is niet de dader.", "Hij is {+niet +}de dader."),
        ("Hij is niet de dader.", "Hij is de dader.", "Hij is [-niet -]de dader."),
        (
            "De rode, snelle auto reed",
            "De blauwe, trage auto reed",
            "De [-rode, snelle -]{+blauwe, trage +}auto reed",
        ),
        ('Zij zei "ja" - en ging', "Zij zei “ja” – en liep", "Zij zei “ja” – en [-ging-]{+liep+}"),
        (
            "Een heel andere zin",
            "Niets blijft hier staan",
            "[-Een heel andere zin-]{+Niets blijft hier staan+}",
        ),
        ("Om 14.05 uur", "Om 14.35 uur", "Om [-14.05 -]{+14.35 +}uur"),
        (
            "Eerst. De oorzaak is bekend.",
            "Eerst. Een man van 34 is verdacht.",
            "Eerst. [-De oorzaak is bekend.-]{+Een man van 34 is verdacht.+}",
        ),
        ("", "Nieuw", "{+Nieuw+}"),
        ("Oud", "", "[-Oud-]"),
    ],
)
def test_word_by_word(old: str, new: str, told: str) -> None:
    assert shown(compared(Wording(old), Wording(new))[:1]) == [told]


def test_paragraphs_come_and_go_in_place() -> None:
    old = ["Eerste alinea blijft.", "De tweede gaat over water en wind.", "Derde verdwijnt geheel.", "Slot."]
    new = ["Eerste alinea blijft.", "Iets geheel nieuws.", "De tweede gaat over water en storm.", "Slot."]
    assert shown(difference(old, new)) == [
        "Eerste alinea blijft.",
        "{+Iets geheel nieuws.+}",
        "De tweede gaat over water en [-wind-]{+storm+}.",
        "[-Derde verdwijnt geheel.-]",
        "Slot.",
    ]


def test_a_long_paragraph_is_compared_by_sentence_first() -> None:
    sentences = [f"Zin {number} zegt wat zij altijd zei." for number in range(200)]
    other = [*sentences[:90], "Zin 90 zegt nu iets anders dan zij zei.", *sentences[91:]]
    (passage,) = difference([" ".join(sentences)], [" ".join(other)])
    assert [run.text.strip() for run in passage if run.change is Change.REMOVED] == ["wat", "altijd"]


def test_what_stayed_far_from_a_change_is_folded() -> None:
    many = " ".join(f"woord{number}" for number in range(60))
    passages = folded(
        difference(["A.", "B.", f"{many} drie {many}", "C."], ["A.", "B.", f"{many} vijf {many}", "C."])
    )
    assert passages[0] == passages[2] == (FOLD,)
    before, removed, added, after = (
        "".join(run.text for run in passages[1][start:stop])
        for start, stop in ((0, 2), (2, 3), (3, 4), (4, 6))
    )
    assert before == "… " + " ".join(f"woord{number}" for number in range(48, 60)) + " "
    assert (removed, added) == ("drie ", "vijf ")
    assert after.strip().endswith("…")
    assert len(passages) == 3


def test_a_difference_is_limited() -> None:
    passages = ((Run("a" * 10),), (Run("b" * 10),))
    assert limited(passages, 20) == passages
    assert limited(passages, 19) == (passages[0], (FOLD,))


def block(text: str, kind: BlockKind = BlockKind.PARAGRAPH) -> Block:
    return Block(kind, (Span(text),))


def test_counters_and_captions_are_no_part_of_a_difference() -> None:
    old = Wording(
        "Kop", "", (block("Er zijn 3 doden."), block("12 reacties"), block("Foto A", BlockKind.IMAGE))
    )
    new = Wording(
        "Kop", "", (block("Er zijn 5 doden."), block("13 reacties"), block("Foto B", BlockKind.IMAGE))
    )
    title, text = compared(old, new)
    assert (shown([title]), shown(text)) == (["Kop"], ["Er zijn [-3 -]{+5 +}doden."])


def test_a_summary_is_told_where_the_text_does_not_tell_the_difference() -> None:
    same = (block("De tekst is gebleven."),)
    _, text = compared(Wording("Kop", "Drie doden.", same), Wording("Kop", "Vijf doden.", same))
    assert shown(text) == ["[-Drie -]{+Vijf +}doden.", "De tekst is gebleven."]
    _, text = compared(Wording("Kop", "Drie doden.", same, whole=True), Wording("Kop", "Vijf doden."))
    assert text == ()


TEXTS = st.lists(st.text("ab .\n,é", min_size=1, max_size=30), max_size=8)


@given(TEXTS, TEXTS)
def test_both_texts_can_be_read_in_their_difference(old: list[str], new: list[str]) -> None:
    passages = difference(old, new)
    assert side(passages, Change.REMOVED) == new
    removed = "".join(side(passages, Change.ADDED))
    assert "".join(removed.split()).casefold() == "".join("".join(old).split()).casefold()


@given(TEXTS)
def test_a_text_does_not_differ_from_itself(text: list[str]) -> None:
    assert shown(difference(text, text)) == text
    assert folded(difference(text, text)) in ((), ((FOLD,),))
