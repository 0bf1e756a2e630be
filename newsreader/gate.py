"""The last gate for foreign text: no byte of it may reach the terminal as anything but a character.

It stands where text is parsed, and once more where it is drawn or printed. What is dropped: the C0 controls
but newline and tab, DEL, the C1 controls (ECMA-48), the bidirectional controls (Unicode TR 9, TR 36), tag
characters, byte order marks and lone surrogates; of other invisible characters (`invisible`) what no script
needs. The implicit marks (LRM, RLM, ALM) go as well: where a terminal heeds them they move what is ours on
the line. Of combining marks no more than a few stand on one letter, for a pile of them covers the lines
around it.
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache
from urllib.parse import urlsplit

_CONTROLS = (
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb"
    "\ud800-\udfff\U000e0000-\U000e007f]"
)
_PRINTABLE = bytes(range(0x20, 0x7F))
_EXOTIC = re.compile("[^\x00-\xac\xae-\u02ff\u2010-\u2027\u2030-\u205e\u20a0-\u20bf]")
"""What European text has seldom; without it there is nothing to compose, to lower or to look for."""
_INVISIBLE = (
    "[\u00ad\u034f\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200d\u3164\ufe00-\ufe0f\uffa0\ufff0-\ufff8"
    "\U0001bca0-\U0001bca3\U0001d173-\U0001d17a\U000e0080-\U000e0fff]"
)
"""Default_Ignorable_Code_Point (Unicode, section 5.21), but for what is dropped at once."""
_RUN = r"[^\w\s\x00-\u02ff]{7,}"  # marks are no part of words; other signs may be in it
_PILE = 6  # marks on a letter: no language has more, and to put more in order takes quadratic time
_LINE_ENDS = "\r\n|[\r\x0b\x0c\x85\u2028\u2029]"
_LATIN = frozenset("ßæøœđłþðħŋ")
_LOOKALIKES = frozenset("асԁеһіјӏорԛѕԝхуъьҽпгѵѡкмнтвα" + "βγεηικνορτυχω")
_TOGETHER = (
    frozenset({"LATIN", "CJK", "HIRAGANA", "KATAKANA"}),
    frozenset({"LATIN", "CJK", "HANGUL"}),
    frozenset({"LATIN", "CJK", "BOPOMOFO"}),
)


def safe(text: str, limit: int | None = None) -> str:
    """The text in NFC without control characters; line ends become newlines; cut at `limit` characters."""
    # What may not pass is never printable, and asking that takes a third of the time of the search.
    if not text.isprintable() and _compiled(_CONTROLS).search(text):
        text = _compiled(_CONTROLS).sub("", _compiled(_LINE_ENDS).sub("\n", text))
    if not text.isascii() and _EXOTIC.search(text):
        if hidden := set(_compiled(_INVISIBLE).findall(text)):
            text = _shown(text, hidden)
        text = unicodedata.normalize("NFC", _compiled(_RUN).sub(_lowered, text))
    return text if limit is None or len(text) <= limit else text[: limit - 1] + "…"


def is_plain(text: str) -> bool:
    """Whether it is ASCII without control characters, so that there is nothing to make safe.

    Deleting what may stay, and looking whether anything is left, takes a third of the time of `isprintable`.
    """
    return text.isascii() and not text.encode().translate(None, _PRINTABLE)


@cache
def _compiled(pattern: str) -> re.Pattern[str]:
    """A pattern that is seldom met, and so not before the first paint."""
    return re.compile(pattern)


def _shown(text: str, hidden: set[str]) -> str:
    """The text without what nobody sees and nothing needs; rare, so imported only then."""
    from newsreader import invisible

    return invisible.needed(text, hidden)


def _lowered(run: re.Match[str]) -> str:
    """The run without the combining marks (Unicode, section 3.6) that pile up too high."""
    kept, height = [], 0
    for sign in run[0]:
        height = height + 1 if unicodedata.combining(sign) else 0
        if height <= _PILE:
            kept.append(sign)
    return "".join(kept)


def line(text: str, limit: int | None = None) -> str:
    """The text on one line: safe, with every run of white space folded into a space."""
    folded = " ".join(safe(text).split())
    return folded if limit is None or len(folded) <= limit else folded[: limit - 1] + "…"


def address(url: str, limit: int | None = None) -> str:
    """A web address on one line that cannot pass for another's.

    A name before the host (RFC 3986 section 3.2.1), with which links deceive, is cut to `…@`; a host beyond
    ASCII is shown by the rules of `host`.
    """
    clean = line(url)
    try:
        parts = urlsplit(clean)
    except ValueError:
        return line(clean, limit)
    _, at, netloc = parts.netloc.rpartition("@")
    if not netloc.isascii():
        name, colon, port = netloc.partition(":")
        netloc = host(name) + colon + port
    shown = f"…@{netloc}" if at else netloc
    return line(parts._replace(netloc=shown).geturl() if shown != parts.netloc else clean, limit)


def host(name: str) -> str:
    """A host as it may be shown: each part as it is, if it is of one script and not easily taken for another.

    Else in punycode (RFC 3492). By Unicode TR 39 (section 5.2, "highly restrictive") and as browsers do it:
    Japanese, Korean and Chinese may mix their own scripts with Latin; Latin letters are ASCII with accents
    and the few of European languages; a Cyrillic or Greek part that looks Latin throughout only passes in a
    domain of its own script. Punycode stays as it came.
    """
    labels = unicodedata.normalize("NFKC", name).lower().replace("。", ".").split(".")
    native = not labels[-1].isascii()
    return ".".join(label if _is_plain(label, native=native) else _punycode(label) for label in labels)


def _is_plain(label: str, *, native: bool) -> bool:
    """Whether a reader sees which letters these are; `native` when the whole name ends in its own script."""
    if label.isascii():
        return True
    letters = [letter for letter in label if not (letter.isascii() and (letter.isdigit() or letter == "-"))]
    scripts = {_script(letter) for letter in letters}
    if scripts == {"LATIN"}:
        return all(_is_european(letter) for letter in letters)
    if len(scripts) == 1 and scripts <= {"CYRILLIC", "GREEK"}:
        return native or not _LOOKALIKES.issuperset(letters)
    known = "" not in scripts
    return known and (len(scripts) == 1 or any(scripts <= allowed for allowed in _TOGETHER))


def _script(letter: str) -> str:
    """The script that the letter's name begins with; nothing for what is no letter, digit or mark of one."""
    if unicodedata.category(letter)[0] not in "LMN":
        return ""
    return unicodedata.name(letter, "").replace("-", " ").partition(" ")[0]


def _is_european(letter: str) -> bool:
    return unicodedata.normalize("NFD", letter)[0].isascii() or letter in _LATIN


def _punycode(label: str) -> str:
    return "xn--" + label.encode("punycode", "replace").decode("ascii")
