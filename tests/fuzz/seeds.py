"""What the fuzzer starts from, and the pieces that it puts in: for each target inputs of its own shape."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from random import Random

DATA = Path(__file__).parents[1] / "data"
FOUND = DATA / "fuzz"
"""A folder for each target, with what once went wrong in it."""
PIECES = tuple(
    piece.encode("latin-1")
    for piece in (
        *("<", ">", "&", "'", '"', "]]>", "<![CDATA[", "<!--", "-->", "</p>", "<p>", "</", "<item>", "<svg>"),
        *("\x1b[2J", "\x1b]0;KAAP\x07", "\x1b]52;c;S0FBUA==\x07", "\x9b2J", "\xc2\x9b2J", "\0", "\xff"),
        *("&#27;", "&#x9b;", "&#x202e;", "&amp;#27;", "\xe2\x80\xae", "\xe2\x81\xa6", "\xef\xbb\xbf"),
        *("\xed\xa0\x80", "\\u001b", "\\ud800", "{", "}", "[", "[/b]", "[@click=app.quit]", "\n", "\r"),
        *("<!DOCTYPE x [", "<!ENTITY a 'b'>", "xml:base='//['", "http://[", "javascript:alert(1)", "//a@b/"),
        *("<table><tr><td>", "<ul><li>", "<plaintext>", "<a href='", "<img src=", "9" * 30, "-1", "\x1f"),
        *("VLISSINGEN (ANP) - ", " - ", "(", "*", "`", "~", "|", "# ", "AND", "NEAR(", '" OR "', ":*"),
    )
)
_TEXTS = (
    b"VLISSINGEN (ANP) - De brug zit vast.\nHet verkeer staat stil. <b>Lang</b> zelfs.",
    "Één regel\x1ftwee <a href='https://бank.example/?a=1&b=2'>regels</a>, “met” *sterren*.".encode(),
    b"https://jan:geheim@krant.example:8080/a/../b?c=d#e",
    b"<h2>Kop</h2><ul><li>een<li>twee</ul><pre>code\n</pre><table><tr><th>a<td>b</table><blockquote>q",
)
_OUTLINE = b"""<opml version='2.0'><body><outline text='Zeeland'><outline type='rss' text='Blad' title='Blad'
 xmlUrl='https://blad.example/feed' htmlUrl='https://blad.example/'/></outline></body></opml>"""
_URLS = b"""https://blad.example/feed "Zeeland" "~Blad"
https://krant.example/rss !
"""
_SETTINGS = b"""version = 1
language = 'nl'
refresh_minutes = 30
webmail_addresses = { eigen = 'https://a/' }
[keys]
read = 'm'
[source.bron]
login = 'basic'
headers = { X-A = 'b' }
"""


@cache
def seeds(target: str) -> tuple[bytes, ...]:
    """The inputs to start from, and those that went wrong before."""
    found = tuple(path.read_bytes() for path in sorted((FOUND / target).glob("*")))
    return (*found, *_own(target))


def _own(target: str) -> tuple[bytes, ...]:
    match target:
        case "parse":
            files = [*(DATA / "feeds").rglob("*.xml"), *(DATA / "feeds").rglob("*feed*.json")]
            return tuple(b"\0" + path.read_bytes() for path in sorted(files))
        case "page":
            return tuple(path.read_bytes() for path in sorted((DATA / "pages").rglob("*.html")))
        case "opml":
            return _OUTLINE, _URLS
        case "settings":
            return (_SETTINGS,)
        case _:
            return _TEXTS


def mutated(body: bytes, random: Random) -> bytes:
    """The input with a few places cut, repeated, flipped, or with a piece put in."""
    changed = bytearray(body)
    for _ in range(random.randint(1, 6)):
        start = random.randint(0, len(changed))
        end = min(len(changed), start + random.choice((0, 0, 1, 4, 40, 400)))
        piece = random.choice((*PIECES, bytes(changed[start:end]) * 2, random.randbytes(3)))
        changed[start:end] = piece
    return bytes(changed)
