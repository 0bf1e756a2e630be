"""Stories in the list: one row for all tellings, unfolded, followed, split and joined by key."""

from __future__ import annotations

import pytest

from newsreader.engine import Engine
from newsreader.model import ArticleRow, Scope, ScopeKind
from newsreader.settings import Settings
from tests.ui.conftest import Open
from tests.ui.paper import CHOSEN, Paper


def rows_of(paper: Paper) -> list[ArticleRow]:
    """All rows of the list."""
    return [row for row in map(paper.main.rows.row, range(len(paper.main.rows))) if row]


def story_row(paper: Paper) -> ArticleRow:
    """The first row that stands for a story, the cursor put on it."""
    found = next(row for row in rows_of(paper) if row.others)
    paper.main.articles.move_to(found.id)
    return found


def tellings(engine: Engine, row: ArticleRow) -> set[int]:
    """The articles of the story of that row."""
    return {each.row.id for each in engine.stories.tellings(row.id)}


async def test_one_row_stands_for_a_story_and_tells_how_many_carry_it(paper: Paper, engine: Engine) -> None:
    row = story_row(paper)
    told = tellings(engine, row)
    assert len(told) > 1
    assert told.intersection(one.id for one in rows_of(paper)) == {row.id}
    assert paper.shows(f"+{row.others}")


@pytest.mark.parametrize("width", [60, 80, 120, 170])
async def test_how_many_carry_it_is_told_at_any_width(open_paper: Open, width: int) -> None:
    async with open_paper(size=(width, 30)) as paper:
        row = story_row(paper)
        assert any(f"+{row.others}" in line and row.title[:12] in line for line in paper.lines())


async def test_a_source_of_its_own_is_not_folded(paper: Paper, engine: Engine) -> None:
    row = story_row(paper)
    paper.main.open_scope(Scope(ScopeKind.SOURCE, row.source_id))
    await paper.settle()
    assert len(rows_of(paper)) == len(engine.page(Scope(ScopeKind.SOURCE, row.source_id), 100))


async def test_a_key_unfolds_all_tellings_and_folds_them_again(paper: Paper, engine: Engine) -> None:
    row, before = story_row(paper), paper.titles
    await paper.press("a")
    shown = rows_of(paper)
    place = [one.id for one in shown].index(row.id)
    under = shown[place + 1 : place + len(tellings(engine, row))]
    assert {row.id, *(one.id for one in under)} == tellings(engine, row)
    assert all(one.telling in ("copy", "angle") for one in under)
    assert paper.current.id == row.id
    await paper.press("j", "a")
    assert (paper.titles, paper.current.id) == (before, row.id)


async def test_reading_a_telling_marks_its_row_and_no_other_article(paper: Paper, engine: Engine) -> None:
    row = story_row(paper)
    other = next(one for one in tellings(engine, row) if one != row.id)
    paper.main.read(other)
    await paper.settle()
    again = next(one for one in rows_of(paper) if one.id == row.id)
    assert again.read
    read = {one.id for one in engine.page(Scope(), 100) if one.read}
    assert read & tellings(engine, row) == {other}
    await paper.press("h", "a")
    assert {one.id for one in rows_of(paper) if one.read} & tellings(engine, row) == {other}


async def test_one_read_is_all_read_by_a_setting(open_paper: Open, engine: Engine) -> None:
    async with open_paper(Settings(webmail="zeelandnet", story_read="all")) as paper:
        row = story_row(paper)
        paper.main.read(row.id)
        await paper.settle()
        assert all(each.row.read for each in engine.stories.tellings(row.id))


async def test_a_story_is_followed_from_the_list_and_no_longer(paper: Paper, engine: Engine) -> None:
    row = story_row(paper)
    await paper.press("F")
    assert paper.status == "Je volgt dit verhaal."
    assert row.id in paper.main.rows.followed
    assert any("◆" in line and row.title[:20] in line for line in paper.lines())
    await paper.press("F")
    assert row.id not in paper.main.rows.followed
    assert engine.stories.followed() == []


async def test_a_telling_is_split_off_and_joined_again(paper: Paper, engine: Engine) -> None:
    row = story_row(paper)
    whole = tellings(engine, row)
    await paper.press("X")
    assert tellings(engine, row) == set()
    paper.main.articles.move_to(row.id)
    await paper.press("J")
    assert "J" in paper.status
    paper.main.articles.move_to(next(iter(whole - {row.id})))
    await paper.press("J")
    assert tellings(engine, row) == whole


async def test_splitting_off_and_joining_are_undone_in_turn_with_marks(paper: Paper, engine: Engine) -> None:
    row = story_row(paper)
    whole, titles = tellings(engine, row), paper.titles
    await paper.press("X")
    assert tellings(engine, row) == set()
    assert len(paper.titles) == len(titles) + 1
    paper.main.articles.move_to(row.id)
    await paper.press("M", "J")
    stranger = next(one for one in rows_of(paper) if not one.others and one.id not in whole)
    paper.main.articles.move_to(stranger.id)
    await paper.press("J")
    assert tellings(engine, row) == {row.id, stranger.id}
    await paper.press("z")
    assert paper.status == "De verhalen zijn weer zoals ze waren."
    assert tellings(engine, row) == set()
    await paper.press("z")
    assert paper.status == "1 markering teruggezet"
    await paper.press("z")
    assert (tellings(engine, row), paper.titles) == (whole, titles)
    await paper.press("z")
    assert paper.status == "Er is niets om ongedaan te maken."


async def test_what_belongs_with_an_article_stands_under_its_reason(paper: Paper, engine: Engine) -> None:
    row = story_row(paper)
    paper.main.read(row.id)
    await paper.settle()
    reasons = [each.why for each in engine.related(row.id)]
    order = ["telling", "angle", "earlier", "about", "section", "source"]
    assert reasons == sorted(reasons, key=order.index)
    await paper.press("G")
    assert paper.shows("Meer uit")
    number = next(place for place, why in enumerate(reasons, 1) if why in ("telling", "angle"))
    await paper.press(str(number))
    assert paper.main.view.article is not None
    assert paper.main.view.article.row.id in tellings(engine, row) - {row.id}


async def test_without_stories_the_list_is_as_it_came(open_paper: Open, engine: Engine) -> None:
    async with open_paper(Settings(webmail=CHOSEN.webmail, stories=False)) as paper:
        assert [row.id for row in rows_of(paper)] == [row.id for row in engine.page(Scope(), 100)]
        await paper.press("a")
        assert "staan uit" in paper.status


async def test_a_related_story_can_be_chosen_before_it_has_come(paper: Paper, engine: Engine) -> None:
    row = story_row(paper)
    paper.main.forget_ahead()
    paper.main.read(row.id)
    assert paper.main.view.related == ()
    wanted = engine.related(row.id)[1].row.id
    paper.main.action_related(2)
    await paper.settle()
    assert paper.main.view.article is not None
    assert paper.main.view.article.row.id == wanted


async def test_a_mark_on_a_story_builds_on_the_key_before_it(paper: Paper, engine: Engine) -> None:
    row = story_row(paper)
    for _ in range(2):
        paper.main.action_save()
        paper.main.action_mark()
    await paper.settle()
    assert paper.marks == (False, False)
    assert not any(each.row.read or each.row.saved for each in engine.stories.tellings(row.id))
    for _ in range(4):
        paper.main.action_undo()
    await paper.settle()
    assert paper.status == paper.main.texts.undone(1)
    paper.main.action_save()
    await paper.settle()
    assert paper.marks == (False, True)


async def test_a_mark_on_a_story_builds_on_those_of_another_reader(paper: Paper, engine: Engine) -> None:
    row = story_row(paper)
    other = next(one for one in tellings(engine, row) if one != row.id)
    assert paper.marks == (False, False)
    await engine.mark([row.id], saved=True)
    await engine.mark([other], read=True)
    paper.main.action_save()
    await paper.settle()
    assert paper.status == paper.main.texts.not_saved
    assert paper.marks == (True, False)
    paper.main.action_mark()
    await paper.settle()
    assert paper.status == paper.main.texts.now_unread
    assert paper.marks == (False, False)
    assert not any(each.row.read for each in engine.stories.tellings(row.id))
