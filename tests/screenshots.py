"""Makes every picture in `screenshots/` from the sample edition: `python -m tests.screenshots`."""

from __future__ import annotations

import asyncio
import re
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import cairosvg

from newsreader import demo
from newsreader.engine import Engine
from newsreader.paths import Paths
from newsreader.settings import Loaded, Settings
from newsreader.ui.app import NewsApp
from newsreader.words import Language, of

SCALE = 13 / 12.2
"""A cell of 12.2 units becomes 13 whole pixels: the renderer rounds the width of a letter to pixels."""

FOLDER = Path(__file__).parent.parent / "screenshots"


@dataclass(frozen=True, slots=True)
class Shot:
    """A picture: its name, the size of the terminal, the keys pressed before it, and the settings.

    `until` is what must stand on the screen before it is taken: pictures come late.
    """

    name: str
    size: tuple[int, int]
    keys: tuple[str, ...] = ()
    webmail: str = "zeelandnet"
    theme: str = ""
    language: Language = "nl"
    pictures: bool = False
    until: str = ""


SHOTS = (
    Shot("first-run", (120, 36), webmail=""),
    Shot("main-wide", (170, 44), ("j", "enter")),
    Shot("main", (120, 40), ("j", "j", "j", "enter")),
    Shot("main-narrow", (60, 20)),
    Shot("reading-narrow", (80, 24), ("enter",)),
    Shot("related", (120, 40), ("enter", *["pagedown"] * 2, "j", "j")),
    Shot("search", (120, 40), ("/", *"bultrug")),
    Shot("picture", (120, 44), ("/", *"levende bultrug", "enter"), pictures=True, until="▀"),
    Shot("finding", (80, 24), ("j", "j", "enter", "/", *"janus", "enter", "n")),
    Shot("changes", (100, 30), ("/", *"nachttrein met 312", "enter", "d"), until="[-"),
    Shot("stories", (120, 40), ("j", "j", "a")),
    Shot("going-on", (100, 30), ("W",), until="▁"),
    Shot("sources", (120, 36), ("S",)),
    Shot("settings", (100, 30), ("comma",)),
    Shot("help", (100, 44), ("question_mark",)),
    Shot("light", (120, 40), ("j", "enter"), theme="krant-light"),
    Shot("contrast", (120, 40), ("j", "enter"), theme="krant-contrast"),
    Shot("english", (120, 40), ("j", "enter"), language="en"),
)


@contextmanager
def paper(shot: Shot) -> Iterator[NewsApp]:
    """The reader on the sample edition, at the edition's own moment."""
    with tempfile.TemporaryDirectory() as folder:
        paths = Paths(Path("~/.config/newsreader"), Path(folder))
        chosen = Settings(language=shot.language, webmail=shot.webmail, theme=shot.theme)
        engine = Engine.open(paths, chosen, clock=lambda: demo.MOMENT, demo=True)
        assert isinstance(engine, Engine)
        with engine:
            engine.prepare()
            environ = {"TERM": "xterm-256color", "COLORTERM": "truecolor"} if shot.pictures else {}
            yield NewsApp(
                engine, Loaded(chosen), of(shot.language), paths, clock=lambda: demo.MOMENT, environ=environ
            )


async def take(shot: Shot) -> str:
    """The picture as SVG, with no font from the network."""
    with paper(shot) as app:
        async with app.run_test(size=shot.size) as pilot:
            await app.workers.wait_for_complete()
            for key in shot.keys:
                await pilot.press(key)
                await app.workers.wait_for_complete()
            await pilot.pause()
            while not any(shot.until in strip.text for strip in app.screen._compositor.render_strips()):
                await pilot.pause(0.05)
            svg = app.export_screenshot(title="newsreader", simplify=True)
    return portable(svg)


def portable(svg: str) -> str:
    """No font from the network; a common one instead, of the size that fills a cell without stretching."""
    svg = re.sub(r"@font-face \{.*?\}\s*", "", svg, flags=re.DOTALL).replace("Fira Code", "DejaVu Sans Mono")
    return re.sub(r' textLength="[0-9.]+"', "", svg).replace("font-size: 20px", "font-size: 20.266px")


def main(names: list[str]) -> None:
    """Make the pictures named, or all of them."""
    for shot in SHOTS:
        if not names or shot.name in names:
            svg = asyncio.run(take(shot))
            (FOLDER / f"{shot.name}.svg").write_text(svg, encoding="utf-8")
            cairosvg.svg2png(bytestring=svg.encode(), write_to=str(FOLDER / f"{shot.name}.png"), scale=SCALE)
            print(shot.name)


if __name__ == "__main__":
    main(sys.argv[1:])
