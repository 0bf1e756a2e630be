"""What stands in an article's text but is no part of what it says: counters, ads, ways to elsewhere.

A counter is only taken for one where it stands by itself: on a line, between separators or as a sentence.
"De raad kreeg 12 reacties" says something; "12 reacties" under an article does not. Every repetition in the
patterns is bounded, or cannot be read in two ways: hostile text takes no longer than other text.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from newsreader.model import Block, BlockKind

_N = r"\d[\d.,]{0,12}\s?[km]?"
_COUNTED = r"reacties?|comments?|opmerkingen|replies|likes?|shares?|views?|weergaven|lezers|vind-ik-leuks"
_DONE = r"bekeken|gelezen|gedeeld|viewed|read|shared"
_TIMES = r"keer|maal|x|times"
_MINUTES = r"min(?:ute)?s?\.?|minuten|minuut"
_MONTH = (
    r"jan\w*|feb\w*|m(?:aa)?rt|march|apr\w*|mei|may|jun\w*|jul\w*|aug\w*|sep\w*|o[kc]t\w*|nov\w*|"
    r"dec\w*"
)
_DAY = r"\w{3,6}(?:dag|sday|nday|day)|(?:ma|di|wo|do|vr|za|zo|mon|tue|wed|thu|fri|sat|sun)\.?"
_NUMBER = r"\d{1,4}(?:[:.,/-]\d{1,4}){0,4}"
_MOMENT = rf"(?:{_NUMBER}|uur|u|om|op|at|on|am|pm|ce[s]?t|gmt|utc|{_MONTH}|{_DAY})(?![^\W\d])[.,]?"
_WRITTEN = (
    r"(?:(?:laatst|last|voor het laatst)\s{1,3})?(?:bijgewerkt|gewijzigd|aangepast|geüpdatet|gepubliceerd|"
    r"geplaatst|update|updated|modified|published|posted)"
)
_AGE = r"second(?:e|en|s)?|minuut|minuten|minutes?|uur|hours?|dag|dagen|days?|week|weken|weeks"
_COUNTER = "|".join(
    (
        rf"{_N}\s{{0,3}}(?:{_COUNTED})",
        rf"(?:{_COUNTED}|{_DONE})\s{{0,3}}:?\s{{0,3}}\(?{_N}\)?(?:\s{{0,3}}(?:{_TIMES}))?",
        rf"(?:dit (?:artikel|bericht) (?:is|werd) )?(?:al )?{_N}\s{{0,3}}(?:{_TIMES})\s{{0,3}}(?:{_DONE})",
        rf"(?:{_DONE})\s{{0,3}}{_N}\s{{0,3}}(?:{_TIMES})",
        rf"(?:leestijd|reading time)\s{{0,3}}:?\s{{0,3}}{_N}\s{{0,3}}(?:{_MINUTES})",
        rf"{_N}\s{{0,3}}-?\s{{0,3}}(?:{_MINUTES})\s{{0,3}}(?:leestijd|leesduur|lezen|read|reading time)",
        rf"{_N}\s{{0,3}}(?:{_AGE}) (?:geleden|ago)",
        rf"{_WRITTEN}\s{{0,3}}:?\s{{0,3}}{_MOMENT}(?:\s{{1,3}}{_MOMENT}){{0,8}}",
    )
)
_EDGE = r"\n.!?|·•()\[\]–—"
_COUNTERS = re.compile(rf"(^|[{_EDGE}])[^\S\n]{{0,3}}(?:{_COUNTER})\s{{0,3}}(?=$|[{_EDGE}])", re.IGNORECASE)
_LABEL = r"advertentie|advertorial|advertisement|sponsored|gesponsord|reclame|promoted|adv\.?|ad"
_AD = re.compile(
    rf"\W*(?:{_LABEL})(?:\s*[:|)\]–—-].*)?\W*|.*[(\[](?:{_LABEL})[)\]]\W*", re.IGNORECASE | re.DOTALL
)
_ELSEWHERE = re.compile(
    r"\W*(?:lees (?:ook|meer|verder|hier)|bekijk ook|zie ook|meer lezen|read (?:more|also|on|next)|see also|"
    r"continue reading|the post .* appeared first on|het bericht .* verscheen eerst op)\b.*",
    re.IGNORECASE | re.DOTALL,
)
_READ_ON = re.compile(r"[\[(]?(?:lees (?:verder|meer)|read more|continue reading)\W*$", re.IGNORECASE)
_ADDRESS = re.compile(r"\bhttps?://\S+", re.IGNORECASE)
_NO_TEXT = frozenset([BlockKind.IMAGE, BlockKind.MEDIA, BlockKind.RULE])
_LONGEST = 300_000  # characters of a paragraph that are looked at


def paragraphs(blocks: Iterable[Block]) -> Iterator[str]:
    """The texts of an article's blocks without noise; pictures and their captions come and go, too."""
    ad = False
    for block in blocks:
        text = block.text[:_LONGEST]
        is_way = ad and all(span.url or not span.text.strip() for span in block.spans)
        ad = bool(_AD.fullmatch(text)) if len(text) < 1_000 else False
        if block.kind in _NO_TEXT or is_way or ad or (len(text) < 1_000 and _ELSEWHERE.fullmatch(text)):
            continue
        if kept := said(text):
            yield kept


def said(text: str) -> str:
    """The text without counters, bare addresses and the words that lead to the rest of it."""
    return _ADDRESS.sub("", _READ_ON.sub("", _COUNTERS.sub(r"\1 ", text))).strip()
