"""`read`: an article's page as `show` prints one, and the list under it; nothing is stored."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.conftest import Run
from tests.server import Reply, Server
from tests.unit.page import markups, portal

HTML = (("Content-Type", "text/html; charset=utf-8"),)
PATH = f"/nieuws/{portal.NEWS['article']['slug']}"


@pytest.fixture
def address(server: Server) -> str:
    """The portal's page on a server."""
    return server.add(PATH, Reply(portal.article_page(markups.SOUP).encode(), headers=HTML))


def test_an_articles_page_is_printed_as_show_does(run: Run, address: str) -> None:
    read = run("read", address, "--json").json
    article = portal.NEWS["article"]
    assert (read["id"], read["title"], read["section"], read["url"]) == (
        None,
        article["title"],
        "Buitenland",
        address,
    )
    assert read["dateline"] == {"places": ["PORTO CORVA"], "agencies": ["ANP", "AFP"]}
    assert [block["kind"] for block in read["blocks"]] == [
        "paragraph",
        "paragraph",
        "heading",
        "paragraph",
        "paragraph",
    ]
    assert (read["published"], read["age"], read["published_between"], read["related"]) == (
        None,
        "",
        None,
        [],
    )


def test_the_list_under_it_comes_whole_and_in_order(run: Run, server: Server, address: str) -> None:
    listed = run("read", address, "--json").json["section_list"]
    teasers = portal.NEWS["teasers"]
    assert [one["title"] for one in listed] == [one["title"] for one in teasers]
    assert [one["age"] for one in listed] == [one["age"] for one in teasers]
    assert [one["url"] for one in listed] == [server.url(f"/nieuws/{one['slug']}") for one in teasers]
    assert all(list(one) == ["title", "url", "summary", "age", "published_between"] for one in listed)
    assert all(start < until for one in listed for start, until in [one["published_between"]])


def test_long_summaries_in_it_are_not_cut(run: Run, server: Server) -> None:
    summary = "De molen stond stil en draait nu weer, dag en nacht. " * 12
    page = (
        "<h1>Kop van dit bericht</h1><p>"
        + "Tekst van dit bericht staat hier. " * 5
        + "</p><h2>Meer uit Zeeland</h2>"
        f"<div><a href='/nieuws/een-ander-bericht'>Een ander bericht</a><p>{summary}</p>1 uur geleden</div>"
    )
    (listed,) = run("read", server.add("/kop", Reply(page.encode(), headers=HTML)), "--json").json[
        "section_list"
    ]
    assert listed["summary"] == summary.strip()


def test_pictures_in_the_text_are_among_the_images_once(run: Run, server: Server) -> None:
    text = "<p>" + "Tekst van dit bericht staat hier. " * 5 + "</p>"
    page = (
        "<meta property='og:image' content='/een.jpg'>"
        f"<h1>Kop van dit bericht</h1>{text}<img src='/een.jpg' alt='De pont'>{text}"
        "<figure><img src='/twee.jpg' alt=''><figcaption>De sluis</figcaption></figure>"
    )
    read = run("read", server.add("/kop", Reply(page.encode(), headers=HTML)), "--json").json
    assert [image["url"] for image in read["images"]] == [server.url("/een.jpg"), server.url("/twee.jpg")]
    assert read["images"][1]["caption"] == "De sluis"


def test_it_reads_as_text_too(run: Run, address: str) -> None:
    lines = run("read", address).out.splitlines()
    assert lines[0].startswith("Vuurtorenwachter")
    assert sum(line.startswith("Vuurtorenwachter") for line in lines) == 1
    assert "Meer uit Buitenland:" in lines
    assert "geleden" not in lines[1]


def test_a_file_is_read_as_well(run: Run, tmp_path: Path) -> None:
    page = tmp_path / "bericht.html"
    page.write_text(portal.article_page(markups.TABLES), encoding="latin-1", errors="xmlcharrefreplace")
    assert run("read", page, "--json").json["title"] == portal.NEWS["article"]["title"]


def test_an_address_too_long_for_a_file_is_fetched(run: Run, server: Server) -> None:
    page = Reply(portal.article_page(markups.SOUP).encode(), headers=HTML)
    address = server.add(f"/nieuws/{'lang-' * 900}", page)
    assert run("read", address, "--json").json["title"] == portal.NEWS["article"]["title"]


def test_nothing_is_stored(run: Run, address: str, tmp_path: Path) -> None:
    assert run("read", address).status == 0
    assert not (tmp_path / "data").exists()


def test_a_gate_is_named(run: Run, server: Server) -> None:
    wall = server.add("/muur", Reply(b"<p>Wij gebruiken cookies.</p><button>Akkoord</button>", headers=HTML))
    ran = run("read", wall)
    assert (ran.status, ran.out) == (1, "")
    assert "vraagt eerst om toestemming; open het adres in de browser" in ran.err


def test_what_cannot_be_fetched_is_told(run: Run, server: Server) -> None:
    ran = run("read", server.url("/weg"), "--json")
    assert (ran.status, ran.out) == (1, "")
    assert "404" in ran.err
