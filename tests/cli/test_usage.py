"""Help and wrong use."""

from __future__ import annotations

from datetime import datetime
from itertools import chain, permutations
from pathlib import Path

import pytest

from newsreader import __version__
from newsreader.cli import main
from newsreader.cli.arguments import parser
from newsreader.cli.early import Early, early
from newsreader.words import usage
from tests.cli.conftest import Run

COMMANDS = [
    "refresh",
    "list",
    "show",
    "related",
    "download",
    "read",
    "search",
    "stories",
    "sources",
    "import",
    "export",
    "export-edition",
    "backup",
    "restore",
    "doctor",
    "webmail",
    "paths",
    "parse",
]


def test_help_is_dutch_and_names_every_command(run: Run) -> None:
    ran = run("--help")
    assert ran.status == 0
    assert ran.out.startswith("gebruik: newsreader ")
    listed = [line.split()[0] for line in ran.out.splitlines() if line.startswith("    ") and line[4] != " "]
    assert listed == COMMANDS


@pytest.mark.parametrize("command", [*COMMANDS, "sources add"])
@pytest.mark.parametrize(("language", "usage"), [("nl", "gebruik: "), ("en", "usage: ")])
def test_every_command_has_its_help_in_both_languages(
    run: Run, command: str, language: str, usage: str
) -> None:
    ran = run("--lang", language, *command.split(), "--help")
    assert ran.status == 0
    assert ran.out.startswith(f"{usage}newsreader {command}")
    foreign = {
        "nl": ("show this help", "options:", "usage:"),
        "en": ("toon deze hulp", "opties:", "gebruik:"),
    }
    assert not any(word in ran.out for word in foreign[language])


def test_version(run: Run) -> None:
    assert run("--version").out == f"newsreader {__version__}\n"


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["lsit"], "OPDRACHT kan niet 'lsit' zijn"),
        (["show"], "er ontbreekt: ID"),
        (["show", "x"], "“x” is geen heel getal van 1 of meer"),
        (["list", "--limit", "0"], "“0” is geen heel getal van 1 of meer"),
        (["list", "--limit"], "bij --limit hoort een waarde"),
        (["list", "--bogus"], "onbekend: --bogus"),
        (["list", ""], "onbekend:"),
        (["list", "--lim", "3"], "onbekend: --lim 3"),
        (["webmail", "gmail"], "kan niet 'gmail' zijn"),
        (["--webmail", "gmail"], "--webmail kan niet 'gmail' zijn"),
        (["--lang", "fr", "list"], "--lang kan niet 'fr' zijn"),
        (["--config-dir"], "bij --config-dir hoort een waarde"),
        (["sources", "add"], "er ontbreekt: URL"),
        (["search"], "er ontbreekt: WORDS"),
        (["parse"], "er ontbreekt: FILE-or-URL"),
        (["import"], "er ontbreekt: FILE.opml"),
    ],
)
def test_wrong_use_is_one_line_in_dutch_with_status_2(run: Run, words: list[str], said: str) -> None:
    ran = run(*words)
    assert (ran.status, ran.out) == (2, "")
    assert ran.err.startswith("newsreader: ")
    assert said in ran.err
    assert ran.err.count("\n") == 1
    assert "--help”" in ran.err


OPTIONS = [["--demo"], ["--webmail", "delta"], ["--lang=en"], ["--config-dir", "c"], ["--data-dir", "d"]]


def test_the_options_are_known_early_in_any_order() -> None:
    grammar = parser(usage.NL)
    for order in permutations(OPTIONS):
        argv = [*chain(*order), "search", "--", "--demo"]
        assert early(argv) == Early(True, "delta", "en", Path("c"), Path("d"))
        whole = grammar.parse_args(argv)
        assert (whole.demo, whole.lang, whole.config_dir, whole.data_dir) == (
            True,
            "en",
            Path("c"),
            Path("d"),
        )


def test_what_stands_after_the_command_is_the_commands() -> None:
    assert early(["search", "--demo", "--lang", "en"]) == Early()


ALONE = ("--demo", "--plain", "--lang=en", "--webmail=delta")


@pytest.mark.parametrize("argv", [[], ["--plain"], *map(list, permutations(ALONE))])
def test_options_alone_open_the_screen_as_the_whole_grammar_would(argv: list[str]) -> None:
    known, whole = early(argv), parser(usage.NL).parse_args(argv)
    assert known.alone
    assert (None, known.demo, known.plain, known.webmail, known.lang) == (
        whole.command,
        whole.demo,
        whole.plain,
        whole.webmail_option,
        whole.lang,
    )


@pytest.mark.parametrize(
    "argv",
    [
        ["list"],
        ["-h"],
        ["--"],
        ["--version"],
        ["--demo=x"],
        ["--demo", "list"],
        ["--lang"],
        ["--lang=fr"],
        ["--lang", "--demo"],
        ["--webmail", "gmail"],
        ["--config-dir", "-x"],
        ["--onbekend", "--demo"],
    ],
)
def test_whatever_else_is_given_is_for_the_whole_grammar(argv: list[str]) -> None:
    assert not early(argv).alone


def test_without_a_terminal_the_screen_names_the_plain_commands(run: Run) -> None:
    ran = run()
    assert (ran.status, ran.out) == (2, "")
    assert ran.err.count("\n") == 1
    assert "newsreader refresh, list, show" in ran.err


def test_a_tilde_that_no_shell_has_seen_is_the_home_folder(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    assert main(["--config-dir=~/x", "--data-dir", "~/y", "paths"]) == 0
    out = capsys.readouterr().out
    assert str(tmp_path / "x" / "settings.toml") in out
    assert str(tmp_path / "y" / "news.db") in out
    assert str(tmp_path / "y" / "cache" / "pictures") in out
    assert "~" not in out


def test_what_is_wrong_with_the_settings_file_is_told_once(run: Run, tmp_path: Path) -> None:
    (tmp_path / "config" / "settings.toml").mkdir(parents=True)
    ran = run("webmail", "delta")
    assert (ran.status, ran.out, ran.err.count("\n")) == (1, "", 1)


@pytest.mark.parametrize("below", ["", "dieper/nog"])
def test_a_file_where_a_folder_has_to_be_is_told_in_words(run: Run, tmp_path: Path, below: str) -> None:
    (tmp_path / "data").write_text("")
    ran = run("--data-dir", tmp_path / "data" / below, "list")
    assert (ran.status, ran.out) == (1, "")
    assert ran.err.startswith(f"newsreader: {tmp_path / 'data'} is een bestand en geen map")


def test_a_name_like_no_other_gets_no_guess(run: Run, stored: datetime) -> None:
    assert run("list", "--source", "qqqq").err == "newsreader: er is geen bron “qqqq”.\n"
