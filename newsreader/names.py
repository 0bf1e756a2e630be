"""Names of files made of titles and addresses: safe in every folder of every system."""

from __future__ import annotations

import re
from urllib.parse import unquote, urlsplit

from newsreader import gate

LONGEST = 120
"""Bytes of a name in UTF-8; most file systems take 255, but a suffix and a number may come behind it."""
_UNFIT = re.compile(r'[<>:"/\\|?*]')
_RESERVED = frozenset(
    (
        "con",
        "prn",
        "aux",
        "nul",
        "conin$",
        "conout$",
        *(f"{kind}{n}" for kind in ("com", "lpt") for n in range(10)),
    )
)
"""What Windows takes for a device, whatever comes behind a dot."""


def file_name(text: str, suffix: str = "", *, otherwise: str = "newsreader") -> str:
    """A name made of a text: no separator, option, device or hidden file; `otherwise` where none is left."""
    stem = gate.line(_UNFIT.sub(" ", gate.safe(text)))
    stem = _fitted(stem.lstrip("-~. "), LONGEST - len(suffix.encode()))
    if stem.partition(".")[0].strip().casefold() in _RESERVED:
        stem = f"_{stem}"
    return (stem or otherwise) + suffix


def of_path(path: str) -> str:
    """A name made of what stands last in a path, with separators of any kind; empty where nothing does."""
    last = re.split(r"[/\\]", path.strip())[-1]
    stem, dot, suffix = last.rpartition(".")
    if stem.strip(". ") and suffix.isalnum() and len(suffix) <= 10:
        return file_name(stem, dot + suffix)
    return file_name(last, otherwise="")


def of_address(url: str) -> str:
    """A name made of an address's path; empty where it has none."""
    try:
        return of_path(unquote(urlsplit(url).path))
    except ValueError:
        return ""


def _fitted(text: str, size: int) -> str:
    """As much of the text as fits, without the dots and spaces at its end that Windows drops."""
    return text.encode()[:size].decode(errors="ignore").rstrip(". ")
