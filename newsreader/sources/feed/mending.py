"""Text that went through the wrong encoding on its way, put right."""

from __future__ import annotations

import contextlib
import re

_C1 = re.compile("[\x80-\x9f]")
_WINDOWS = {code: bytes([code]).decode("cp1252", "ignore") or None for code in range(0x80, 0xA0)}
_SEEN_AS_BYTES = {ord(char): code for code, char in _WINDOWS.items() if char}
_TWICE = re.compile("[\xc2-\xf4][\x80-\xbf€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ]")


def mended(text: str) -> str:
    """The text with UTF-8 that was taken for windows-1252 read again, and C1 codes as windows-1252 has them.

    HTML numbers such as `&#147;` mean windows-1252 (WHATWG HTML section 13.2.5.80).
    """
    if text.isascii():
        return text
    if _TWICE.search(text):
        with contextlib.suppress(UnicodeError):
            text = text.translate(_SEEN_AS_BYTES).encode("latin-1").decode("utf-8")
    return text.translate(_WINDOWS) if _C1.search(text) else text
