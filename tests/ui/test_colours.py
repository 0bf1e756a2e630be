"""Colours: contrast that can be read (WCAG 2.1, section 1.4.3), and none at all where that is asked."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from rich.style import Style
from textual.color import Color
from textual.theme import Theme

from newsreader.settings import Settings
from newsreader.ui.themes import CONTRAST, DARK, LIGHT
from tests.ui.conftest import Open
from tests.ui.paper import Paper


def luminance(colour: Color) -> float:
    """Relative luminance (WCAG 2.1)."""
    parts = [
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in colour.normalized
    ]
    return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]


def contrast(one: Color, other: Color) -> float:
    """Contrast ratio (WCAG 2.1), from 1 to 21."""
    dark, light = sorted((luminance(one), luminance(other)))
    return (light + 0.05) / (dark + 0.05)


def styles(paper: Paper) -> Iterator[tuple[str, Style]]:
    """Every text that says something, with its style: of the dialog on top, if there is one."""
    screen = paper.app.screen
    dialogs = screen.query(".dialog")
    region = dialogs.first().region if dialogs else screen.region
    for strip in screen._compositor.render_strips()[region.y : region.bottom]:
        for text, style, _ in strip.crop(region.x, region.right):
            if re.search(r"\w", text) and style:
                yield text, style


def worst(paper: Paper) -> tuple[float, str]:
    """The lowest contrast on the screen, and the text that has it."""
    found = []
    for text, style in styles(paper):
        assert style.color is not None
        assert style.bgcolor is not None
        assert not style.dim, text
        colours = Color.from_rich_color(style.color), Color.from_rich_color(style.bgcolor)
        found.append((round(contrast(*colours), 2), text))
    return min(found)


def test_contrast_is_reckoned_as_it_should_be() -> None:
    assert contrast(Color(255, 255, 255), Color(0, 0, 0)) == 21
    assert round(contrast(Color(119, 119, 119), Color(255, 255, 255)), 2) == 4.48


@pytest.mark.parametrize(("theme", "least"), [(CONTRAST, 7.0), (DARK, 4.5), (LIGHT, 4.5)])
async def test_everything_on_the_screen_can_be_read(open_paper: Open, theme: Theme, least: float) -> None:
    async with open_paper(Settings(webmail="delta", theme=theme.name)) as paper:
        for keys in (
            ("s", "j", "enter"),
            ("G", "j"),
            ("h",),
            ("h",),
            ("/", "b", "u", "l"),
            ("escape", "S"),
            ("q", "comma"),
            ("q", "question_mark"),
            ("q", "t"),
            ("escape", "m"),
        ):
            await paper.press(*keys)
            ratio, text = worst(paper)
            assert ratio >= least, (keys, text)


async def test_no_color_leaves_the_colours_to_the_terminal(
    open_paper: Open, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    settings = Settings(webmail="delta", theme="krant-light")
    async with open_paper(settings, environ={"NO_COLOR": "1"}) as paper:
        worn = {paper.app.theme}
        await paper.press("t")
        for _ in range(4):
            await paper.press("down")
            worn.add(paper.app.theme)
        await paper.press("enter")
        worn.add(paper.app.theme)
        assert len(worn) > 1
        assert all(paper.app.available_themes[name].ansi for name in worn)
