"""Reading the sample edition by keys: articles, related stories, the trail, search, another size."""

from __future__ import annotations

import pytest

from tests.terminal.conftest import CHOSEN, Open
from tests.terminal.terminal import Terminal

ROBOT = "Een robotmaaier die in oktober"
LIBRARY = "Bij de bibliotheek van Assen is een boek"


def pane(demo: Terminal) -> list[str]:
    """The reading pane, without the sidebar and its counts."""
    return [line[32:] for line in demo.lines[15:37]]


def titles(demo: Terminal) -> list[str]:
    """The list, as it is in the upper half."""
    return [line[26:] for line in demo.lines[1:14]]


def opened(demo: Terminal) -> Terminal:
    """The second article of the sample edition in the reading pane."""
    demo.press("j", "enter")
    demo.shows(ROBOT, "dit bericht is verzonnen", "65 ongelezen")
    demo.settle()
    return demo


def test_an_article_is_opened_read_and_left(demo: Terminal) -> None:
    opened(demo)
    demo.press("h", "j", "enter")
    demo.shows("64 ongelezen")
    demo.shows_not(ROBOT)
    demo.quit()


def test_keys_typed_ahead_go_to_the_region_they_were_meant_for(demo: Terminal) -> None:
    demo.press("j", "enter", "G", "g")
    demo.shows(ROBOT, "65 ongelezen")
    demo.press("G", "h", "k", "enter")
    demo.shows("64 ongelezen", "Boeierbrug")
    demo.quit()


def test_a_related_story_and_back_to_the_very_line(demo: Terminal) -> None:
    opened(demo).press("G")
    demo.shows_not(ROBOT)
    demo.settle()
    demo.press("down", "down", "up", "up")
    demo.settle()
    place = pane(demo)
    assert any("▌2 " in line for line in place)
    demo.press("enter")
    demo.shows("Vogels van heide en veen")
    demo.press("[")
    demo.wait(lambda: pane(demo) == place, "the line from before")
    demo.press("]")
    demo.shows("Vogels van heide en veen")
    demo.quit()


def test_a_related_story_by_its_number(demo: Terminal) -> None:
    opened(demo).press("2")
    demo.shows("Vogels van heide en veen", LIBRARY)
    demo.press("[")
    demo.shows(ROBOT)
    demo.press("[")
    demo.shows("begin van het spoor")
    demo.quit()


def test_a_search_as_it_is_typed_and_the_way_back(demo: Terminal) -> None:
    before = titles(demo)
    demo.press("/", *"bultrug janus")
    demo.shows("4 treffers", "Bultrug Janus gezien bij Domburg")
    demo.press("escape")
    demo.wait(lambda: titles(demo) == before, "the list from before")
    demo.press("/", *"zqxj")
    demo.shows("zqxj", "0 treffers")
    demo.press("escape")
    demo.wait(lambda: titles(demo) == before, "the list from before")
    demo.quit()


def test_a_hit_is_read_with_enter(demo: Terminal) -> None:
    demo.press("/", *"robotmaaier")
    demo.shows("1 treffer")
    demo.settle()
    demo.press("enter")
    demo.shows(ROBOT)
    demo.quit()


@pytest.mark.parametrize("size", [(80, 24), (60, 20)])
def test_another_size_keeps_the_place(demo: Terminal, size: tuple[int, int]) -> None:
    opened(demo).press("G")
    demo.settle()
    demo.press("down", "down", "up", "up")
    demo.settle()
    for columns, lines in (size, (120, 40), size):
        demo.resize(columns, lines)
        demo.shows("▌2 Bibliotheekboek na 61 jaar terug")
        demo.settle()
    demo.press("h")
    demo.shows("▌ ≡ ", "Verdwaalde robotmaaier")
    demo.quit()


def test_the_cursor_of_the_list_survives_every_size(demo: Terminal) -> None:
    demo.press(*"jjjjjjjjjj")
    demo.settle()
    for columns, lines in ((80, 24), (60, 20), (40, 10), (120, 40)):
        demo.resize(columns, lines)
        demo.settle()
    assert "Lotte Verdonck" in next(line for line in demo.lines[2:] if "▌" in line)
    demo.quit()


def test_nothing_stored_and_no_network_still_gives_something_to_read(open_terminal: Open) -> None:
    terminal = open_terminal(*CHOSEN)
    terminal.shows("Proefeditie", "NOS Binnenland", "Geen enkele bron gaf antwoord")
    terminal.press("enter")
    terminal.shows("dit bericht is verzonnen")
    terminal.press("e")
    terminal.shows("Wat niet lukte", "NOS Binnenland")
    terminal.press("q")
    terminal.quit()
