"""The measures, against figures worked out by hand."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from math import log2

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.stories.baselines import (
    Link,
    NearestByCosine,
    NewestOfSection,
    cosine_links,
    jaccard,
    joined,
    same,
)
from tests.stories.load import Article, bilingual
from tests.stories.metrics import Groups, Score, b_cubed, b_cubed_each, ndcg_at, pairwise, precision_at
from tests.stories.mistakes import lines, worst
from tests.stories.replay import READ_AFTER, asked, grade

NOON = datetime(2026, 11, 2, 12, 0, tzinfo=UTC)


def groups(*members: str) -> dict[str, int]:
    """`groups("ab", "c")`: a and b in one group, c in another."""
    return {article: number for number, together in enumerate(members) for article in together}


def article(name: str, story: str = "", minutes: int = 0, **fields: object) -> Article:
    values: dict[str, object] = {
        "id": name,
        "source": "omroep",
        "section": "binnenland",
        "published": NOON + timedelta(minutes=minutes),
        "lang": "nl",
        "title": name,
        "text": (name,),
        "story": story or name,
        "topic": story or name,
        "about": frozenset(),
    }
    return Article(**(values | fields))  # type: ignore[arg-type]  # a test names only the fields it is about


# --- stories


TRUTH = groups("abcde", "fg", "hijkl")


def test_b_cubed_of_the_first_example_of_bagga_and_baldwin() -> None:
    score = b_cubed(groups("abcde", "fghijkl"), TRUTH)
    assert score.precision == pytest.approx((5 * 1 + 2 * 2 / 7 + 5 * 5 / 7) / 12)
    assert score.recall == 1
    assert score.precision == pytest.approx(0.76, abs=0.005)


def test_b_cubed_of_their_second_example() -> None:
    score = b_cubed(groups("abcdehijkl", "fg"), TRUTH)
    assert score.precision == pytest.approx((10 * 0.5 + 2) / 12)
    assert score.precision == pytest.approx(0.58, abs=0.005)
    assert score.recall == 1


def test_b_cubed_recall_of_a_story_in_pieces() -> None:
    score = b_cubed(groups("abc", "de"), groups("abcde"))
    assert score.precision == 1
    assert score.recall == pytest.approx((3 * 3 / 5 + 2 * 2 / 5) / 5)
    assert score.f1 == pytest.approx(2 * 0.52 / 1.52)


def test_b_cubed_over_some_articles_keeps_the_groups_whole() -> None:
    found, truth = groups("abc"), groups("ab", "c")
    assert b_cubed(found, truth, ["c"]) == Score(1 / 3, 1.0)
    assert b_cubed(found, truth, []) == Score(0.0, 0.0)


def test_an_article_that_was_put_nowhere_is_an_error() -> None:
    with pytest.raises(KeyError):
        b_cubed({"a": 1}, groups("ab"))


def test_articles_outside_the_truth_do_not_count() -> None:
    assert b_cubed(groups("abc"), groups("ab")) == Score(1.0, 1.0)


def test_pairwise_counts_pairs() -> None:
    assert pairwise(groups("abc", "de"), groups("ab", "cde")) == Score(2 / 4, 2 / 4)
    assert pairwise(groups("a", "b"), groups("ab")) == Score(1.0, 0.0)


def test_f1_of_nothing_right_is_nothing() -> None:
    assert Score(0.0, 0.0).f1 == 0


letters = st.dictionaries(st.sampled_from("abcdefgh"), st.integers(0, 3), min_size=1)


@given(letters)
def test_the_truth_itself_is_right(truth: Groups) -> None:
    assert b_cubed(truth, truth) == pairwise(truth, truth) == Score(1.0, 1.0)


@given(letters)
def test_singletons_are_precise_and_one_heap_is_complete(truth: Groups) -> None:
    assert b_cubed({name: name for name in truth}, truth).precision == 1
    assert b_cubed(dict.fromkeys(truth, 0), truth).recall == 1
    assert set(b_cubed_each(truth, truth)) == set(truth)


# --- rankings


def test_precision_at_five_is_over_what_could_have_stood_there() -> None:
    grades = {"a": 3, "b": 1, "x": 0}
    assert precision_at(["a", "x", "b"], grades) == 1
    assert precision_at(["x", "a"], grades) == 0.5
    seven = dict.fromkeys("abcdefg", 2)
    assert precision_at(["a", "b", "x", "y", "z", "c"], seven) == pytest.approx(2 / 5)


def test_ndcg_by_hand() -> None:
    grades = {"a": 3, "b": 2, "c": 1, "x": 0}
    best = 7 + 3 / log2(3) + 1 / log2(4)
    assert ndcg_at(["a", "b", "c"], grades) == pytest.approx(1)
    assert ndcg_at(["x", "a", "c"], grades) == pytest.approx((7 / log2(3) + 1 / log2(4)) / best)
    assert ndcg_at(["x", "x", "x", "x", "x", "a"], grades) == 0


def test_a_question_without_an_answer_measures_nothing() -> None:
    for measure in (precision_at, ndcg_at):
        with pytest.raises(ValueError, match="nothing is relevant"):
            measure(["x"], {"x": 0})


# --- in the order of time


def test_grades() -> None:
    first = article("a", "s", topic="t", about=frozenset("xy"))
    assert grade(first, article("b", "s")) == 3
    assert grade(first, article("b", topic="t")) == 2
    assert grade(first, article("b", about=frozenset("xyz"))) == 1
    assert grade(first, article("b", about=frozenset("x"))) == 0


def test_a_question_is_asked_when_the_article_is_read_of_what_is_there_by_then() -> None:
    after = int(READ_AFTER.total_seconds()) // 60
    told = [article("a", "s"), article("b", "s", after), article("c", "s", after + after + 1), article("d")]
    told.sort(key=lambda one: one.published)
    questions = {
        one.id: (list(ranked), dict(grades)) for one, ranked, grades in asked(NewestOfSection(), told)
    }
    assert questions == {
        "a": (["b", "d"], {"b": 3, "d": 0}),
        "b": (["d", "a"], {"a": 3, "d": 0}),
        "c": (["b", "d", "a"], {"a": 3, "b": 3, "d": 0}),
    }


def test_a_story_in_two_languages() -> None:
    told = [article("a", "s"), article("b", "s", lang="en"), article("c", lang="en")]
    assert bilingual(told) == {"s"}


# --- baselines


def test_links_are_followed_where_they_are_strong_enough() -> None:
    links = [Link("a", "", 0.0), Link("b", "a", 0.4), Link("c", "b", 0.5), Link("d", "a", 0.1)]
    assert joined(links, 0.4) == {"a": "a", "b": "a", "c": "a", "d": "d"}
    assert joined(links, 0.5) == {"a": "a", "b": "b", "c": "b", "d": "d"}


def test_titles() -> None:
    assert same("Brand in Goes", "brand in goes") == 1
    assert same("Brand in Goes", "Brand in Kapelle") == 0
    assert jaccard("Brand in Goes", "Brand in Kapelle!") == pytest.approx(2 / 4)


def test_cosine_finds_the_article_with_the_same_words() -> None:
    told = [article("a", text=("brand op de kade",)), article("b", text=("wolf in het bos",))]
    told.append(article("c", text=("een brand op een kade",)))
    link = cosine_links(told)[-1]
    assert (link.article, link.nearest) == ("c", "a")
    assert 0 < link.likeness < 1
    nearest = NearestByCosine()
    for one in told:
        nearest.add(one)
    assert list(nearest.related(told[0], 5)) == ["c"]


# --- mistakes


def test_the_worst_stories_come_first_with_the_strangers_in_them() -> None:
    told = [article("a", "s"), article("b", "s"), article("c", "t"), article("d", "u")]
    found = groups("ac", "b", "d")
    assert worst(found, told) == [("s", 1.5), ("t", 0.5)]
    text = "\n".join(lines(found, told, 1))
    assert "s: 2 tellings in 2 groups" in text
    assert "≠ c" in text
