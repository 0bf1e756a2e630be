"""`import` and `export`."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

from tests.cli.conftest import Run

OPML = """<opml version="2.0"><body><outline text="Zeeuws">
<outline text="Molenpost" type="rss" xmlUrl="https://molen.example/rss"/>
<outline text="Kaaspost" type="rss" xmlUrl="https://kaas.example/rss"/>
<outline text="Zonder adres" type="rss" xmlUrl=""/>
</outline></body></opml>"""


def test_import_adds_what_is_new_and_doubles_nothing(run: Run, stored: datetime, tmp_path: Path) -> None:
    file = tmp_path / "mijn.opml"
    file.write_text(OPML)
    ran = run("import", file)
    assert (ran.status, ran.out) == (0, "1 bron toegevoegd, 1 al bekend.\n")
    assert [source["title"] for source in run("sources", "--json").json] == [
        "Molenpost",
        "Sportblad",
        "Kaaspost",
    ]
    assert run("import", file).out == "0 bronnen toegevoegd, 2 al bekend.\n"


def test_a_dry_run_lists_what_would_be_added(run: Run, stored: datetime, tmp_path: Path) -> None:
    file = tmp_path / "mijn.opml"
    file.write_text(OPML)
    ran = run("import", file, "--dry-run")
    assert ran.out == "Kaaspost · https://kaas.example/rss · Zeeuws\n1 bron nieuw, 1 al bekend.\n"
    assert "Zonder adres" in ran.err
    assert len(run("sources", "--json").json) == 2


def test_export_then_import_elsewhere_gives_the_same(run: Run, stored: datetime, tmp_path: Path) -> None:
    file = tmp_path / "uit.opml"
    assert run("export", file).out == f"Geschreven: {file}\n"
    before = run("sources", "--json").json
    for source in before:
        run("sources", "remove", source["id"])
    run("import", file)
    after = run("sources", "--json").json
    assert [(s["title"], s["url"], s["group"]) for s in after] == [
        (s["title"], s["url"], s["group"]) for s in before
    ]


def test_without_a_file_the_export_is_printed(run: Run, stored: datetime, tmp_path: Path) -> None:
    run("export", tmp_path / "uit.opml")
    assert run("export").out == run("export", "-").out == (tmp_path / "uit.opml").read_text()


def test_a_file_without_an_end_is_not_read_to_it(run: Run, stored: datetime, tmp_path: Path) -> None:
    file = tmp_path / "groot.opml"
    with file.open("wb") as sparse:
        sparse.truncate(1 << 40)
    for command in ("import", "read"):
        ran = run(command, file)
        assert (ran.status, ran.out) == (1, "")
        assert f"Groter dan toegestaan, dus er is niets bewaard van {file}" in ran.err


def test_what_is_written_to_no_file_and_no_folder_leaves_it_what_it_is(run: Run, stored: datetime) -> None:
    for command in ("export", "backup"):
        ran = run(command, "/")
        assert (ran.status, ran.out) == (1, "")
        assert "/" in ran.err


def test_files_that_cannot_be_read_or_written_are_named(run: Run, stored: datetime, tmp_path: Path) -> None:
    for ran in (run("import", tmp_path / "weg.opml"), run("export", tmp_path), run("import", tmp_path)):
        assert (ran.status, ran.out) == (1, "")
        assert str(tmp_path) in ran.err


def test_a_file_without_subscriptions_is_a_failure_that_names_it(
    run: Run, stored: datetime, tmp_path: Path
) -> None:
    file = tmp_path / "leeg.opml"
    file.write_text("<opml/>")
    ran = run("import", file)
    assert (ran.status, ran.out) == (1, "")
    assert str(file) in ran.err


def test_a_source_in_two_folders_goes_to_the_first_and_that_is_said(
    run: Run, stored: datetime, tmp_path: Path
) -> None:
    file = tmp_path / "urls"
    file.write_text('https://kaas.example/rss "Zuivel" "Zeeuws" "~Kaaspost"\n')
    ran = run("import", file)
    assert "Kaaspost staat ook in de map “Zeeuws”" in ran.err
    assert run("sources", "--json").json[-1]["group"] == "Zuivel"
