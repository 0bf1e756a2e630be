"""What the formula knows of an article: its terms as numbers with where they stand, a sketch of its lead."""

from __future__ import annotations

import re
from array import array
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from zlib import crc32

from newsreader.stories import near
from newsreader.stories.concepts import CONCEPTS
from newsreader.stories.names import SAME, all_names, key
from newsreader.stories.tokens import Tongue, fold, is_common, parts, term, tongue, words

TITLE, LEAD, BODY, NAME, PART, COMMON, POSTED = 1, 2, 4, 8, 16, 32, 64
"""Where a term stands, and what it is: a name, part of a word, usual in news, in the index."""
LEAD_WORDS = 45
BODY_WORDS = 160
_LONGEST = 4_000  # characters of a text that are looked at
_HEAD = 20  # bytes
_MOST = 120  # terms of an article
_BOILERPLATE = re.compile(
    r"(the post .{0,200} (appeared first|first appeared) on .*|het bericht .{0,200} verscheen eerst op .*"
    r"|lees (verder|meer|ook)\b.*|(continue|keep) reading\b.*|read more\b.*|klik hier\b.*"
    r"|\[?…\]?$|\[\.\.\.\]$"
    r"|^\W*(advertentie|advertisement|reclame|gesponsord|sponsored)\W*$"
    r"|\b(wij|we|deze (web)?site|this (web)?site)\b[^.!?\n]{0,80}\bcookies\b[^.!?\n]*[.!?]?"
    r"|\b(accepteer|accept|allow)\b[^.!?\n]{0,40}\bcookies\b[^.!?\n]*[.!?]?"
    r"|\b(schrijf je in voor|sign up (for|to))\b[^.!?\n]{0,60}\b(nieuwsbrief|newsletter)\b[^.!?\n]*[.!?]?"
    r"|\b(dit|this) (artikel|bericht|article|story) (wordt|is being) (bijgewerkt|aangevuld|updated)\b[.!]?"
    r"|\b(volg ons|follow us) (ook )?(op|via|on)\b[^.!?\n]*[.!?]?)",
    re.IGNORECASE | re.MULTILINE,
)
_ALONE = re.compile(
    r"^\W*live\b\s*[|:•·–—-]|\blive ?blog\b|^\W*(het|this|dit was het|al het|the)? ?(nieuws|news) (van|of) "
    r"|\b(nieuws|week|dag|sport|ochtend|avond)overzicht\b|\b(morning|evening|daily|news) briefing\b"
    r"|\bin het kort\b|\bnews in brief\b|\bround-?up\b|\bkort nieuws\b|^\W*samenvatting(en)?\b"
    r"|^\W*(kort|briefly)\s*[|:–—-]"
    r"|\bverkeers(informatie|overzicht|update)\b|\bfile(-?overzicht|nieuws)\b",
    re.IGNORECASE,
)
_LIVE = re.compile(
    r"\b(dit|ons|this|our) live ?blog\b|\blive ?blog is (af)?(gesloten|closed)\b"
    r"|\bthis live (page|coverage)\b",
    re.IGNORECASE,
)
_FIRST = 300
"""Characters of a text in which a live blog says that it is one."""
_TAIL = re.compile(r"^(?P<title>.{12,}?)\s+(?:[-–—|•]|::)\s+(?P<tail>[^-–—|•]{2,40})$")


@dataclass(frozen=True, slots=True)
class Item:
    """An article as it is compared with others; `moment` is in seconds since 1970."""

    id: int
    source: int
    section: str
    moment: int
    title: str
    text: str = ""  # paragraphs, a line each, without the dateline
    places: tuple[str, ...] = ()
    language: str = ""  # as the publisher declares it
    publisher: str = ""  # the title of its source, which some put behind every headline


@dataclass(frozen=True, slots=True)
class Features:
    """An article's terms (crc32 of each), their bits, and the sketch of its lead."""

    id: int
    source: int
    section: int
    moment: int
    terms: tuple[int, ...]
    bits: bytes
    sketch: tuple[int, ...] = ()
    tongue: Tongue = ""
    alone: bool = False  # a live blog or a round-up: it tells more than one story, or outlives its own

    def pack(self) -> bytes:
        """The terms, bits and sketch as bytes: little-endian numbers of 32 bits, first how many there are."""
        head = array("I", (len(self.terms), len(self.sketch), self.section, self.source, self.moment))
        numbers = head + array("I", self.terms) + array("I", self.sketch)
        return numbers.tobytes() + self.bits + self.tongue.encode() + b"!" * self.alone


def unpack(article: int, packed: bytes) -> Features:
    """What `Features.pack` packed."""
    terms, sketch, section, source, moment = array("I", packed[:_HEAD])
    middle = _HEAD + 4 * (terms + sketch)
    numbers = tuple(array("I", packed[_HEAD:middle]))
    bits, rest = packed[middle : middle + terms], packed[middle + terms :]
    told: Tongue = "nl" if rest[:2] == b"nl" else "en" if rest[:2] == b"en" else ""
    alone = rest.endswith(b"!")
    return Features(article, source, section, moment, numbers[:terms], bits, numbers[terms:], told, alone)


def unpack_all(packed: Mapping[int, bytes]) -> dict[int, Features]:
    """What was packed of many articles, by article; a term that several of them have is kept once."""
    same: dict[int, int] = {}
    found = ((article, unpack(article, each)) for article, each in packed.items())
    return {
        article: replace(each, terms=tuple(map(same.setdefault, each.terms, each.terms)))
        for article, each in found
    }


def features(item: Item) -> Features:
    """The features of an article; the same words always give the same."""
    title = headline(item.title, item.publisher)
    text = _BOILERPLATE.sub("", item.text[:_LONGEST])
    language = tongue(f"{title}\n{text}", item.language)
    found: dict[str, int] = {}
    called = {key(name) for name in (*all_names(title, text), *item.places)}
    _collect(found, words(title), TITLE, language, called)
    running = list(words(text))
    _collect(found, running[:LEAD_WORDS], LEAD, language, called)
    _collect(found, running[LEAD_WORDS:BODY_WORDS], BODY, language, called)
    for place in item.places:
        if named := key(place):
            found[named] = found.get(named, 0) | LEAD | NAME
    kept = sorted(found.items(), key=_worth)[:_MOST]
    return Features(
        item.id,
        item.source,
        number(fold(item.section)),
        item.moment,
        tuple(number(each) for each, _ in kept),
        bytes(bits for _, bits in kept),
        near.sketch(running),
        language,
        bool(_ALONE.search(title) or _LIVE.search(text[:_FIRST])),
    )


def headline(title: str, publisher: str) -> str:
    """A headline without the name of its publisher behind it."""
    match = _TAIL.match(title)
    if match and publisher:
        tail, name = fold(match["tail"]).replace(" ", ""), fold(publisher).replace(" ", "")
        if tail in name or name in tail:
            return match["title"]
    return title


def _collect(
    found: dict[str, int], stream: Iterable[str], where: int, language: Tongue, called: set[str]
) -> None:
    for word in stream:
        for counted, bits in _terms(word, language, called):
            found[counted] = found.get(counted, 0) | where | bits


def _terms(word: str, language: Tongue, called: set[str]) -> Iterator[tuple[str, int]]:
    """What a word counts as. A name also counts as it would at the start of a sentence."""
    folded = fold(word)
    common = COMMON if is_common(word) else 0
    name, counted = SAME.get(folded, folded), term(word, language)
    if name in called:
        yield name, NAME | common
        if counted and counted != name:
            yield counted, PART | common
    elif counted:
        yield counted, common
        if word[0].isupper() and folded != counted:
            yield folded, PART | common
        yield from ((part, PART) for part in _parts(folded, counted, language))
        yield from ((concept, COMMON) for concept in _concepts(folded, counted, language))


def _parts(folded: str, counted: str, language: Tongue) -> Iterator[str]:
    """The parts of a compound that say something, for Dutch words only."""
    if language == "nl":
        for part in parts(folded):
            if part and part != counted and len(part) > 2:
                yield part


def _concepts(folded: str, counted: str, language: Tongue) -> Iterator[str]:
    """The kinds of event that a word tells, by itself or by the parts of its compound."""
    concept = CONCEPTS.get(folded) or CONCEPTS.get(counted)
    if concept:
        yield concept
    elif language == "nl":
        yield from (CONCEPTS[part] for part in parts(folded) if part in CONCEPTS)


def _worth(pair: tuple[str, int]) -> tuple[int, str]:
    """Titles first, then names and leads; equal ones by the alphabet, so that the choice is fixed."""
    text, bits = pair
    rank = 0 if bits & TITLE else 1 if bits & NAME else 2 if bits & LEAD else 3
    return rank + (4 if bits & PART and not bits & TITLE else 0), text


def number(text: str) -> int:
    """The number that stands for a term; 0 for none."""
    return crc32(text.encode()) if text else 0
