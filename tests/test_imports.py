"""What is loaded when: nothing heavy for the engine, no network and no parser before the first paint."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

from tests.bench import seed

PARSERS = {"httpx", "httpx_aiohttp", "aiohttp", "lxml", "selectolax", "trafilatura", "markdown_it", "tomlkit"}
LATER = {
    "PIL",
    "argparse",
    "babel",
    "json",
    "pygments",
    "zstandard",
    "newsreader.cli.arguments",
    "newsreader.engine.downloads",
    "newsreader.engine.editions",
    "newsreader.engine.ingest",
    "newsreader.engine.pictures",
    "newsreader.engine.subscriptions",
    "newsreader.engine.workshop",
    "newsreader.export",
    "newsreader.model.article",
    "newsreader.model.feed",
    "newsreader.model.fetch",
    "newsreader.model.figures",
    "newsreader.model.refresh",
    "newsreader.model.text",
    "newsreader.model.visit",
    "newsreader.pictures",
    "newsreader.settings.sources",
    "newsreader.sources",
    "newsreader.store.bodies",
    "newsreader.store.snippet",
    "newsreader.ui.widgets.layout",
    "newsreader.words.cli",
    "newsreader.words.usage",
    "textual.command",
    "textual.widgets._directory_tree",
    "textual.widgets._input",
    "textual.widgets._option_list",
    "textual.widgets._select",
}
"""What can wait until the first screen stands."""
MOST_MODULES = 465
"""Loaded at the first paint; an empty Textual application has some 390."""

FIRST_PAINT = """
import os, sys
from textual.drivers.headless_driver import HeadlessDriver

class FirstPaint(HeadlessDriver):
    is_headless = False
    def write(self, data):
        if "Allernieuwste" in data:
            print(*sorted(sys.modules), file=sys.__stdout__, flush=True)
            os._exit(0)

class Terminal:
    def __init__(self, stream):
        self.stream = stream
    def isatty(self):
        return True
    def __getattr__(self, name):
        return getattr(self.stream, name)

sys.stdin, sys.stdout = Terminal(sys.stdin), Terminal(sys.stdout)
from newsreader.cli import main
main(sys.argv[1:])
"""


def loaded(code: str, *arguments: str) -> set[str]:
    """The modules that a new interpreter names when it has run this code."""
    done = subprocess.run(
        [sys.executable, "-c", code, *arguments],
        capture_output=True,
        text=True,
        timeout=60,
        check=True,
        env={**os.environ, "TERM": "xterm-256color", "TEXTUAL_DRIVER": "__main__:FirstPaint"},
    )
    return set(done.stdout.split())


def test_the_engine_loads_nothing_heavy() -> None:
    modules = loaded("import sys; from newsreader.engine import Engine\nprint(*sys.modules)")
    assert "newsreader.engine.news" in modules
    assert modules & (PARSERS | {"textual", "rich", "babel"}) == set()


def test_a_process_that_understands_feeds_loads_no_store_and_no_event_loop() -> None:
    modules = loaded(
        "import sys; from newsreader.engine import ingest, worker; ingest.prepare(); print(*sys.modules)"
    )
    assert {"newsreader.sources.feed", "newsreader.store.bodies", "lxml.etree", "selectolax"} <= modules
    assert (
        modules & {"asyncio", "newsreader.engine.base", "newsreader.store.store", "httpx", "trafilatura"}
        == set()
    )


def test_the_first_paint_waits_for_no_parser_and_no_network(tmp_path: Path) -> None:
    data = str(seed.fill(tmp_path, 40))
    modules = loaded(FIRST_PAINT, "--webmail", "zeelandnet", "--config-dir", data, "--data-dir", data)
    print(f"{len(modules)} modules at the first paint")
    assert "textual.app" in modules
    assert modules & (PARSERS | LATER) == set()
    assert len(modules) <= MOST_MODULES


def test_the_palette_that_textual_loads_later_is_textuals_own() -> None:
    code = """
import sys, newsreader.ui
from textual import app
print("early" if "textual.command" in sys.modules else "later")
is_open = app.CommandPalette.is_open
from textual.command import CommandPalette
print("own" if is_open == CommandPalette.is_open else "other", type(app.CommandPalette(id="it")).__name__)
"""
    assert loaded(code) == {"later", "own", "CommandPalette"}


def test_a_refresh_loads_no_other_command_and_no_certificates_until_it_needs_them(tmp_path: Path) -> None:
    folders = ["--config-dir", str(tmp_path), "--data-dir", str(tmp_path)]
    code = """
import asyncio, ssl, sys
read = []
for name in "load_default_certs", "set_default_verify_paths":
    def count(context, *options, own=getattr(ssl.SSLContext, name)):
        read.append(1)
        own(context, *options)
    setattr(ssl.SSLContext, name, count)
from newsreader.cli import main
main([*sys.argv[1:], "refresh", "--source", "geen-bron"])
from newsreader.sources.fetch import Fetcher
fetcher = Fetcher()
asyncio.run(fetcher._prepare())
print(f"loaded{len(read)}")
asyncio.run(fetcher._trusted())
del read[1:]  # Python's own reading may be made of both
print(f"trusted{len(read)}", *sys.modules)
"""
    found = loaded(code, *folders)
    assert {"newsreader.cli.refresh", "aiohttp", "loaded0", "trusted1"} <= found
    assert not found & {f"newsreader.cli.{name}" for name in ("article", "backup", "download", "editions")}
