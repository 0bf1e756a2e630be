"""`[source.<id>]` in the settings file: read, checked value by value, and changed with its comments kept."""

from __future__ import annotations

from pathlib import Path

import pytest

from newsreader.model.notice import NoticeKind
from newsreader.settings import load, save
from newsreader.settings.sources import SourceSettings

WHOLE = """
keep_tracking = true

[source.nos]
name = "NOS"  # korter
section = "Binnenland"
interval = 30
full_text = true
user_agent = "lezer/2"
login = "basic"
proxy = "http://127.0.0.1:8080"
keep = 200
stories = false

[source.nos.headers]
X-Sleutel = "abc"
"""


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "settings.toml"


def test_everything_that_can_be_set_for_a_source(path: Path) -> None:
    path.write_text(WHOLE)
    loaded = load(path)
    assert (loaded.notices, loaded.settings.keep_tracking) == ((), True)
    assert loaded.settings.of_source("nos") == SourceSettings(
        "NOS",
        "Binnenland",
        30,
        True,
        "lezer/2",
        {"X-Sleutel": "abc"},
        "basic",
        "http://127.0.0.1:8080",
        200,
        stories=False,
    )
    assert loaded.settings.of_source("ander") == SourceSettings()


@pytest.mark.parametrize(
    "line",
    [
        "interval = -1",
        "interval = true",
        "full_text = 1",
        "stories = 0",
        'login = "digest"',
        'proxy = "socks"',
        'proxy = "http://proxy.example:abc"',
        'proxy = "http://proxy.example:99999"',
        'user_agent = "a\\r\\nX-Y: z"',
        'headers = { "X-A" = "a\\nb" }',
        'headers = { "X A" = "b" }',
        'headers = { "X-A" = 1 }',
        'headers = "X-A: b"',
        "keep = 1.5",
    ],
)
def test_what_is_not_allowed_is_named_and_does_not_hold(path: Path, line: str) -> None:
    path.write_text(f"[source.nos]\nsection = 'Sport'\n{line}\n")
    (notice,) = load(path).notices
    name = line.partition(" ")[0]
    assert (notice.kind, notice.key) == (NoticeKind.SETTINGS_VALUE, f"source.nos.{name}")
    assert load(path).settings.of_source("nos") == SourceSettings(section="Sport")


def test_an_unknown_key_is_named_with_the_nearest(path: Path) -> None:
    path.write_text("[source.nos]\nintervall = 3\n")
    (notice,) = load(path).notices
    assert (notice.key, notice.hint) == ("source.nos.intervall", "source.nos.interval")


@pytest.mark.parametrize("text", ["source = 3", "[source]\nnos = 3"])
def test_a_source_that_is_no_table_is_named(path: Path, text: str) -> None:
    path.write_text(text)
    assert [notice.kind for notice in load(path).notices] == [NoticeKind.SETTINGS_VALUE]
    assert load(path).settings.source == {}


def test_a_change_keeps_comments_and_the_other_values(path: Path) -> None:
    path.write_text(WHOLE)
    assert save(path, {"source": {"nos": {"interval": 60}, "nu": {"keep": 5}}}) is None
    assert '"NOS"  # korter' in path.read_text()
    settings = load(path).settings
    assert (settings.of_source("nos").interval, settings.of_source("nos").name) == (60, "NOS")
    assert settings.of_source("nos").headers == {"X-Sleutel": "abc"}
    assert settings.of_source("nu") == SourceSettings(keep=5)


@pytest.mark.parametrize(
    "text",
    [
        '[source.a]\nkeep = 3  # blijft\n[source.a.headers]\nX-Een = "1"  # blijft\nX-Twee = "2"\n',
        '[source.a]\nkeep = 3  # blijft\nheaders = { X-Een = "1", X-Twee = "2" }\n',
        'source = { a = { keep = 3, headers = { X-Een = "1", X-Twee = "2" } } } # blijft\n',
        "[source.a]\nkeep = 3  # blijft\n",
    ],
    ids=["table", "inline", "all inline", "none"],
)
def test_headers_are_replaced_as_a_whole(path: Path, text: str) -> None:
    path.write_text(text)
    for headers in ({"X-Een": "1"}, {"X-Drie": "3", "X-Vier": "4"}, {"X-Vier": "5"}, {}):
        assert save(path, {"source": {"a": {"headers": headers}}}) is None
        assert load(path).settings.of_source("a") == SourceSettings(headers=headers, keep=3)
        assert "blijft" in path.read_text()
    assert "X-" not in path.read_text()
