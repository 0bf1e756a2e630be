"""Going on with a download where it stopped: ranges (RFC 9110 section 14) and their validators; pure."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import NamedTuple

from newsreader import gate

_CONTENT_RANGE = re.compile(r"bytes\s+(?:(\d{1,18})-\d{1,18}|\*)/(\d{1,18}|\*)", re.ASCII)


class Held(NamedTuple):
    """What there is of a file already: so many bytes of what `validator` stands for (ETag or date)."""

    size: int = 0
    validator: str = ""


class Opened(NamedTuple):
    """A body that begins: at which byte of the file, how many that has in all (0: unknown), what it is."""

    start: int
    total: int
    validator: str = ""  # to go on with later; empty: that cannot be done
    type: str = ""
    disposition: str = ""  # Content-Disposition, as it came


def asked(held: Held) -> list[tuple[bytes, bytes]]:
    """The headers that ask for the rest; none without anything to go on with."""
    if not held.size or not held.validator:
        return []
    return [(b"Range", f"bytes={held.size}-".encode()), (b"If-Range", held.validator.encode())]


def understood(status: int, headers: Mapping[str, str], held: Held) -> Opened | None:
    """What a success or a 416 brings; None when it is not what was asked for, and the whole must be."""
    validator = _validator(headers)
    kind = gate.line(headers.get("Content-Type", ""), 200)
    disposition = headers.get("Content-Disposition", "")[:1000]
    if status not in (206, 416):
        return Opened(0, _length(headers), validator, kind, disposition)
    found = _CONTENT_RANGE.fullmatch(headers.get("Content-Range", "").strip())
    if found is None or found[2] == "*":
        return None
    total, start = int(found[2]), int(found[1]) if found[1] else int(found[2])
    changed = validator and held.validator and validator != held.validator
    if start != held.size or start > total or changed or (status == 416) is not (start == total):
        return None
    return Opened(start, total, held.validator, kind, disposition)


def _validator(headers: Mapping[str, str]) -> str:
    """A strong ETag, else the date of the last change (RFC 9110 section 13.1.5)."""
    etag = headers.get("ETag", "")
    value = etag if etag.startswith('"') else headers.get("Last-Modified", "")
    return value if value.isascii() and value.isprintable() and len(value) <= 1000 else ""


def _length(headers: Mapping[str, str]) -> int:
    length = headers.get("Content-Length", "")
    return int(length) if length.isascii() and length.isdigit() and len(length) <= 18 else 0
