"""The name that a server gives a file: Content-Disposition (RFC 6266, RFC 8187); pure."""

from __future__ import annotations

import re
from urllib.parse import unquote

from newsreader import names

_EXTENDED = re.compile(r";\s*filename\*\s*=\s*(utf-8|iso-8859-1)'[^']*'([^;\s]+)", re.IGNORECASE | re.ASCII)
_PLAIN = re.compile(r';\s*filename\s*=\s*(?:"((?:\\.|[^"\\])*)"|([^;\s"]+))', re.IGNORECASE | re.ASCII)


def name(header: str) -> str:
    """A safe name for the file; empty when the header has none, or none that may be used."""
    extended = _EXTENDED.search(header)
    if extended:
        return names.of_path(unquote(extended[2], encoding=extended[1]))
    plain = _PLAIN.search(header)
    if plain is None:
        return ""
    return names.of_path(re.sub(r"\\(.)", r"\1", plain[1]) if plain[1] is not None else plain[2])
