"""The text of an article in the blocks of its page: from the headline to the list under it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from newsreader.model import Block, BlockKind
from newsreader.sources.page.ages import age_interval
from newsreader.sources.page.insets import is_menu, without_links_elsewhere
from newsreader.sources.page.latest import HEADING as LATEST
from newsreader.sources.page.metadata import Metadata
from newsreader.sources.page.slug import titles
from newsreader.sources.page.subheads import with_headings
from newsreader.sources.page.title import NEAR, after_dialog, is_headline, title_of, unfolded, without_site

SECTION_LIST = re.compile(r"Meer uit\s+(?P<section>\S.{0,60})", re.IGNORECASE)
_END = re.compile(
    r"(?:(?:meer (?:over|nieuws|artikelen)|more (?:from|on|stories|news)|over de auteur|about the author)"
    r"\b.{0,40}"
    r"|lees (?:ook|verder|meer)|read (?:more|next)|(?:meest gelezen|most read)(?: .{1,30})?|ook interessant"
    r"|gerelateerd(?:e? \w+)?|verwante? \w+|related(?: (?:articles?|stories|news|posts?|topics?))?|aanbevolen"
    r"|reacties|\d+ reacties|reageer|comments?|\d+ comments?|populair|trending|nieuwsbrief|newsletter|tags?)"
    r"\s*:?(?:\s*\(\d+\))?",
    re.IGNORECASE,
)
_SHARE_NAMES = (
    r"facebook|twitter|x|whatsapp|linkedin|e-?mail|mail|bluesky|mastodon|telegram|instagram|threads"
    r"|print(?:en)?|kopieer link|link"
)
_PERSON = r"(?-i:[A-Z][\w'’-]+(?: (?:van|de|der|den|en|and|[A-Z][\w'’.-]*)){0,5})"
_CHROME = re.compile(
    r"(?:deel|delen|share)(?: (?:dit|deze|this))?"
    r"(?: (?:artikel|bericht|pagina|verhaal|nieuws|article|story|page))?"
    rf"(?: (?:op|via|met|on))?\s*:?(?:\s*(?:{_SHARE_NAMES})\b[,|·]?)*"
    rf"|(?:{_SHARE_NAMES})(?:[\s,|·]*(?:{_SHARE_NAMES}))*[\s,|·]*|anp|©.{{0,120}}|copyright\b.{{0,120}}"
    rf"|(?:door|by|tekst|foto)\s*:?\s+{_PERSON}|(?:van onze \w+|(?:auteur|redactie)\s*:).{{0,60}}|redactie"
    r"|(?:lees|(?:het )?artikel gaat|(?:de )?tekst gaat) (?:door|verder) (?:onder|na)\b.{0,40}"
    r"|(?:article|story) continues (?:below|after)\b.{0,40}"
    r"|advertentie|advert(?:isement)?|read more|luister(?: naar)?(?: dit)?(?: artikel| bericht)?|home|print"
    r"|(?:\w+dag,?\s+)?\d{1,2}\s+[a-z]{3,9}\.?\s+\d{4}(?:\D{0,6}\d{1,2}[:.]\d\d)?(?:\s*uur)?"
    r"|(?:gepubliceerd|geplaatst|bijgewerkt|laatst (?:gewijzigd|bijgewerkt)|published|updated)"
    r"\b[^.]{0,40}\d.{0,40}"
    r"|terug(?: naar (?:boven|(?:het )?overzicht|(?:de )?voorpagina|(?:het )?nieuws\w*))?"
    r"|(?:volgende|vorige)(?: (?:artikel|bericht|pagina))?|alle rechten.{0,80}|all rights.{0,80}",
    re.IGNORECASE,
)
_SENTENCE = re.compile(r"[.!?][\"'”’)]*\s*$")
_LEAD = 8  # blocks between headline and text
_LEAD_LENGTH = 60  # characters
_COOKIES = re.compile(r"\bcookies?\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Text:
    """An article's headline and text, the section named under it, and its own age."""

    title: str
    blocks: tuple[Block, ...]
    section: str
    age: tuple[datetime, datetime] | None
    headed: bool = False  # the headline stands among the blocks


def text_within(blocks: Sequence[Block], title: str, now: datetime) -> tuple[Block, ...]:
    """The article's text in the blocks of the element that holds it, whose headline is known."""
    blocks = unfolded(without_links_elsewhere(blocks), lambda text: text == title)
    start = max((at + 1 for at, block in enumerate(blocks[:NEAR]) if _is_repeat(block, title)), default=0)
    start = max(start, after_dialog(blocks))
    end = _end(blocks, start + len(blocks) // 2)[0]
    _, body = _head(blocks[start:end], now)
    kept = [block for block in body if not _is_repeat(block, title)]
    return with_headings(_without_chrome(kept))


def text_of(blocks: Sequence[Block], meta: Metadata, url: str, now: datetime) -> Text:
    """The article in the blocks of a page."""
    sure = {name for name in (meta.title, without_site(meta, url)) if is_headline(name)}
    blocks = unfolded(without_links_elsewhere(blocks), lambda text: text in sure or titles(url, text))
    title, start = title_of(blocks[: _first_list(blocks)], meta, url)
    end, section = _end(blocks, start)
    head, body = _head(blocks[start:end], now)
    kept = [block for block in body if not _is_repeat(block, title)]
    return Text(title, with_headings(_without_chrome(kept)), section, head, start > 0)


def _first_list(blocks: Sequence[Block]) -> int:
    for at, block in enumerate(blocks):
        if _is_list_heading(block):
            return at
    return len(blocks)


def _is_list_heading(block: Block) -> bool:
    text = block.text
    return len(text) < 80 and bool(SECTION_LIST.fullmatch(text) or LATEST.fullmatch(text))


def _end(blocks: Sequence[Block], start: int) -> tuple[int, str]:
    """Where the text ends, and the section of the list that stands under it."""
    section = ""
    end = len(blocks)
    for at in range(start, len(blocks)):
        text = blocks[at].text
        if match := SECTION_LIST.fullmatch(text) if len(text) < 80 else None:
            section = section or match["section"].strip(" :")
        ends = _is_list_heading(blocks[at]) or (_is_label(blocks[at]) and _END.fullmatch(text))
        if ends and at < end and _has_text(blocks[start:at]):
            end = at
    return end, section


def _is_label(block: Block) -> bool:
    """A line that heads something: short, and no link to read on in the middle of a text."""
    return block.kind in (BlockKind.HEADING, BlockKind.PARAGRAPH) and not any(
        span.url for span in block.spans
    )


def _has_text(blocks: Sequence[Block]) -> bool:
    return any(len(block.text) > 60 for block in blocks)


def _head(blocks: Sequence[Block], now: datetime) -> tuple[tuple[datetime, datetime] | None, list[Block]]:
    """The article's own age, which stands under the headline or after the text, and the blocks without it."""
    ages = {at: age for at, block in enumerate(blocks) if (age := age_interval(block.text, now))}
    first = next((at for at, block in enumerate(blocks) if len(block.text) > 60), len(blocks))
    own = next((age for at, age in ages.items() if at < first), None)
    return own, [block for at, block in enumerate(blocks) if at not in ages]


def led(text: Text, inner: Sequence[Block]) -> tuple[Block, ...]:
    """The blocks of the element that holds the text, with the lead that stands between it and the headline.

    `text` is the page in reading order: a lead is at most a few blocks there, of sentences or a picture.
    """
    first = next((block for block in inner if block.kind is not BlockKind.IMAGE and block.text), None)
    if not text.headed or first is None or first not in text.blocks[:_LEAD]:
        return tuple(inner)
    above = text.blocks[: text.blocks.index(first)]
    lead = tuple(
        block
        for at, block in enumerate(above)
        if block not in inner and (_is_lead(block) or _is_deck(block, at))
    )
    return (*lead, *inner)


def without_byline(text: Text, authors: Sequence[str]) -> Text:
    """The text without the lines above it that are the name of its author and no more."""
    names = {f"{by}{name}".casefold() for name in authors for by in ("", "by ", "door ")}
    head = [block for block in text.blocks[:NEAR] if block.text.strip(" :").casefold() not in names]
    return replace(text, blocks=(*head, *text.blocks[NEAR:]))


def _is_deck(block: Block, at: int) -> bool:
    """Whether it is a second headline, right under the first."""
    return at == 0 and block.kind is BlockKind.HEADING and block.level > 1 and not is_menu(block)


def _is_lead(block: Block) -> bool:
    if block.kind is BlockKind.IMAGE:
        return bool(block.text)
    sentence = block.kind is BlockKind.PARAGRAPH and bool(_SENTENCE.search(block.text))
    return sentence and len(block.text) >= _LEAD_LENGTH and not any(span.url for span in block.spans)


def _is_repeat(block: Block, title: str) -> bool:
    return block.kind in (BlockKind.HEADING, BlockKind.PARAGRAPH) and block.text == title


def _without_chrome(blocks: Sequence[Block]) -> list[Block]:
    """The blocks without share bars, bylines, dates and cookie notices around the text."""
    kept = [block for block in blocks if not _is_chrome(block)]
    while kept and _is_tail(kept[-1]):
        kept.pop()
    while kept and (kept[0].kind is BlockKind.RULE or is_menu(kept[0])):
        kept.pop(0)
    return kept


def _is_chrome(block: Block) -> bool:
    if block.kind in (BlockKind.IMAGE, BlockKind.TABLE, BlockKind.CODE, BlockKind.MEDIA, BlockKind.RULE):
        return False
    text = " ".join(block.text.split())
    if not any(map(str.isalnum, text)):
        return len(text) < 4  # a symbol beside a box
    return len(text) < 160 and bool(_CHROME.fullmatch(text))


def _is_tail(block: Block) -> bool:
    """What trails after a text: rules, menus, notices about cookies."""
    return (
        block.kind is BlockKind.RULE
        or is_menu(block)
        or bool(_COOKIES.search(block.text) and len(block.text) < 300)
    )
