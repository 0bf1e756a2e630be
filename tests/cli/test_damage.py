"""A store of which a part cannot be read: commands print the rest, say so once, and fail."""

from __future__ import annotations

from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path

import apsw
import pytest

from newsreader.model import Draft, Visit
from newsreader.store import Store
from tests.cli.conftest import Ran, Run

NO_TEXT = "CAST(x'54e974' AS TEXT)"


@pytest.fixture
def database(tmp_path: Path, stored: datetime, run: Run) -> Path:
    run("stories", "rebuild")
    return tmp_path / "data" / "news.db"


def spoil(database: Path, statement: str) -> None:
    with closing(apsw.Connection(str(database))) as connection:
        connection.execute(statement)


def wipe(database: Path, table: str, only: int | None = None) -> None:
    """Put nothing but zeros in the pages of a table or an index, or in one of those it is read from."""
    with closing(apsw.Connection(str(database))) as connection:
        connection.pragma("wal_checkpoint", "truncate")
        size = connection.pragma("page_size")
        leaves = "SELECT pageno FROM dbstat WHERE name = ? ORDER BY pagetype = 'leaf', path DESC"
        pages = [page for (page,) in connection.execute(leaves, (table,))]
    with database.open("r+b") as file:
        for page in pages if only is None else [pages[only]]:
            file.seek((page - 1) * size)
            file.write(bytes(size))


def is_told(ran: Ran) -> bool:
    return ran.status == 1 and ran.err.count("\n") == 1 and "is beschadigd" in ran.err


@pytest.mark.parametrize(
    "options",
    [[], ["--unread"], ["--source", "molenpost"], ["--section", "Zeeland", "--source", "molenpost"]],
)
def test_a_title_that_is_no_text_is_left_out_of_the_list(
    run: Run, database: Path, options: list[str]
) -> None:
    spoil(database, f"UPDATE article SET title = {NO_TEXT} WHERE title LIKE 'Brug%'")
    ran = run("list", *options, "--json")
    assert is_told(ran)
    assert "Molen draait weer" in [row["title"] for row in ran.json]
    ran = run("list", *options)
    assert is_told(ran)
    assert "Molen draait weer" in ran.out


@pytest.mark.parametrize("change", ["title = x'00'", "published = 'gisteren'", "published = 1e300"])
def test_a_row_with_values_of_another_kind_is_left_out(run: Run, database: Path, change: str) -> None:
    with closing(apsw.Connection(str(database))) as connection:
        connection.pragma("writable_schema", True)
        connection.execute("UPDATE sqlite_schema SET sql = replace(sql, 'STRICT', '') WHERE name = 'article'")
    spoil(database, f"UPDATE article SET {change} WHERE title LIKE 'Brug%'")
    ran = run("list", "--json")
    assert is_told(ran)
    assert [row["title"] for row in ran.json] == ["Koers in de mist", "Molen draait weer"]
    assert run("stories", "rebuild").status == 0


def test_a_hit_that_cannot_be_read_does_not_hide_the_others(run: Run, database: Path) -> None:
    spoil(database, f"UPDATE article SET summary = {NO_TEXT} WHERE title LIKE 'Koers%'")
    ran = run("search", "d", "--json")
    assert is_told(ran)
    assert [hit["title"] for hit in ran.json] == ["Molen draait weer"]
    assert is_told(run("search", "koers"))
    assert run("search", "molen", "--json").status == 0


def test_of_an_article_is_shown_what_can_be_when_nothing_beside_it_can(run: Run, database: Path) -> None:
    number = run("list", "--json").json[1]["id"]
    for table in ("telling", "story"):
        wipe(database, table)
    ran = run("show", str(number))
    assert is_told(ran)
    assert " is koffie." in ran.out
    assert run("show", str(number), "--json").json["title"] == "Molen draait weer"
    assert is_told(run("related", str(number)))


def test_stories_and_editions_leave_out_what_cannot_be_read(run: Run, database: Path, tmp_path: Path) -> None:
    spoil(database, f"UPDATE article SET title = {NO_TEXT} WHERE title LIKE 'Brug%'")
    ran = run("stories", "--json")
    assert is_told(ran)
    assert "Molen draait weer" in [story["title"] for story in ran.json]
    ran = run("export-edition", "--out", "-")
    assert is_told(ran)
    assert "Molen draait weer" in ran.out
    spoil(database, "UPDATE body SET packed = x'28b52ffd00' WHERE id = 1")
    ran = run("export-edition", "--out", str(tmp_path / "krant.txt"))
    assert is_told(ran)
    assert (tmp_path / "krant.txt").exists()


def test_what_is_only_made_ready_is_not_needed_to_read(run: Run, database: Path) -> None:
    spoil(database, f"UPDATE meta SET value = {NO_TEXT} WHERE key = 'catalogue'")
    ran = run("list", "--json")
    assert is_told(ran)
    assert len(ran.json) == 3
    assert is_told(run("refresh"))


def test_of_a_damaged_list_is_shown_what_comes_before(run: Run, database: Path) -> None:
    store = Store.open(database)
    assert isinstance(store, Store)
    now = datetime.now(UTC)
    drafts = [
        Draft(f"n{n}", f"https://molen.example/n{n}", f"Nummer {n}", "", "Zeeland", now - timedelta(hours=n))
        for n in range(1500)
    ]
    store.put("molenpost", Visit(last_checked=now), drafts, now).result()
    store.close()
    wipe(database, "live_all", only=-1)
    assert run("list", "--limit", "100").status == 0
    ran = run("list", "--limit", "2000", "--json")
    assert is_told(ran)
    assert 300 < len(ran.json) < 1500
    wipe(database, "live_all")
    ran = run("list", "--json")
    assert is_told(ran)
    assert ran.json == []


def test_a_list_needs_no_counts(run: Run, database: Path) -> None:
    wipe(database, "tally")
    assert len(run("list", "--json").json) == 3
    assert is_told(run("sources"))
