"""What leaves the screen: Markdown, files, commands, letters."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest
from textual.widgets import Input

from newsreader.settings import Settings
from newsreader.words import of
from tests.ui.conftest import Open
from tests.ui.paper import Paper, text_of
from tests.ui.test_outward import Browser, browser, opened  # noqa: F401  # a fixture
from tests.unit.export.book import Book

WORDS = of("nl").sharing


def settings(folder: Path) -> Settings:
    """Whatever is saved goes to that folder."""
    return Settings(webmail="delta", download_folder=str(folder))


def written(path: Path) -> bytes:
    """How a file begins."""
    return path.read_bytes()[:20]


async def answer(paper: Paper, text: str) -> None:
    """Put a text in the line that is asked, and press Enter."""
    paper.app.screen.query_one(Input).value = text
    await paper.press("enter")


async def test_the_article_is_copied_as_markdown(paper: Paper) -> None:
    await paper.press("Y")
    assert paper.app.clipboard.startswith("# ")
    assert paper.current.url in paper.app.clipboard
    assert paper.status == WORDS.copied(len(paper.app.clipboard))


@pytest.mark.parametrize(
    ("moves", "suffix", "start"),
    [(0, ".md", b"# "), (1, ".html", b"<!DOCTYPE html>"), (2, ".txt", b""), (3, ".epub", b"PK\x03\x04")],
)
async def test_an_article_is_saved_in_each_format_without_overwriting(
    open_paper: Open, tmp_path: Path, moves: int, suffix: str, start: bytes
) -> None:
    folder = tmp_path / "map"
    async with open_paper(settings(folder)) as paper:
        for number in ("", " (2)"):
            await paper.press("w", "enter", *["j"] * moves, "enter")
            shown = Path(paper.app.screen.query_one(Input).value)
            assert shown.parent == folder
            assert shown.name.endswith(f"{number}{suffix}")
            await paper.press("enter")
            assert start in written(shown)
            assert paper.status.startswith(WORDS.written(str(shown), 1, 0)[:-1])
        assert len(list(folder.iterdir())) == 2


async def test_a_name_that_is_taken_is_refused_in_words(open_paper: Open, tmp_path: Path) -> None:
    (tmp_path / "map").mkdir()
    (tmp_path / "map" / "er.md").write_text("dit blijft")
    async with open_paper(settings(tmp_path / "map"), size=(80, 24)) as paper:
        await paper.press("w", "enter", "enter")
        for taken in ("er.md", str(tmp_path / "map" / "er.md"), " "):
            await answer(paper, taken)
            assert (taken, paper.over) == (taken, "AskScreen")
        await answer(paper, "nieuw.md")
        assert paper.over == "ReadingScreen"
        assert (tmp_path / "map" / "er.md").read_text() == "dit blijft"
        assert (tmp_path / "map" / "nieuw.md").exists()


@pytest.mark.parametrize("name", ["n" * 300, "~niemand/x.md", "map/" * 1200])
async def test_a_name_that_cannot_be_is_told_or_taken_as_it_is(
    open_paper: Open, tmp_path: Path, name: str
) -> None:
    async with open_paper(settings(tmp_path / "map"), size=(80, 24)) as paper:
        await paper.press("w", "enter", "enter")
        await answer(paper, name)
        assert paper.over == "ReadingScreen"
        there = (tmp_path / "map" / name).exists() if "~" in name else False
        assert there or "niet te lezen of te schrijven" in paper.status


async def test_what_is_saved_and_the_paper_are_written_as_books(open_paper: Open, tmp_path: Path) -> None:
    async with open_paper(settings(tmp_path / "map")) as paper:
        await paper.press("w", "j", "enter", "enter")
        assert paper.status == WORDS.empty_edition
        title = paper.current.title
        await paper.press("s", "w", "j", "enter", "j", "j", "j", "enter", "enter")
        await paper.press("w", "j", "j", "enter", "j", "j", "j", "enter", "enter")
        saved, today = sorted((tmp_path / "map").iterdir())
        assert (saved.name, today.name[:10]) == ("Bewaarde berichten.epub", "Krant van ")
        assert [text for depth, text, _ in Book(saved.read_bytes()).contents() if depth == 2] == [title]
        assert len(Book(today.read_bytes()).contents()) > 10


async def test_a_place_that_cannot_be_written_is_told(open_paper: Open, tmp_path: Path) -> None:
    (tmp_path / "map").write_text("")
    async with open_paper(settings(tmp_path / "map")) as paper:
        await paper.press("w", "enter", "enter", "enter")
        assert "map" in paper.status
        assert "niet te lezen of te schrijven" in paper.status


async def test_a_command_reads_the_article_and_what_it_says_is_shown(paper: Paper) -> None:
    await paper.press("|")
    code = "import sys; t = sys.stdin.read(); print(len(t.split()), sys.argv[1:])"
    await answer(paper, f'{sys.executable} -c "{code}" {{url}} {{title}}')
    assert paper.over == "ReadingScreen"
    assert paper.current.url in paper.status
    assert paper.current.title in paper.status
    assert paper.status.endswith("· status 0")
    assert int(paper.status.split()[0]) > 5
    await paper.press("|")
    assert paper.app.screen.query_one(Input).value.startswith(sys.executable)


async def test_much_output_gets_a_dialog_without_anything_that_moves_the_terminal(paper: Paper) -> None:
    await paper.press("|")
    await answer(paper, f"{sys.executable} -c \"print('een'); print('[b]twee[/b] \\x1b[2J'); exit(3)\"")
    assert paper.over == "TextScreen"
    assert text_of(paper).splitlines() == ["een", "[b]twee[/b] [2J"]
    await paper.press("q")
    assert paper.status == WORDS.piped("een", 3)


async def test_what_is_no_command_or_no_program_is_told(paper: Paper) -> None:
    await paper.press("|")
    await answer(paper, "wc 'x")
    assert paper.over == "AskScreen"
    await answer(paper, "er-is-geen-programma-met-deze-naam")
    assert paper.status.startswith("er-is-geen-programma-met-deze-naam is niet te starten")


async def test_the_address_is_mailed(open_paper: Open, browser: Browser) -> None:  # noqa: F811
    async with open_paper() as paper:
        await paper.press("@")
        (letter,) = await opened(paper, browser, 1)
        await paper.settle()
        assert letter.startswith("mailto:?subject=")
        assert "&body=" in letter
        assert paper.status == WORDS.mailing


async def test_without_a_mail_program_that_is_said(
    open_paper: Open, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("BROWSER", f"{tmp_path / 'niets'} %s")
    monkeypatch.setenv("PATH", str(tmp_path))
    async with open_paper() as paper:
        await paper.press("@")
        await paper.settle()
        assert paper.status == WORDS.no_mail
