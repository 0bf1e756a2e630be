"""The numbers of ordered lists as words, and back (HTML standard, section 4.4.5)."""

from __future__ import annotations

_ROMAN = (
    (1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"),
    (50, "l"), (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"),
)  # fmt: skip


def marker(kind: str, number: int) -> str:
    """The number as `kind` (1, a, A, i, I) writes it, decimal where that cannot."""
    text = ""
    if kind in "iI" and 0 < number < 4000:
        text = _roman(number)
    elif kind in "aA" and number > 0:
        text = _letters(number)
    return f"{(text.upper() if kind in 'AI' else text) or number}."


def numbering(text: str) -> tuple[str, int]:
    """The kind and number of which `marker` makes this text; ("1", 1) when there is none."""
    word = text.rstrip(".")
    if word.removeprefix("-").isdecimal():
        return "1", int(word)
    lower = word.lower()
    for kind, number in (("a", _from_letters(lower)), ("i", _from_roman(lower))):
        as_written = kind.upper() if word.isupper() else kind
        if marker(as_written, number) == text:
            return as_written, number
    return "1", 1


def _roman(number: int) -> str:
    text = ""
    for value, letters in _ROMAN:
        count, number = divmod(number, value)
        text += letters * count
    return text


def _from_roman(text: str) -> int:
    total = 0
    for value, letters in _ROMAN:
        while text.startswith(letters):
            total, text = total + value, text.removeprefix(letters)
    return total


def _letters(number: int) -> str:
    text = ""
    while number > 0:
        number, letter = divmod(number - 1, 26)
        text = chr(ord("a") + letter) + text
    return text


def _from_letters(text: str) -> int:
    number = 0
    for letter in text:
        number = number * 26 + (ord(letter) - ord("a") + 1 if "a" <= letter <= "z" else 0)
    return number
