"""The first run: which webmail? Asked once, answered by keys."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.terminal.conftest import Open

TITLE = "Kies je webmail"


def chosen(tmp_path: Path) -> str:
    path = tmp_path / "config" / "newsreader" / "settings.toml"
    return path.read_text(encoding="utf-8") if path.exists() else ""


@pytest.mark.parametrize(
    ("keys", "webmail"),
    [
        (["enter"], "zeelandnet"),
        (["1"], "zeelandnet"),
        (["2"], "delta"),
        (["tab", "enter"], "delta"),
        (["right", "enter"], "delta"),
        (["down", "up", "enter"], "zeelandnet"),
        (["left", "space"], "delta"),
    ],
)
def test_a_choice_is_kept_and_not_asked_again(
    open_terminal: Open, tmp_path: Path, keys: list[str], webmail: str
) -> None:
    terminal = open_terminal()
    terminal.shows(TITLE, "Omdat ZeelandNet ook DELTA webmail", "ZeelandNet", "DELTA")
    terminal.press(*keys)
    terminal.shows_not(TITLE)
    terminal.quit()
    assert f'webmail = "{webmail}"' in chosen(tmp_path)
    again = open_terminal()
    again.shows("Al het nieuws", "Proefeditie")
    assert TITLE not in again.text
    again.quit()


def test_nothing_but_an_answer_closes_it(open_terminal: Open, tmp_path: Path) -> None:
    terminal = open_terminal()
    terminal.shows(TITLE)
    terminal.settle()
    terminal.press("escape")
    terminal.settle()
    terminal.press("ctrl+p", "q", "/", "x")
    terminal.settle()
    assert TITLE in terminal.text
    assert "Zoek een opdracht" not in terminal.text
    terminal.quit()
    assert chosen(tmp_path) == ""
    again = open_terminal()
    again.shows(TITLE)
    again.quit()


def test_it_speaks_english_where_the_screen_does(open_terminal: Open) -> None:
    terminal = open_terminal("--demo", "--lang", "en")
    terminal.shows("Choose your webmail", "ZeelandNet", "DELTA")
    terminal.quit()
