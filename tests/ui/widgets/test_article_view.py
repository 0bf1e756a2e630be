from __future__ import annotations

import pytest
from textual.geometry import Offset
from textual.selection import SELECT_ALL, Selection

from newsreader.model import Article, Related, Span
from newsreader.ui.widgets.article_view import ArticleView
from newsreader.ui.widgets.page import Place
from tests.ui.widgets.samples import WORDS, article_row, long_article, paragraph, related
from tests.ui.widgets.stage import Stage

SIZE = (60, 20)
SHORT = Article(
    article_row(),
    blocks=(
        paragraph("De klok van de kerk slaat weer, na een halve eeuw van stilte boven het plein."),
        paragraph("Dat schrijft ", Span("de koster", "", "https://koster.example/"), "."),
    ),
)


def stage(
    article: Article | None = None, stories: tuple[Related, ...] = (), place: Place | None = None
) -> Stage[ArticleView]:
    widget = ArticleView(WORDS)
    widget.show(article, stories, place)
    return Stage(widget)


def top(app: Stage[ArticleView]) -> str:
    return app.seen()[0].strip()


async def test_without_an_article_it_says_what_to_do_and_takes_every_action() -> None:
    app = stage()
    async with app.run_test(size=SIZE):
        assert [line.strip() for line in app.seen() if line] == ["Kies een bericht"]
        for action in ("line_down", "line_up", "page_down", "page_up", "top", "bottom", "choose"):
            getattr(app.widget, f"action_{action}")()
        assert app.widget.at_end
        assert not app.widget.read_on()
    assert app.heard == []


async def test_the_text_has_a_measure_and_stands_in_the_middle() -> None:
    app = stage(long_article())
    async with app.run_test(size=(141, 20)):
        lines = [line for line in app.seen() if line]
        assert all(line.startswith(" " * 32) and not line[32].isspace() for line in lines)
        assert max(len(line) for line in lines) <= 32 + 76


async def test_lines_and_pages() -> None:
    app = stage(long_article())
    async with app.run_test(size=SIZE):
        first = app.seen()
        app.widget.action_line_down()
        assert app.seen()[:-1] == first[1:]
        app.widget.action_page_down()
        assert app.seen()[0] == first[19]
        app.widget.action_page_up()
        app.widget.action_line_up()
        assert app.seen() == first
        app.widget.action_bottom()
        assert app.widget.at_end
        app.widget.action_top()
        assert app.seen() == first


async def test_reading_on_passes_every_line_and_then_says_no() -> None:
    app = stage(long_article(12), related(5))
    async with app.run_test(size=SIZE):
        seen = app.seen()
        while app.widget.read_on():
            assert app.seen()[0] in seen
            seen += app.seen()
        assert app.widget.at_end
        text = "\n".join(seen)
        assert all(f"Alinea {number}." in text for number in range(1, 13))


async def test_past_the_end_of_the_text_the_cursor_steps_through_the_related_stories() -> None:
    app = stage(SHORT, related(3))
    async with app.run_test(size=(60, 14)) as pilot:
        assert app.widget.at_end
        for number in (0, 1, 2, 2):
            app.widget.action_line_down()
            assert app.widget.story == number
            marked = [line for line in app.seen() if line.lstrip().startswith("▌")]
            assert marked[0].lstrip().startswith(f"▌{number + 1} ")
        app.widget.action_choose()
        for number in (1, 0, -1):
            app.widget.action_line_up()
            assert app.widget.story == number
        app.widget.action_choose()
        await pilot.pause()
    assert app.said(ArticleView.RelatedChosen, "article_id") == [102]
    assert app.said(ArticleView.RelatedChosen, "index") == [2]


async def test_in_a_long_text_down_scrolls_until_the_end_is_there() -> None:
    app = stage(long_article(3), related(2))
    async with app.run_test(size=SIZE):
        while not app.widget.at_end:
            app.widget.action_line_down()
            assert app.widget.story == -1
        app.widget.action_line_down()
        assert app.widget.story == 0
        app.widget.action_page_up()
        assert app.widget.story == -1


async def test_a_related_story_opens_by_its_number() -> None:
    app = stage(SHORT, related(2))
    async with app.run_test(size=SIZE) as pilot:
        assert app.widget.open_related(2)
        assert not app.widget.open_related(3)
        assert not app.widget.open_related(0)
        await pilot.pause()
    assert app.said(ArticleView.RelatedChosen, "article_id") == [101]


async def test_a_click_on_a_link_or_a_story() -> None:
    app = stage(SHORT, related(2))
    async with app.run_test(size=(60, 40)) as pilot:
        lines = app.seen()
        y = next(y for y, line in enumerate(lines) if "koster[1]" in line)
        await pilot.click(offset=(lines[y].index("koster"), y))
        await pilot.click(offset=(lines[y].index("schrijft"), y))
        y = next(y for y, line in enumerate(lines) if line.strip().startswith("2 "))
        await pilot.click(offset=(10, y))
        await pilot.pause()
        assert app.widget.story == 1
    assert app.said(ArticleView.LinkChosen, "url") == ["https://koster.example/"]
    assert app.said(ArticleView.RelatedChosen, "article_id") == [101]


async def test_coming_back_is_to_the_very_line_and_story() -> None:
    app = stage(long_article(3), related(3))
    async with app.run_test(size=SIZE) as pilot:
        app.widget.action_bottom()
        app.widget.action_next_related()
        app.widget.action_next_related()
        seen, place = app.seen(), app.widget.place
        app.widget.show(SHORT)
        await pilot.pause()
        app.widget.show(long_article(3), (), place)
        await pilot.pause()
        app.widget.show(long_article(3), related(3), app.widget.place)
        await pilot.pause()
        assert app.seen() == seen
        assert app.widget.story == 1


async def test_a_place_can_be_shown_before_there_is_a_screen() -> None:
    app = stage(long_article(), place=Place(part=12, offset=0))
    async with app.run_test(size=SIZE):
        assert top(app).startswith("Alinea 11.")


async def test_resizing_keeps_the_same_text_on_top() -> None:
    app = stage(long_article(), related(3))
    async with app.run_test(size=SIZE) as pilot:
        app.widget.show(long_article(), related(3), Place(part=20, offset=0))
        seen = app.seen()
        for width, height in ((100, 40), (30, 8), (141, 60), (44, 20)):
            await pilot.resize_terminal(width, height)
            await pilot.pause()
            assert top(app).startswith("Alinea 19.")
        await pilot.resize_terminal(*SIZE)
        await pilot.pause()
        assert app.seen() == seen


async def test_a_screen_too_large_for_the_place_does_not_lose_it() -> None:
    app = stage(long_article(8))
    async with app.run_test(size=SIZE) as pilot:
        app.widget.action_bottom()
        seen = app.seen()
        for size in ((141, 200), SIZE):
            await pilot.resize_terminal(*size)
            await pilot.pause()
        assert app.seen() == seen


async def test_the_rest_of_an_article_flows_in_under_what_is_read() -> None:
    app = stage(long_article(20), place=Place(part=10, offset=0))
    async with app.run_test(size=SIZE) as pilot:
        seen = app.seen()
        app.widget.show(long_article(60), (), app.widget.place)
        await pilot.pause()
        assert app.seen() == seen


async def test_ages_are_renewed_in_place() -> None:
    age = ["33 minuten geleden"]
    widget = ArticleView(WORDS._replace(when=lambda article: age[0]))
    widget.show(long_article())
    app = Stage(widget)
    async with app.run_test(size=SIZE):
        assert any("33\u00a0minuten\u00a0geleden" in line for line in app.seen())
        age[0] = "1 uur geleden"
        widget.refresh_ages()
        assert any("1\u00a0uur\u00a0geleden" in line for line in app.seen())


async def test_what_is_copied_is_text_without_line_breaks_or_margins() -> None:
    app = stage(SHORT)
    async with app.run_test(size=(40, 20)):
        copied = app.widget.get_selection(SELECT_ALL)
        assert copied is not None
        assert "De klok van de kerk slaat weer, na een halve eeuw van stilte boven het plein.\n" in copied[0]
        assert "\n[1] https://koster.example/" in copied[0]
        y = next(y for y, line in enumerate(app.seen()) if "De klok" in line)
        part = app.widget.get_selection(Selection(Offset(3, y), Offset(5, y + 1)))
        assert part is not None
        assert part[0].startswith("klok van de kerk")
        assert "\n" not in part[0]


async def test_the_mouse_selects_what_it_is_drawn_over() -> None:
    app = stage(SHORT)
    async with app.run_test(size=SIZE) as pilot:
        y, line = next((y, line) for y, line in enumerate(app.seen()) if "De klok" in line)
        await pilot.mouse_down(offset=(line.index("klok"), y))
        await pilot.hover(offset=(line.index("klok") + 3, y))
        await pilot.mouse_up(offset=(line.index("klok") + 3, y))
        assert app.screen.get_selected_text() == "klok"
        assert app.seen()[y] == line
        marked = app.screen.get_component_rich_style("screen--selection").bgcolor
        drawn = [text for text, style, _ in app.widget.render_line(y) if style and style.bgcolor == marked]
        assert drawn == ["klok"]
        assert all(style.color != style.bgcolor for _, style, _ in app.widget.render_line(y) if style)
        app.widget.show(SHORT)
        assert app.screen.get_selected_text() is None
    assert app.heard == []


async def test_resizing_lets_go_of_what_was_selected() -> None:
    app = stage(SHORT)
    async with app.run_test(size=SIZE) as pilot:
        app.widget.text_select_all()
        await pilot.resize_terminal(40, 20)
        await pilot.pause()
        assert app.screen.get_selected_text() is None


async def test_the_wheel_does_not_lose_the_story_that_was_chosen() -> None:
    app = stage(long_article(3), related(3))
    async with app.run_test(size=SIZE) as pilot:
        app.widget.action_next_related()
        app.widget.scroll_to(y=0, animate=False, force=True)
        await pilot.pause()
        assert app.widget.place == Place(0, -1, 0)


async def test_the_focus_changes_the_look_of_the_chosen_story() -> None:
    app = stage(SHORT, related(2))
    async with app.run_test(size=(60, 40)) as pilot:
        app.widget.action_next_related()
        y = next(y for y, line in enumerate(app.seen()) if "▌1 " in line)
        focused = [segment.style for segment in app.widget.render_line(y)]
        app.screen.set_focus(None)
        await pilot.pause()
        assert [segment.style for segment in app.widget.render_line(y)] != focused


@pytest.mark.parametrize("theme", ["textual-dark", "textual-light", "ansi-dark", "ansi-light"])
async def test_every_line_is_full_width_in_every_theme(theme: str) -> None:
    app = stage(SHORT, related(2))
    async with app.run_test(size=(100, 12)) as pilot:
        app.theme = theme
        app.widget.story = 1
        for width in (100, 60, 30, 12):
            await pilot.resize_terminal(width, 12)
            await pilot.pause()
            assert {app.widget.render_line(y).cell_length for y in range(12)} == {width - 1}


async def test_what_is_related_comes_under_the_text_without_moving_it() -> None:
    app = stage(long_article())
    async with app.run_test(size=SIZE):
        app.widget.action_page_down()
        seen = app.seen()
        app.widget.show_related(related(3))
        assert app.seen() == seen
        page, end = app.widget.page, app.widget.page.text_end
        app.widget.show(long_article(), related(3))
        assert app.widget.page == page
        assert [line.story for line in page.lines[:end]] == [-1] * end


async def test_a_place_among_what_is_related_waits_for_it() -> None:
    app = stage(SHORT, related(9))
    async with app.run_test(size=SIZE):
        app.widget.action_bottom()
        place, seen = app.widget.place, app.seen()
        app.widget.show(SHORT, (), place)
        short = [app.widget.is_short]
        app.widget.show_related(related(9))
        assert [*short, app.widget.is_short] == [True, False]
        assert app.seen() == seen
