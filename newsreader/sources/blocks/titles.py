"""Titles: HTML or plain text, escaped once or twice, as one clean line."""

from __future__ import annotations

import html
import re

from newsreader.gate import line

_INLINE = (
    "a|abbr|acronym|b|bdi|bdo|big|cite|code|del|em|font|i|ins|kbd|mark|q|s|small|span|strike|strong|sub|sup"
    "|tt|u|var"
)
_BLOCK = "br|p|div|h[1-6]|li|ul|ol|hr|img|wbr|blockquote|center|td|tr|table"
_TAG = re.compile(rf"<(?P<end>/?)(?P<name>{_INLINE}|{_BLOCK})(?P<rest>\s[^<>]*|/)?>", re.IGNORECASE)
_UNSEEN = re.compile(
    r"<!--.*?-->|<(script|style)\b[^>]*>.*?</\1\s*>|<!\[CDATA\[|\]\]>", re.IGNORECASE | re.DOTALL
)
_PAIR = re.compile(rf"<({_INLINE}|p|div)(?:\s[^<>]*)?>[^<]*</\1>", re.IGNORECASE)
_ENTITY = re.compile(
    r"&(?:amp|lt|gt|quot|apos|nbsp|[a-z]{1,2}(?:uml|acute|grave|circ|cedil|tilde|dash|quo)|#\d+|#x[0-9a-f]+);",
    re.IGNORECASE,
)
_INLINE_NAME = re.compile(_INLINE, re.IGNORECASE)
_LIMIT = 1_000


def line_of(text: str) -> str:
    """The title a reader should see: tags out, entities decoded (also when escaped twice), on one line.

    What only looks like markup stays: `1 < 2`, `List<String>`, a lone `<b>` somebody writes about.
    """
    text = text[: _LIMIT * 10]
    if "<" in text:
        text = _untagged(text)
    if "&" in text:
        text = _unescaped(text)
    return line(text, _LIMIT)


def _unescaped(text: str) -> str:
    text = html.unescape(text)
    if "<" in text and _PAIR.search(text):
        text = _untagged(text)
    return html.unescape(text) if _ENTITY.search(text) else text


def _untagged(text: str) -> str:
    text = _UNSEEN.sub(" ", text)
    closed = {match["name"].lower() for match in _TAG.finditer(text) if match["end"]}
    return _TAG.sub(lambda match: _in_place_of(match, closed), text)


def _in_place_of(tag: re.Match[str], closed: set[str]) -> str:
    if not _INLINE_NAME.fullmatch(tag["name"]):
        return " "
    spoken_of = not tag["end"] and not tag["rest"] and tag["name"].lower() not in closed
    return tag[0] if spoken_of else ""
