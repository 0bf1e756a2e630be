"""Leads that stand over anything join nothing, and one common word makes nothing be about the same."""

from __future__ import annotations

import pytest

from newsreader.stories.related import related
from tests.unit.stories.news import WIRE, item, joined, vectors

COOKIES = (
    "Om deze inhoud te tonen is uw toestemming nodig voor het plaatsen van bestanden door derden in uw"
    " browser. Kies hieronder voor doorgaan, of pas uw voorkeur aan onder aan de pagina bij instellingen."
    " Meer daarover staat in onze verklaring over gegevens van bezoekers, waarin alles wordt uitgelegd."
)
LIVE = (
    "Hier leest u het laatste nieuws van onze verslaggevers ter plaatse, met beelden, reacties en duiding."
    " Vernieuw de pagina voor de jongste berichten; de oudste staan onderaan, met het tijdstip erbij."
)
WEATHER = (
    "Het weerbericht wordt gemaakt door weerkundige Aaltje Pronk van Weerstation Walcheren en geldt voor"
    " heel Zeeland, met de Zeeuwse wateren, de stranden en de eilanden. De verwachting van vandaag:"
)
TRAFFIC = (
    "Kijk voor de actuele stand van zaken op de borden boven de weg of luister naar de zender, die elk"
    " half uur met een overzicht van vertragingen komt. Houd afstand en rijd rustig, zegt Wegbeheer."
)


@pytest.mark.parametrize(
    ("lead", "one", "other"),
    [
        (COOKIES, "Wielrenner Duinker wint de Ronde van Borsele", "Haven van Terneuzen krijgt nieuwe kraan"),
        (LIVE, "Kamer praat over de begroting van Financiën", "Orkaan Hortensia bereikt kust van Florida"),
        (TRAFFIC, "Ongeluk met tankauto bij knooppunt Markiezaat", "Sneeuw in de Eifel stremt autobaan"),
        ("Advertentie\n" + COOKIES, "Museum toont doeken van Toorop", "Bakker stopt na halve eeuw"),
    ],
)
def test_one_lead_over_two_stories_of_two_sources_joins_nothing(lead: str, one: str, other: str) -> None:
    news = [item(1, one, f"{lead}\n{one} vandaag."), item(2, other, f"{lead}\n{other} deze week.", hours=1)]
    assert joined(news) == [[1], [2]]


def test_weather_of_one_source_under_its_fixed_lead_is_another_story_each_day() -> None:
    today = item(1, "Het weer in Zeeland: zonnig met een bries", f"{WEATHER} zon.", source=9)
    tomorrow = item(
        2, "Het weer in Zeeland: buien en onweer", f"{WEATHER} regen en donder.", source=9, hours=20
    )
    assert joined([today, tomorrow]) == [[1], [2]]


def test_a_correction_of_one_source_is_still_a_copy() -> None:
    first = item(1, "Sloebrug bij Vlissingen staat open en kan niet dicht", WIRE, source=9)
    again = item(2, "Sloebrug bij Vlissingen staat open, kan niet dicht", WIRE, source=9, hours=3)
    assert joined([first, again]) == [[1, 2]]


@pytest.mark.parametrize(
    "furniture",
    [
        "Advertentie",
        "Deze website gebruikt cookies voor statistieken. Accepteer alle cookies.",
        "Schrijf je in voor onze dagelijkse nieuwsbrief!",
        "Dit artikel wordt bijgewerkt. Volg ons ook op de bekende kanalen.",
        "This site uses cookies. Sign up for the morning newsletter.",
    ],
)
def test_what_stands_before_a_text_hides_no_copy(furniture: str) -> None:
    plain = item(1, "Sloebrug bij Vlissingen staat open en kan niet dicht", WIRE)
    dressed = item(3, "Verkeer moet uren omrijden door kapotte brug", f"{furniture}\n{WIRE}", hours=1)
    found = vectors([plain, dressed])
    assert found[1].of.sketch == found[3].of.sketch
    assert joined([plain, dressed]) == [[1, 3]]


@pytest.mark.parametrize("said", ["In dit liveblog volgt u alles. ", "Dit liveblog is gesloten. "])
def test_a_live_blog_that_only_says_so_in_its_text_stays_by_itself(said: str) -> None:
    title = "Sloebrug bij Vlissingen staat open en kan niet dicht"
    assert joined([item(1, title, WIRE), item(7, title, said + WIRE, hours=1)]) == [[1], [7]]
    speaks = WIRE + " Het liveblog van de beheerder werd veel gelezen."
    assert joined([item(1, title, WIRE), item(7, title, speaks, hours=1)]) == [[1, 7]]


def test_one_word_in_the_text_makes_nothing_be_about_the_same() -> None:
    strike = item(
        1, "Vuilnis blijft staan in Terneuzen", "De vuilnismannen eisen een steiger bij de kade.", hours=9
    )
    others = [
        item(2, "Publiek zakt door steiger", "Wie won er?", hours=4),
        item(3, "Vuilnis stapelt zich op", "Hoe lang duurt de staking nog?", hours=5),
        item(4, "Raad van Terneuzen komt bijeen", "Burgemeester Aarsen leidt het debat.", hours=6),
    ]
    found = vectors([strike, *others])
    about = related(found[1], [], [found[each] for each in (2, 3, 4)], {})
    assert {each.article for each in about} == {3, 4}
