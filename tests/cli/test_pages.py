"""A page as a source on the command line: forced, previewed, picked, and its articles' texts."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest

from newsreader.engine import texts
from tests.cli.conftest import Run
from tests.server import Reply, Server
from tests.unit.page import markups, portal

HTML = (("Content-Type", "text/html; charset=utf-8"),)


@pytest.fixture
def address(server: Server) -> str:
    """The portal's list, on a site that names a feed too."""
    item = "<item><title>Uit de feed</title></item>"
    feed = f"<rss version='2.0'><channel><title>Portaal</title>{item}</channel></rss>"
    server.add("/feed", Reply(feed.encode()))
    page = portal.list_page(markups.SEMANTIC, latest=False)
    head = "<link rel=alternate type=application/rss+xml href=/feed>"
    return server.add(
        "/nieuws/buitenland", Reply(page.replace("<body>", head + "<body>").encode(), headers=HTML)
    )


def first_text(server: Server) -> str:
    """Serves the page of the newest teaser; answers its path."""
    path = f"/nieuws/{portal.NEWS['teasers'][0]['slug']}"
    server.add(path, Reply(portal.article_page(markups.SOUP).encode(), headers=HTML))
    return path


def test_a_feed_comes_first_and_the_page_when_it_is_asked_for(
    run: Run, stored: datetime, address: str
) -> None:
    kinds = [
        [one["kind"] for one in run("sources", "add", address, *option, "--dry-run", "--json").json]
        for option in ([], ["--page"])
    ]
    assert kinds[0] == ["feed"]
    assert set(kinds[1]) == {"page"}


def test_a_dry_run_shows_what_would_be_followed(run: Run, stored: datetime, address: str) -> None:
    best, *others = run("sources", "add", address, "--page", "--dry-run", "--json").json
    assert best["titles"] == [one["title"] for one in portal.NEWS["teasers"]][:5]
    assert best["recipe"] == ""
    assert all(one["recipe"].startswith("body > ") for one in others)
    assert len(run("sources", "--json").json) == 2


def test_the_best_is_taken_and_named(run: Run, stored: datetime, address: str) -> None:
    ran = run("sources", "add", address, "--page")
    assert ran.status == 0
    assert "Gevolgd: de koppen die vanzelf opvallen" in ran.out
    added = run("sources", "--json").json[2]
    titles = {row["title"] for row in run("list", "--source", added["id"], "--json").json}
    assert titles >= {one["title"] for one in portal.NEWS["teasers"]}


def test_all_takes_a_page_once(run: Run, stored: datetime, address: str) -> None:
    (added,) = run("sources", "add", address, "--page", "--all", "--json").json
    assert added["url"] == address


def test_show_reads_the_text_of_what_is_opened(
    run: Run, stored: datetime, server: Server, address: str
) -> None:
    path = first_text(server)
    run("sources", "add", address, "--page")
    (row,) = run("search", portal.NEWS["teasers"][0]["title"], "--json").json
    shown = run("show", row["id"], "--json").json
    assert len(shown["blocks"]) == 6  # the teaser, which is of another story, and the text
    assert shown["title"] == portal.NEWS["teasers"][0]["title"]
    assert run("show", row["id"], "--json").json["blocks"] == shown["blocks"]
    assert server.paths().count(path) == 1


def test_a_text_that_does_not_come_leaves_the_summary(run: Run, stored: datetime, address: str) -> None:
    run("sources", "add", address, "--page")
    (row,) = run("search", portal.NEWS["teasers"][1]["title"], "--json").json
    ran = run("show", row["id"], "--json")
    assert (ran.status, len(ran.json["blocks"])) == (0, 1)
    assert ran.json["missing"] == {"kind": "http", "detail": "404"}
    assert "404" in run("show", row["id"]).err


def test_a_refresh_reads_new_texts(
    run: Run, server: Server, address: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(texts, "APART", timedelta())
    path = first_text(server)
    run("sources", "add", address, "--page")
    ran = run("refresh", "--source", "buitenland-portaal")
    assert ran.out.endswith("1 volledige tekst gelezen.\n")
    assert server.paths().count(path) == 1


def test_full_tells_each_text_and_what_is_left(
    run: Run, server: Server, address: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(texts, "APART", timedelta())
    first_text(server)
    run("sources", "add", address, "--page")
    ran = run("refresh", "--source", "buitenland-portaal", "--full")
    number = int(ran.out.split("tekst 1/")[1].split(" ")[0])  # those of the last two weeks
    assert f"tekst {number}/{number} · " in ran.out
    assert "1 volledige tekst gelezen." in ran.out
    assert f"{number - 1} teksten kwamen niet." in ran.out
    (row,) = run("search", portal.NEWS["teasers"][0]["title"], "--json").json
    assert row["whole"] is True
    assert f"{row['id']} *  = " in run("list").out
    again = run("refresh", "--source", "buitenland-portaal", "--full", "--json").json["texts"]
    assert (again["read"], again["failed"], again["left"]) == (0, [], 0)
    assert 0 < again["spent"] < again["budget"]
