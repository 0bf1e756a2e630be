"""`refresh`, against a real server."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

from newsreader import __version__
from newsreader.model import Source
from newsreader.store import Store
from tests.cli.conftest import Run
from tests.cli.feeds import rss
from tests.server import Reply, Server


def add(tmp_path: Path, **urls: str) -> None:
    store = Store.open(tmp_path / "data" / "news.db")
    assert isinstance(store, Store)
    store.set_meta("catalogue", __version__).result()
    store.add_sources([Source(name, name.title(), url) for name, url in urls.items()]).result()
    store.close()


def test_one_source_that_answers_is_enough(run: Run, server: Server, tmp_path: Path) -> None:
    add(tmp_path, molen=server.add("/molen", Reply(rss("Molen", "Wiek", "Kap"))), weg=server.url("/weg"))
    ran = run("refresh", "--json")
    assert ran.status == 0
    assert ran.json == {
        "checked": 2,
        "new": 2,
        "changed": 0,
        "failed": [{"source": "weg", "problem": {"kind": "http", "detail": "404"}}],
    }
    assert [row["title"] for row in run("list", "--json").json] == ["Kap", "Wiek"]


def test_in_words_each_source_has_a_line_and_the_sum_comes_last(
    run: Run, server: Server, tmp_path: Path
) -> None:
    add(tmp_path, molen=server.add("/molen", Reply(rss("Molen", "Wiek", "Kap"))), weg=server.url("/weg"))
    ran = run("refresh")
    *sources, total = ran.out.splitlines()
    assert sorted(line.partition(" · ")[2].partition(":")[0] for line in sources) == ["Molen", "Weg"]
    assert any("404" in line for line in sources)
    assert total == "2 nieuw, 1 mislukt"


def test_when_none_answers_it_fails(run: Run, server: Server, tmp_path: Path) -> None:
    add(tmp_path, weg=server.url("/weg"), fort=server.url("/fort"))
    ran = run("refresh", "--json")
    assert ran.status == 1
    assert {failed["source"] for failed in ran.json["failed"]} == {"weg", "fort"}


def test_when_nothing_is_due_nothing_is_asked(run: Run, server: Server, tmp_path: Path) -> None:
    add(tmp_path, molen=server.add("/molen", Reply(rss("Molen", "Wiek"))))
    run("refresh")
    asked = len(server.requests)
    ran = run("refresh")
    assert (ran.status, ran.out) == (0, "Alle bronnen zijn kort geleden bekeken.\n")
    assert run("refresh", "--json").json["checked"] == 0
    assert len(server.requests) == asked


def test_only_the_named_sources_are_visited(run: Run, server: Server, tmp_path: Path) -> None:
    add(tmp_path, **{name: server.add(f"/{name}", Reply(rss(name, "x"))) for name in ("aa", "bb", "cc")})
    assert run("refresh", "--source", "aa", "--source", "Cc", "--json").json["checked"] == 2
    assert sorted(server.paths()) == ["/aa", "/cc"]


def test_an_unknown_source_is_wrong_use_and_nothing_is_visited(
    run: Run, server: Server, stored: datetime
) -> None:
    ran = run("refresh", "--source", "molenpots")
    assert (ran.status, ran.out) == (2, "")
    assert ran.err == "newsreader: er is geen bron “molenpots”; bedoelde je “molenpost”?\n"
    assert server.requests == []


def test_a_backup_that_cannot_be_written_is_told(run: Run, server: Server, tmp_path: Path) -> None:
    add(tmp_path, molen=server.add("/molen", Reply(rss("Molen", "Wiek"))))
    (tmp_path / "data" / "backup").write_text("in de weg")
    ran = run("refresh")
    assert ran.status == 0
    assert "De dagelijkse reservekopie is niet geschreven. Het bestand " in ran.err
