"""`show --changes`, and the mark of what changed in lists."""

from __future__ import annotations

from datetime import datetime, timedelta
from pathlib import Path

import pytest

from newsreader.model import Block, BlockKind, Draft, Scope, ScopeKind, Span, Visit
from newsreader.store import Store
from tests.cli.conftest import Run


@pytest.fixture
def corrected(tmp_path: Path, stored: datetime) -> str:
    """The number of an article that was read, and corrected an hour and a minute ago."""
    store = Store.open(tmp_path / "data" / "news.db")
    assert isinstance(store, Store)
    for minutes, number in ((90, 3), (61, 5)):
        body = (Block(BlockKind.PARAGRAPH, (Span(f"Er zijn {number}\x1b[2J gewonden."),)),)
        title = f"Brand: {number} gewonden"
        url, digest = "https://molen.example/k", title.encode()
        draft = Draft("k", url, title, "", "Zeeland", stored, blocks=body, digest=digest)
        store.put("molenpost", Visit(), [draft], stored - timedelta(minutes=minutes)).result()
        store.mark(store.ids(Scope(ScopeKind.SOURCE, "molenpost")), read=True).result()
    (row,) = [row for row in store.page(Scope(), 9) if row.changed]
    store.close()
    return str(row.id)


def test_as_text_with_the_signs_of_git(run: Run, corrected: str) -> None:
    ran = run("show", corrected, "--changes")
    first, *rest = ran.out.splitlines()
    assert first.startswith("Gewijzigd gezien op ")
    assert first.endswith(" · 1 uur geleden")
    assert rest == ["", "Brand: [-3-] {+5+} gewonden", "", "Er zijn [-3-] {+5+}[2J gewonden.", ""]


def test_as_json_in_runs(run: Run, corrected: str, stored: datetime) -> None:
    (change,) = run("show", corrected, "--changes", "--json").json
    assert change["at"] == (stored - timedelta(minutes=61)).isoformat()
    assert change["title"] == [
        {"change": "same", "text": "Brand: "},
        {"change": "removed", "text": "3 "},
        {"change": "added", "text": "5 "},
        {"change": "same", "text": "gewonden"},
    ]
    assert len(change["text"]) == 1


def test_an_article_that_never_changed_has_none(run: Run, corrected: str) -> None:
    other = str(int(corrected) - 1)
    assert run("show", other, "--changes", "--json").json == []
    assert run("show", other, "--changes").out == "Van dit bericht is geen eerdere versie bewaard.\n"
    assert run("show", "404", "--changes").status == 1


def test_a_list_marks_what_changed_and_printing_it_leaves_the_mark(run: Run, corrected: str) -> None:
    run("show", corrected, "--changes")
    (line,) = [line for line in run("list").out.splitlines() if "Brand" in line]
    assert line.startswith(f"{corrected:>7}   ~ ")
    changed = {row["id"]: row["changed"] for row in run("list", "--json").json}
    assert changed.pop(int(corrected))
    assert set(changed.values()) == {False}
