"""The last gate for foreign text: no byte of it may reach the terminal as anything but a character.

It stands where text is parsed, and once more where it is drawn or printed. What is dropped: the C0 controls
but newline and tab, DEL, the C1 controls (ECMA-48), the bidirectional controls (Unicode TR 9, TR 36), tag
characters, byte order marks and lone surrogates.
"""

from __future__ import annotations

import re
import unicodedata
from urllib.parse import urlsplit

_CONTROLS = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb"
    "\ud800-\udfff\U000e0000-\U000e007f]"
)
_LINE_ENDS = re.compile("\r\n|[\r\x0b\x0c\x85\u2028\u2029]")


def safe(text: str, limit: int | None = None) -> str:
    """The text in NFC without control characters; line ends become newlines; cut at `limit` characters."""
    # What may not pass is never printable, and asking that takes a third of the time of the search.
    if not text.isprintable() and _CONTROLS.search(text):
        text = _CONTROLS.sub("", _LINE_ENDS.sub("\n", text))
    if not text.isascii():
        text = unicodedata.normalize("NFC", text)
    return text if limit is None or len(text) <= limit else text[: limit - 1] + "…"


def line(text: str, limit: int | None = None) -> str:
    """The text on one line: safe, with every run of white space folded into a space."""
    folded = " ".join(safe(text).split())
    return folded if limit is None or len(folded) <= limit else folded[: limit - 1] + "…"


def address(url: str, limit: int | None = None) -> str:
    """A web address on one line that cannot pass for another's.

    A name before the host (RFC 3986 section 3.2.1) is cut to `…@`, and a host that is not in ASCII is shown
    as it is looked up (RFC 3492): `bank.nl@example.org` and look-alike letters are what links deceive with.
    """
    shown = line(url)
    try:
        parts = urlsplit(shown)
        user, at, host = parts.netloc.rpartition("@")
        if parts.scheme in ("http", "https") and (user or not host.isascii()):
            host = host if host.isascii() else host.encode("idna").decode()
            shown = parts._replace(netloc=f"…{at}{host}" if at else host).geturl()
    except ValueError:  # no address, or a host that cannot be looked up
        pass
    return shown if limit is None or len(shown) <= limit else shown[: limit - 1] + "…"
