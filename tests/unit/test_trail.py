"""The trail of stories: back, forward, a new way, and never without end."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from newsreader.ui.screens.reading.trail import LONGEST, Step, Trail
from newsreader.ui.widgets.article_view import Place


def walked(*articles: int) -> Trail:
    trail = Trail()
    for article in articles:
        trail = trail.to(article)
    return trail


def test_an_empty_trail_leads_nowhere() -> None:
    trail = Trail()
    assert (trail.here, trail.walk(-1), trail.walk(1)) == (None, None, None)
    assert trail.left_at(Place(3)) == trail


def test_back_and_forward_stop_at_the_ends() -> None:
    trail = walked(1, 2)
    assert trail.here == Step(2)
    assert trail.walk(1) is None
    back = trail.walk(-1)
    assert back is not None
    assert (back.here, back.walk(-1)) == (Step(1), None)
    assert back.walk(1) == trail


def test_a_new_way_gives_up_the_old_one() -> None:
    back = walked(1, 2, 3).walk(-1)
    assert back is not None
    assert [step.article_id for step in back.to(9).steps] == [1, 2, 9]


def test_the_same_article_again_is_no_step() -> None:
    assert walked(1, 2, 2) == walked(1, 2)
    assert len(walked(1, 2, 1).steps) == 3


def test_the_line_is_remembered_where_it_was_left() -> None:
    trail = walked(1).left_at(Place(2, 5)).to(2).left_at(Place(7))
    back = trail.walk(-1)
    assert back is not None
    assert back.here == Step(1, Place(2, 5))
    forward = back.left_at(Place(3)).walk(1)
    assert forward is not None
    assert forward.here == Step(2, Place(7))
    assert forward.steps[0] == Step(1, Place(3))


@given(st.lists(st.integers(1, 5) | st.sampled_from([-1, 0]), max_size=400))
def test_however_it_is_walked_there_is_a_place_on_it(moves: list[int]) -> None:
    trail = Trail()
    for move in moves:
        if move > 0:
            trail = trail.to(move)
            assert trail.here is not None
            assert trail.here.article_id == move
        else:
            trail = trail.walk(move or 1) or trail
        assert len(trail.steps) <= LONGEST
        assert (trail.here is None) == (not trail.steps)


def test_a_long_trail_forgets_its_beginning() -> None:
    trail = walked(*range(1, LONGEST + 11))
    assert len(trail.steps) == LONGEST
    assert trail.steps[0] == Step(11)
    assert trail.here == Step(LONGEST + 10)
