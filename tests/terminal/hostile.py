"""Feeds that try to speak to the terminal over the reader's head: in XML, in JSON and in raw bytes."""

from __future__ import annotations

import json
from collections.abc import Iterable

from newsreader.model import Source
from tests.server import Reply, Server

ATTACKS = {
    "title": "\x1b]0;KAAP\x07",
    "clipboard": "\x1b]52;c;S0FBUA==\x07",
    "link": "\x1b]8;;https://kaap.example\x1b\\hier\x1b]8;;\x1b\\",
    "clear": "\x1b[2J\x1b[H",
    "screen": "\x1b[?1049l",
    "answer": "\x1b[6n\x1b[c\x05",
    "c1": "\x9b2J\x9d0;KAAP\x9c",
    "bidi": "\u202egnikaak\u202c\u2066",
    "bell": "\x07\x08\x0c\x7f",
    "line": "een\ntwee\r\n\u2028drie\x85vier",
    "markup": "[/b] [bold red]rood[/] [@click=app.quit]klik[/] [Video] \\[",
    "tags": "\U000e0041\U000e0042",
    "pile": "e" + "\u0301\u0327" * 400,
    "zero": "a\u200b\u200d\u2060\ufeff\ufff9\u00ad\u034f\u200cb",
    "lone": "\ud800\udfff",
    "long": "w" * 3000,
}
"""What must not leave the program, by what it would do."""

URL = "https://kaap.example/"


def json_feed() -> Reply:
    """Every attack in title, text, author and tags, as JSON escapes carry them."""
    items = [
        {
            "id": name,
            "url": URL + name,
            "title": f"Aanval {name} {attack}",
            "content_html": f"<p>Tekst {attack} {name}</p><h2>{attack}</h2><ul><li>{attack}</li></ul>"
            f"<pre>{attack}</pre><p><a href='{URL}{name}'>{attack}</a></p>"
            f"<figure><img src='{URL}{name}.png' alt='{attack}'><figcaption>{attack}</figcaption></figure>"
            f"<table><caption>{attack}</caption><tr><td>{attack}</table><a href='https://a{attack}@b/'>x</a>",
            "authors": [{"name": attack}],
            "tags": [attack],
            "attachments": [
                {"url": URL + name + ".ogg", "mime_type": f"audio/{attack}", "title": f"Stuk {attack}"}
            ],
            "image": URL + "foto.png",
            "summary": f"Kort {attack}",
            "language": attack,
            "date_published": f"2026-01-0{1 + number % 9}T12:00:00Z",
        }
        for number, (name, attack) in enumerate(ATTACKS.items())
    ]
    head = {"version": "https://jsonfeed.org/version/1.1", "title": f"Kaap {ATTACKS['title']}"}
    body = json.dumps(head | {"items": items}).encode()
    return Reply(body, headers=(("Content-Type", "application/feed+json"),))


def xml_feed() -> Reply:
    """The same as numeric references, in XML and once more in the HTML inside it."""
    return _rss(
        f"<item><guid>{name}</guid><title>Tekens {name} {_references(attack)}</title>"
        f"<description>&lt;p&gt;{_references(_references(attack))} {name}&lt;/p&gt;</description></item>"
        for name, attack in ATTACKS.items()
    )


def raw_feed() -> Reply:
    """The same as the bytes themselves."""
    return _rss(
        f"<item><guid>{name}</guid><title>Bytes {name} {attack}</title>"
        f"<description><![CDATA[<p>Tekst {attack} {name}</p>]]></description></item>"
        for name, attack in ATTACKS.items()
    )


def _rss(items: Iterable[str]) -> Reply:
    document = f'<?xml version="1.0"?><rss version="2.0"><channel>{"".join(items)}</channel></rss>'
    return Reply(
        document.encode("utf-8", "surrogatepass"), headers=(("Content-Type", "application/rss+xml"),)
    )


def _references(text: str) -> str:
    """Every character as a reference; an ampersand of an earlier turn included."""
    return "".join(f"&#x{ord(character):x};" for character in text)


def sources(server: Server) -> tuple[Source, ...]:
    """The three feeds and one that fails, under names that attack as well."""
    name = f"Kaap {ATTACKS['clear']}{ATTACKS['title']}[/b][@click=app.quit]x[/]"
    return (
        Source("kaap-json", name, server.add("/json", json_feed()), f"Groep {ATTACKS['c1']}", "Zeeland"),
        Source("kaap-xml", "Tekens", server.add("/xml", xml_feed()), "Zeeuws", f"Rubriek {ATTACKS['clear']}"),
        Source("kaap-raw", "Bytes", server.add("/raw", raw_feed()), "Zeeuws", "Zeeland"),
        Source("kaap-weg", name, server.add("/weg", Reply(status=404)), "Zeeuws", "Zeeland"),
    )
