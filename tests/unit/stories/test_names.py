"""Proper names: capitals that are not only those of a sentence or of a headline."""

from __future__ import annotations

import pytest

from newsreader.stories.names import headline_names, key, names


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Volgens Mark de Vries is het klaar.", ("Mark de Vries",)),
        ("De brug in Den Haag is dicht. Morgen opent Vlissingen.", ("Den Haag", "Vlissingen")),
        ("Brug dicht. Het verkeer staat stil.", ()),
        ("Minister Jansen zwijgt.", ("Jansen",)),
        ("NAVO beraadt zich.", ("NAVO",)),
        ("Jansen komt. Later zag men Jansen gaan.", ("Jansen",)),
        ("Met Ajax, Feyenoord en PSV erbij.", ("Ajax", "Feyenoord", "PSV")),
        ("", ()),
    ],
)
def test_names(text: str, expected: tuple[str, ...]) -> None:
    assert names(text) == expected


def test_a_headline_in_capitals_is_believed_where_the_text_agrees_in_its_order() -> None:
    title = "Mayor Of Harwick Opens New Bridge After Long Delay"
    text = "The mayor said that people in Harwick had waited."
    assert headline_names(title, text) == ("Harwick",)
    assert headline_names("Bridge in Harwick opens after a long delay", "") == ("Harwick",)
    title = "Neighbours Rescue Jan Pier And Kees Dam From Fire In Veere"
    text = "People said that Kees Dam and Jan Pier got out, near Veere."
    assert headline_names(title, text) == ("Kees Dam", "Jan Pier", "Veere")


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Parijs", "Paris"),
        ("Mark de Vries", "De Vries"),
        ("VLISSINGEN", "Vlissingen"),
        ("Belém", "Belem"),
        ("Oekraïne", "Ukraine"),
    ],
)
def test_two_writings_of_a_name_have_one_key(one: str, other: str) -> None:
    assert key(one) == key(other)
