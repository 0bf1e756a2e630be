"""Making way for keys: only while they come, by a known part, and never for ever."""

from __future__ import annotations

from math import inf

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsreader.attention import LONGEST, PAINT, RECENT, REST, Attention

SECONDS = st.floats(0, 1e6)


def pressed(now: float) -> Attention:
    """A key came then."""
    attention = Attention()
    attention.note(now)
    return attention


@given(now=SECONDS, took=SECONDS)
def test_where_no_key_came_nothing_makes_way(now: float, took: float) -> None:
    attention = Attention()
    assert not attention.is_given(now)
    assert attention.rest(now, took) == attention.pause(now, took) == 0
    assert not attention.defers(now, now, inf)


@pytest.mark.parametrize(("after", "given_"), [(0.0, True), (RECENT - 0.01, True), (RECENT, False)])
def test_another_key_is_expected_for_a_while(after: float, given_: bool) -> None:
    assert pressed(100.0).is_given(100.0 + after) is given_


def test_the_last_key_counts() -> None:
    attention = pressed(100.0)
    attention.note(100.0 + RECENT)
    assert attention.is_given(100.0 + RECENT)


@given(took=st.lists(st.floats(0, LONGEST / REST), min_size=1))
def test_under_constant_keys_work_goes_on_at_a_quarter_of_its_rate(took: list[float]) -> None:
    attention = pressed(100.0)
    rested = sum(attention.rest(100.0, each) for each in took)
    assert sum(took) == pytest.approx((sum(took) + rested) / (1 + REST))


@given(took=SECONDS)
def test_no_rest_is_long_whatever_a_piece_of_work_had_to_wait_for(took: float) -> None:
    assert pressed(100.0).rest(100.0, took) <= LONGEST


@given(after=st.floats(0, 2 * PAINT), took=SECONDS)
def test_what_a_reader_waits_for_pauses_only_until_a_key_is_painted(after: float, took: float) -> None:
    pause = pressed(0.0).pause(after, took)
    assert 0 <= pause <= REST * took
    assert after + pause <= max(after, PAINT) + 1e-9


def test_what_a_reader_waits_for_pauses_as_long_as_other_work_rests() -> None:
    assert pressed(100.0).pause(100.0, PAINT / REST / 2) == pytest.approx(PAINT / 2)


def test_what_waits_is_put_off_while_keys_come_but_not_for_ever() -> None:
    attention = pressed(100.0)
    assert attention.defers(100.0, since=98.0, longest=3.0)
    assert not attention.defers(100.0, since=97.0, longest=3.0)
    assert not attention.defers(100.0 + RECENT, since=100.0, longest=3.0)


def test_the_key_that_asked_for_work_does_not_hold_it_up() -> None:
    attention = pressed(100.0)
    attention.release()
    assert not attention.is_given(100.0)
