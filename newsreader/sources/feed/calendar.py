"""The words in written dates: months in the languages of our sources and some others, and time zones."""

from __future__ import annotations

_MONTHS = (
    "january januari januar janner janvier enero gennaio janeiro januari jan janv ene gen ιαν",
    "february februari februar feber fevrier febrero febbraio fevereiro feb fev fevr febr φεβ",
    "march maart marz maerz mars marzo marco marcius mar mrt mrz maa μαρ μαω",
    "april avril abril aprile aprilis apr avr abr απρ",
    "may mei mai mayo maggio maio majus mag μαι μαϊ",
    "june juni juin junio giugno junho junius jun giu ιουν ιον",
    "july juli juillet julio luglio julho julius jul juil lug ιουλ ιολ",
    "august augustus aout agosto augusztus aug ago αυγ",
    "september septembre septiembre settembre setembro szeptember sept sep set σεπ",
    "october oktober octobre octubre ottobre outubro oct okt ott out οκτ",
    "november novembre noviembre novembro nov νοε νοέ",
    "december dezember decembre diciembre dicembre dezembro dec dez dic δεκ",
)
MONTHS = {word: month for month, words in enumerate(_MONTHS, 1) for word in words.split()}
"""From a month's name or abbreviation, in lower case and without accents, to its number."""

_NAMED_ZONES = {
    0: "gmt utc ut wet z",
    60: "cet met mez bst wat west",
    120: "cest mest mesz cedt eet sast",
    180: "msk eest trt",
    330: "ist",
    420: "ict wib",
    480: "awst sgt hkt",
    540: "jst kst",
    600: "aest",
    660: "aedt",
    720: "nzst",
    780: "nzdt",
    -150: "ndt",
    -180: "adt brt art",
    -210: "nst",
    -240: "ast edt",
    -300: "est cdt et",
    -360: "cst mdt ct",
    -420: "mst pdt mt",
    -480: "pst akdt pt",
    -540: "akst",
    -600: "hst",
}
_MILITARY = {letter: -60 * hours for hours, letter in enumerate("abcdefghiklm", 1) if letter != "h"} | {
    letter: 60 * hours for hours, letter in enumerate("nopqrstuvwxy", 1) if letter != "u"
}
ZONES = _MILITARY | {name: minutes for minutes, names in _NAMED_ZONES.items() for name in names.split()}
"""From a zone's name to minutes east of Greenwich; letters as in RFC 822, but for h and u (hour)."""
