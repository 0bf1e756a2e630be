"""The same story: what joins, what stays apart, and that the reader has the last word."""

from __future__ import annotations

import random

from newsreader.stories.bonds import Bonds
from newsreader.stories.clustering import Clustering
from newsreader.stories.features import features, unpack, unpack_all
from newsreader.stories.likeness import vector
from tests.unit.stories.news import WIRE, item, joined, vectors

BRIDGE = item(1, "Sloebrug bij Vlissingen staat open en kan niet dicht", WIRE)
OTHER_WORDS = item(
    2,
    "Storing aan Sloebrug legt verkeer Vlissingen stil",
    "Een sensor van de Sloebrug is stuk. Automobilisten rijden om via Middelburg, zegt Noordervaart.",
    hours=2,
)
COPY = item(3, "Verkeer moet uren omrijden door kapotte brug", WIRE, hours=1)
LATER = item(4, "Sloebrug bij Vlissingen staat open en kan niet dicht", WIRE, hours=24 * 30)
FIRE = item(
    5,
    "Brand in loods aan de Handelskade in Vlissingen",
    "De brandweer van Vlissingen bluste een brand bij botenbouwer Kwakkelaar.",
    hours=3,
)
SECOND_FIRE = item(
    6,
    "Woningbrand in Vlissingen: bewoner van de Badhuisstraat gewond",
    "In een huis aan de Badhuisstraat vatte een frituurpan vlam. Mevrouw Ruisdonk is naar het ziekenhuis.",
    hours=4,
)


def test_other_words_for_one_event_join() -> None:
    assert joined([BRIDGE, OTHER_WORDS]) == [[1, 2]]


def test_a_copy_under_another_headline_joins_and_is_told() -> None:
    clustering = Clustering()
    for each in vectors([BRIDGE, COPY]).values():
        clustering.add(each)
    assert clustering.story_of == {1: -1, 3: -1}
    assert (clustering.copy_of(1), clustering.copy_of(3)) == (0, 1)


def test_two_fires_in_one_town_are_two() -> None:
    assert joined([FIRE, SECOND_FIRE]) == [[5], [6]]


def test_beyond_the_window_nothing_joins() -> None:
    assert joined([BRIDGE, LATER]) == [[1], [4]]


def test_only_headlines_are_enough_where_they_share_enough() -> None:
    one = item(1, "Ajaxspeler Brouwerij breekt been in duel met Scheldestad")
    other = item(2, "Brouwerij (Ajax) breekt been tegen Scheldestad", hours=1)
    assert joined([one, other]) == [[1, 2]]
    assert joined([item(1, "Kort nieuws"), item(2, "Kort nieuws")]) == [[1], [2]]
    assert joined([item(1, ""), item(2, "")]) == [[1], [2]]


def test_a_live_blog_stays_by_itself() -> None:
    live = item(7, "LIVE | Sloebrug bij Vlissingen staat open en kan niet dicht", WIRE, hours=1)
    assert joined([BRIDGE, live]) == [[1], [7]]


def test_the_reader_has_the_last_word() -> None:
    assert joined([BRIDGE, OTHER_WORDS], Bonds([(1, 2, False)])) == [[1], [2]]
    assert joined([FIRE, SECOND_FIRE], Bonds([(5, 6, True)])) == [[5, 6]]


def test_an_article_that_belongs_to_two_stories_makes_them_one_unless_forbidden() -> None:
    clustering = Clustering()
    news = vectors([BRIDGE, OTHER_WORDS, COPY])
    clustering.learn(news[1], 10)
    clustering.learn(news[2], 20)
    assert clustering.add(news[3]) == 10
    clustering.tidy([10])
    assert clustering.merged == [(20, 10)]
    apart = Clustering(Bonds([(1, 2, False)]))
    apart.learn(news[1], 10)
    apart.learn(news[2], 20)
    apart.add(news[3])
    apart.tidy([10, 20])
    assert apart.merged == []


def test_the_same_articles_give_the_same_stories() -> None:
    items = [BRIDGE, OTHER_WORDS, COPY, LATER, FIRE, SECOND_FIRE]
    first = joined(items)
    for seed in range(5):
        shuffled = random.Random(seed).sample(items, len(items))
        assert joined(sorted(shuffled, key=lambda each: each.moment)) == first


def test_features_come_back_as_they_were_packed() -> None:
    for each in (BRIDGE, item(9, ""), item(8, "LIVE | Wat", "the of and in a to is was for on")):
        found = features(each)
        assert unpack(each.id, found.pack()) == found


def test_of_many_articles_a_term_and_a_weight_are_in_the_memory_once() -> None:
    found = {each.id: features(each) for each in (BRIDGE, COPY, LATER)}
    unpacked = unpack_all({one: each.pack() for one, each in found.items()})
    assert unpacked == found
    terms = [term for each in unpacked.values() for term in each.terms]
    assert len({*map(id, terms)}) == len({*terms}) < len(terms)
    kept: dict[float, float] = {}
    made = [
        vector(each, lambda terms, _: [1.0 + term % 7 for term in terms], kept) for each in unpacked.values()
    ]
    weights = [weight for each in made for weight in each.weights.values()]
    assert len({*map(id, weights)}) == len({*weights}) < len(weights)
