"""What leads out: browser, webmail and clipboard; the browser is a script that notes what it is given."""

from __future__ import annotations

import sys
import webbrowser
from pathlib import Path

import pytest

from newsreader.settings import Settings
from newsreader.words import of
from tests.ui.conftest import Open
from tests.ui.paper import Paper

WORDS = of("nl").screen


class Browser:
    """A browser that only writes down what it was asked to open."""

    def __init__(self, folder: Path) -> None:
        self.log = folder / "opened.txt"
        self.script = folder / "browser"
        self.script.write_text(
            f"#!{sys.executable}\nimport sys\nopen({str(self.log)!r}, 'a').write(sys.argv[1] + '\\n')\n"
        )
        self.script.chmod(0o755)

    @property
    def opened(self) -> list[str]:
        return self.log.read_text().splitlines() if self.log.exists() else []


@pytest.fixture
def browser(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Browser:
    """A browser in the background, as the environment names it."""
    found = Browser(tmp_path)
    monkeypatch.setenv("BROWSER", f"{found.script} %s &")
    monkeypatch.setattr(webbrowser, "_tryorder", None)
    monkeypatch.setattr(webbrowser, "_browsers", {})
    return found


async def opened(paper: Paper, browser: Browser, number: int) -> list[str]:
    """What was opened, once there are so many."""
    await paper.until(lambda: len(browser.opened) >= number)
    return browser.opened


async def test_the_article_opens_in_the_browser(open_paper: Open, browser: Browser) -> None:
    async with open_paper() as paper:
        await paper.press("j")
        url = paper.current.url
        await paper.press("o")
        assert await opened(paper, browser, 1) == [url]
        assert paper.status == WORDS.opening(url)
        await paper.press("enter")
        paper.main.articles.action_bottom()
        await paper.press("o")
        assert await opened(paper, browser, 2) == [url, url]


async def test_m_opens_the_chosen_webmail(open_paper: Open, browser: Browser) -> None:
    addresses = {"zeelandnet": "https://zeelandnet.example/", "delta": "https://delta.example/"}
    async with open_paper(Settings(webmail="delta", webmail_addresses=addresses)) as paper:
        await paper.press("m")
        assert await opened(paper, browser, 1) == ["https://delta.example/"]


async def test_a_browser_that_is_not_there_gives_the_address(open_paper: Open, browser: Browser) -> None:
    async with open_paper(Settings(webmail="delta", browser="geen-browser")) as paper:
        await paper.press("o")
        assert paper.status == WORDS.no_browser(paper.current.url)
        assert browser.opened == []


async def test_only_the_web_and_mail_are_opened(open_paper: Open, browser: Browser) -> None:
    async with open_paper() as paper:
        for url in ("file:///etc/passwd", "javascript:alert(1)", "--help", "/bin/sh"):
            paper.main.open_outside(url)
            await paper.settle()
            assert paper.status == WORDS.no_browser(url)
        paper.main.open_outside("")
        assert paper.status == WORDS.no_address
        assert browser.opened == []


async def test_the_address_is_copied(paper: Paper) -> None:
    await paper.press("y")
    assert paper.app.clipboard == paper.current.url
    assert paper.status == WORDS.copied(paper.current.url)
