"""Characters that nobody sees: kept where a script or an emoji needs them, dropped everywhere else.

By Unicode TR 31 (section 2.3.1) and TR 39 (section 3.1.1) joiners stand where they change what is seen: in
cursive scripts and beside a virama; by TR 51 in sequences of emoji. Variation selectors stand once, behind
something that has variants (Unicode, section 23.4).
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection

_CURSIVE = re.compile(
    "[\u0600-\u07ff\u0840-\u08ff\u1800-\u18af\ua840-\ua87f\ufb50-\ufdff\ufe70-\ufeff"
    "\U00010ac0-\U00010aff\U00010d00-\U00010d3f\U0001e900-\U0001e95f]"
)
"""Arabic, Syriac, N'Ko, Mandaic, Mongolian, Phags-pa, Manichaean, Hanifi Rohingya and Adlam."""
_EMOJI = re.compile("[\u203c\u2049\u2122\u2139\u2190-\u2bff\u3030\u303d\u3297\u3299\U0001f000-\U0001faff]")
_MONGOLIAN = re.compile("[\u1800-\u18af]")
_VIRAMA = 9  # the canonical combining class of every virama
_NON_JOINER, _JOINER = "\u200c", "\u200d"
_NEAR = 8  # characters in which what comes after a joiner is looked for


def needed(text: str, hidden: Collection[str]) -> str:
    """The text without those of the `hidden` characters that nothing in it needs."""
    kept: list[str] = []
    for place, sign in enumerate(text):
        if sign not in hidden or _is_needed(sign, kept, text[place + 1 : place + 1 + _NEAR], hidden):
            kept.append(sign)
    return "".join(kept)


def _is_needed(sign: str, kept: list[str], rest: str, hidden: Collection[str]) -> bool:
    before = kept[-1] if kept else ""
    if not before:
        return False
    if sign in (_JOINER, _NON_JOINER):
        after = next((each for each in rest if each not in hidden), "")
        return _joins(sign, kept, after, hidden)
    if before in hidden:
        return False
    if _is_selector(sign):
        return _has_variants(before)
    if "\U000e0100" <= sign <= "\U000e01ef":
        return unicodedata.name(before, "").startswith("CJK")
    return "\u180b" <= sign <= "\u180f" and bool(_MONGOLIAN.match(before))


def _joins(sign: str, kept: list[str], after: str, hidden: Collection[str]) -> bool:
    """Whether a joiner, or what keeps letters from joining, changes how what is beside it looks."""
    *_, before = kept
    if _is_selector(before):  # of an emoji
        before = kept[-2]
    if before in hidden:
        return False
    if _is_virama(before):
        return True
    if sign == _NON_JOINER:
        return _is_cursive(before) and _is_cursive(after)
    if _EMOJI.match(before):
        return bool(_EMOJI.match(after))
    return _is_cursive(before) or (_is_letter(before) and _is_virama(after))


def _has_variants(before: str) -> bool:
    """A sign, a digit, or a letter of a script that has no cases, as those of CJK and Myanmar."""
    kind = unicodedata.category(before)
    return kind[0] in "SPN" or kind == "Lo"


def _is_selector(sign: str) -> bool:
    return "\ufe00" <= sign <= "\ufe0f"


def _is_virama(letter: str) -> bool:
    return bool(letter) and unicodedata.combining(letter) == _VIRAMA


def _is_letter(letter: str) -> bool:
    return unicodedata.category(letter)[0] in "LM"


def _is_cursive(letter: str) -> bool:
    return bool(_CURSIVE.match(letter)) and _is_letter(letter)
