"""`export-edition`, and `show` in a format: documents of what is stored."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest

from newsreader.model import Block, BlockKind, Draft, Visit
from newsreader.store import Store
from tests.cli.conftest import Run
from tests.server import Reply, Server
from tests.unit.export.book import Book
from tests.unit.export.samples import PNG

pytestmark = pytest.mark.usefixtures("stored")


def test_an_edition_is_an_e_book_in_the_papers_order(run: Run, tmp_path: Path) -> None:
    out = tmp_path / "krant.epub"
    ran = run("export-edition", "--out", out, "--no-pictures")
    assert (ran.status, ran.err) == (0, "")
    assert ran.out == f"Geschreven: {out} (3 berichten)\n"
    entries = [(depth, text) for depth, text, _ in Book(out.read_bytes()).contents()]
    assert entries == [
        (1, "Zeeland"), (2, "Molen draait weer"), (2, "Brug blijft [2Jdicht"),
        (1, "Sport"), (2, "Koers in de mist"),
    ]  # fmt: skip
    assert [path.name for path in tmp_path.iterdir() if path.suffix == ".tmp"] == []


@pytest.mark.parametrize(
    ("options", "titles"),
    [
        (["--section", "sport"], ["Koers in de mist"]),
        (
            ["--section", "Sport", "--section", "zeeland"],
            ["Molen draait weer", "Brug blijft [2Jdicht", "Koers in de mist"],
        ),
        (["--source", "molenpost"], ["Molen draait weer", "Brug blijft [2Jdicht"]),
        (["--saved"], ["Brug blijft [2Jdicht"]),
        (["--unread", "--source", "sportblad", "--since", "7d"], []),
        (["--since", "1h"], ["Molen draait weer", "Koers in de mist"]),
    ],
)  # fmt: skip
def test_what_is_wanted_and_nothing_else(run: Run, options: list[str], titles: list[str]) -> None:
    ran = run("export-edition", "--out", "-", "--format", "markdown", *options)
    found = [
        line.removeprefix("### ").replace("\\", "") for line in ran.out.splitlines() if line[:4] == "### "
    ]
    if len(titles) == 1:  # it stands alone
        found = [
            line.removeprefix("# ").replace("\\", "") for line in ran.out.splitlines() if line[:2] == "# "
        ]
    assert found == titles
    assert ran.status == (0 if titles else 1)
    assert bool(ran.err) is not bool(titles)


@pytest.mark.parametrize("name", ["krant.md", "krant.MARKDOWN", "krant.html", "krant.txt"])
def test_the_name_of_the_file_tells_the_format(run: Run, tmp_path: Path, name: str) -> None:
    assert run("export-edition", "--out", tmp_path / name, "--no-pictures").status == 0
    text = (tmp_path / name).read_text("utf-8")
    assert "Molen draait weer" in text
    assert ("<html" in text) is name.endswith("html")
    assert ("\n## Zeeland\n" in text) is ("m" in name[6:7].lower())


@pytest.mark.parametrize(
    ("options", "named"),
    [
        (["--out", "krant.pdf"], ".epub"),
        (["--out", "krant"], ".md"),
        (["--out", "krant.md", "--format", "pdf"], "markdown"),
        (["--out", "-", "--format", "epub"], "--out"),
        (["--out", "krant.md", "--since", "gisteren"], "gisteren"),
        (["--out", "krant.md", "--since", "9999d"], ""),
        (["--out", "krant.md", "--section", "zeelnd"], "Zeeland"),
        (["--out", "krant.md", "--source", "molenpst"], "molenpost"),
        ([], "--out"),
    ],
)
def test_wrong_use_is_told_in_one_line_and_writes_nothing(
    run: Run, tmp_path: Path, options: list[str], named: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    before = set(tmp_path.iterdir())
    ran = run("export-edition", *options)
    if named:
        assert (ran.status, ran.out, ran.err.count("\n")) == (2, "", 1)
        assert named in ran.err
        assert set(tmp_path.iterdir()) <= before | {tmp_path / "config"}
    else:
        assert ran.status == 0


def test_a_file_that_cannot_be_written_is_told_and_one_that_was_there_stays(run: Run, tmp_path: Path) -> None:
    (tmp_path / "krant.md").mkdir()
    ran = run("export-edition", "--out", tmp_path / "krant.md")
    assert (ran.status, ran.out) == (1, "")
    assert str(tmp_path / "krant.md") in ran.err
    assert list((tmp_path / "krant.md").iterdir()) == []


def with_pictures(tmp_path: Path, server: Server) -> None:
    """Lets the one article with a picture have it on that server, and its source as well."""
    store = Store.open(tmp_path / "data" / "news.db")
    assert isinstance(store, Store)
    status = store.source("molenpost")
    assert status
    store.save_source(status.source._replace(url=server.url("/rss"))).result()
    pictures = tuple(Block(BlockKind.IMAGE, url=server.url(f"/{n}.png")) for n in (1, 2, 3))
    now = datetime.now(UTC)
    draft = Draft("m9", server.url("/9"), "Met foto", "", "Zeeland", now, blocks=pictures, digest=b"9")
    store.put("molenpost", Visit(), [draft], now).result()
    store.close()


def test_pictures_come_along_and_what_fails_is_counted(run: Run, tmp_path: Path, server: Server) -> None:
    server.add("/1.png", Reply(PNG))
    server.add("/2.png", Reply(b"<svg onload='alert(1)'/>", headers=(("Content-Type", "image/png"),)))
    with_pictures(tmp_path, server)
    out = tmp_path / "krant.epub"
    ran = run(
        "export-edition", "--section", "Zeeland", "--source", "molenpost", "--since", "1h", "--out", out
    )
    assert ran.status == 0
    assert "1 foto" in ran.out
    assert ran.err.startswith("newsreader: 3 foto’s zijn niet opgehaald")  # that of the molen is elsewhere
    assert sorted(set(server.paths())) == ["/1.png", "/2.png", "/3.png"]
    assert [name for name in Book(out.read_bytes()).files if "pictures" in name] == ["EPUB/pictures/1.png"]


def test_without_pictures_nothing_is_asked_for(run: Run, tmp_path: Path, server: Server) -> None:
    with_pictures(tmp_path, server)
    for name, options in (("a.epub", ["--no-pictures"]), ("a.md", []), ("a.txt", [])):
        assert run("export-edition", "--out", tmp_path / name, *options).status == 0
    assert server.requests == []


@pytest.mark.parametrize(
    ("form", "start"),
    [
        ("markdown", "# Molen draait weer\n\n"),
        ("html", "<!DOCTYPE html>\n"),
        ("text", "Molen draait weer\nMolenpost"),
    ],
)
def test_show_in_a_format_is_the_article_alone(run: Run, form: str, start: str) -> None:
    number = str(run("search", "molen draait", "--json").json[0]["id"])
    ran = run("show", number, "--format", form)
    assert ran.status == 0
    assert ran.out.startswith(start)
    assert "Meer uit Zeeland" not in ran.out
    assert "loket" in ran.out
    for other in ("--json", "--changes"):
        refused = run("show", number, "--format", form, other)
        assert (refused.status, refused.out) == (2, "")
        assert other in refused.err
