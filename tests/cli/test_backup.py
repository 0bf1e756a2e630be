"""`backup` and `restore`."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

from tests.cli.conftest import Run


def test_a_backup_is_written_and_brought_back_into_an_empty_store(
    run: Run, stored: datetime, tmp_path: Path
) -> None:
    assert run("backup").out.startswith("Reservekopie geschreven: ")
    (tmp_path / "data" / "news.db").unlink()
    ran = run("restore")
    assert ran.status == 0
    assert ran.out.endswith(
        "2 bronnen toegevoegd, 0 berichten gemarkeerd, 2 markeringen klaargezet voor wat nog komt.\n"
    )
    assert [row["title"] for row in run("list", "--saved", "--json").json] == ["Brug blijft [2Jdicht"]


def test_damaged_lines_are_named_on_standard_error(run: Run, stored: datetime, tmp_path: Path) -> None:
    file = tmp_path / "kopie.jsonl"
    run("backup", file)
    file.write_bytes(file.read_bytes() + b"{half\n")
    ran = run("restore", file, "--json")
    assert ran.err == "newsreader: regel 6 is beschadigd en overgeslagen\n"
    assert ran.json["unreadable"] == [6]
    assert ran.status == 0


def test_nothing_to_bring_back_is_told_with_status_1(run: Run, stored: datetime, tmp_path: Path) -> None:
    ran = run("restore")
    assert (ran.status, ran.out) == (1, "")
    assert f"er is geen reservekopie in {tmp_path / 'data' / 'backup'}" in ran.err
    (tmp_path / "leeg").touch()
    ran = run("--lang", "en", "restore", tmp_path / "leeg")
    assert (ran.status, ran.out) == (1, "")
    assert "can be read as a backup of newsreader" in ran.err
