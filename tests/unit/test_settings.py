"""Loading the settings file: what it says, and everything that can be wrong with it."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsreader.model.notice import Notice, NoticeKind
from newsreader.settings import WEBMAILS, Settings, load, none_of
from newsreader.settings.check import KEYS, understand


def day() -> datetime:
    return datetime(2026, 1, 5, 12, tzinfo=UTC)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "settings.toml"


def test_without_a_file_the_defaults_hold_and_nothing_is_said(path: Path) -> None:
    loaded = load(path)
    assert loaded.settings == Settings()
    assert loaded.notices == ()
    assert loaded.writable
    assert not path.exists()


def test_everything_that_can_be_set(path: Path) -> None:
    path.write_text(
        """
        version = 1
        language = "en"
        webmail = "delta"
        theme = "krant-light"
        refresh_minutes = 0
        keep_days = 7
        browser = "firefox"
        player = "mpv --title='{title}' {url}"
        download_folder = "~/Podcasts"
        pictures = "always"
        picture_protocol = "sixel"
        picture_cache = 0
        stories = false
        story_read = "all"
        source_preference = ["nos", "omroep-zeeland"]
        [webmail_addresses]
        delta = "https://post.example.nl/"
        [keys]
        save = "s"
        refresh = ["r", "f5"]
        """
    )
    loaded = load(path)
    assert loaded.notices == ()
    assert loaded.settings == Settings(
        language="en",
        webmail="delta",
        theme="krant-light",
        refresh_minutes=0,
        keep_days=7,
        browser="firefox",
        player="mpv --title='{title}' {url}",
        download_folder="~/Podcasts",
        pictures="always",
        picture_protocol="sixel",
        picture_cache=0,
        stories=False,
        story_read="all",
        source_preference=("nos", "omroep-zeeland"),
        webmail_addresses={"zeelandnet": WEBMAILS["zeelandnet"], "delta": "https://post.example.nl/"},
        keys={"save": ("s",), "refresh": ("r", "f5")},
    )


@pytest.mark.parametrize(
    ("line", "key"),
    [
        ('language = "fr"', "language"),
        ('player = "mpv \'x"', "player"),
        ("player = 7", "player"),
        ('download_folder = "a\\u0000b"', "download_folder"),
        ("language = 1", "language"),
        ("stories = 1", "stories"),
        ('story_read = "some"', "story_read"),
        ("source_preference = [1]", "source_preference"),
        ('webmail = "gmail"', "webmail"),
        ("theme = []", "theme"),
        ('refresh_minutes = "15"', "refresh_minutes"),
        ("refresh_minutes = true", "refresh_minutes"),
        ("refresh_minutes = -1", "refresh_minutes"),
        ("keep_days = 1.5", "keep_days"),
        ("keep_days = 99999999", "keep_days"),
        ("webmail_addresses = 1", "webmail_addresses"),
        ('webmail_addresses.delta = "javascript:alert(1)"', "webmail_addresses.delta"),
        ('webmail_addresses.delta = "https://["', "webmail_addresses.delta"),
        ("keys = []", "keys"),
        ("keys.save = 3", "keys.save"),
        ('keys.save = ["s", 3]', "keys.save"),
        ('webmail_addresses.delta = "https://x.example:abc/"', "webmail_addresses.delta"),
    ],
)
def test_a_value_that_is_not_allowed_is_named_and_its_default_holds(path: Path, line: str, key: str) -> None:
    path.write_text(line)
    loaded = load(path)
    assert [(notice.kind, notice.key) for notice in loaded.notices] == [(NoticeKind.SETTINGS_VALUE, key)]
    assert loaded.notices[0].detail
    assert loaded.notices[0].hint
    assert loaded.settings == Settings()
    assert loaded.writable
    assert path.read_text() == line


def test_a_bad_value_leaves_the_others_alone(path: Path) -> None:
    path.write_text('keep_days = "x"\nwebmail = "delta"\nkeys.save = 3\nkeys.undo = "z"')
    loaded = load(path)
    assert loaded.settings == Settings(webmail="delta", keys={"undo": ("z",)})


@pytest.mark.parametrize(
    ("line", "key", "nearest"),
    [
        ('webmial = "delta"', "webmial", "webmail"),
        ("refresh_minute = 3", "refresh_minute", "refresh_minutes"),
        ("qqqq = 3", "qqqq", ""),
        ("keys_xxxxxxxxxxxxxxxx = 3", "keys_xxxxxxxxxxxxxxxx", ""),
        (
            'webmail_addresses.dleta = "https://x.example/"',
            "webmail_addresses.dleta",
            "webmail_addresses.delta",
        ),
    ],
)
def test_an_unknown_key_is_named_with_the_nearest_right_one(
    path: Path, line: str, key: str, nearest: str
) -> None:
    path.write_text(line)
    assert load(path).notices == (Notice(NoticeKind.SETTINGS_UNKNOWN, str(path), key=key, hint=nearest),)


@pytest.mark.parametrize(
    "text", ["webmail = ", "[keys\n", "a = 1\na = 2", "x = " + "9" * 5000, "x = " + "[" * 5000]
)
def test_a_damaged_file_is_moved_aside_under_a_name_of_its_own(path: Path, text: str) -> None:
    for number in ("", "-2", "-3"):
        path.write_text(text)
        loaded = load(path, day)
        aside = path.with_name(f"settings.toml.bad-2026-01-05{number}")
        assert loaded.notices == (Notice(NoticeKind.SETTINGS_DAMAGED, str(path), hint=str(aside)),)
        assert loaded.settings == Settings()
        assert loaded.writable
        assert aside.read_text() == text
        assert not path.exists()


def test_a_directory_is_left_alone_and_choices_hold_for_the_session(path: Path) -> None:
    path.mkdir()
    loaded = load(path)
    assert [notice.kind for notice in loaded.notices] == [NoticeKind.SETTINGS_NOT_A_FILE]
    assert not loaded.writable
    assert path.is_dir()


def test_a_ring_of_links_is_unreadable(path: Path) -> None:
    path.symlink_to(path)
    loaded = load(path)
    assert [notice.kind for notice in loaded.notices] == [NoticeKind.SETTINGS_UNREADABLE]
    assert loaded.notices[0].detail
    assert not loaded.writable


def test_a_file_in_another_encoding_is_left_alone(path: Path) -> None:
    path.write_bytes('theme = "café"'.encode("latin-1"))
    loaded = load(path)
    assert [notice.kind for notice in loaded.notices] == [NoticeKind.SETTINGS_NOT_TEXT]
    assert not loaded.writable
    assert path.read_bytes().decode("latin-1") == 'theme = "café"'


def test_a_byte_order_mark_is_no_damage(path: Path) -> None:
    path.write_bytes(b'\xef\xbb\xbfwebmail = "delta"')
    assert load(path).settings.webmail == "delta"


@pytest.mark.parametrize("version", ["2", '"next"'])
def test_of_a_newer_file_what_is_known_holds_and_nothing_is_written(path: Path, version: str) -> None:
    path.write_text(f'version = {version}\nwebmail = "delta"\nnovelty = 1')
    loaded = load(path)
    assert [notice.kind for notice in loaded.notices] == [NoticeKind.SETTINGS_FUTURE]
    assert loaded.settings.webmail == "delta"
    assert not loaded.writable


def test_a_read_only_file_is_read(path: Path) -> None:
    path.write_text('webmail = "delta"')
    path.chmod(0o400)
    loaded = load(path)
    assert loaded.settings.webmail == "delta"
    assert loaded.notices == ()
    assert not loaded.writable


VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner, max_size=3),
    max_leaves=8,
)


@given(st.dictionaries(st.sampled_from(KEYS) | st.text(max_size=12), VALUES, max_size=6))
def test_no_document_is_misunderstood(document: dict[str, object]) -> None:
    settings, notices = understand(document, "x")
    assert settings.language in ("auto", "nl", "en")
    assert settings.webmail in ("", *WEBMAILS)
    assert set(settings.webmail_addresses) == set(WEBMAILS)
    assert 0 <= settings.refresh_minutes <= 10_080
    assert {notice.key for notice in notices} >= set(document) - set(KEYS)


@pytest.mark.parametrize(("value", "hint"), [("nrod", '"nord"'), ("qqqq", '"dracula" | "nord"')])
def test_a_value_that_only_others_can_judge_is_named_with_what_is_near(value: str, hint: str) -> None:
    notice = none_of("/x/settings.toml", "theme", value, {"nord", "dracula"})
    assert notice == Notice(NoticeKind.SETTINGS_VALUE, "/x/settings.toml", "theme", repr(value), hint)
