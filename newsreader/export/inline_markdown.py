"""Runs of text as Markdown: CommonMark 0.31 with the tables and strikethrough of GFM, all else escaped.

Where marks would not be read as such (CommonMark, section 6.2: flanking), HTML stands instead.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from itertools import groupby

from newsreader import gate
from newsreader.model import Span

_SPECIAL = re.compile(r"[\\`*_\[\]<>&~]|!(?=\[|$)|#(?=\s|$)")
_LINE_START = re.compile(r"^(?:(?P<mark>[-+=#:|])|(?P<number>\d{1,9})(?P<end>[.)]))", re.MULTILINE)
_UNFIT = re.compile(r"[\s<>\"\\^`{|}\x00-\x1f]")
_ALLOWED = ("https://", "http://", "mailto:")
_MARKS = {"b": "**", "i": "*", "s": "~~"}
_TAGS = {"b": "strong", "i": "em", "s": "del", "u": "u", "^": "sup", "_": "sub"}
_TICKS = re.compile("`+")


def inline(spans: Iterable[Span], *, breaks: bool = True) -> str:
    """The spans in one block; line breaks are kept as hard ones, or become spaces where none may stand."""
    runs = [_tidied(span, breaks) for span in spans if span.text]
    out = ""
    for url, group in groupby(runs, lambda span: span.url):
        linked = list(group)
        inner = _run(linked, "[" if url else out[-1:], "")
        out += f"[{inner}]({destination(url)})" if url else inner
    return at_line_start(out.strip()).replace("\n", "\\\n")


def escaped(text: str) -> str:
    """Plain text in which nothing is read as Markdown, but for what only counts at the start of a line."""
    return _SPECIAL.sub(lambda found: "\\" + found[0], gate.safe(text))


def at_line_start(text: str) -> str:
    """The text with what would begin a heading, list, rule or table on its lines escaped."""
    return _LINE_START.sub(_escape_start, text)


def destination(url: str) -> str:
    """An address in the brackets of a link (CommonMark, section 6.3); odd characters as RFC 3986 has them."""
    whole = _UNFIT.sub(lambda found: "".join(f"%{byte:02X}" for byte in found[0].encode()), gate.line(url))
    return re.sub(r"[()&*_\[\]~]", lambda found: "\\" + found[0], whole)


def picture(caption: str, url: str) -> str:
    """A picture with its caption as the text that stands for it; only that where it is not of the web."""
    text = escaped(gate.line(caption))
    return f"![{text}]({destination(url)})" if url.lower().startswith(_ALLOWED[:2]) else at_line_start(text)


def linked(text: str, url: str) -> str:
    """A plain text as a link, where the address is of the web or of mail."""
    return inline(
        [Span(text or gate.address(url), url=url if url.lower().startswith(_ALLOWED) else "")], breaks=False
    )


def _escape_start(found: re.Match[str]) -> str:
    return f"\\{found['mark']}" if found["mark"] else f"{found['number']}\\{found['end']}"


def _tidied(span: Span, breaks: bool) -> Span:
    lines = [" ".join(line.split(" ")) for line in gate.safe(span.text).expandtabs(1).split("\n")]
    url = span.url if span.url.lower().startswith(_ALLOWED) else ""
    return Span(("\n" if breaks else " ").join(lines), span.marks, url)


def _run(spans: Sequence[Span], before: str, after: str) -> str:
    """Spans one after the other; `before` and `after` are the characters around them."""
    out = before
    for index, span in enumerate(spans):
        following = spans[index + 1].text[:1] if index + 1 < len(spans) else after
        out += _marked(span, out[-1:], following)
    return out[len(before) :]


def _marked(span: Span, before: str, after: str) -> str:
    """A span in its marks; white space at its ends stays outside of them."""
    text = span.text.strip()
    if not text or not span.marks:
        return escaped(span.text)
    start = span.text[: len(span.text) - len(span.text.lstrip())]
    end = span.text[len(span.text.rstrip()) :]
    left, right = (before + start)[-1:], (end + after)[:1]
    body = _code(span, text, left) if "c" in span.marks else escaped(text)
    mixed = "s" in span.marks and not {"b", "i"}.isdisjoint(span.marks)  # each is punctuation to the other
    plain = not mixed and _reads_as_mark(body, left, right)
    for mark in reversed(span.marks.replace("c", "")):
        if plain and mark in _MARKS:
            body = f"{_MARKS[mark]}{body}{_MARKS[mark]}"
        else:
            body = f"<{_TAGS[mark]}>{body}</{_TAGS[mark]}>"
            plain = False
    return start + body + end


def _reads_as_mark(body: str, before: str, after: str) -> bool:
    """Whether marks around it open and close, whichever of them: the strictest reading of section 6.2."""
    opens = body[0].isalnum() or before in ("", " ", "\n")
    closes = body[-1].isalnum() or after in ("", " ", "\n")
    return opens and closes and before not in ("*", "~", "\\") and "\n" not in body


def _code(span: Span, text: str, before: str) -> str:
    """Text between as many backticks as it takes (section 6.1).

    HTML where they would run together, or where a bracket in a link would end it: blocks are read first.
    """
    if before == "`" or (span.url and "]" in text):
        return f"<code>{escaped(text)}</code>"
    ticks = "`" * (max((len(run) for run in _TICKS.findall(text)), default=0) + 1)
    pad = " " if text.startswith("`") or text.endswith("`") else ""
    return f"{ticks}{pad}{text.replace(chr(10), ' ')}{pad}{ticks}"
