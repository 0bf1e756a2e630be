"""Addresses are opened by a browser, and by nothing else."""

from __future__ import annotations

import sys
import webbrowser
from pathlib import Path

import pytest

from newsreader.outside.browser import needs_terminal, opens, opens_apart

REFUSED = [
    "",
    "file:///etc/passwd",
    "javascript:alert(1)",
    "/bin/sh",
    "--version",
    "ftp://x.example/",
    "data:text/html,x",
]


@pytest.fixture
def log(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where a browser that stands in for the system's notes its arguments, in front of the terminal."""
    log, script = tmp_path / "log", tmp_path / "browser"
    script.write_text(f"#!{sys.executable}\nimport sys\nopen({str(log)!r}, 'a').write(repr(sys.argv[1:]))\n")
    script.chmod(0o755)
    monkeypatch.setenv("BROWSER", f"{script} %s")
    monkeypatch.setattr(webbrowser, "_tryorder", None)
    monkeypatch.setattr(webbrowser, "_browsers", {})
    return log


@pytest.mark.parametrize("url", ["https://x.example/?a=1&b=$(id)`id`;id|id 'x'", "mailto:jo@x.example"])
def test_an_address_is_one_argument_and_no_shell_sees_it(log: Path, url: str) -> None:
    assert opens(url)
    assert log.read_text() == repr([url])
    assert opens_apart(url)
    assert log.read_text() == repr([url]) * 2


@pytest.mark.parametrize("url", REFUSED)
def test_what_is_not_of_the_web_is_refused(log: Path, url: str) -> None:
    assert not opens(url)
    assert not opens_apart(url)
    assert not log.exists()


def test_a_browser_that_does_not_exist_is_a_no(log: Path) -> None:
    assert not opens("https://x.example/", "bestaat-niet")
    assert not opens_apart("https://x.example/", "bestaat-niet")
    assert not needs_terminal("bestaat-niet")
    assert not log.exists()


def test_a_browser_that_fails_is_a_no(log: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("BROWSER", "false %s")
    assert not opens_apart("https://x.example/")


def test_only_one_in_front_needs_the_terminal(log: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert needs_terminal()
    monkeypatch.setattr(webbrowser, "_tryorder", None)
    monkeypatch.setattr(webbrowser, "_browsers", {})
    monkeypatch.setenv("BROWSER", "true %s &")
    assert not needs_terminal()


def test_a_browser_or_address_that_cannot_be_read_is_a_no(log: Path) -> None:
    for browser in ("firefox %s '", "'"):
        assert not opens("https://x.example/", browser)
        assert not needs_terminal(browser)
    for address in ("https://[", "https://x.example/\0"):
        assert not opens(address)
        assert not opens_apart(address)
    assert not log.exists()
