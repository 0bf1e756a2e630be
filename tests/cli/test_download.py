"""`download`: the enclosure of an article, on the command line."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest

from newsreader.model import Draft, Enclosure, Source, Visit
from newsreader.store import Store
from tests.cli.conftest import Run
from tests.server import Reply, Server

BODY = bytes(range(256)) * 4000


@pytest.fixture
def number(tmp_path: Path, stored: datetime, server: Server) -> str:
    """The number of an article with two enclosures and a picture."""
    store = Store.open(tmp_path / "data" / "news.db")
    assert isinstance(store, Store)
    store.add_sources([Source("podcast", "Podcast", server.url("/feed"))]).result()
    files = (
        Enclosure(server.url("/omslag.jpg"), "image/jpeg", 10),
        Enclosure(server.url("/een.mp3"), "audio/mpeg", len(BODY), "Deel een", 61),
        Enclosure(server.url("/twee.pdf"), "application/pdf"),
    )
    draft = Draft("p", server.url("/p"), "Gesprek", "", "", datetime.now(UTC), enclosures=files, digest=b"p")
    store.put("podcast", Visit(), [draft], datetime.now(UTC)).result()
    (row,) = (row for row in store.rows(range(1, 9)) if row.title == "Gesprek")
    store.close()
    return str(row.id)


def test_the_first_or_the_one_of_a_number(run: Run, number: str, tmp_path: Path, server: Server) -> None:
    server.add("/een.mp3", Reply(BODY))
    server.add("/twee.pdf", Reply(b"%PDF"))
    ran = run("download", number, "--to", tmp_path / "map")
    assert (ran.status, ran.out, ran.err) == (0, f"Opgehaald: {tmp_path / 'map' / 'een.mp3'}\n", "")
    assert (tmp_path / "map" / "een.mp3").read_bytes() == BODY
    assert run("download", number, "2", "--to", tmp_path / "map").status == 0
    assert (tmp_path / "map" / "twee.pdf").read_bytes() == b"%PDF"


def test_running_it_again_goes_on(run: Run, number: str, tmp_path: Path, server: Server) -> None:
    whole = Reply(BODY, etag='"a"', ranges=True)
    server.add("/een.mp3", Reply(BODY, etag='"a"', ranges=True, cut=600_000), whole)
    ran = run("download", number, "--to", tmp_path / "map")
    assert (ran.status, ran.out, ran.err.count("\n")) == (1, "", 1)
    assert run("download", number, "--to", tmp_path / "map").status == 0
    assert (tmp_path / "map" / "een.mp3").read_bytes() == BODY
    assert server.requests[1].headers["range"].startswith("bytes=")


def test_the_folder_is_a_setting(run: Run, number: str, tmp_path: Path, server: Server) -> None:
    (tmp_path / "config").mkdir()
    (tmp_path / "config" / "settings.toml").write_text(f"download_folder = '{tmp_path / 'eigen'}'\n")
    server.add("/een.mp3", Reply(BODY))
    assert run("download", number).status == 0
    assert (tmp_path / "eigen" / "een.mp3").exists()


def test_what_is_not_there_is_told_in_one_line(run: Run, number: str, tmp_path: Path) -> None:
    for words, named in (((number, "3"), "2"), (("999",), "999"), (("1",), "geen bijlagen")):
        ran = run("download", *words, "--to", tmp_path / "map")
        assert (ran.status, ran.out, ran.err.count("\n")) == (1, "", 1)
        assert named in ran.err
    assert not (tmp_path / "map").exists()


def test_show_lists_them_with_their_numbers(run: Run, number: str) -> None:
    out = run("show", number).out
    assert "(1) Deel een · audio/mpeg · 1,0 MB · 1:01\n" in out
    assert "(2) twee.pdf · application/pdf\n" in out
    assert "omslag" not in out
