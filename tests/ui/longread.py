"""A source with one long article, with links and a footnote, and the page that one of its links leads to."""

from __future__ import annotations

from xml.sax.saxutils import escape

from newsreader.engine import Engine
from tests.engine.reader import follow, item, refreshed, rss
from tests.server import Reply, Server

HTML = (("Content-Type", "text/html; charset=utf-8"),)
TITLE = "De lange weg naar het eiland"
_SENTENCE = "De weg is lang en het café aan de haven is dicht. "


def body(server: Server) -> str:
    """Forty paragraphs, a note, and three links: the note, a page here, and a page with a false front."""
    text = "".join(f"<p>Alinea {number}. {_SENTENCE * 4}</p>" for number in range(1, 41))
    return (
        '<p>Het begint<sup><a href="#n1">1</a></sup> bij '
        f'<a href="{server.url("/verder")}">de kade</a> en '
        '<a href="https://bank.nl@example.org/">de bank</a>.</p>'
        f'{text}<ol><li id="n1">De noot onderaan.</li></ol>'
    )


def page() -> bytes:
    """The page that the second link leads to."""
    text = "<p>" + "Aan de kade ligt een schip dat nooit meer vaart. " * 6 + "</p>"
    return (
        f"<html lang='nl'><head><title>De kade</title></head><body><article><h1>De kade</h1>{text * 3}"
        "</article></body></html>"
    ).encode()


async def publish(engine: Engine, server: Server) -> None:
    """Follow the source, and have its article in the store, with a second one under it."""
    server.add("/verder", Reply(page(), headers=HTML))
    long = (
        f"<item><guid>{TITLE}</guid><title>{TITLE}</title><link>{server.url('/lang')}</link>"
        f"<description>{escape(body(server))}</description></item>"
    )
    await follow(engine, server.add("/feed", Reply(rss([long, item("kort", "Kort bericht")]))))
    await refreshed(engine)
