"""The options before the command, read without argparse: to open the screen is all that most runs do."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from newsreader.settings import WEBMAILS

LANGUAGES = ("nl", "en")
_VALUED = ("--webmail", "--lang", "--config-dir", "--data-dir")


class Early(NamedTuple):
    """The options that must be known before the words, and so the grammar, can be chosen.

    `alone` is whether nothing else was given, and nothing was wrong: then it is the screen that is wanted.
    """

    demo: bool = False
    webmail: str | None = None
    lang: str | None = None
    config_dir: Path | None = None
    data_dir: Path | None = None
    plain: bool = False
    alone: bool = False


def early(argv: Sequence[str]) -> Early:
    """Those options, as far as they are well formed; what is wrong is told by the whole grammar later."""
    given: dict[str, str] = {}
    left = list(argv)
    while left and left[0].startswith("--") and left[0] != "--":
        name, equals, value = left.pop(0).partition("=")
        if name in _VALUED and not equals and left and not left[0].startswith("-"):
            value, equals = left.pop(0), "="
        given[name + equals] = value
    webmail, lang, config_dir, data_dir = (given.pop(f"{name}=", None) for name in _VALUED)
    demo, plain = (given.pop(name, None) is not None for name in ("--demo", "--plain"))
    right = webmail in (None, *WEBMAILS) and lang in (None, *LANGUAGES)
    alone = right and not given and not left
    return Early(demo, webmail, lang, _path(config_dir), _path(data_dir), plain, alone)


def _path(text: str | None) -> Path | None:
    return None if text is None else Path(text)
