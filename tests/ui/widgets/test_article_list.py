from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from textual.geometry import Region

from newsreader.ui.widgets.article_list import ArticleList
from tests.ui.widgets import samples
from tests.ui.widgets.samples import Listed
from tests.ui.widgets.stage import Stage

SIZE = (60, 12)


def stage(rows: Listed | None = None) -> Stage[ArticleList]:
    widget = ArticleList(samples.age, samples.short_age, sample="proef", empty="Nog geen berichten.")
    if rows:
        widget.set_rows(rows)
    return Stage(widget)


def numbers(app: Stage[ArticleList]) -> list[int]:
    """The articles on the screen, by their number."""
    return [int(found[1]) for line in app.seen() if (found := re.search(r"Bericht (\d+)", line))]


async def test_an_empty_list_says_so_and_takes_every_action() -> None:
    app = stage()
    async with app.run_test(size=SIZE):
        assert [line.strip() for line in app.seen() if line] == ["Nog geen berichten."]
        for action in ("cursor_down", "cursor_up", "page_down", "page_up", "top", "bottom", "choose"):
            getattr(app.widget, f"action_{action}")()
        app.widget.set_empty("Alles gelezen.")
        assert [line.strip() for line in app.seen() if line] == ["Alles gelezen."]
        assert app.widget.current is None
    assert app.heard == []


async def test_a_list_of_100_000_asks_for_what_is_visible() -> None:
    rows = Listed(range(100_000))
    app = stage(rows)
    async with app.run_test(size=SIZE) as pilot:
        assert max(rows.asked) < SIZE[1]
        rows.asked.clear()
        app.widget.action_bottom()
        await pilot.pause()
        assert set(rows.asked) <= {0, *range(100_000 - SIZE[1], 100_000)}
        assert numbers(app) == list(range(100_000 - SIZE[1], 100_000))


async def test_the_cursor_is_told_and_chosen() -> None:
    app = stage(Listed(range(50)))
    async with app.run_test(size=SIZE) as pilot:
        app.widget.action_cursor_down()
        app.widget.action_choose()
        await pilot.pause()
        app.widget.action_bottom()
        await pilot.pause()
        app.widget.action_cursor_down()
        await pilot.pause()
        app.widget.action_top()
        await pilot.pause()
    assert app.said(ArticleList.Chosen, "article_id") == [1]
    assert app.said(ArticleList.Highlighted, "article_id")[-3:] == [1, 49, 0]


async def test_a_move_repaints_two_lines_and_a_move_nowhere_none(monkeypatch: pytest.MonkeyPatch) -> None:
    app = stage(Listed(range(50)))
    async with app.run_test(size=SIZE):
        painted = watch_paint(app, monkeypatch)
        app.widget.action_cursor_up()
        assert painted == []
        app.widget.action_cursor_down()
        assert sorted(painted) == [(0, 1), (1, 1)]


def watch_paint(app: Stage[ArticleList], monkeypatch: pytest.MonkeyPatch) -> list[tuple[int, int]]:
    """The line and the height of everything that is asked to be painted from now on."""
    painted: list[tuple[int, int]] = []
    refresh: Callable[..., object] = app.widget.refresh

    def watched(*regions: Region, **kind: bool) -> object:
        painted.extend((region.y, region.height) for region in regions or [app.widget.size.region])
        return refresh(*regions, **kind)

    monkeypatch.setattr(app.widget, "refresh", watched)
    return painted


async def test_ages_repaint_only_the_lines_whose_text_changed(monkeypatch: pytest.MonkeyPatch) -> None:
    now = {3: "zojuist"}
    widget = ArticleList(lambda row: now.get(row.id, "gisteren"), samples.short_age, sample="proef")
    widget.set_rows(Listed(range(50)))
    app = Stage(widget)
    async with app.run_test(size=SIZE):
        painted = watch_paint(app, monkeypatch)
        widget.refresh_ages()
        assert painted == []
        now[3] = "1 minuut geleden"
        widget.refresh_ages()
        assert painted == [(3, 1)]
        assert app.seen()[3].endswith("1 minuut geleden")


async def test_one_row_is_drawn_anew_if_it_can_be_seen(monkeypatch: pytest.MonkeyPatch) -> None:
    rows = Listed(range(50))
    app = stage(rows)
    async with app.run_test(size=SIZE):
        assert "●  Bericht 2" in app.seen()[2]
        painted = watch_paint(app, monkeypatch)
        rows.read = {2, 40}
        app.widget.refresh_ages()
        assert painted == [(2, 1)]
        assert "●" not in app.seen()[2]


async def test_other_rows_are_painted_where_they_differ(monkeypatch: pytest.MonkeyPatch) -> None:
    app = stage(Listed(range(50)))
    async with app.run_test(size=SIZE):
        painted = watch_paint(app, monkeypatch)
        rows = Listed(range(50))
        rows.read = {5}
        app.widget.set_rows(rows)
        assert painted == [(5, 1)]
        app.widget.set_rows(Listed(range(40)))
        assert set(painted) == {(5, 1)}
        bar = app.widget.vertical_scrollbar
        assert (app.widget.max_scroll_y, bar.window_virtual_size) == (40 - SIZE[1], 40)
        app.widget.set_rows(Listed(range(9)))
        assert (0, SIZE[1]) in painted


async def test_paging_keeps_the_cursor_on_its_line() -> None:
    app = stage(Listed(range(100)))
    async with app.run_test(size=SIZE):
        app.widget.cursor = 3
        app.widget.action_page_down()
        assert numbers(app)[0] == 11
        assert app.widget.cursor == 14
        app.widget.action_page_up()
        assert (numbers(app)[0], app.widget.cursor) == (0, 3)


async def test_leaving_the_screen_scrolls_half_of_it() -> None:
    app = stage(Listed(range(100)))
    async with app.run_test(size=SIZE):
        for _ in range(12):
            app.widget.action_cursor_down()
        assert (numbers(app)[0], app.widget.cursor) == (6, 12)


async def test_news_above_moves_neither_the_cursor_nor_the_screen() -> None:
    app = stage(Listed(range(100, 200)))
    async with app.run_test(size=SIZE) as pilot:
        app.widget.cursor = 40
        app.widget.cursor -= 4
        before = numbers(app)
        app.widget.set_rows(Listed(range(90, 200)))
        await pilot.pause()
        assert numbers(app) == before
        assert app.widget.current is not None
        assert app.widget.current.id == 136


async def test_a_reader_at_the_top_sees_the_news_come_in() -> None:
    app = stage(Listed(range(100, 200)))
    async with app.run_test(size=SIZE) as pilot:
        app.widget.set_rows(Listed(range(95, 200)))
        await pilot.pause()
        assert numbers(app)[0] == 95
        assert app.widget.cursor == 5
        app.widget.set_rows(Listed(range(50, 200)))
        await pilot.pause()
        assert 100 in numbers(app)


@pytest.mark.parametrize(
    ("left", "chosen"), [([0, 1, 2, 4, 5], 4), ([0, 1], 1), ([8, 9], 8), ([77], 77), ([], None)]
)
async def test_when_its_article_is_gone_the_cursor_goes_to_the_nearest(
    left: list[int], chosen: int | None
) -> None:
    app = stage(Listed(range(10)))
    async with app.run_test(size=SIZE) as pilot:
        app.widget.cursor = 3
        await pilot.pause()
        app.widget.set_rows(Listed(left))
        await pilot.pause()
        assert (app.widget.current.id if app.widget.current else None) == chosen
    assert app.said(ArticleList.Highlighted, "article_id")[-1] == (3 if chosen is None else chosen)


async def test_another_list_begins_at_the_top() -> None:
    app = stage(Listed(range(100)))
    async with app.run_test(size=SIZE) as pilot:
        app.widget.cursor = 40
        app.widget.set_rows(Listed(range(30, 90)), keep=False)
        await pilot.pause()
        assert (numbers(app)[0], app.widget.cursor) == (30, 0)


async def test_the_cursor_goes_to_an_article_by_its_number() -> None:
    app = stage(Listed(range(100)))
    async with app.run_test(size=SIZE):
        assert app.widget.move_to(70)
        assert 70 in numbers(app)
        assert not app.widget.move_to(700)
        assert app.widget.cursor == 70


async def test_the_cursor_is_in_sight_from_the_first_screen_and_in_any_size() -> None:
    widget = ArticleList(samples.age, samples.short_age, sample="proef")
    widget.set_rows(Listed(range(100)))
    widget.move_to(70)
    app = Stage(widget)
    async with app.run_test(size=SIZE) as pilot:
        assert 70 in numbers(app)
        for height in (40, 5, 12):
            await pilot.resize_terminal(60, height)
            await pilot.pause()
            assert 70 in numbers(app)


async def test_the_mouse() -> None:
    app = stage(Listed(range(5)))
    async with app.run_test(size=SIZE) as pilot:
        await pilot.click(offset=(5, 3))
        assert app.widget.cursor == 3
        assert not app.said(ArticleList.Chosen, "article_id")
        await pilot.click(offset=(5, 3))
        await pilot.click(offset=(5, 9))
        await pilot.pause()
        assert app.widget.cursor == 3
    assert app.said(ArticleList.Chosen, "article_id") == [3]


async def test_the_focus_changes_the_look_of_the_cursor() -> None:
    app = stage(Listed(range(5)))
    async with app.run_test(size=SIZE) as pilot:
        focused = [segment.style for segment in app.widget.render_line(0)]
        app.screen.set_focus(None)
        await pilot.pause()
        assert [segment.style for segment in app.widget.render_line(0)] != focused
        assert app.seen()[0].startswith("▌")


async def test_matches_are_drawn_bold_and_underlined_until_they_go() -> None:
    app = stage(Listed(range(5)))

    def matched() -> list[str]:
        return [piece.text for piece in app.widget.render_line(1) if piece.style and piece.style.underline]

    async with app.run_test(size=SIZE):
        app.widget.set_matcher(lambda title: [(0, 7)])
        assert matched() == ["Bericht"]
        app.widget.set_matcher(None)
        assert matched() == []


@pytest.mark.parametrize("theme", ["textual-dark", "textual-light", "ansi-dark", "ansi-light"])
async def test_every_line_is_full_width_in_every_theme(theme: str) -> None:
    app = stage(Listed(range(5)))
    async with app.run_test(size=(100, 12)) as pilot:
        app.theme = theme
        for width in (100, 60, 30, 12):
            await pilot.resize_terminal(width, 12)
            await pilot.pause()
            assert {app.widget.render_line(y).cell_length for y in range(12)} == {width - 1}
