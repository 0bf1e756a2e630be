"""newsboat's `urls` file: an address a line, then tags; `~` marks the title, `!` hides (newsboat manual)."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from newsreader.sources.outline import Line

if TYPE_CHECKING:
    from collections.abc import Iterator

_WORD = re.compile(r'"((?:[^"\\]|\\.)*)"|(\S+)')
_ESCAPED = re.compile(r"\\(.)")


def lines(data: bytes) -> Iterator[Line]:
    """The lines of the file but for comments; each tag is a folder, so a line with two tags comes twice."""
    for number, text in enumerate(data.decode("utf-8-sig", "replace").splitlines(), 1):
        words = [_ESCAPED.sub(r"\1", quoted) or bare for quoted, bare in _WORD.findall(text)]
        if not words or words[0].startswith("#"):
            continue
        url, *rest = words
        title = next((word[1:] for word in rest if word.startswith("~")), "")
        tags = [word for word in rest if not word.startswith(("~", "!", "#"))]
        for tag in tags or [""]:
            yield Line(number, url, title, (tag,) if tag else ())
