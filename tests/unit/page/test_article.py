"""Articles on any page: dates, subheadings, what is not text, and gates."""

from __future__ import annotations

import json
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Protocol

import pytest

from newsreader.model import Page, Problem, ProblemKind
from newsreader.sources.page import parse_article, parse_list


class Parse(Protocol):
    def __call__(self, body: bytes, *, url: str, now: datetime) -> object: ...


NOW = datetime(2026, 1, 5, 16, 0, tzinfo=UTC)
URL = "https://krant.example.nl/2026/veerpont-krijgt-elektrische-motor"
DATED = {"@type": "Article", "datePublished": "2026-01-05T10:00:00+01:00"}
TITLE = "Veerpont krijgt elektrische motor"
LEAD = "De veerpont over het kanaal vaart vanaf maart op stroom. Dat scheelt veertigduizend liter diesel."
MORE = "De schipper is er blij mee. Hij hoort de vogels weer, zegt hij, en de reizigers ook zijn grappen."
GATES = Path(__file__).parents[2] / "data" / "pages" / "gates"


def read(html: str) -> Page:
    found = parse_article(html.encode(), url=URL, now=NOW)
    assert isinstance(found, Page)
    return found


def outline(html: str) -> list[tuple[str, str]]:
    return [(block.kind.value, block.text) for block in read(html).entry.content]


TEXT = [("paragraph", LEAD), ("heading", "Stiller op het water"), ("paragraph", MORE)]


@pytest.mark.parametrize(
    "subheading",
    [
        "</p><h2>{}</h2><p>",
        "</p><p><strong>{}</strong></p><p>",
        "</p><div style='font-weight: bold'>{}</div><p>",
        "</p><p>{}</p><p>",
        "<br><br>{}<br><br>",
        "<br><br><b>{}</b><br>",
        "<br>{}<br>",
    ],
)
def test_subheadings(subheading: str) -> None:
    html = f"<h1>{TITLE}</h1><div><p>{LEAD}{subheading.format('Stiller op het water')}{MORE}</p></div>"
    assert outline(html) == TEXT


@pytest.mark.parametrize(
    "words", ["Reacties uit de stad", "Door het ijs gezakt", "Deel van de weg", "Terug naar school"]
)
def test_subheadings_that_resemble_menus_stay(words: str) -> None:
    assert outline(f"<h1>{TITLE}</h1><p>{LEAD}</p><h2>{words}</h2><p>{MORE}</p>") == [
        TEXT[0],
        ("heading", words),
        TEXT[2],
    ]


@pytest.mark.parametrize("tail", ["1", "", "x", "facebook,"])
def test_many_names_of_share_bars_are_read_in_one_go(tail: str) -> None:
    names = "x " * 70 + tail
    shown = [("paragraph", names)] if tail == "1" else []
    assert outline(f"<h1>{TITLE}</h1><p>{LEAD}</p><p>{names}</p><p>{MORE}</p>") == [TEXT[0], *shown, TEXT[2]]


def test_a_bold_lead_and_short_sentences_are_no_headings() -> None:
    html = f"<h1>{TITLE}</h1><p><b>{LEAD}</b></p><p>Eindelijk.</p><p>{MORE}</p>"
    assert [kind for kind, _ in outline(html)] == ["paragraph"] * 3


def test_what_surrounds_the_text_is_left_out() -> None:
    html = (
        "<div role=dialog>Kies je voorkeur voor de webmail van dit portaal.</div>"
        "<nav><a href=/>Voorpagina</a></nav>"
        f"<main><article><h1>{TITLE}</h1><p>Door Els Baak</p><p>5 januari 2026, 14:10</p><p>{LEAD}</p>"
        "<p>Deel dit artikel: Facebook WhatsApp</p>"
        "<figure><img src=/pont.jpg><figcaption>De pont</figcaption></figure>"
        f"<blockquote>{MORE}</blockquote><ul><li>één<li>twee</ul>"
        "<p><a href='/abonnee'>Word lid</a></p></article></main>"
        "<p>Wij gebruiken cookies om deze site te verbeteren.</p><footer>© Krant</footer>"
    )
    assert outline(html) == [
        ("paragraph", LEAD),
        ("image", "De pont"),
        ("quote", MORE),
        ("item", "één"),
        ("item", "twee"),
    ]


@pytest.mark.parametrize(
    ("head", "published"),
    [
        (
            f"<script type=application/ld+json>{json.dumps(DATED)}</script>",
            9,
        ),
        ('<meta property="article:published_time" content="2026-01-05T08:30:00Z">', 8.5),
        ('<meta property="article:published_time" content="2026-01-05T10:00:00">', 9),
    ],
)
def test_dates_from_the_head(head: str, published: float) -> None:
    entry = read(f"<head>{head}</head><h1>{TITLE}</h1><p>{LEAD}</p><p>{MORE}</p>").entry
    assert entry.published == datetime(2026, 1, 5, tzinfo=UTC) + timedelta(hours=published)
    assert entry.published_until is None


def test_an_age_under_the_headline_is_the_articles_own() -> None:
    entry = read(f"<h1>{TITLE}</h1><p>2 uur geleden</p><p>{LEAD}</p><p>{MORE}</p>").entry
    assert (entry.published, entry.published_until) == (NOW - timedelta(hours=3), NOW - timedelta(hours=2))
    assert len(entry.content) == 2


def test_metadata() -> None:
    entry = read(
        "<html lang=nl><head><title>x</title><script type='application/ld+json'>[{'broken</script>"
        '<script type="application/ld+json">{"@graph":[{"@type":["NewsArticle"],"headline":"' + TITLE + '",'
        '"author":[{"name":"Els Baak"}],"articleSection":["Zeeland"],'
        '"image":{"url":"/pont.jpg"}}]}</script></head>'
        f"<body><div>{TITLE}</div><div>{LEAD}</div><div>{MORE}</div>"
    ).entry
    assert (entry.title, entry.section, entry.language) == (TITLE, "Zeeland", "nl")
    assert [person.name for person in entry.authors] == ["Els Baak"]
    assert entry.images[0].url == "https://krant.example.nl/pont.jpg"


def test_the_text_of_a_shell_comes_from_its_json_ld() -> None:
    html = (
        '<script type="application/ld+json">{"@type":"NewsArticle","headline":"' + TITLE + '","articleBody":"'
        f'{LEAD}\\n\\n{MORE}"' + "}</script><div id=app></div><script src=a.js></script>"
    )
    assert outline(html) == [("paragraph", LEAD), ("paragraph", MORE)]


@pytest.mark.parametrize("parse", [parse_article, parse_list])
@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("consent", ProblemKind.CONSENT),
        ("login", ProblemKind.LOGIN),
        ("script", ProblemKind.SCRIPT),
        ("captcha", ProblemKind.SCRIPT),
        ("no_articles", ProblemKind.NO_ARTICLES),
    ],
)
def test_gates(parse: Parse, name: str, kind: ProblemKind) -> None:
    found = parse((GATES / f"{name}.html").read_bytes(), url=URL, now=NOW)
    assert found == Problem(kind, URL)


@pytest.mark.parametrize("parse", [parse_article, parse_list])
@pytest.mark.parametrize("body", [b"", b" \n", b"\xef\xbb\xbf"])
def test_nothing_is_empty(parse: Parse, body: bytes) -> None:
    assert parse(body, url=URL, now=NOW) == Problem(ProblemKind.EMPTY, URL)


def test_an_article_about_cookies_is_no_gate() -> None:
    html = f"<h1>Bakker gebruikt cookies als bezorgloon</h1><p>{LEAD}</p><p>{MORE}</p>"
    html += "<button>Accepteren</button>"
    assert len(read(html).entry.content) == 2
