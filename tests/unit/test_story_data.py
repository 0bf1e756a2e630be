"""The evaluation set keeps its promises: how much there is, which traps, and that the halves do not mix."""

from __future__ import annotations

from collections import Counter
from datetime import timedelta
from itertools import pairwise

import pytest

from tests.stories.figures import traps
from tests.stories.load import HALVES, Article, bilingual, load

TRAPS = {
    "consecutive-stock-closes",
    "consecutive-weather",
    "correction",
    "cross-language",
    "elections-two-countries",
    "live-blog",
    "rail-and-bus-strikes",
    "round-up",
    "same-politician-same-day",
    "same-subject",
    "similar-court-cases",
    "similar-events",
    "two-accidents-one-road",
    "two-earthquakes",
    "two-fires-one-town",
    "two-matches-one-day",
    "two-recalls",
    "two-transfers-one-club",
    "witness-calls",
    "yearly-event",
}


def stories(articles: list[Article]) -> dict[str, list[Article]]:
    found: dict[str, list[Article]] = {}
    for article in articles:
        found.setdefault(article.story, []).append(article)
    return found


@pytest.fixture(params=HALVES)
def half(request: pytest.FixtureRequest) -> list[Article]:
    return load(str(request.param))


def test_there_is_enough_of_every_size(half: list[Article]) -> None:
    sizes = Counter(len(told) for told in stories(half).values())
    assert len(half) >= 210
    assert sizes.total() >= 65
    assert 0.3 <= sizes[1] / len(half) <= 0.45
    assert set(sizes) >= {1, 2, 3, 4, 5, 6}
    assert max(sizes) in {8, 9}


def test_most_is_dutch_and_some_stories_are_told_in_both_languages(half: list[Article]) -> None:
    assert {article.lang for article in half} == {"nl", "en"}
    assert 0.65 <= sum(article.lang == "nl" for article in half) / len(half) <= 0.8
    assert 4 <= len(bilingual(half)) <= 8


def test_it_is_three_weeks_and_a_story_is_over_in_two_days(half: list[Article]) -> None:
    assert timedelta(days=17) < half[-1].published - half[0].published < timedelta(days=22)
    for told in stories(half).values():
        assert told[-1].published - told[0].published <= timedelta(days=2), told[0].story


def test_ids_are_unique_and_in_the_order_of_time(half: list[Article]) -> None:
    assert all(one.id < other.id for one, other in pairwise(half))


def test_texts_are_whole_and_of_one_to_six_paragraphs(half: list[Article]) -> None:
    for article in half:
        assert article.title
        assert 1 <= len(article.text) <= 6, article.id
        assert all(line == " ".join(line.split()) != "" for line in (article.title, *article.text)), (
            article.id
        )
        assert len(article.about) >= 1


def test_a_story_has_one_topic(half: list[Article]) -> None:
    for told in stories(half).values():
        assert len({article.topic for article in told}) == 1, told[0].story
    topics = Counter({article.story: article.topic for article in half}.values())
    assert sum(count > 1 for count in topics.values()) >= 15


def test_only_near_copies_have_the_text_of_another_and_none_has_its_title(half: list[Article]) -> None:
    by_id = {article.id: article for article in half}
    copies = [article for article in half if article.near_copy_of]
    assert len(copies) >= 15
    for copy in copies:
        original = by_id[copy.near_copy_of]
        assert (original.story, original.lang) == (copy.story, copy.lang)
        assert original.published < copy.published
        assert original.text[0].endswith(copy.text[0])
    own = [article.text for article in half if not article.near_copy_of]
    assert len(set(own)) == len(own)
    assert len({article.title.casefold() for article in half}) == len(half)


def test_every_kind_of_trap_is_there(half: list[Article]) -> None:
    assert set(traps(half)) == TRAPS
    for trap, ids in traps(half).items():
        assert len(ids) >= (1 if trap == "round-up" else 3), trap


def test_the_halves_have_no_event_nor_text_in_common() -> None:
    tune, held = (load(name) for name in HALVES)
    assert len(tune) + len(held) >= 420
    for field in ("id", "story", "topic", "title", "text"):
        assert not {getattr(one, field) for one in tune} & {getattr(one, field) for one in held}, field
