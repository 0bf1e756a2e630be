"""Lists whose items have no element of their own, or elements that no standard names."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from newsreader.model import Page
from newsreader.sources.blocks import blocks
from newsreader.sources.page import parse_article

NOW = datetime(2026, 1, 5, 16, 0, tzinfo=UTC)
URL = "https://krant.example.nl/nieuws/veerpont-krijgt-elektrische-motor"
TITLE = "Veerpont krijgt elektrische motor"
LEAD = "De veerpont over het kanaal vaart vanaf maart op stroom. Dat scheelt veertigduizend liter diesel."
MORE = "De schipper is er blij mee. Hij hoort de vogels weer, zegt hij, en de reizigers ook zijn grappen."
ITEMS = (
    (
        "Molen van Hoek draait weer",
        "molen-van-hoek-draait-weer",
        "De molen stond twee jaar stil.",
        "1 uur geleden",
    ),
    ("Brug bij Sluiskil dicht", "brug-bij-sluiskil-dicht", "De brug is dicht tot woensdag.", "2 uur geleden"),
    (
        "Haven krijgt nieuwe kraan",
        "haven-krijgt-nieuwe-kraan",
        "De kraan komt uit Finland.",
        "3 dagen geleden",
    ),
)


def read(html: str) -> Page:
    found = parse_article(html.encode(), url=URL, now=NOW)
    assert isinstance(found, Page)
    return found


@pytest.mark.parametrize(
    "item",
    [
        "<a href='/nieuws/{1}'>{0}</a>{2}<span>{3}</span>",
        "<b><a href='/nieuws/{1}'>{0}</a></b> {2} <i>{3}</i>\n",
        "<span>{3}</span><a href='/nieuws/{1}'>{0}</a>{2}",
        "<a href='/nieuws/{1}'>{0}</a> {2} {3} ",
        "<z-item><z-title><a href='/nieuws/{1}'>{0}</a></z-title><z-p>{2}</z-p><z-age>{3}</z-age></z-item>",
        "<z-item><z-title>{0}</z-title><z-p>{2}</z-p><z-age>{3}</z-age></z-item>",
    ],
    ids=["plain", "bold", "age_first", "text", "custom", "custom_unlinked"],
)
@pytest.mark.parametrize("wrapper", ["{}", "<div>{}</div>"], ids=["bare", "wrapped"])
def test_every_item_comes_whole(item: str, wrapper: str) -> None:
    rows = wrapper.format("".join(item.format(*each) for each in ITEMS))
    listed = read(f"<h1>{TITLE}</h1><p>{LEAD}</p><h2>Meer uit Zeeland</h2>{rows}").section_list
    assert [(entry.title, entry.summary[0].text) for entry in listed] == [
        (each[0], each[2]) for each in ITEMS
    ]
    assert all(entry.published for entry in listed)


def test_an_article_in_elements_of_its_own_making() -> None:
    html = f"<z-page><z-title>{TITLE}</z-title><z-p>{LEAD}</z-p>\n<z-p>{MORE}</z-p></z-page>"
    entry = read(f"<p>Welkom op onze vernieuwde site, veel plezier ermee.</p>{html}").entry
    assert (entry.title, [block.text for block in entry.content]) == (TITLE, [LEAD, MORE])


def test_a_custom_element_in_a_sentence_is_inline() -> None:
    (block,) = blocks("<p>De <z-term>sluis</z-term> is dicht.</p>")
    assert block.text == "De sluis is dicht."
