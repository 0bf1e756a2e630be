"""From bytes to text: which encoding a feed is in, by RFC 7303 section 3 and by what publishers really do."""

from __future__ import annotations

import codecs
import re
import zlib
from typing import NamedTuple

from newsreader.sources.feed.damage import Damage
from newsreader.sources.feed.limits import MAX_BYTES

_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_ZEROS: dict[tuple[bool, ...], str] = {
    (True, True, True, False): "utf-32-be",
    (False, True, True, True): "utf-32-le",
    (True, False, True, False): "utf-16-be",
    (False, True, False, True): "utf-16-le",
}
_EBCDIC = "<?xm".encode("cp037")
_CHARSET = re.compile(r"charset\s*=\s*[\"']?([\w.:+-]+)", re.IGNORECASE)
_DECLARED = re.compile(rb"<\?xml[^>]{0,200}?\sencoding\s*=\s*[\"']\s*([\w.:+-]+)", re.IGNORECASE)
_THREE_BYTES = re.compile(rb"[\xe0-\xef][\x80-\xbf]{2}")
_WIDER = {  # as browsers read these labels (WHATWG Encoding standard, section 4.2)
    "ascii": "cp1252",
    "iso8859-1": "cp1252",
    "iso8859-9": "cp1254",
    "iso8859-11": "cp874",
    "tis-620": "cp874",
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "shift_jis": "cp932",
    "euc_kr": "cp949",
    "big5": "big5hkscs",
}
_MULTIBYTE = ("gb", "cp932", "cp949", "big5", "euc_", "shift_jis", "johab", "hz", "iso2022")
_SEVEN_BIT = ("iso2022", "hz")
_UNFIT = frozenset({"idna", "punycode", "unicode_escape", "raw_unicode_escape", "undefined", "utf-7", "mbcs"})


class Decoded(NamedTuple):
    """A feed's text, and what was wrong with its bytes."""

    text: str
    damage: tuple[Damage, ...] = ()


def unpacked(body: bytes) -> bytes | None:
    """The body of a gzip file, as much as came; None when it is larger than the cap."""
    unzip = zlib.decompressobj(wbits=31)
    try:
        plain = unzip.decompress(body, MAX_BYTES + 1)
    except zlib.error:
        return b""
    return plain if len(plain) <= MAX_BYTES else None


def decode(body: bytes, content_type: str = "") -> Decoded:
    """The text: a byte order mark wins, then the bytes themselves, the HTTP header, and the declaration."""
    for mark, encoding in _BOMS:
        if body.startswith(mark):
            return _marked(body.removeprefix(mark), encoding)
    zeros = tuple(byte == 0 for byte in body[:4])
    if wide := _ZEROS.get(zeros):
        return Decoded(body.decode(wide, "replace"))
    head = body[:1000]
    if head.startswith(_EBCDIC):
        head = head.decode("cp037").encode("latin-1", "replace")
    found = (_CHARSET.search(content_type), _DECLARED.search(head))
    labels = [_codec(match[1]) for match in found if match]
    return _unmarked(body, [label for label in labels if label])


def _marked(body: bytes, encoding: str) -> Decoded:
    text = body.decode(encoding, "replace")
    if encoding == "utf-8" and not _nearly_right(text):
        return Decoded(body.decode("cp1252", "replace"), (Damage.WRONG_CHARSET,))
    damage = (Damage.WRONG_CHARSET,) if "\ufffd" in text else ()
    return Decoded(text, damage)


def _codec(label: bytes | str) -> str:
    """Python's name for a label, widened as browsers do; '' for one that names no fitting encoding."""
    name = label.decode("ascii") if isinstance(label, bytes) else label
    try:
        codec = codecs.lookup(name).name
        b"".decode(codec)
    except LookupError:
        return ""
    return "" if codec in _UNFIT or codec.startswith(("utf-16", "utf-32")) else _WIDER.get(codec, codec)


def _unmarked(body: bytes, labels: list[str]) -> Decoded:
    if body.isascii():
        return _seven_bit(body, labels)
    wrong = (Damage.WRONG_CHARSET,)
    legacy = [label for label in labels if label != "utf-8"]
    try:
        text = body.decode("utf-8")
    except UnicodeDecodeError:
        return _not_utf8(body, legacy, promised="utf-8" in labels)
    if legacy and legacy[0].startswith(_MULTIBYTE) and not _THREE_BYTES.search(body):
        return _strictly(body, legacy[:1]) or Decoded(text, wrong)
    return Decoded(text, wrong if legacy and "utf-8" not in labels else ())


def _seven_bit(body: bytes, labels: list[str]) -> Decoded:
    shifting = [label for label in labels if label.startswith(_SEVEN_BIT)]
    return _strictly(body, shifting) or Decoded(body.decode("ascii"))


def _not_utf8(body: bytes, legacy: list[str], *, promised: bool) -> Decoded:
    """A bad byte does not make UTF-8 a legacy encoding; else the label is believed, at last windows-1252."""
    wrong = (Damage.WRONG_CHARSET,)
    multibyte = [label for label in legacy if label.startswith(_MULTIBYTE)]
    if sure := _strictly(body, multibyte):
        return sure
    text = body.decode("utf-8", "replace")
    if _nearly_right(text):
        return Decoded(text, wrong)
    if sure := _strictly(body, legacy):
        return Decoded(sure.text, wrong if promised else ())
    return Decoded(body.decode(legacy[0] if legacy else "cp1252", "replace"), wrong)


def _strictly(body: bytes, labels: list[str]) -> Decoded | None:
    for label in labels:
        try:
            return Decoded(body.decode(label))
        except UnicodeDecodeError:
            continue
    return None


def _nearly_right(text: str) -> bool:
    """Whether most of what is not ASCII was valid."""
    bad = text.count("\ufffd")
    return bad == 0 or len(text) - len(text.encode("ascii", "ignore")) > 2 * bad
