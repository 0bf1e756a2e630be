"""`webmail` and `paths`, and the settings file as the commands meet it."""

from __future__ import annotations

import webbrowser
from pathlib import Path

import pytest

from newsreader.outside.browser import opens
from tests.cli.conftest import Run


class Browser(webbrowser.BaseBrowser):
    """Notes what it was asked to open."""

    opened: list[str]

    def __init__(self) -> None:
        super().__init__("nep")
        self.opened = []

    def open(self, url: str, new: int = 0, autoraise: bool = True) -> bool:
        self.opened.append(url)
        return True


@pytest.fixture
def browser(monkeypatch: pytest.MonkeyPatch) -> Browser:
    """The only browser there is."""
    browser = Browser()

    def get(name: str | None = None) -> Browser:
        if name not in (None, "nep"):
            raise webbrowser.Error(name)
        return browser

    monkeypatch.setattr(webbrowser, "get", get)
    return browser


def test_nothing_is_chosen_at_first(run: Run) -> None:
    for ran in (run("webmail"), run("webmail", "open")):
        assert (ran.status, ran.out) == (1, "")
        assert "newsreader webmail zeelandnet" in ran.err


def test_a_choice_is_kept_and_printed(run: Run) -> None:
    assert run("webmail", "delta").status == 0
    assert run("webmail").out == "delta\n"
    assert run("webmail", "zeelandnet").status == 0
    assert run("webmail").out == "zeelandnet\n"


def test_the_option_holds_for_one_run(run: Run) -> None:
    assert run("--webmail", "delta", "webmail").out == "delta\n"
    assert run("webmail").status == 1


def test_open_opens_the_address_of_the_settings(run: Run, browser: Browser, tmp_path: Path) -> None:
    run("webmail", "delta")
    settings = tmp_path / "config" / "settings.toml"
    settings.write_text(settings.read_text() + '[webmail_addresses]\ndelta = "https://post.example/"\n')
    assert "https://post.example/" in run("webmail", "open").out
    assert browser.opened == ["https://post.example/"]


def test_without_a_browser_the_address_is_told(run: Run, browser: Browser, tmp_path: Path) -> None:
    run("webmail", "delta")
    settings = tmp_path / "config" / "settings.toml"
    settings.write_text('webmail = "delta"\nbrowser = "bestaat-niet"\n')
    ran = run("webmail", "open")
    assert (ran.status, ran.out) == (1, "")
    assert "https://webmail.delta.nl/" in ran.err


@pytest.mark.parametrize("address", ["javascript:alert(1)", "file:///etc/passwd", "-x", "", "HTTP"])
def test_only_web_and_mail_addresses_are_opened(browser: Browser, address: str) -> None:
    assert not opens(address)
    assert opens("mailto:redactie@molen.example")
    assert browser.opened == ["mailto:redactie@molen.example"]


def test_paths_names_both_files(run: Run, tmp_path: Path) -> None:
    out = run("paths").out
    assert str(tmp_path / "config" / "settings.toml") in out
    assert str(tmp_path / "data" / "news.db") in out
    assert not (tmp_path / "data").exists()


@pytest.mark.parametrize(("words", "status"), [(["list"], 0), (["--help"], 0), (["lsit"], 2), ([], 2)])
def test_a_damaged_settings_file_is_always_told_and_the_command_goes_on(
    run: Run, tmp_path: Path, words: list[str], status: int
) -> None:
    settings = tmp_path / "config" / "settings.toml"
    settings.parent.mkdir()
    settings.write_text("webmail = ")
    ran = run(*words)
    assert ran.status == status
    assert "settings.toml.bad-" in ran.err
    assert [file.read_text() for file in settings.parent.iterdir()] == ["webmail = "]


def test_the_setting_chooses_the_language(run: Run, tmp_path: Path) -> None:
    (tmp_path / "config").mkdir()
    (tmp_path / "config" / "settings.toml").write_text('language = "en"')
    assert "Nothing here" in run("list").out
    assert "Hier staat" in run("--lang", "nl", "list").out
