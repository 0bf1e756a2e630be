"""Datelines: taken off where there is one, left alone where there is not."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsreader.model import Block, BlockKind, Dateline, Span
from newsreader.stories.dateline import split, split_blocks


@pytest.mark.parametrize(
    ("start", "places", "agencies"),
    [
        ("PYONGYANG (ANP/AFP) - ", ("PYONGYANG",), ("ANP", "AFP")),
        ("AMSTERDAM/DEN HAAG (ANP) - ", ("AMSTERDAM", "DEN HAAG"), ("ANP",)),
        ("BELÉM (ANP/RTR) - ", ("BELÉM",), ("ANP", "RTR")),
        ("MAR-A-LAGO (ANP) - ", ("MAR-A-LAGO",), ("ANP",)),
        ("'S-GRAVENHAGE (ANP) - ", ("'S-GRAVENHAGE",), ("ANP",)),
        ("’s-HERTOGENBOSCH – ", ("’s-HERTOGENBOSCH",), ()),
        ("SINT-ANNALAND - ", ("SINT-ANNALAND",), ()),
        ("'S-HEER ARENDSKERKE - ", ("'S-HEER ARENDSKERKE",), ()),
        ("TERNEUZEN/GENT - ", ("TERNEUZEN", "GENT"), ()),
        ("ALPHEN AAN DEN RIJN (ANP) - ", ("ALPHEN AAN DEN RIJN",), ("ANP",)),
        ("WASHINGTON D.C. (ANP/BLOOMBERG) - ", ("WASHINGTON D.C.",), ("ANP", "BLOOMBERG")),
        ("NEW YORK - ", ("NEW YORK",), ()),
        ("OSS - ", ("OSS",), ()),
        ("GOES — ", ("GOES",), ()),
        ("PARIS (AP) — ", ("PARIS",), ("AP",)),
        ("KYIV, Ukraine (AP) — ", ("KYIV, Ukraine",), ("AP",)),
        ("BERLIN (dpa) - ", ("BERLIN",), ("dpa",)),
        ("London, 3 nov. (Reuters) - ", ("London",), ("Reuters",)),
        ("London, 3 nov. (Reuters) ", ("London",), ("Reuters",)),
        ("PARIS/LONDON, Nov 3 (Reuters) - ", ("PARIS", "LONDON"), ("Reuters",)),
        ("ROMA, 3 NOV (ANSA) - ", ("ROMA",), ("ANSA",)),
        ("MADRID (EFE).- ", ("MADRID",), ("EFE",)),
        ("MADRID, 3 Nov. (EUROPA PRESS) - ", ("MADRID",), ("EUROPA PRESS",)),
        ("São Paulo (AFP) – ", ("São Paulo",), ("AFP",)),
        ("WIEN (APA/dpa) - ", ("WIEN",), ("APA", "dpa")),
        ("Den Haag (ANP) - ", ("Den Haag",), ("ANP",)),
        ("MIDDELBURG (PZC) - ", ("MIDDELBURG",), ("PZC",)),
        ("ROTTERDAM (ANP) ", ("ROTTERDAM",), ("ANP",)),
        ("(Reuters) - ", (), ("Reuters",)),
    ],
)
def test_datelines(start: str, places: tuple[str, ...], agencies: tuple[str, ...]) -> None:
    for rest in ("De dijk is dicht.", "'Ja', zegt zij."):
        assert split(start + rest) == (Dateline(places, agencies), rest)


@pytest.mark.parametrize(
    "text",
    [
        "De dijk is dicht.",
        "EU - landen zijn het eens",
        "KLM - De vluchten gaan door",
        "NAVO - De top begint morgen",
        "UPDATE - De brand is uit",
        "VIDEO - Kijk mee",
        "LIVE - De wedstrijd",
        "LET OP - De weg is dicht",
        "ZEE- en havenwerk",
        "MIDDELBURG - en daarna Goes",
        "Minister Jansen (VVD) - Hij zwijgt",
        "De burgemeester (ANP) - volgens hem",
        "AMSTERDAM (NL) De stad",
        "COVID-19 - De cijfers",
        "2026 - Een vooruitblik",
        "",
        " - ",
    ],
)
def test_false_friends_stay_text(text: str) -> None:
    assert split(text) == (Dateline(), text)


_WORDS = re.compile(r"\w+")
_TEXTS = st.lists(
    st.sampled_from(
        ["GOES", "DEN HAAG", "(ANP)", "(ANP/AFP)", " - ", " – ", "/", " ", "De dijk", "'S-", "KLM", "("]
    )
    | st.text(max_size=6)
).map("".join)


@given(_TEXTS)
def test_no_word_is_lost(text: str) -> None:
    dateline, rest = split(text)
    told = " ".join([*dateline.places, *dateline.agencies])
    dateless = re.sub(r",?\s\d{1,2}\s\w+\.?(?=\s*\()", "", text)
    assert text.endswith(rest)
    assert _WORDS.findall(f"{told} {rest}") in (_WORDS.findall(text), _WORDS.findall(dateless))


def test_it_is_taken_off_the_first_paragraph_across_spans() -> None:
    image = Block(BlockKind.IMAGE, (Span("GOES (ANP) - foto"),), url="https://e.example.nl/f.jpg")
    first = Block(BlockKind.PARAGRAPH, (Span("GOES ", "b"), Span("(ANP)"), Span(" - De "), Span("dijk", "i")))
    second = Block(BlockKind.PARAGRAPH, (Span("GOES (ANP) - Nog eens."),))
    dateline, rest = split_blocks((image, first, second))
    assert dateline == Dateline(("GOES",), ("ANP",))
    assert rest == (image, Block(BlockKind.PARAGRAPH, (Span("De "), Span("dijk", "i"))), second)


def test_a_dateline_on_its_own_leaves_no_empty_paragraph() -> None:
    dateline, rest = split_blocks((Block(BlockKind.PARAGRAPH, (Span("GOES (ANP)"),)),))
    assert (dateline.places, rest) == (("GOES",), ())


def test_blocks_without_one_are_the_same_blocks() -> None:
    blocks = (
        Block(BlockKind.PARAGRAPH, (Span("De dijk."),)),
        Block(BlockKind.PARAGRAPH, (Span("GOES - Ja."),)),
    )
    assert split_blocks(blocks) == (Dateline(), blocks)
    assert split_blocks(()) == (Dateline(), ())
