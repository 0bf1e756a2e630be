"""`list` and `search`."""

from __future__ import annotations

from array import array
from datetime import datetime
from typing import Any

import pytest

from newsreader.model import Scope
from newsreader.store import Store
from tests.cli.conftest import Run

FIELDS = [
    "id",
    "title",
    "url",
    "source",
    "section",
    "published",
    "first_seen",
    "age",
    "summary",
    "read",
    "saved",
    "changed",
    "whole",
]


def test_an_empty_store_says_how_to_fill_it(run: Run) -> None:
    ran = run("list")
    assert ran.status == 0
    assert "newsreader refresh" in ran.out
    assert run("list", "--json").json == []


def test_an_article_in_json_has_exactly_these_fields(run: Run, stored: datetime) -> None:
    newest, molen, bridge = run("list", "--json").json
    assert [list(row) for row in (newest, molen, bridge)] == [FIELDS] * 3
    assert molen["title"] == "Molen draait weer"
    assert molen["source"] == "Molenpost"
    assert molen["age"] == "33 minuten geleden"
    assert datetime.fromisoformat(molen["published"]) < stored
    assert datetime.fromisoformat(molen["first_seen"]) == stored
    assert molen["read"] is False
    assert newest["published"] is None
    assert newest["read"] is True
    assert bridge["age"] == "1 uur geleden"
    assert bridge["saved"] is True


@pytest.mark.parametrize(
    ("options", "titles"),
    [
        ([], ["Koers", "Molen", "Brug"]),
        (["--limit", "1"], ["Koers"]),
        (["--unread"], ["Molen", "Brug"]),
        (["--saved"], ["Brug"]),
        (["--section", "Sport"], ["Koers"]),
        (["--section", "zeeland", "--saved"], ["Brug"]),
        (["--source", "molenpost"], ["Molen", "Brug"]),
        (["--source", "Molenpost", "--limit", "1"], ["Molen"]),
        (["--source", "molenpost", "--section", "Sport"], []),
        (["--source", "molenpost", "--saved", "--unread"], ["Brug"]),
    ],
)
def test_options_narrow_the_list_together(
    run: Run, stored: datetime, options: list[str], titles: list[str]
) -> None:
    assert [row["title"].split()[0] for row in run("list", *options, "--json").json] == titles


def test_a_plain_list_reads_no_more_than_it_shows(
    run: Run, stored: datetime, monkeypatch: pytest.MonkeyPatch
) -> None:
    everything = Store.ids

    def some(store: Store, scope: Scope, limit: int, **how: Any) -> array[int]:
        return everything(store, scope, limit, **how)

    monkeypatch.setattr(Store, "ids", some)
    for options in ([], ["--saved"], ["--unread"], ["--section", "Sport"], ["--source", "molenpost"]):
        assert run("list", *options, "--json").status == 0


def test_plain_lines_hold_number_age_title_and_source(run: Run, stored: datetime) -> None:
    lines = run("list").out.splitlines()
    number = run("list", "--json").json[1]["id"]
    assert len(lines) == 3
    assert lines[1].split()[0] == str(number)
    assert "33 minuten geleden" in lines[1]
    assert lines[1].endswith("Molen draait weer · Molenpost")


def test_no_control_character_of_a_publisher_is_printed(run: Run, stored: datetime) -> None:
    for ran in (run("list"), run("list", "--json"), run("search", "brug"), run("search", "brug", "--json")):
        assert "dicht" in ran.out
        assert "\x1b" not in ran.out


@pytest.mark.parametrize(
    ("option", "name", "nearest"),
    [("--section", "Zeelnad", "Zeeland"), ("--source", "molenpots", "molenpost")],
)
def test_an_unknown_name_is_wrong_use_and_gets_the_nearest(
    run: Run, stored: datetime, option: str, name: str, nearest: str
) -> None:
    ran = run("list", option, name)
    assert (ran.status, ran.out) == (2, "")
    assert ran.err.count("\n") == 1
    assert name in ran.err
    assert f"“{nearest}”" in ran.err


def test_search_finds_words_with_the_place_where_they_stand(run: Run, stored: datetime) -> None:
    (hit,) = run("search", "molen", "draai", "--json").json
    assert list(hit) == [*FIELDS, "snippet"]
    assert hit["title"] == "Molen draait weer"
    assert "Molen draait weer" in run("search", "molen").out


def test_search_without_hits_says_so(run: Run, stored: datetime) -> None:
    assert run("search", "kameel", "--json").json == []
    ran = run("search", "kameel")
    assert (ran.status, "kameel" in ran.out) == (0, True)


def test_the_language_is_an_option_before_the_command(run: Run, stored: datetime) -> None:
    assert run("--lang", "en", "list", "--json").json[1]["age"] == "33 minutes ago"
