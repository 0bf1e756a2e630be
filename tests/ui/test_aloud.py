"""Reading aloud on the screen: from the line on top, until any key, another article, or the end."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest

from newsreader.words import of
from tests.bench.memory import family
from tests.ui.conftest import Open
from tests.ui.paper import CHOSEN, Paper

WORDS = of("nl").pane
SAYS = "import sys, time; open(sys.argv[1], 'w').write(sys.stdin.read()); time.sleep(float(sys.argv[2]))"


def own(folder: Path, seconds: float) -> str:
    """A voice that writes down what it says, and takes its time."""
    script = folder / "stem.py"
    script.write_text(SAYS)
    return f"{sys.executable} {script} {folder / 'gezegd'} {seconds}"


async def begins(paper: Paper, folder: Path) -> str:
    """Open an article and have it read aloud; what is said."""
    await paper.press("enter", "j")
    await paper.pilot.press("V")
    said = folder / "gezegd"
    await paper.until(lambda: said.exists() and said.read_text())
    return said.read_text()


@pytest.mark.parametrize("key", ["j", "escape", "V", "tab"])
async def test_any_key_hushes_it_and_does_nothing_else(open_paper: Open, tmp_path: Path, key: str) -> None:
    async with open_paper(CHOSEN._replace(voice=own(tmp_path, 60))) as paper:
        text = await begins(paper, tmp_path)
        line, here = paper.main.view.scroll_offset.y, paper.main.here
        assert "[" not in text
        assert paper.status == WORDS.aloud(Path(sys.executable).name)
        await paper.press(key)
        assert (paper.main.view.scroll_offset.y, paper.main.here, paper.status) == (line, here, "")
        assert paper.app.takes_key is None
        assert not [worker for worker in paper.app.workers if worker.group == "aloud"]


async def test_another_article_hushes_it(open_paper: Open, tmp_path: Path) -> None:
    async with open_paper(CHOSEN._replace(voice=own(tmp_path, 60))) as paper:
        await begins(paper, tmp_path)
        paper.main.action_next()
        await paper.settle()
        assert paper.app.takes_key is None


async def test_closing_the_newspaper_hushes_it(open_paper: Open, tmp_path: Path) -> None:
    before = family(os.getpid())
    async with open_paper(CHOSEN._replace(voice=own(tmp_path, 60))) as paper:
        await begins(paper, tmp_path)
        await paper.pilot.press("ctrl+q")
    assert family(os.getpid()) == before


async def test_at_the_end_it_says_so(open_paper: Open, tmp_path: Path) -> None:
    async with open_paper(CHOSEN._replace(voice=own(tmp_path, 0))) as paper:
        await begins(paper, tmp_path)
        await paper.settle()
        assert (paper.status, paper.app.takes_key) == (WORDS.said, None)


async def test_a_voice_that_is_not_there_is_named(open_paper: Open) -> None:
    async with open_paper(CHOSEN._replace(voice="stemloos --zacht")) as paper:
        await paper.press("enter", "V")
        assert paper.status == WORDS.no_such_voice("stemloos --zacht")
