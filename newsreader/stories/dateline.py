"""The dateline of a wire story: `PYONGYANG (ANP/AFP) - `, `SINT-ANNALAND - `, `London, 3 nov. (Reuters) - `.

Conservative on purpose: what is taken for a dateline is taken out of the text. Without an agency a place
must stand in capitals, have at least four letters (or be one of the few shorter towns), be no label
(`UPDATE - `) or organisation (`NAVO - `), and be followed by a dash and the beginning of a sentence. With a
known agency a place may be written in any way that a name is. A date inside the dateline is dropped.
"""

from __future__ import annotations

import re

from newsreader.model import Block, BlockKind, Dateline, Span

_WITH_AGENCY = re.compile(
    r"\s*(?P<places>[^()\n]{2,80}?)?\s*\((?P<agencies>[\w./& -]{2,60})\)"
    r"(?P<dash>\s*\.?[-–—]+\s*|\s*:\s+|\s+|$)"
)
_WITHOUT = re.compile(r"\s*(?P<places>[^()\n–—]{2,60}?)(?:\s+[-–—]+\s*|\s*[–—]+\s+|-\s+)")
_DATE = re.compile(r",?\s+(?:\d{1,2}\.?\s+[^\W\d]{3,9}\.?|[^\W\d]{3,9}\.?\s+\d{1,2})(?:,?\s+\d{4})?,?$")
_SENTENCE = re.compile(r"[\"'“”‘’„«(\[…]*(?:\d|[^\W\d_])")
_TOWN_PREFIX = re.compile(r"['’‘`](?:s|S|t|T|n|N)[- ]")
_SEPARATOR = re.compile(r"\s*/\s*")


def _set(words: str) -> frozenset[str]:
    return frozenset(words.split())


_AGENCIES = _set(
    "aa afp afxp anadolu ansa anp ap apa apd ats belga bloomberg ctk dpa efe gpd interfax kyodo novum ntb"
    " pa pap pti reuters ritzau rtr sda sid tass tt upi xinhua yonhap"
) | {"europa press", "associated press", "the associated press", "thomson reuters"}
_NO_AGENCIES = _set("be de du eu fr nl uk us usa vk vn vs")
_SHORT_TOWNS = _set("ede epe erp oss pau ulm urk")
_PARTICLES = _set(
    "aan al am an bij da de den der di do du el en het im in la le of op over sur ten ter the van"
)
_LABELS = _set(
    "achtergrond advertentie agenda alarm analyse analysis antwoord binnen blog breaking column correctie"
    " dossier editorial exclusief exclusive explainer factbox foto foto's fotos interview kijk kort lees"
    " let live liveblog luister news nieuws nieuwsupdate opinie opinion overzicht persbericht photos"
    " podcast poll premium profile programma quiz recensie rectificatie reportage review samenvatting"
    " serie special spoed sport stand test tip tips uitleg uitslagen update vacature verkeer video vraag"
    " watch weer weerbericht"
)
_ORGANISATIONS = _set(
    "abvakabo aivd ajax anwb asml cito denk fifa feyenoord groenlinks hamas ikea isis knmi mivd nasa nato"
    " navo nctv oeso opec philips rivm shell swift uefa unesco unicef unilever vitesse volt"
)


def split(text: str) -> tuple[Dateline, str]:
    """The dateline and the text after it; an empty dateline and the text as it was when it has none."""
    match = _WITH_AGENCY.match(text) if "(" in text else None
    found = _agency_line(match, text) if match else None
    if not found:
        match = _WITHOUT.match(text) if "-" in text or "–" in text or "—" in text else None
        found = _regional_line(match, text) if match else None
    return (found, text[match.end() :]) if found and match else (Dateline(), text)


def split_blocks(blocks: tuple[Block, ...]) -> tuple[Dateline, tuple[Block, ...]]:
    """Takes the dateline off the first paragraph; the other blocks stay as they are."""
    for at, block in enumerate(blocks):
        if block.kind is BlockKind.PARAGRAPH:
            dateline, rest = split(block.text)
            spans = _without_start(block.spans, len(block.text) - len(rest)) if dateline else ()
            kept = (block._replace(spans=spans),) if spans else ()
            return (dateline, (*blocks[:at], *kept, *blocks[at + 1 :])) if dateline else (dateline, blocks)
    return Dateline(), blocks


def _agency_line(match: re.Match[str], text: str) -> Dateline | None:
    """Place and agency: the agency is known, or both stand in capitals before a dash.

    A date before a known agency is as good as a dash.
    """
    undated = _DATE.sub("", match["places"] or "")
    places = _places(undated)
    agencies = tuple(_SEPARATOR.split(match["agencies"].strip()))
    if not all(agencies):
        return None
    dashed = bool(match["dash"].strip()) or match.end() == len(text)
    marked = dashed or undated != (match["places"] or "")
    if any(agency.lower() in _AGENCIES for agency in agencies):
        if places:
            fits = all(map(_is_name, places)) and (marked or all(map(_is_in_capitals, places)))
        else:
            fits = dashed and not (match["places"] or "").strip()
    else:
        fits = (
            dashed and all(map(_is_unknown_agency, agencies)) and all(map(_is_town, places)) and bool(places)
        )
    return Dateline(places, agencies) if fits else None


def _regional_line(match: re.Match[str], text: str) -> Dateline | None:
    places = _places(match["places"])
    rest = text[match.end() :]
    fits = places and all(map(_is_town, places)) and _begins_sentence(rest)
    return Dateline(places) if fits else None


def _places(text: str) -> tuple[str, ...]:
    return tuple(place for place in _SEPARATOR.split(text.strip().rstrip(",")) if place)


def _is_unknown_agency(agency: str) -> bool:
    return agency.isupper() and agency.isalpha() and len(agency) < 10 and agency.lower() not in _NO_AGENCIES


def _is_town(place: str) -> bool:
    """A place in capitals that is no label and no organisation."""
    bare = _TOWN_PREFIX.sub("", place).lower()
    words = re.split(r"[ -]", bare)
    if not _is_in_capitals(place) or any(word in _LABELS | _ORGANISATIONS for word in (bare, *words)):
        return False
    letters = sum(letter.isalpha() for letter in bare)
    return (letters > 3 and bool(re.search(r"[aeiouyà-ÿ]", bare))) or bare in _SHORT_TOWNS


def _is_in_capitals(place: str) -> bool:
    words = _TOWN_PREFIX.sub("", place).split()
    upper = [word for word in words if word not in _PARTICLES]
    return 0 < len(words) < 6 and bool(upper) and all(word.isupper() and _is_word(word) for word in upper)


def _is_name(place: str) -> bool:
    """Words that each begin with a capital, but for particles: `Den Haag`, `KYIV, Ukraine`."""
    words = _TOWN_PREFIX.sub("", place).split()
    begun = [word for word in words if word.lower() not in _PARTICLES]
    return 0 < len(words) < 6 and bool(begun) and all(word[0].isupper() and _is_word(word) for word in begun)


def _is_word(word: str) -> bool:
    return not re.search(r"[^\w.,'’-]|\d|_", word)


def _begins_sentence(text: str) -> bool:
    match = _SENTENCE.match(text)
    return bool(match) and not text[match.end() - 1].islower() if match else False


def _without_start(spans: tuple[Span, ...], count: int) -> tuple[Span, ...]:
    """The spans without their first `count` characters."""
    left: list[Span] = []
    for span in spans:
        if text := span.text[count:]:
            left.append(span._replace(text=text))
        count = max(0, count - len(span.text))
    return tuple(left)
