"""`parse`: what is understood of files and addresses, without a store."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from tests.cli.conftest import Ran, Run
from tests.cli.feeds import rss
from tests.server import Reply, Server

FEED = ["source", "format", "title", "description", "link", "id", "language", "icon", "author", "authors"]
FEED += ["updated", "published", "categories", "rights", "entries", "warnings", "problem"]
ENTRY = ["id", "title", "link", "links", "author", "authors", "published", "updated", "summary", "content"]
ENTRY += ["categories", "enclosures", "images", "comments", "language", "rights"]

ATOM = """<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="nl" xml:base="https://molen.example/blad/">
<title>Molen &amp; wind</title><id>urn:molen</id><updated>2026-01-05T12:00:00+01:00</updated>
<author><name>Jo Pier</name><email>jo@molen.example</email></author>
<entry><id>urn:molen:1</id><title type="html">Wieken &lt;b&gt;los&lt;/b&gt;</title><link href="wieken"/>
<link rel="enclosure" href="wieken.mp3" type="audio/mpeg" length="12"/>
<published>2026-01-05T11:00:00+01:00</published>
<content type="html">
&lt;p onclick="x()"&gt;Zie &lt;a href="kap"&gt;de kap&lt;/a&gt;.&lt;/p&gt;
&lt;script&gt;x()&lt;/script&gt;
</content>
</entry></feed>"""


def lines(ran: Ran) -> list[Any]:
    return [json.loads(line) for line in ran.out.splitlines()]


def test_a_feed_is_one_line_with_exactly_these_fields(run: Run, tmp_path: Path) -> None:
    file = tmp_path / "molen.atom"
    file.write_text(ATOM)
    ran = run("parse", file, "--json")
    assert ran.status == 0
    (feed,) = lines(ran)
    (entry,) = feed["entries"]
    assert list(feed) == FEED
    assert list(entry) == ENTRY
    assert (feed["source"], feed["format"], feed["title"], feed["id"]) == (
        str(file), "atom10", "Molen & wind", "urn:molen",
    )  # fmt: skip
    assert feed["authors"] == [{"name": "Jo Pier", "email": "jo@molen.example", "url": None}]
    assert feed["updated"] == "2026-01-05T12:00:00+01:00"
    assert feed["description"] is None
    assert feed["problem"] is None
    assert entry["title"] == "Wieken los"
    assert entry["link"] == "https://molen.example/blad/wieken"
    assert entry["content"] == '<p>Zie <a href="https://molen.example/blad/kap">de kap</a>.</p>'
    assert entry["summary"] is None
    assert entry["enclosures"] == [
        {"url": "https://molen.example/blad/wieken.mp3", "type": "audio/mpeg", "length": 12}
    ]


def test_each_argument_is_a_line_in_the_order_given(run: Run, server: Server, tmp_path: Path) -> None:
    file = tmp_path / "aan.xml"
    file.write_bytes(rss("Bestand", "x"))
    web = [server.add(f"/{n}", Reply(rss(f"Web {n}", "x"))) for n in range(70)]
    names = [str(tmp_path / "weg.xml"), *web[:35], str(file), *web[35:], server.url("/weg")]
    ran = run("parse", *names, "--json")
    assert ran.status == 0
    found = lines(ran)
    assert [feed["source"] for feed in found] == names
    assert [feed["title"] for feed in found[1:4]] == ["Web 0", "Web 1", "Web 2"]
    assert found[0]["problem"]["kind"] == "file"
    assert found[-1]["problem"] == {"kind": "http", "detail": "404"}
    assert [list(feed) for feed in found] == [FEED] * len(names)


def test_it_fails_only_when_nothing_could_be_read(run: Run, tmp_path: Path) -> None:
    page = tmp_path / "pagina.html"
    page.write_text("<!doctype html><html><body><p>Geen feed.</p></body></html>")
    ran = run("parse", page, tmp_path, "--json")
    assert ran.status == 1
    assert [feed["problem"]["kind"] for feed in lines(ran)] == ["not_a_feed", "file"]
    assert lines(ran)[0]["entries"] == []


def test_the_base_is_where_the_feed_was_found(run: Run, server: Server) -> None:
    body = b'<rss version="2.0"><channel><item><link>kap</link><title>y</title></item></channel></rss>'
    server.add("/nieuw/feed", Reply(body))
    server.add("/oud", Reply(status=302, headers=(("Location", "/nieuw/feed"),)))
    server.add("/elders", Reply(body, headers=(("Content-Location", "https://molen.example/hier/feed"),)))
    moved, elsewhere = lines(run("parse", server.url("/oud"), server.url("/elders"), "--json"))
    assert moved["entries"][0]["link"] == server.url("/nieuw/kap")
    assert elsewhere["entries"][0]["link"] == "https://molen.example/hier/kap"


def test_headers_count(run: Run, server: Server) -> None:
    body = '<?xml version="1.0"?><rss version="2.0"><channel><title>Café</title></channel></rss>'
    reply = Reply(
        body.encode("latin-1"), headers=(("Content-Type", "application/rss+xml; charset=iso-8859-1"),)
    )
    assert lines(run("parse", server.add("/rss", reply), "--json"))[0]["title"] == "Café"


def test_in_words_the_headlines_are_listed(run: Run, tmp_path: Path) -> None:
    file = tmp_path / "molen.xml"
    file.write_bytes(rss("Molen", "Wiek", "Kap"))
    assert run("parse", file).out == f"{file}: rss20 · Molen · 2 berichten\n    Wiek\n    Kap\n"
    assert str(tmp_path / "weg") in run("parse", tmp_path / "weg").out


def test_no_store_and_no_settings_are_made(run: Run, tmp_path: Path) -> None:
    file = tmp_path / "molen.xml"
    file.write_bytes(rss("Molen"))
    run("parse", file)
    assert [entry.name for entry in tmp_path.iterdir()] == ["molen.xml"]


def test_a_server_on_this_machine_is_asked_by_many_at_once(run: Run, server: Server) -> None:
    gate = server.meeting(10)  # opens when ten wait for it, so that fewer would wait in vain
    names = [server.add(f"/{n}", Reply(rss("Web", "x"), gate=gate)) for n in range(20)]
    assert run("parse", *names, "--json").status == 0
    assert 10 <= server.peak["127.0.0.1"] <= 16


def test_an_author_with_a_name_goes_before_one_with_an_address_only(run: Run, tmp_path: Path) -> None:
    file = tmp_path / "molen.xml"
    people = "<author>post@molen.example</author><dc:creator>Jo Pier</dc:creator>"
    ns = 'xmlns:dc="http://purl.org/dc/elements/1.1/"'
    file.write_text(f'<rss version="2.0" {ns}><channel><item><title>x</title>{people}</item></channel></rss>')
    (entry,) = lines(run("parse", file, "--json"))[0]["entries"]
    assert entry["author"] == "Jo Pier"
    assert entry["authors"][0] == {"name": None, "email": "post@molen.example", "url": None}


def test_media_are_links_and_what_is_unknown_is_null(run: Run, tmp_path: Path) -> None:
    file = tmp_path / "molen.xml"
    frame = "&lt;iframe src='https://film.example/1'>&lt;/iframe>"
    file.write_text(
        f'<rss version="2.0"><channel><item><title>x</title><description>{frame}</description>'
        '<enclosure url="https://molen.example/a"/></item></channel></rss>'
    )
    (entry,) = lines(run("parse", file, "--json"))[0]["entries"]
    assert entry["summary"] == '<p><a href="https://film.example/1">https://film.example/1</a></p>'
    assert entry["enclosures"] == [{"url": "https://molen.example/a", "type": None, "length": 0}]
