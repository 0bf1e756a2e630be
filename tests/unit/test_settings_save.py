"""Saving the settings: nothing of the reader's own is lost, and the file is whole at every moment."""

from __future__ import annotations

import os
import stat
import tomllib
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsreader.model.notice import NoticeKind
from newsreader.settings import load, save
from newsreader.settings.edit import edited


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "config" / "settings.toml"


def write(path: Path, text: str) -> None:
    path.parent.mkdir(exist_ok=True)
    path.write_text(text)


def test_the_first_choice_makes_a_private_file_in_a_private_folder(path: Path) -> None:
    assert save(path, {"webmail": "delta"}) is None
    assert load(path).settings.webmail == "delta"
    assert tomllib.loads(path.read_text())["version"] == 1
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert stat.S_IMODE(path.parent.stat().st_mode) == 0o700
    assert [entry.name for entry in path.parent.iterdir()] == [path.name]


def test_comments_order_unknown_keys_and_bad_values_survive(path: Path) -> None:
    write(
        path,
        '# mine\nkeep_days = "x"  # why\nwebmail = "zeelandnet" # home\n\n'
        'novelty = 1\n[keys] # k\nundo = "z"\n',
    )
    assert save(path, {"webmail": "delta", "theme": "krant-dark", "keys": {"save": ("s", "f2")}}) is None
    text = path.read_text()
    for kept in ("# mine", 'keep_days = "x"  # why', 'webmail = "delta" # home', "novelty = 1", "[keys] # k"):
        assert kept in text
    assert tomllib.loads(text) == {
        "keep_days": "x",
        "webmail": "delta",
        "novelty": 1,
        "theme": "krant-dark",
        "keys": {"undo": "z", "save": ["s", "f2"]},
    }


def test_what_another_wrote_in_between_is_kept(path: Path) -> None:
    save(path, {"webmail": "delta"})
    load(path)
    write(path, path.read_text() + 'theme = "krant-light"\n')
    assert save(path, {"keep_days": 7}) is None
    settings = load(path).settings
    assert (settings.webmail, settings.theme, settings.keep_days) == ("delta", "krant-light", 7)


def test_a_link_keeps_pointing_at_the_file_that_is_changed(path: Path, tmp_path: Path) -> None:
    real = tmp_path / "dotfiles.toml"
    real.write_text("# here\n")
    path.parent.mkdir()
    path.symlink_to(real)
    assert save(path, {"webmail": "delta"}) is None
    assert path.is_symlink()
    assert "# here" in real.read_text()
    assert load(path).settings.webmail == "delta"


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        (b"webmail = ", NoticeKind.SETTINGS_STUCK),
        (b'theme = "\xff"', NoticeKind.SETTINGS_NOT_TEXT),
        (b"version = 2", NoticeKind.SETTINGS_FUTURE),
    ],
)
def test_a_file_that_cannot_be_changed_safely_is_not_changed(
    path: Path, text: bytes, kind: NoticeKind
) -> None:
    path.parent.mkdir()
    path.write_bytes(text)
    notice = save(path, {"webmail": "delta"})
    assert notice is not None
    assert (notice.kind, notice.path) == (kind, str(path))
    assert path.read_bytes() == text


def test_a_read_only_file_is_not_replaced(path: Path) -> None:
    write(path, "")
    path.chmod(0o400)
    notice = save(path, {"webmail": "delta"})
    assert notice is not None
    assert notice.kind is NoticeKind.SETTINGS_READ_ONLY
    assert path.read_text() == ""


def test_a_folder_that_cannot_be_made_is_a_notice(tmp_path: Path) -> None:
    (tmp_path / "config").write_text("a file where the folder should be")
    notice = save(tmp_path / "config" / "settings.toml", {"webmail": "delta"})
    assert notice is not None
    assert notice.kind in (NoticeKind.SETTINGS_NOT_SAVED, NoticeKind.SETTINGS_UNREADABLE)
    assert notice.detail


def test_when_writing_fails_the_old_file_stands_and_nothing_is_left_behind(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write(path, "keep_days = 7\n")

    def full(_: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    notice = save(path, {"webmail": "delta"})
    assert notice is not None
    assert notice.kind is NoticeKind.SETTINGS_NO_ROOM
    assert path.read_text() == "keep_days = 7\n"
    assert [entry.name for entry in path.parent.iterdir()] == [path.name]


WORDS = st.text(st.characters(exclude_categories=["Cs"]), max_size=12)


@given(
    st.dictionaries(st.sampled_from(["theme", "browser", "novelty"]), WORDS),
    st.dictionaries(WORDS, st.lists(WORDS, max_size=3).map(tuple), max_size=3),
)
def test_an_edit_changes_what_it_should_and_nothing_else(
    plain: dict[str, str], keys: dict[str, tuple[str, ...]]
) -> None:
    before = (
        '# top\nversion = 1\nkeep_days = 7 # days\n[webmail_addresses]\ndelta = "https://x.example/" # d\n'
    )
    after = edited(before, {**plain, "keys": keys})
    expected = {**tomllib.loads(before), **plain, "keys": {name: list(value) for name, value in keys.items()}}
    assert tomllib.loads(after) == expected
    assert all(comment in after for comment in ("# top", "# days", "# d"))
