"""What is going on: the stories of the day, read, unfolded and followed from a screen of their own."""

from __future__ import annotations

from datetime import timedelta

from textual.widgets import OptionList

from newsreader import demo
from newsreader.engine import Engine
from newsreader.settings import Settings
from newsreader.ui.screens.going_on import GoingOnScreen
from newsreader.ui.widgets.sparkline import sparkline
from tests.ui.conftest import Open
from tests.ui.paper import Paper


def first(engine: Engine) -> tuple[str, int]:
    """The heaviest story of the edition: its headline, and how many tell it."""
    story = engine.stories.current(demo.MOMENT, 40)[0].story
    return story.title, len(story.tellings)


def test_the_bars_grow_with_the_numbers() -> None:
    assert sparkline((0, 1, 2, 3, 4)) == "▁▂▃▅▇"
    assert sparkline((0, 1, 1)) == "▁▂▂"
    assert sparkline((5, 100)) == "▂▇"
    assert sparkline(()) == ""


async def test_the_stories_of_the_day_by_weight_with_their_hours_and_sources(paper: Paper) -> None:
    title, tellings = first(paper.app.engine)
    await paper.press("W")
    assert paper.over == "GoingOnScreen"
    lines = paper.lines()
    at = next(number for number, line in enumerate(lines) if title[:60] in line)
    assert at == 1
    assert "▁" in lines[at + 1]
    assert f"{tellings} berichten" in lines[at + 1]


async def test_enter_reads_the_best_telling_and_the_trail_leads_on(paper: Paper) -> None:
    title, _ = first(paper.app.engine)
    await paper.press("W", "enter")
    assert (paper.over, paper.open) == ("ReadingScreen", title)


async def test_another_telling_is_read_from_the_story(paper: Paper) -> None:
    story = paper.app.engine.stories.current(demo.MOMENT, 40)[0].story
    other = next(each.row for each in reversed(story.tellings) if each.row.id != story.lead)
    await paper.press("W", "a")
    assert paper.over == "PickScreen"
    assert paper.shows(other.source)
    options = paper.app.screen.query_one(OptionList)
    options.highlighted = [each.row.id for each in reversed(story.tellings)].index(other.id)
    await paper.press("enter")
    assert (paper.over, paper.open) == ("ReadingScreen", other.title)


async def test_a_story_is_followed_and_no_longer(paper: Paper) -> None:
    title, _ = first(paper.app.engine)
    await paper.press("W", "F")
    await paper.until(lambda: paper.shows("Je volgt dit verhaal."))
    assert paper.shows(f"◆ {title[:40]}")
    assert [one.story.title for one in paper.app.engine.stories.followed()] == [title]
    await paper.press("F")
    await paper.until(lambda: paper.shows("Je volgt dit verhaal niet meer."))
    assert paper.app.engine.stories.followed() == []


async def test_what_is_over_says_so(open_paper: Open) -> None:
    async with open_paper(clock=lambda: demo.MOMENT + timedelta(hours=14)) as paper:
        await paper.press("W")
        assert paper.shows("afgelopen")


async def test_without_stories_it_says_how_to_have_them(open_paper: Open) -> None:
    async with open_paper(Settings(webmail="zeelandnet", stories=False)) as paper:
        await paper.press("W")
        assert paper.shows("stories = false")
        await paper.press("q")
        assert paper.over == "ReadingScreen"


async def test_an_answer_that_comes_under_another_screen_closes_neither(paper: Paper) -> None:
    await paper.press("W")
    going_on = paper.app.screen
    assert isinstance(going_on, GoingOnScreen)
    going_on.action_tellings()
    going_on.dismiss(1)  # of a key that was pressed before
    await paper.settle()
    assert paper.over == "PickScreen"
    await paper.press("escape", "escape")
    assert paper.over == "ReadingScreen"
