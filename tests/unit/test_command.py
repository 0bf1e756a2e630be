"""Commands of the reader's own: split as a shell would, run by none, and never led astray by a value."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from newsreader.model import Problem, ProblemKind
from newsreader.outside import command, player
from newsreader.outside.command import Ran, arguments, run, start

PYTHON = sys.executable
VALUES = {"url": "https://e.nl/a?b=1&c=2", "title": "-rf $(ls); `x` \"y\" 'z'"}


@pytest.mark.parametrize(
    ("template", "words"),
    [
        ("mpv {url}", ["mpv", VALUES["url"]]),
        (
            "mpv --title='{title} ({url})' {url}",
            ["mpv", f"--title={VALUES['title']} ({VALUES['url']})", VALUES["url"]],
        ),
        ("say {title}", ["say", "\N{MINUS SIGN}" + VALUES["title"][1:]]),
        ("'{url}' x", ["{url}", "x"]),
        ('a "b c" d\\ e', ["a", "b c", "d e"]),
    ],
)
def test_every_value_is_one_argument_and_never_an_option_or_the_program(
    template: str, words: list[str]
) -> None:
    assert arguments(template, VALUES) == words


def test_what_the_template_leaves_out_comes_last() -> None:
    assert arguments("mpv -q", VALUES, last="url") == ["mpv", "-q", VALUES["url"]]
    assert arguments("mpv {url} -q", VALUES, last="url") == ["mpv", VALUES["url"], "-q"]


@pytest.mark.parametrize("template", ["", "  ", "mpv 'x", 'mpv "'])
def test_what_is_no_command_is_a_problem(template: str) -> None:
    found = arguments(template, VALUES)
    assert isinstance(found, Problem)
    assert found.kind is ProblemKind.COMMAND


async def test_a_program_reads_the_text_and_its_output_comes_back_clean() -> None:
    code = "import sys; t = sys.stdin.read(); print(t.upper(), len(t)); "
    code += "print('\\x1b[2J', file=sys.stderr); sys.exit(3)"
    ran = await run([PYTHON, "-uc", code], "een brug\n")
    assert ran == Ran(3, "EEN BRUG\n 9\n[2J\n")


async def test_a_program_that_reads_nothing_is_no_trouble() -> None:
    assert await run([PYTHON, "-c", "print('klaar')"], "x" * 5_000_000) == Ran(0, "klaar\n")


async def test_no_more_output_is_kept_than_is_of_use() -> None:
    ran = await run([PYTHON, "-c", "print('x' * 1_000_000)"], "")
    assert isinstance(ran, Ran)
    assert len(ran.output) == command.MOST


async def test_a_program_that_takes_too_long_is_ended(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(command, "LIMIT", 0.5)
    ran = await run([PYTHON, "-c", "import time; time.sleep(60)"], "")
    assert isinstance(ran, Problem)
    assert (ran.kind, ran.url) == (ProblemKind.PROGRAM, PYTHON)


async def test_a_program_that_is_not_there_is_a_problem(tmp_path: Path) -> None:
    name = str(tmp_path / "geen programma")
    for found in (await run([name], ""), start([name])):
        assert isinstance(found, Problem)
        assert (found.kind, found.url) == (ProblemKind.PROGRAM, name)
        assert found.detail


def test_a_program_that_fails_at_once_is_told_with_its_status() -> None:
    assert start([PYTHON, "-c", "raise SystemExit(4)"]) == Problem(ProblemKind.PROGRAM, PYTHON, "4")
    assert start([PYTHON, "-c", ""]) is None


@pytest.mark.parametrize(
    "url", ["file:///etc/passwd", "-rf", "javascript:x", "https:", "https://[", "mailto:a@b.nl"]
)
def test_only_the_web_is_played(url: str) -> None:
    found = player.play(url, "titel", "mpv")
    assert found is not None
    assert found.kind is ProblemKind.ADDRESS


def test_the_readers_own_player_is_given_the_address(tmp_path: Path) -> None:
    seen = tmp_path / "gezien"
    script = tmp_path / "speler"
    script.write_text(f"#!{PYTHON}\nimport sys\nopen({str(seen)!r}, 'w').write(repr(sys.argv[1:]))\n")
    script.chmod(0o755)
    assert player.play("https://e.nl/a.mp3", "--titel", f"{script} {{title}} -q") is None
    assert seen.read_text() == repr(["\N{MINUS SIGN}-titel", "-q", "https://e.nl/a.mp3"])
