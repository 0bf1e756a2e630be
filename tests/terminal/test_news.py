"""Real news from a real server: seen arriving, counted, and a source that fails named with its reason."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from threading import Event

from newsreader.model import Source
from tests.server import Reply, Server
from tests.terminal.conftest import CHOSEN, Open
from tests.terminal.terminal import READER


def feed(*titles: str) -> Reply:
    """A JSON feed with these articles, a minute apart, the first the newest."""
    now = datetime.now(UTC)
    items = [
        {
            "id": title,
            "title": title,
            "url": f"https://molen.example/{number}",
            "content_html": f"<p>{title} was het gesprek van de dag.</p>",
            "date_published": (now - timedelta(minutes=1 + number)).isoformat(),
        }
        for number, title in enumerate(titles)
    ]
    body = {"version": "https://jsonfeed.org/version/1.1", "title": "Molenpost", "items": items}
    return Reply(json.dumps(body).encode(), headers=(("Content-Type", "application/feed+json"),))


def source(name: str, url: str) -> Source:
    return Source(name, name.title(), url, "Zeeuws", "Zeeland")


def test_news_arrives_while_the_reader_reads(
    open_terminal: Open, subscribe: Callable[..., None], server: Server
) -> None:
    gate = Event()
    late = feed("Veerpont vaart weer", "Sluis blijft dicht")
    subscribe(
        source("molenpost", server.add("/m", feed("Molen draait na een jaar"))),
        source("pontblad", server.add("/p", Reply(late.body, headers=late.headers, gate=gate))),
    )
    terminal = open_terminal(*CHOSEN)
    terminal.shows("Molen draait na een jaar", "1/2")
    terminal.shows_not("Proefeditie")
    terminal.press("enter")
    terminal.shows("was het gesprek van de dag")
    gate.set()
    terminal.shows("Veerpont vaart weer", "Sluis blijft dicht")
    assert "was het gesprek van de dag" in terminal.text
    terminal.quit()


def test_a_refresh_by_key_brings_what_is_new(
    open_terminal: Open, subscribe: Callable[..., None], server: Server
) -> None:
    first, second = feed("Molen draait na een jaar"), feed("Brug gaat open", "Molen draait na een jaar")
    subscribe(source("molenpost", server.add("/m", first, second)))
    terminal = open_terminal(*CHOSEN)
    terminal.shows("Molen draait na een jaar", "1 ongelezen")
    terminal.wait(lambda: not terminal.read(0.3))
    terminal.press("r")
    terminal.shows("Brug gaat open", "1 nieuw")
    terminal.quit()
    assert server.paths() == ["/m", "/m"]


def test_a_source_that_fails_is_named_with_its_reason(
    open_terminal: Open, subscribe: Callable[..., None], server: Server
) -> None:
    subscribe(
        source("molenpost", server.add("/m", feed("Molen draait na een jaar"))),
        source("stilteblad", server.add("/s", Reply(status=404))),
    )
    terminal = open_terminal(*CHOSEN)
    terminal.shows("Molen draait na een jaar", "1 mislukt")
    terminal.press("e")
    terminal.shows("Wat niet lukte", "Stilteblad", "404")
    assert "Molenpost" not in "".join(line[30:90] for line in terminal.lines[12:28])
    terminal.press("q")
    terminal.shows_not("Wat niet lukte")
    terminal.quit()


def test_what_has_come_is_there_next_time_without_a_server(
    open_terminal: Open, subscribe: Callable[..., None]
) -> None:
    with Server() as server:
        subscribe(source("molenpost", server.add("/m", feed("Molen draait na een jaar"))))
        terminal = open_terminal(*CHOSEN)
        terminal.shows("Molen draait na een jaar")
        terminal.quit()
    again = open_terminal(*CHOSEN)
    again.shows("Molen draait na een jaar")
    again.press("enter")
    again.shows("was het gesprek van de dag")
    again.quit()


def test_two_readers_on_one_store(
    open_terminal: Open, subscribe: Callable[..., None], server: Server
) -> None:
    titles = ("Molen draait na een jaar", "Brug gaat open", "Sluis blijft dicht")
    subscribe(source("molenpost", server.add("/m", feed(*titles))))
    one, other = open_terminal(*CHOSEN), open_terminal(*CHOSEN)
    for reader in (one, other):
        reader.shows(*titles, "3 ongelezen")
    one.press("enter")
    one.shows("2 ongelezen")
    other.press("G", "enter")
    other.shows("Sluis blijft dicht was het gesprek", "1 ongelezen")
    other.quit()
    one.press("h", "j", "enter")
    one.shows("Al het nieuws · 0 ongelezen")
    one.quit()
    listing = open_terminal("list", "--unread", "--json", command=READER)
    assert listing.end() == 0
    assert json.loads(bytes(listing.raw)) == []
