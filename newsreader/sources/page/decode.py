"""The bytes of a page as text (HTML standard, section 13.2.3, and what servers really send)."""

from __future__ import annotations

import codecs
import re

_META = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([\w.:-]+)", re.IGNORECASE)
_XML = re.compile(rb"^\s*<\?xml[^>]{0,200}?encoding\s*=\s*[\"']([\w.:-]+)", re.IGNORECASE)
_HEADER = re.compile(r"charset\s*=\s*[\"']?\s*([\w.:-]+)", re.IGNORECASE)
_BOMS = ((codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"))
# As browsers do: what calls itself Latin-1 or ASCII is read as windows-1252.
_WESTERN = frozenset(["iso8859-1", "ascii", "cp1252"])
_BAD_SHARE = 0.1  # of what is not ASCII: with less the page is UTF-8 that was damaged


def decode(body: bytes, content_type: str = "") -> str:
    """The text of the page; never raises, characters that cannot be read are replaced."""
    for bom, encoding in _BOMS:
        if body.startswith(bom):
            return body[len(bom) :].decode(encoding, "replace")
    name = _declared(body, content_type)
    if name in ("", "utf-8") or name in _WESTERN:
        return _utf8_or_western(body)
    try:
        return body.decode(name, "replace")
    except UnicodeError:  # `undefined`, `idna` and `punycode` know no replacing
        return _utf8_or_western(body)


def _declared(body: bytes, content_type: str) -> str:
    """Python's name of the declared encoding; "" when there is none or it is unknown."""
    header = _HEADER.search(content_type)
    found = _META.search(body, 0, 4096) or _XML.search(body, 0, 400)
    label = header[1] if header else found[1].decode("ascii", "replace") if found else ""
    try:
        codec = codecs.lookup(label)
    except (LookupError, ValueError):
        return ""
    return codec.name if codec._is_text_encoding else ""  # noqa: SLF001 - bytes-to-bytes codecs are no charsets


def _utf8_or_western(body: bytes) -> str:
    """UTF-8 wherever the bytes allow it, whatever is declared: other text is hardly ever valid UTF-8."""
    text = body.decode("utf-8", "replace")
    bad = text.count("\ufffd")
    if not bad:
        return text
    beyond = sum(character > "\x7f" for character in text)
    return text if bad <= beyond * _BAD_SHARE else body.decode("cp1252", "replace")
