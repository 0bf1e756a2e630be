"""The texts about pictures: in the pane, in the settings and in the status line."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import NamedTuple


class PictureWords(NamedTuple):
    """One field a text; the mappings have the words for each value of a setting."""

    setting: str
    protocol: str
    cache: str
    when: Mapping[str, str]
    protocols: Mapping[str, str]
    megabytes: Callable[[int], str]
    none_kept: str
    missing: str
    seen: Callable[[str], str]
    loading: str
    failed: str
    no_picture: str
    opening: Callable[[str], str]


NL = PictureWords(
    setting="Foto's",
    protocol="Foto's tekenen met",
    cache="Foto's bewaren",
    when={"auto": "waar het kan, niet over SSH", "always": "altijd", "never": "nooit"},
    protocols={
        "auto": "wat de terminal kan",
        "kitty": "kitty",
        "sixel": "sixel",
        "iterm2": "iTerm2",
        "halfblocks": "halve blokjes",
    },
    megabytes=lambda n: f"hoogstens {n} MB",
    none_kept="niet",
    missing="niet geïnstalleerd: pip install 'newsreader[images]'",
    seen=lambda alt: f"Te zien: {alt}",
    loading="foto…",
    failed="foto niet te tonen",
    no_picture="Bij dit bericht hoort geen foto.",
    opening=lambda where: f"Foto wordt geopend: {where}",
)

EN = PictureWords(
    setting="Pictures",
    protocol="Draw pictures with",
    cache="Keep pictures",
    when={"auto": "where it can be, not over SSH", "always": "always", "never": "never"},
    protocols={
        "auto": "what the terminal can do",
        "kitty": "kitty",
        "sixel": "sixel",
        "iterm2": "iTerm2",
        "halfblocks": "half blocks",
    },
    megabytes=lambda n: f"at most {n} MB",
    none_kept="not at all",
    missing="not installed: pip install 'newsreader[images]'",
    seen=lambda alt: f"Shown: {alt}",
    loading="picture…",
    failed="picture cannot be shown",
    no_picture="This article has no picture.",
    opening=lambda where: f"Opening the picture: {where}",
)
