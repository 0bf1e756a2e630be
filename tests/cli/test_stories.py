"""`newsreader stories`: the list, its JSON, and joining anew."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from newsreader import __version__
from newsreader.cli.since import moment
from newsreader.engine.stories import Stories
from newsreader.model import Source
from newsreader.store import Store
from newsreader.store.folding import Line
from newsreader.store.story_tables import StoryTables
from tests.cli.conftest import Run
from tests.store.drafts import draft

TEXT = (
    "De Sloebrug bij Vlissingen staat sinds vanochtend open en kan niet meer dicht door een defecte sensor."
    " Het verkeer moet omrijden via Middelburg, meldt beheerder Noordervaart."
)
NOW = datetime(2026, 3, 2, 12, tzinfo=UTC)


@pytest.fixture
def told(tmp_path: Path) -> None:
    """A store with one story of two sources, and an article by itself."""
    store = Store.open(tmp_path / "data" / "news.db")
    assert isinstance(store, Store)
    store.set_meta("catalogue", __version__).result()
    for name, title, text in (
        ("een", "Sloebrug bij Vlissingen kan niet dicht", TEXT),
        ("twee", "Verkeer moet uren omrijden", TEXT),
        ("drie", "Prijs van de oliebol stijgt", "De bakkers klagen over meel."),
    ):
        store.add_sources(
            [Source(name, name.title(), f"https://{name}.example/", section="Zeeland")]
        ).result()
        store.put_passing(name, [draft(name, title, text=text, age=60)], NOW).result()
    store.close()


def test_json_lists_every_story_and_text_those_of_more_than_one(run: Run, told: None) -> None:
    stories = run("stories", "--json").json
    assert [list(story) for story in stories] == [["id", "title", "articles", "first", "last"]] * 2
    assert sorted(len(story["articles"]) for story in stories) == [1, 2]
    two = next(story for story in stories if len(story["articles"]) == 2)
    assert [list(one) for one in two["articles"]] == [["id", "source", "title"]] * 2
    assert {one["source"] for one in two["articles"]} == {"Een", "Twee"}
    text = run("stories").out
    assert text.startswith("Sloebrug bij Vlissingen kan niet dicht · 2 bronnen · ")
    assert "oliebol" not in text


def test_since_and_limit(run: Run, told: None) -> None:
    assert len(run("stories", "--json", "--limit", "1").json) == 1
    assert run("stories", "--json", "--since", "1h").json == []
    assert len(run("stories", "--json", "--since", "2025-01-01").json) == 2
    for nothing in ("", "9999-12-31T23:59:59-12:00"):
        assert run("stories", "--since", nothing).status == 2
    ran = run("stories", "--since", "ooit")
    assert ran.status == 2
    assert "ooit" in ran.err


def test_why_is_told_with_what_is_related(run: Run, told: None) -> None:
    stories = run("stories", "--json").json
    first, second = next(story["articles"] for story in stories if len(story["articles"]) == 2)
    related = run("related", first["id"], "--json").json
    assert [(one["id"], one["why"], one["source"]) for one in related] == [
        (second["id"], "telling", "Twee"),
        (related[1]["id"], "section", "Drie"),
    ]
    assert run("related", first["id"]).out.startswith("Dezelfde tekst bij anderen:\n")


def test_only_what_is_asked_for_is_joined_and_what_waits_is_told(
    run: Run, told: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    ran = run("related", 3)
    assert ran.err == (
        "newsreader: 2 berichten zijn nog niet in verhalen ondergebracht;"
        " dat gebeurt terwijl de lezer openstaat\n"
    )
    monkeypatch.setattr(Stories.join_some, "__defaults__", ((), 1))
    ran = run("stories", "--json")
    assert [len(story["articles"]) for story in ran.json] == [1, 1]
    assert ran.err.startswith("newsreader: 1 bericht is nog niet ")
    assert run("stories").err == ""


def test_stories_are_read_some_at_a_time(run: Run, told: None, monkeypatch: pytest.MonkeyPatch) -> None:
    whole = run("stories", "--json").json
    asked: list[int] = []
    listed = StoryTables.listed

    def watched(tables: StoryTables, stories: Sequence[int]) -> dict[int, list[Line]]:
        asked.append(len(stories))
        return listed(tables, stories)

    monkeypatch.setattr(StoryTables, "listed", watched)
    monkeypatch.setattr("newsreader.engine.stories.AT_ONCE", 1)
    assert run("stories", "--json").json == whole
    assert asked == [1, 1]


def test_stories_of_another_formula_are_told_as_they_are(run: Run, told: None, tmp_path: Path) -> None:
    before = run("stories", "--json").json
    store = Store.open(tmp_path / "data" / "news.db")
    assert isinstance(store, Store)
    store.set_meta("stories_version", "another").result()
    store.close()
    assert run("stories", "--json").json == before


def test_joining_anew(run: Run, told: None) -> None:
    before = run("stories", "--json").json
    ran = run("stories", "rebuild")
    assert ran.out.endswith("3 berichten opnieuw in verhalen ondergebracht.\n")
    assert run("stories", "rebuild", "--json").json == {"joined": 3}
    after = run("stories", "--json").json
    assert [story["articles"] for story in after] == [story["articles"] for story in before]


def test_off_is_told(run: Run, told: None, tmp_path: Path) -> None:
    folder = tmp_path / "config"
    folder.mkdir(exist_ok=True)
    (folder / "settings.toml").write_text("stories = false\n")
    assert "stories = false" in run("stories").out


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("36h", NOW - timedelta(hours=36)),
        ("7d", NOW - timedelta(days=7)),
        ("2w", NOW - timedelta(days=14)),
        ("2026-03-01T12:00:00+00:00", NOW - timedelta(days=1)),
        ("gisteren", None),
        ("d", None),
        ("", None),
        ("999999999d", None),
        ("99999w", NOW - timedelta(days=36_500)),
        ("0001-01-01", datetime(1, 1, 1, tzinfo=UTC)),
    ],
)
def test_since(text: str, expected: datetime | None) -> None:
    assert moment(text, NOW) == expected
