"""Short names for sources, fit for a command line."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Container
from itertools import count
from urllib.parse import urlsplit

SLUG = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
"""What an id looks like."""
_LONGEST = 40
_CHANGED_LETTERS = str.maketrans({"ß": "ss", "æ": "ae", "œ": "oe", "ø": "o", "ł": "l", "đ": "d"})


def source_id(title: str, url: str, taken: Container[str] = ()) -> str:
    """A slug of the title, or of the host where the title has no letters, with a number when it is taken."""
    slug = _slug(title) or _slug((urlsplit(url).hostname or "").removeprefix("www.")) or "bron"
    if slug not in taken:
        return slug
    return next(name for number in count(2) if (name := f"{slug}-{number}") not in taken)


def _slug(text: str) -> str:
    plain = unicodedata.normalize("NFKD", text.lower().translate(_CHANGED_LETTERS))
    words = re.findall(r"[a-z0-9]+", plain.encode("ascii", "ignore").decode().replace("'", ""))
    return "-".join(words)[:_LONGEST].strip("-")
