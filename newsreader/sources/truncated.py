"""Whether a feed gave an article whole, or only its beginning: judged by what it gave, never by its site."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache
from itertools import islice
from urllib.parse import urlsplit

from newsreader.model import Block, BlockKind, Enclosure, Entry

WHOLE_CONTENT = 250
"""Characters from which on what a feed calls the content, well ended, is an article of its own."""
WHOLE_SUMMARY = 700
"""Characters from which on what a feed calls a summary, of several sentences and well ended, is none."""
WHOLE_STORY = 300
"""The same for a story with a dateline: wires write short, and end where they end."""
LONG = 3_000
"""Characters after which an ellipsis is a matter of style."""
COMMENT = 120
"""Characters that a link to another site needs to be a comment on it."""
_SENTENCES = 4
_PARAGRAPHS = 3
_LAST = 3  # blocks at the end in which a link to the rest stands
_TAIL = 100  # characters at the end that tell how a text ends

_CUT = re.compile(r"(?:\[\s*(?:…|\.{3}|&hellip;)\s*\]|\(\s*(?:…|\.{3})\s*\))[\s>»→]*$")
_ELLIPSIS = re.compile(r"(?:…|\.{3})[\s\"'”’»)>→]*$")
_ENDED = re.compile(r"[.!?][\"'”’»)\]]*\s*$")
_SENTENCE = re.compile(r"[.!?][\"'”’»)]*(?:\s|$)")
_ON = re.compile(
    r"(?:…|\.{3}|\[…\]|[>»→(\[]|\s)*"
    r"(?:(?:lees|kijk|bekijk)\s+(?:hier\s+)?(?:verder|meer|(?:het\s+)?(?:hele|volledige)\b.{0,30})"
    r"|verder lezen|meer lezen|lees\s+het\s+(?:hele|volledige)\b.{0,30}"
    r"|read\s+(?:more|on|further|the\s+(?:full|whole|rest|entire)\b.{0,40}|full\b.{0,30})"
    r"|continue\s+reading|keep\s+reading|full\s+(?:story|article|text)|more|meer)"
    r"(?:\s+(?:op|bij|via|on|at|about|over)\b.{0,80}|\s*[\"“‘'].{0,120}|\s*:\s.{0,120})?[\s.…>»→)\]]*$",
    re.IGNORECASE,
)
_AFTER_SENTENCE = rf"(?<=[.!?…])\s+(?:{_ON.pattern})"  # not compiled: to read feeds, it is never sought
_SIGNATURE = re.compile(
    r"(?:the post|het bericht|dit bericht|this (?:post|article|story))\b.{0,300}"
    r"\b(?:appeared first|first appeared|verscheen (?:eerst|als eerste)|was originally published)\b.*",
    re.IGNORECASE | re.DOTALL,
)
_PLAYED = ("audio/", "video/", "application/pdf", "application/x-shockwave-flash", "application/epub")
_PLAYED_NAMES = re.compile(
    r"\.(?:mp3|m4a|m4v|mp4|ogg|oga|opus|webm|mov|wav|flac|aac|pdf|epub)$", re.IGNORECASE
)
_PERMALINK = "permalink"
_PICTURED = (BlockKind.IMAGE, BlockKind.MEDIA)
_SHOWN = frozenset([BlockKind.CODE, BlockKind.TABLE, BlockKind.ITEM, BlockKind.QUOTE, BlockKind.DEFINITION])


def is_truncated(entry: Entry, site: str = "", *, filed: bool = False) -> bool:
    """Whether the article goes on at its address.

    `site` is the address of the feed's own site; `filed` tells that the text begins with a dateline. What has
    no page, is there to be played or looked at, or comments on another site's page, is as whole as it gets.
    """
    if not entry.url.startswith(("http://", "https://")) or any(map(_is_played, entry.enclosures)):
        return False
    content, summary = _text(entry.content), _text(entry.summary)
    blocks, text = _unsigned(entry.content, content) if entry.content else _unsigned(entry.summary, summary)
    if len(summary) > len(text):
        blocks, text = _unsigned(entry.summary, summary)
    if not text:
        return not any(block.kind in _PICTURED for block in blocks)
    if _breaks_off(blocks, text):
        return True
    if not entry.title or (len(text) >= COMMENT and _is_elsewhere(entry.url, site)):
        return False
    declared = 0 < len(content) >= len(summary)
    return not _is_whole(blocks, text, declared=declared, filed=filed)


def _breaks_off(blocks: tuple[Block, ...], text: str) -> bool:
    """Whether the text says itself that there is more: an ellipsis at its end, or a line that leads on."""
    for block in blocks[-_LAST:]:
        for line in block.text.split("\n"):
            if _ON.match(line.strip()):
                return True
    tail = text[-_TAIL:]
    dotted = "…" in tail or "..." in tail or "&hellip;" in tail
    if dotted and _CUT.search(tail):
        return True
    last = blocks[-1].spans[-1] if blocks[-1].spans else None
    if last is not None and last.url and _ON.match(last.text.strip()):
        return True
    return dotted and len(text) < LONG and bool(_ELLIPSIS.search(tail))


def _is_whole(blocks: tuple[Block, ...], text: str, *, declared: bool, filed: bool) -> bool:
    """Whether it has the length and the end of an article."""
    kinds = [block.kind for block in blocks]
    ended = bool(_ENDED.search(text[-_TAIL:])) or kinds[-1] in _SHOWN
    paragraphs = kinds.count(BlockKind.PARAGRAPH)
    if declared:
        built = paragraphs > 1 or not _SHOWN.isdisjoint(kinds)
        return len(text) >= LONG or (ended and (built or len(text) >= WHOLE_CONTENT))
    if not ended:
        return len(text) >= LONG
    sentences = len(_SENTENCE.findall(text))
    if filed and sentences >= _PARAGRAPHS and len(text) >= WHOLE_STORY:
        return True
    several = sentences >= _SENTENCES or paragraphs >= _PARAGRAPHS
    return several and len(text) >= WHOLE_SUMMARY


def without_way_on(blocks: tuple[Block, ...]) -> tuple[Block, ...]:
    """The blocks without the words at their end that lead on to the rest: it is there.

    An ellipsis that ends a sentence stays: it says that the words above the text were cut.
    """
    while blocks and _ON.fullmatch(blocks[-1].text.strip()):
        blocks = blocks[:-1]
    if not blocks or not blocks[-1].spans:
        return blocks
    *before, last = blocks[-1].spans
    if before and _ON.fullmatch(last.text.strip()):
        spans = tuple(before)
    else:
        spans = (*before, last._replace(text=re.sub(_AFTER_SENTENCE, "", last.text, flags=re.IGNORECASE)))
    return (*blocks[:-1], blocks[-1]._replace(spans=spans))


def _unsigned(blocks: tuple[Block, ...], text: str) -> tuple[tuple[Block, ...], str]:
    """The blocks without a signature, and their text: as it was, where there is none."""
    bare = _without_signature(blocks)
    return bare, text if bare is blocks else _text(bare)


def _without_signature(blocks: tuple[Block, ...]) -> tuple[Block, ...]:
    """The blocks without ornaments, and without the line of WordPress that tells which site they are of."""
    while len(blocks) > 1 and (_SIGNATURE.fullmatch(blocks[-1].text) or _is_ornament(blocks[-1])):
        blocks = blocks[:-1]
    return blocks


def _is_ornament(block: Block) -> bool:
    """A rule, a star, a link to the post itself: what stands under a text and is none of it."""
    if block.kind in _PICTURED:
        return False
    letters = "".join(islice(filter(str.isalpha, block.text), len(_PERMALINK) + 1)).casefold()
    ornament = letters in ("", _PERMALINK) and not _ELLIPSIS.search(block.text)
    return ornament or block.kind is BlockKind.RULE


def _text(blocks: Iterable[Block]) -> str:
    words = [block.text.strip() for block in blocks if block.kind not in _PICTURED]
    return "\n".join(filter(None, words))


def _is_played(enclosure: Enclosure) -> bool:
    if enclosure.type:
        return enclosure.type.lower().startswith(_PLAYED)
    return bool(_PLAYED_NAMES.search(_path(enclosure.url)))


def _is_elsewhere(url: str, site: str) -> bool:
    """Whether the address is of another site than the feed's, whatever the names in front of it."""
    here, there = _domain(site), _domain(url)
    return bool(here and there) and here != there


def _domain(url: str) -> str:
    try:
        return _registered(urlsplit(url).netloc)
    except ValueError:
        return ""


@lru_cache(maxsize=256)
def _registered(netloc: str) -> str:
    """The part of a host's name that its owner registered."""
    parts = (urlsplit(f"//{netloc}").hostname or "").split(".")
    short = len(parts) > 2 and len(parts[-2]) <= 3 and len(parts[-1]) == 2  # .co.uk, .com.au
    return ".".join(parts[-3 if short else -2 :])


def _path(url: str) -> str:
    try:
        return urlsplit(url).path
    except ValueError:
        return ""
