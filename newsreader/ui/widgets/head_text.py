"""What stands above an article's text: the sample banner, the headline, its origin and its dateline."""

from __future__ import annotations

from collections.abc import Iterator

from newsreader import gate
from newsreader.model import Article, Dateline
from newsreader.ui.widgets.pieces import BLANK, Line, Piece
from newsreader.ui.widgets.view_words import ViewWords
from newsreader.ui.widgets.wrap import flow

_LONGEST_TITLE = 1_000  # characters
_LONGEST_FACT = 36


def head_parts(article: Article, words: ViewWords, width: int) -> Iterator[list[Line]]:
    """The parts above the text, each a list of lines."""
    row = article.row
    if row.sample:
        yield flow([Piece(words.sample, "sample")], width)
    title = gate.line(row.title, _LONGEST_TITLE) or gate.address(row.url, _LONGEST_TITLE)
    yield [BLANK, *flow([Piece(title, "headline")], width)]
    section = row.section if row.section != row.source else ""
    facts = [row.source, section, article.author, *words.when(article).split(" · ")]
    yield flow([Piece(" · ".join(_unbroken(gate.line(fact, 200)) for fact in facts if fact), "meta")], width)
    if article.dateline:
        yield [BLANK, *flow([Piece(_filed(article.dateline), "dateline")], width)]


def _unbroken(fact: str) -> str:
    """The fact on one line, if it is short: "2 minuten geleden" is not to be broken."""
    return fact.replace(" ", "\u00a0") if len(fact) <= _LONGEST_FACT else fact


def _filed(dateline: Dateline) -> str:
    places = "/".join(gate.line(place, 80) for place in dateline.places[:6]).upper()
    agencies = "/".join(gate.line(agency, 80) for agency in dateline.agencies[:6])
    return " · ".join(part for part in (places, agencies) if part)
