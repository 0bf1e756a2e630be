"""What only a process of its own can show: imports, pipes, encodings, terminals, the sample edition."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from datetime import datetime
from pathlib import Path

import pytest

HEAVY = {
    "textual",
    "rich",
    "httpx",
    "aiohttp",
    "lxml",
    "selectolax",
    "babel",
    "apsw",
    "tomllib",
    "tomlkit",
    "asyncio",
}


def start(tmp_path: Path, *words: str, code: str = "", **environ: str) -> subprocess.Popen[str]:
    """A command on the folders of this test, found through XDG."""
    return subprocess.Popen(
        [sys.executable, *(("-c", code) if code else ("-m", "newsreader")), *words],
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        encoding="utf-8",
        env={
            **os.environ,
            "XDG_CONFIG_HOME": str(tmp_path / "xdg-config"),
            "XDG_DATA_HOME": str(tmp_path / "xdg-data"),
            "XDG_CACHE_HOME": str(tmp_path / "xdg-cache"),
            "LC_ALL": "C.UTF-8",
            **environ,
        },
    )


def finish(process: subprocess.Popen[str]) -> tuple[int, str, str]:
    """Status, output and errors."""
    out, err = process.communicate(timeout=60)
    return process.returncode, out, err


LOADED = """
import sys
from newsreader.cli import main
status = main()
print(*sorted({name.partition(".")[0] for name in sys.modules}), file=sys.stderr)
sys.exit(status)
"""


@pytest.mark.parametrize(
    ("words", "forbidden"),
    [
        (["--version"], HEAVY),
        (["--help"], HEAVY),
        (["list", "--help"], HEAVY),
        (["paths"], HEAVY),
        (["webmail"], HEAVY),
        (["list"], {"textual", "rich", "httpx", "aiohttp", "lxml", "selectolax", "tomlkit"}),
        (["refresh", "--source", "x"], {"textual", "rich", "httpx", "aiohttp"}),
    ],
)
def test_a_command_loads_only_what_it_needs(tmp_path: Path, words: list[str], forbidden: set[str]) -> None:
    _, _, err = finish(start(tmp_path, *words, code=LOADED))
    loaded = set(err.splitlines()[-1].split())
    assert "newsreader" in loaded
    assert loaded & forbidden == set()


def test_xdg_folders_are_honoured(tmp_path: Path) -> None:
    assert finish(start(tmp_path, "webmail", "delta"))[0] == 0
    assert (tmp_path / "xdg-config" / "newsreader" / "settings.toml").is_file()
    status, out, _ = finish(start(tmp_path, "paths"))
    assert status == 0
    assert str(tmp_path / "xdg-data" / "newsreader" / "news.db") in out
    assert str(tmp_path / "xdg-cache" / "newsreader" / "pictures") in out


@pytest.mark.parametrize("command", ["sources", "--help", "--version"])
def test_a_closed_pipe_ends_quietly(tmp_path: Path, command: str) -> None:
    process = start(tmp_path, command)
    assert process.stdout is not None
    assert process.stderr is not None
    process.stdout.close()
    assert process.stderr.read() == ""
    assert process.wait(60) == 0
    process.stderr.close()


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no device that is always full")
@pytest.mark.parametrize("command", ["paths", "--help"])
def test_a_full_disk_is_told_in_one_line(tmp_path: Path, command: str) -> None:
    reader = [sys.executable, "-m", "newsreader", f"--config-dir={tmp_path}", f"--data-dir={tmp_path}"]
    with Path("/dev/full").open("w") as full:
        done = subprocess.run(
            [*reader, "--lang", "nl", command],
            stdout=full,
            stderr=subprocess.PIPE,
            check=False,
        )
    assert done.returncode == 1
    assert done.stderr.count(b"\n") == 1
    assert "geen ruimte meer" in done.stderr.decode()


@pytest.mark.skipif(sys.platform == "win32", reason="zones are not set by TZ there")
@pytest.mark.parametrize("command", ["show", "backup", "list"])
def test_a_zone_that_is_days_away_is_named_in_one_line(tmp_path: Path, command: str) -> None:
    status, out, err = finish(start(tmp_path, "--lang", "nl", command, TZ="UTC+99"))
    assert (status, out) == (2, "")
    assert err == "newsreader: TZ=UTC+99 is geen tijdzone; geef een andere, of geen (unset TZ)\n"


def test_an_output_that_knows_only_ascii_gets_what_it_can_show(tmp_path: Path) -> None:
    status, out, err = finish(start(tmp_path, "sources", PYTHONIOENCODING="ascii"))
    assert (status, err) == (0, "")
    assert "NOS Binnenland ? https://" in out
    status, out, err = finish(start(tmp_path, "--demo", "list", "--json", PYTHONIOENCODING="ascii"))
    assert (status, err) == (0, "")
    assert not all(row["title"].isascii() for row in json.loads(out))


def in_a_terminal(folder: Path, **environ: str) -> subprocess.CompletedProcess[bytes]:
    """The screen asked for, in a pseudo-terminal, where it ends before it begins."""
    import pty

    ours, theirs = pty.openpty()
    done = subprocess.run(
        [sys.executable, "-m", "newsreader", "--lang", "en", "--data-dir", str(folder / "data")],
        stdin=theirs,
        stdout=theirs,
        stderr=subprocess.PIPE,
        env={**os.environ, **environ},
        check=False,
    )
    os.close(ours)
    os.close(theirs)
    return done


@pytest.mark.skipif(sys.platform == "win32", reason="no pseudo-terminals")
def test_a_terminal_that_can_show_nothing_gets_a_polite_word(tmp_path: Path) -> None:
    done = in_a_terminal(tmp_path, TERM="dumb")
    assert done.returncode == 2
    assert done.stderr.startswith(b"newsreader: the screen needs a real terminal")
    assert list(tmp_path.iterdir()) == []


@pytest.mark.skipif(sys.platform == "win32", reason="no pseudo-terminals")
@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("COLUMNS", "1000"),
        ("COLUMNS", "+1_000"),
        ("ESCDELAY", "9" * 400),
        ("TEXTUAL_FPS", "9" * 20),
        ("TEXTUAL_DIM_FACTOR", "9" * 400),
        ("TEXTUAL_SCREENSHOT", "9" * 400),
        ("TEXTUAL_SCREENSHOT", "0"),
        ("TEXTUAL_SCREENSHOT_LOCATION", "/nonexistent"),
        ("TEXTUAL_SCREENSHOT_LOCATION", "~nobody-at-all"),
        ("TEXTUAL_SCREENSHOT_FILENAME", "a/b"),
        ("LINES", "99999999999999999999"),
        ("TEXTUAL_LOG", "/nonexistent/log"),
        ("TEXTUAL_COLOR_SYSTEM", "zzz"),
        ("TEXTUAL_DRIVER", "zzz"),
        ("TEXTUAL_DRIVER", ":Driver"),
        ("TEXTUAL_DRIVER", "os:zzz"),
        ("TEXTUAL_DRIVER", "os:PathLike"),
    ],
)
def test_nonsense_in_the_environment_is_named_in_one_line(tmp_path: Path, name: str, value: str) -> None:
    due = {"TEXTUAL_SCREENSHOT": "1"} if "SCREENSHOT" in name else {}
    done = in_a_terminal(tmp_path, **{"TERM": "xterm-256color", **due, name: value})
    assert done.returncode == 2
    assert done.stderr.decode().startswith(f"newsreader: the screen can do nothing with {name}={value}; ")
    assert done.stderr.count(b"\n") == 1


@pytest.mark.skipif(sys.platform == "win32", reason="no limits of this kind")
@pytest.mark.parametrize(
    ("limit", "least", "command", "enough"),
    [
        ("NOFILE", 8, "list", False),
        ("NOFILE", 31, "refresh", False),
        ("NOFILE", 32, "list", True),
        ("AS", 60_000_000, "list", False),
        ("AS", 150_000_000, "refresh", False),
        ("AS", 150_000_000, "list", True),
    ],
)
def test_a_limit_of_the_system_that_is_too_low_is_told_in_one_line(
    tmp_path: Path, limit: str, least: int, command: str, enough: bool
) -> None:
    code = f"""
import resource, sys
resource.setrlimit(resource.RLIMIT_{limit}, ({least}, {least}))
from newsreader.cli import main
sys.exit(main())
"""
    status, out, err = finish(start(tmp_path, "--lang", "nl", command, code=code))
    if enough:
        assert (status, err) == (0, "")
        return
    assert (status, out) == (1, "")
    assert err.startswith("newsreader: het systeem staat dit programma ")
    assert err.count("\n") == 1
    assert f"(ulimit {'-n' if limit == 'NOFILE' else '-v'})" in err


_INTERRUPTED = """
import runpy, signal, sys, time

class Swallowed:
    def __del__(self):
        raise KeyboardInterrupt

class Interrupting:
    def find_spec(self, name, path=None, target=None):
        if name == "{module}":
            {how}

sys.meta_path.insert(0, Interrupting())
runpy.run_module("newsreader", run_name="__main__")
"""
_RAISED = "signal.raise_signal(signal.SIGINT)"
_WRAPPED = "raise RuntimeError from KeyboardInterrupt()"
_SWALLOWED = "Swallowed(); [time.sleep(0.01) for _ in range(2000)]"


@pytest.mark.parametrize(
    ("module", "how"),
    [
        ("newsreader.cli", _RAISED),
        ("newsreader.words", _RAISED),
        *(("newsreader.cli.paths", how) for how in (_RAISED, _WRAPPED, _SWALLOWED)),
    ],
)
def test_an_interruption_while_the_program_is_loaded_ends_it_quietly(
    tmp_path: Path, module: str, how: str
) -> None:
    code = _INTERRUPTED.format(module=module, how=how)
    assert finish(start(tmp_path, "paths", code=code)) == (130, "", "")


def test_an_interruption_that_is_to_be_ignored_is_ignored(tmp_path: Path) -> None:
    code = "import signal; signal.signal(signal.SIGINT, signal.SIG_IGN)\n" + _INTERRUPTED
    status, _, err = finish(
        start(tmp_path, "paths", code=code.format(module="newsreader.words", how=_RAISED))
    )
    assert (status, err) == (0, "")


def test_without_a_place_for_the_sample_edition_that_is_said_in_one_line(tmp_path: Path) -> None:
    code = """
import sys, tempfile
tempfile._candidate_tempdir_list = lambda: ["/nonexistent"]
from newsreader.cli import main
sys.exit(main())
"""
    status, out, err = finish(start(tmp_path, "--demo", "--lang", "nl", "list", code=code))
    assert (status, out) == (1, "")
    assert err.startswith("newsreader: er is geen map voor de proefeditie te maken")
    assert err.count("\n") == 1


@pytest.mark.parametrize("language", ["nl", "en"])
def test_the_sample_edition_is_for_every_command_and_leaves_nothing(tmp_path: Path, language: str) -> None:
    status, out, err = finish(
        start(tmp_path, "--demo", "--lang", language, "list", "--json", "--limit", "99")
    )
    assert (status, err) == (0, "")
    rows = json.loads(out)
    assert len(rows) >= 40
    assert len({row["section"] for row in rows}) >= 7
    assert all(datetime.fromisoformat(row["first_seen"]).utcoffset() is not None for row in rows)
    assert list(tmp_path.iterdir()) == []


def test_a_choice_in_the_sample_edition_is_thrown_away(tmp_path: Path) -> None:
    assert finish(start(tmp_path, "--demo", "webmail", "delta"))[0] == 0
    assert finish(start(tmp_path, "--demo", "webmail"))[0] == 1
    assert list(tmp_path.iterdir()) == []


def test_the_sample_edition_refreshes_to_nothing(tmp_path: Path) -> None:
    status, out, _ = finish(start(tmp_path, "--demo", "refresh", "--json"))
    assert status == 0
    assert json.loads(out) == {"checked": 0, "new": 0, "changed": 0, "failed": []}
