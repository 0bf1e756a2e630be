"""What belongs with an article, why, and how much of it is new."""

from __future__ import annotations

from newsreader.stories.related import related
from newsreader.stories.telling import rank
from newsreader.stories.timeline import novelty
from newsreader.stories.weight import hours, weight
from tests.unit.stories.news import START, WIRE, item, vectors

NEWS = vectors(
    [
        item(1, "Sloebrug bij Vlissingen staat open en kan niet dicht", WIRE, hours=100),
        item(2, "Verkeer moet uren omrijden door kapotte brug", WIRE, hours=101),
        item(3, "Sloebrug Vlissingen defect", "Sensor kapot, zegt Noordervaart in Middelburg.", hours=102),
        item(4, "Sloebrug bij Vlissingen krijgt een nieuwe sensor", "Noordervaart begint.", hours=70),
        item(5, "Sloebrug bij Vlissingen geel geverfd door Noordervaart", "Beheerder kiest verf.", hours=105),
        item(6, "Prijs van de oliebol stijgt", "De bakkers klagen over meel.", hours=99),
    ]
)


def test_tellings_then_earlier_then_about() -> None:
    found = related(
        NEWS[1],
        [NEWS[2], NEWS[3]],
        [NEWS[each] for each in (4, 5, 6)],
        {1: 1, 2: 1, 3: 1, 4: 4, 5: 5, 6: 6},
    )
    assert [(each.article, each.why) for each in found] == [
        (3, "angle"),
        (2, "telling"),
        (4, "earlier"),
        (5, "about"),
    ]
    assert 0 < found[2].new < 1


def test_an_earlier_story_stands_under_an_article_once() -> None:
    stories = {1: 1, 4: 4, 5: 4}
    found = related(NEWS[1], [], [NEWS[4], NEWS[5]], stories)
    assert [each.article for each in found] == [4]


def test_of_what_is_about_the_same_each_story_comes_before_a_second_telling_of_any() -> None:
    news = vectors(
        [
            item(1, "Sloebrug bij Vlissingen staat open", WIRE),
            item(2, "Noordervaart verft de Sloebrug bij Vlissingen", "Geel.", hours=30),
            item(3, "Sloebrug bij Vlissingen wordt geel door Noordervaart", "Verf.", hours=31),
            item(4, "Directeur Noordervaart vertrekt naar Vlissingen", "Hij was er lang.", hours=40),
        ]
    )
    found = related(news[1], [], [news[each] for each in (2, 3, 4)], {1: 1, 2: 2, 3: 2, 4: 4})
    assert {each.why for each in found} == {"about"}
    assert {each.article for each in found[:2]} in ({2, 4}, {3, 4})
    assert len(found) == 3


def test_a_place_is_left_for_the_section() -> None:
    many = vectors(
        [item(number, f"Sloebrug bij Vlissingen, deel {number}", WIRE, hours=100) for number in range(1, 30)]
    )
    others = [many[each] for each in range(2, 30)]
    assert (
        len(related(many[1], others[:9], others[9:], {each: 1 if each < 11 else each for each in many})) <= 8
    )


def test_what_an_earlier_article_told_is_not_new() -> None:
    assert novelty(NEWS[1], [NEWS[1]]) == 0
    assert novelty(NEWS[1], [NEWS[6]]) == 1
    assert novelty(NEWS[1], [NEWS[4]]) < 1
    assert novelty(vectors([item(7, "")])[7], []) == 0


def test_the_best_telling_is_complete_then_preferred_then_early() -> None:
    long, short = 2_000, 150
    tellings = [
        rank(1, short, "nos", 1, ["nos"]),
        rank(2, long, "anp", 2, ["nos"]),
        rank(3, long, "nos", 3, ["nos"]),
        rank(4, long, "anp", 1, ["nos"]),
    ]
    assert [each.id for each in sorted(tellings)] == [3, 4, 2, 1]


def test_a_story_weighs_more_with_more_sources_and_less_when_it_is_over() -> None:
    now = START
    fresh = weight(4, [now - 60, now - 600], now)
    assert fresh > weight(2, [now - 60, now - 600], now)
    assert fresh > weight(4, [now - 90_000, now - 91_000], now)
    assert weight(1, [], now) == 0 or weight(1, [], now) < fresh


def test_the_hours_end_with_the_present_one() -> None:
    assert hours([START, START - 10, START - 3600, START - 90_000], START, 3) == (0, 1, 2)
