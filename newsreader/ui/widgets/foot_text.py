"""What stands under an article's text: pictures, addresses, enclosures, rights, and the related stories."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import groupby
from types import MappingProxyType

from newsreader import gate
from newsreader.model import Article, Enclosure, Image, Related
from newsreader.ui.widgets.pieces import BLANK, Line, Piece
from newsreader.ui.widgets.view_words import ViewWords
from newsreader.ui.widgets.wrap import fit, flow

_LONGEST_ADDRESS = 500  # characters
_LONGEST_NOTE = 60
_LONGEST_SENTENCE = 150  # cells
_SENTENCE_END = re.compile(r"[.!?…][\"'’”)]*(?=\s+[\"'‘“(]*[A-Z0-9À-Þ])")
_ABBREVIATION = re.compile(r"\b([a-z]|dhr|dr|drs|ds|ing|ir|mevr|mr|mw|nr|prof|st)$", re.IGNORECASE)


def foot_parts(
    article: Article,
    numbers: Mapping[str, int],
    words: ViewWords,
    width: int,
    notes: Mapping[str, str] = MappingProxyType({}),
) -> Iterator[list[Line]]:
    """The parts between the text and the related stories; `notes` are the texts that links in it lead to."""
    shown = {block.url for block in article.blocks}
    for image in article.images:
        if image.url not in shown:
            yield _picture(image, words, width)
    if numbers:
        yield _title(words.links, width)
    for url, number in numbers.items():
        label = Piece(f"[{number}] ", "number", url=url)
        note = f"↕ {gate.line(notes[url], _LONGEST_NOTE)}" if url in notes else ""
        address = Piece(note or gate.address(url, _LONGEST_ADDRESS), "link", url=url)
        yield flow([address], width, (label,), (Piece(" " * len(label.text)),))
    if article.files:
        yield _title(words.enclosures, width)
        yield from (_enclosure(each, words, width) for each in article.files)
    if article.rights:
        yield [BLANK, *flow([Piece(gate.line(article.rights, 300), "meta")], width)]


def missing_parts(article: Article, words: ViewWords, width: int) -> Iterator[list[Line]]:
    """Under a summary: why the rest of the text did not come, and the way out."""
    lines = words.missing(article)
    if lines:
        yield [BLANK, *(line for text in lines for line in flow([Piece(text, "missing")], width))]


def story_parts(
    article: Article, related: Sequence[Related], words: ViewWords, width: int
) -> Iterator[list[Line]]:
    """The related stories under the reason why: a rule, then a part a story, whose lines carry its index."""
    if related:
        yield [BLANK, Line((Piece("─" * width, "rule"),))]
    above: list[Line] = []
    for why, group in groupby(enumerate(related), key=lambda pair: words.why(article, pair[1])):
        yield [*above, *flow([Piece(gate.line(why), "heading")], width)]
        above = [BLANK]
        for index, each in group:
            yield [BLANK, *(line._replace(story=index) for line in _story(index, each, words, width))]


def first_sentence(text: str) -> str:
    """The text up to where a sentence seems to end; the whole text if nowhere."""
    ends = (end for end in _SENTENCE_END.finditer(text) if not _ABBREVIATION.search(text[: end.start()]))
    end = next(ends, None)
    return text[: end.end()] if end else text


def _title(text: str, width: int) -> list[Line]:
    return [BLANK, *flow([Piece(text, "heading")], width)]


def _picture(image: Image, words: ViewWords, width: int) -> list[Line]:
    credit = f"({image.credit})" if image.credit else ""
    caption = gate.line(f"{image.caption} {credit}", 500)
    pieces = [Piece(f"[{words.photo}]", "label", url=image.url), Piece(" "), Piece(caption, "caption")]
    return [BLANK, *flow(pieces, width)]


def _enclosure(each: Enclosure, words: ViewWords, width: int) -> list[Line]:
    facts = [each.type, words.size(each.length) if each.length > 0 else "", each.time]
    detail = "".join(f" · {gate.line(fact, 80)}" for fact in facts if fact)
    name = gate.line(each.title, _LONGEST_ADDRESS) or gate.address(each.url, _LONGEST_ADDRESS)
    return flow(
        [Piece(name, "link", url=each.url), Piece(detail, "meta")],
        width,
        (Piece("• ", "marker"),),
        (Piece("  "),),
    )


def _story(index: int, each: Related, words: ViewWords, width: int) -> Iterable[Line]:
    row = each.row
    number = Piece(f"{index + 1} " if index < 9 else "  ", "number")
    indent = (Piece("  "),)
    title = gate.line(row.title, 300) or gate.address(row.url, 300)
    yield from flow([Piece(title, "read" if row.read else "unread")], width, (number,), indent)
    facts = " · ".join(
        gate.line(fact, 100) for fact in (row.source, words.age(row), *words.reason(each)) if fact
    )
    sentence = fit(first_sentence(gate.line(row.summary, 600)), _LONGEST_SENTENCE)
    offset = len(title) + 1
    for text, role in ((sentence, "sentence"), (facts, "meta")):
        if text:
            yield from (
                line._replace(offset=offset + line.offset)
                for line in flow([Piece(text, role)], width, indent)
            )
        offset += len(text) + 1
