"""`sources`: what is followed, and changes to it."""

from __future__ import annotations

import io
import sys
from datetime import datetime

import pytest

from tests.cli.conftest import Run
from tests.cli.feeds import rss
from tests.server import Reply, Server

FIELDS = ["id", "title", "url", "group", "section", "on", "articles", "unread", "last_checked", "problem"]


@pytest.mark.parametrize(
    "words", [["sources", "--json"], ["sources", "list", "--json"], ["sources", "--json", "list"]]
)
def test_a_source_in_json_has_exactly_these_fields(run: Run, stored: datetime, words: list[str]) -> None:
    molen, sport = run(*words).json
    assert list(molen) == list(sport) == FIELDS
    assert (molen["id"], molen["on"], molen["articles"], molen["unread"]) == ("molenpost", True, 2, 2)
    assert molen["problem"] is None
    assert datetime.fromisoformat(molen["last_checked"]) < stored
    assert sport["problem"] == {"kind": "http", "detail": "503"}


def test_in_words_health_is_a_sentence(run: Run, stored: datetime) -> None:
    molen, sport = run("sources").out.splitlines()
    assert molen.split()[:2] == ["molenpost", "aan"]
    assert "2 berichten · bekeken: 3 minuten geleden · geen problemen" in molen
    assert sport.split()[:2] == ["sportblad", "uit"]
    assert "status 503" in sport


def test_the_built_in_sources_are_there_from_the_start(run: Run) -> None:
    groups = {source["group"] for source in run("sources", "--json").json}
    assert groups >= {"Zeeuws", "Landelijk", "Sport"}


def test_off_and_on(run: Run, stored: datetime) -> None:
    off = run("sources", "off", "molenpost")
    assert (off.status, off.out) == (0, "Molenpost staat nu uit.\n")
    assert run("sources", "--json").json[0]["on"] is False
    assert run("sources", "on", "MolenPost", "--json").json["on"] is True
    assert run("sources", "--json").json[0]["on"] is True


def test_removing_leaves_the_saved_articles(run: Run, stored: datetime) -> None:
    assert run("sources", "remove", "molenpost").out == "Verwijderd: Molenpost\n"
    assert [source["id"] for source in run("sources", "--json").json] == ["sportblad"]
    assert [row["saved"] for row in run("list", "--json").json] == [False, True]


@pytest.mark.parametrize("action", ["remove", "on", "off", "check"])
def test_an_unknown_source_is_wrong_use(run: Run, stored: datetime, action: str) -> None:
    ran = run("sources", action, "sportbald")
    assert (ran.status, ran.out) == (2, "")
    assert "“sportblad”" in ran.err


def test_add_follows_without_asking_and_loads_at_once(run: Run, stored: datetime, server: Server) -> None:
    url = server.add("/rss", Reply(rss("Kaaspost", "Kaas", "Boter")))
    ran = run("sources", "add", url)
    assert ran.status == 0
    assert ran.out.startswith(f"Toegevoegd: Kaaspost ({url})\n")
    added = run("sources", "--json").json[-1]
    assert (added["title"], added["articles"], added["problem"]) == ("Kaaspost", 2, None)


def test_add_in_json_is_the_source_itself(run: Run, stored: datetime, server: Server) -> None:
    url = server.add("/rss", Reply(rss("Kaaspost", "Kaas")))
    added = run("sources", "add", url, "--json").json
    assert list(added) == FIELDS
    assert (added["url"], added["articles"]) == (url, 1)


def test_add_of_the_same_address_again_says_so(run: Run, stored: datetime, server: Server) -> None:
    url = server.add("/rss", Reply(rss("Kaaspost", "Kaas")))
    run("sources", "add", url)
    again = run("sources", "add", url)
    assert (again.status, again.out) == (1, "")
    assert "al een bron" in again.err


@pytest.mark.parametrize(
    ("address", "said"), [("ftp://x.example/", "geen adres"), ("http://127.0.0.1:1/rss", "verbinding")]
)
def test_what_cannot_be_followed_is_told_in_one_line(
    run: Run, stored: datetime, address: str, said: str
) -> None:
    ran = run("sources", "add", address)
    assert (ran.status, ran.out) == (1, "")
    assert said in ran.err
    assert ran.err.count("\n") == 1
    assert len(run("sources", "--json").json) == 2


def test_check_visits_at_once_and_tells_the_health(run: Run, stored: datetime, server: Server) -> None:
    url = server.add(
        "/rss", Reply(rss("Kaaspost", "Kaas")), Reply(rss("Kaaspost", "Kaas")), Reply(status=500)
    )
    source_id = run("sources", "add", url, "--json").json["id"]
    (checked,) = run("sources", "check", source_id, "--json").json
    assert checked["problem"] == {"kind": "http", "detail": "500"}
    failed = run("sources", "check", source_id)
    assert failed.status == 1
    assert "status 500" in failed.out


SITE = (("Content-Type", "text/html"),)


def site(server: Server, *paths: str) -> str:
    """The address of a page that names these feeds."""
    head = "".join(f"<link rel=alternate type=application/rss+xml href={path}>" for path in paths)
    return server.add(
        "/", Reply(f"<html><head>{head}</head><body>Welkom</body></html>".encode(), headers=SITE)
    )


@pytest.fixture
def two(server: Server) -> str:
    """The address of a site with two feeds."""
    server.add("/kaas", Reply(rss("Kaaspost", "Kaas", "Boter")))
    server.add("/melk", Reply(rss("Melkpost", "Melk")))
    return site(server, "/kaas", "/melk")


def test_of_several_feeds_the_best_is_taken_and_the_others_are_named(
    run: Run, stored: datetime, two: str
) -> None:
    ran = run("sources", "add", two)
    assert ran.out.startswith("Toegevoegd: Kaaspost")
    assert "Ook gevonden: Melkpost · feed · 1 bericht · nieuwste:" in ran.out
    assert [source["title"] for source in run("sources", "--json").json][2:] == ["Kaaspost"]


def test_all_takes_all(run: Run, stored: datetime, two: str) -> None:
    added = run("sources", "add", two, "--all", "--json").json
    assert [(source["title"], source["articles"]) for source in added] == [("Kaaspost", 2), ("Melkpost", 1)]
    again = run("sources", "add", two, "--all")
    assert (again.status, again.err.count("al een bron")) == (1, 2)


def test_a_dry_run_only_shows(run: Run, stored: datetime, two: str) -> None:
    lines = run("sources", "add", two, "--dry-run").out.splitlines()
    assert [line.split(" · ")[:3] for line in lines] == [
        ["Kaaspost", "feed", "2 berichten"], ["Melkpost", "feed", "1 bericht"],
    ]  # fmt: skip
    shown = run("sources", "add", two, "--dry-run", "--json").json
    assert [list(one) for one in shown] == [
        ["id", "title", "url", "kind", "articles", "newest", "titles", "warnings"]
    ] * 2
    assert (shown[0]["newest"], shown[0]["titles"]) == ("2026-01-05T12:01:00+01:00", ["Kaas", "Boter"])
    assert len(run("sources", "--json").json) == 2


def test_check_offers_what_can_be_found_instead(run: Run, stored: datetime, server: Server) -> None:
    url = server.add("/", Reply(rss("Kaaspost", "Kaas")))
    source_id = run("sources", "add", url, "--json").json["id"]
    new = server.add("/kaas", Reply(rss("Kaaspost", "Kaas")))
    site(server, "/kaas")
    out = run("sources", "check", source_id).out
    assert "is geen feed" in out
    assert f"gevonden in plaats hiervan: Kaaspost ({new})" in out
    assert f"newsreader sources add {new}" in out


def test_what_was_wrong_with_a_feed_is_told(run: Run, stored: datetime, server: Server) -> None:
    url = server.add("/rss", Reply(rss("Kaaspost", "Kaas").replace(b"Kaas.<", b"Kaas & wei.<")))
    added = run("sources", "add", url, "--json").json
    (line,) = (line for line in run("sources").out.splitlines() if line.startswith(added["id"]))
    assert "geen problemen · de XML klopt niet" in line


def test_a_source_that_moved_or_retired_says_so(run: Run, stored: datetime, server: Server) -> None:
    feed = Reply(rss("Kaaspost", "Kaas"))
    new = server.add("/nieuw", feed, Reply(status=410))
    moved = Reply(status=301, headers=(("Location", new),))
    url = server.add("/rss", feed, feed, moved)
    source_id = run("sources", "add", url, "--json").json["id"]
    told = []
    for _ in range(2):
        run("sources", "on", source_id)
        told.append(run("sources", "check", source_id).out)
    assert new in told[0]
    assert told[1].startswith(f"{source_id:<28} uit")
    assert "bestaat niet meer" in told[1]


@pytest.mark.parametrize(
    ("answer", "taken"), [("2\n", ["Melkpost"]), ("\n", ["Kaaspost"]), ("0\n", []), ("x\n", []), ("7\n", [])]
)
def test_somebody_at_a_terminal_is_asked_which(
    run: Run, stored: datetime, two: str, monkeypatch: pytest.MonkeyPatch, answer: str, taken: list[str]
) -> None:
    class Typed(io.StringIO):
        def isatty(self) -> bool:
            return True

    monkeypatch.setattr(sys, "stdin", Typed(answer))
    monkeypatch.setattr(sys.stdout, "isatty", lambda: True)
    out = run("sources", "add", two).out
    assert "1. Kaaspost" in out
    assert "2. Melkpost" in out
    assert [source["title"] for source in run("sources", "--json").json][2:] == taken
