"""`doctor`: what it says of a healthy reader and of a broken one, and what it puts right."""

from __future__ import annotations

import os
from datetime import datetime
from pathlib import Path

import apsw
import pytest

from newsreader.settings.secrets import Secrets
from newsreader.words import doctor
from tests.cli.conftest import Run


def test_a_healthy_reader_is_told_so(run: Run, stored: datetime) -> None:
    ran = run("doctor")
    assert ran.status == 0
    assert "de krant is heel" in ran.out
    assert "fout" not in ran.out


def test_in_a_terminal_each_long_check_is_told_before_it_is_made(
    run: Run, stored: datetime, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", "100")
    os.truncate(tmp_path / "data" / "news.db", 8192)
    assert not any(text in run("doctor").err for text in doctor.NL.checking.values())
    monkeypatch.setattr("sys.stderr.isatty", lambda: True)
    told = run("doctor", "--repair").err
    monkeypatch.undo()
    assert all(text in told for name, text in doctor.NL.checking.items() if name not in ("anew", "network"))
    assert doctor.NL.checking.keys() == doctor.EN.checking.keys()


def test_before_the_first_run_nothing_is_made(run: Run, tmp_path: Path) -> None:
    ran = run("doctor", "--repair")
    assert ran.status == 0
    assert "er is nog geen krant" in ran.out
    assert not (tmp_path / "data").exists()


@pytest.mark.parametrize(
    ("break_it", "said"),
    [
        ("PRAGMA user_version = 999", "nieuwere versie"),
        ("PRAGMA application_id = 7", "ander programma"),
    ],
)
def test_what_would_not_be_opened_is_told(
    run: Run, stored: datetime, tmp_path: Path, break_it: str, said: str
) -> None:
    connection = apsw.Connection(str(tmp_path / "data" / "news.db"))
    connection.execute(break_it)
    connection.close()
    ran = run("doctor", "--repair")
    assert ran.status == 1
    assert said in ran.out
    assert not list((tmp_path / "data").glob("*damaged*"))


def test_what_a_cut_file_lost_comes_back_from_the_backup(run: Run, stored: datetime, tmp_path: Path) -> None:
    run("backup")
    file = tmp_path / "data" / "news.db"
    os.truncate(file, 4096)
    broken = run("doctor")
    assert broken.status == 1
    assert "--repair" in broken.err
    ran = run("doctor", "--repair")
    assert ran.status == 0
    assert "uit de reservekopie teruggezet" in ran.out
    assert len(list((tmp_path / "data").glob("news.db.damaged-*"))) == 1
    assert [row["title"] for row in run("list", "--saved", "--json").json] == ["Brug blijft [2Jdicht"]
    assert {"molenpost", "sportblad"} <= {source["id"] for source in run("sources", "--json").json}


def test_json_and_both_languages_have_a_text_for_everything(run: Run, stored: datetime) -> None:
    found = run("--lang", "en", "doctor", "--json").json
    assert {"told", "state", "detail", "text"} == set(found[0])
    assert doctor.NL.told.keys() == doctor.EN.told.keys()


def test_of_a_file_that_cannot_be_read_nothing_is_said_to_be_fine(
    run: Run, stored: datetime, tmp_path: Path
) -> None:
    os.truncate(tmp_path / "data" / "news.db", 4096)
    ran = run("doctor")
    assert "de bronnen zijn niet te lezen" in ran.out
    assert "geen ervan verloren" not in ran.out


@pytest.mark.skipif(os.name != "posix", reason="files have other modes there")
def test_what_others_can_read_is_told_and_closed(run: Run, stored: datetime, tmp_path: Path) -> None:
    run("backup")
    (backup,) = (tmp_path / "data" / "backup").iterdir()
    backup.chmod(0o644)
    assert f"{backup} is ook voor anderen te lezen" in run("doctor").out
    assert "is ook voor anderen te lezen" not in run("doctor", "--repair").out
    assert backup.stat().st_mode & 0o777 == 0o600


@pytest.mark.skipif(os.name != "posix", reason="files have other modes there")
def test_settings_and_secrets_of_a_wider_mode_are_closed_when_they_are_read(run: Run, tmp_path: Path) -> None:
    settings, secrets = tmp_path / "config" / "settings.toml", tmp_path / "config" / "secrets.json"
    settings.parent.mkdir()
    settings.write_text("version = 1\n")
    secrets.write_text("{}")
    for path in (settings, secrets):
        path.chmod(0o644)
    run("paths")
    assert Secrets(secrets, keyring=False).get("bron", "https://bron.example/") == ""
    assert {path.stat().st_mode & 0o777 for path in (settings, secrets)} == {0o600}


def test_a_backup_with_lines_that_cannot_be_read_is_told(run: Run, stored: datetime, tmp_path: Path) -> None:
    run("backup")
    (backup,) = (tmp_path / "data" / "backup").iterdir()
    backup.write_bytes(backup.read_bytes() + b"{half\n")
    assert f"die niet te lezen zijn: {backup}: 1" in run("doctor").out
