"""The portal's pages: the same news from every markup."""

from __future__ import annotations

import random
import re
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsreader.model import Entry, Page, ParsedFeed
from newsreader.sources.page import parse_article, parse_list
from newsreader.sources.page.ages import age_interval
from tests.unit.page.markups import ALL
from tests.unit.page.portal import ARTICLE_URL, HOST, LIST_URL, NEWS, Markup, article_page, list_page

NOW = datetime(2026, 1, 5, 16, 0, tzinfo=UTC)
MARKUPS = pytest.mark.parametrize("markup", ALL.values(), ids=list(ALL))


def article(html: str | bytes, content_type: str = "") -> Page:
    body = html.encode() if isinstance(html, str) else html
    found = parse_article(body, url=ARTICLE_URL, content_type=content_type, now=NOW)
    assert isinstance(found, Page)
    return found


def listing(html: str) -> ParsedFeed:
    found = parse_list(html.encode(), url=LIST_URL, now=NOW)
    assert isinstance(found, ParsedFeed)
    return found


def outline(entry: Entry) -> list[tuple[str, str]]:
    return [(block.kind.value, block.text) for block in entry.content]


def teaser(entry: Entry) -> tuple[str, str, str, object]:
    summary = " ".join(block.text for block in entry.summary)
    return entry.title, entry.url, summary, (entry.published, entry.published_until)


EXPECTED_TEXT = [({"p": "paragraph", "h": "heading"}[kind], text) for kind, text in NEWS["article"]["parts"]]
EXPECTED_LIST = [
    (item["title"], f"{HOST}/nieuws/{item['slug']}", item["summary"], age_interval(item["age"], NOW))
    for item in NEWS["teasers"]
]
EXPECTED_LATEST = [
    ("Tholen", datetime(2026, 1, 5, 15, 30, tzinfo=UTC)),
    ("Middelburg", datetime(2026, 1, 5, 14, 5, tzinfo=UTC)),
    ("Goes", datetime(2026, 1, 4, 22, 50, tzinfo=UTC)),
]


@MARKUPS
def test_an_article_is_read_the_same_from_every_markup(markup: Markup) -> None:
    page = article(article_page(markup))
    assert page.entry.title == NEWS["article"]["title"]
    assert outline(page.entry) == EXPECTED_TEXT
    assert page.entry.section == "Buitenland"


@MARKUPS
def test_the_section_list_comes_whole_and_never_dates_the_article(markup: Markup) -> None:
    page = article(article_page(markup))
    assert [teaser(entry) for entry in page.section_list] == EXPECTED_LIST
    assert {entry.section for entry in page.section_list} == {"Buitenland"}
    assert (page.entry.published, page.entry.published_until) == (None, None)


@MARKUPS
def test_a_list_page_is_read_the_same_from_every_markup(markup: Markup) -> None:
    found = listing(list_page(markup))
    teasers, latest = found.entries[: len(EXPECTED_LIST)], found.entries[len(EXPECTED_LIST) :]
    assert found.format == "page"
    assert [teaser(entry) for entry in teasers] == EXPECTED_LIST
    assert {entry.section for entry in teasers} == {"Buitenland"}
    assert [(*entry.categories, entry.published) for entry in latest] == EXPECTED_LATEST
    assert {entry.section for entry in latest} == {""}
    assert [entry.title for entry in latest] == [item["title"] for item in NEWS["latest"]]


@MARKUPS
@given(seed=st.integers())
def test_names_of_classes_and_ids_change_nothing(markup: Markup, seed: int) -> None:
    names = random.Random(seed)

    def renamed(match: re.Match[str]) -> str:
        words = ("article", "nav", "footer", "cookie", "hidden", "title", "ad", "meer-uit", "teaser")
        return f"<{match[1]} class='{names.choice(words)}' id='{names.choice(words)}'{match[2]}"

    plain = re.sub(r"\s(?:class|id)=(?:'[^']*'|\w+)", "", article_page(markup))
    html = re.sub(
        r"<(div|p|span|table|td|h\d|ul|li|section|a|dl|dd)\b([^>]*>)", renamed, plain, flags=re.IGNORECASE
    )
    assert article(html) == article(plain)


def test_the_age_glued_to_the_next_dateline_keeps_items_whole() -> None:
    html = (
        "<h1>Een kop van deze pagina</h1><p>" + "Tekst van dit bericht. " * 5 + "</p><h2>Meer uit Tholen</h2>"
        "<div>THOLEN - De haven is weer open na de storm. 10 uur geledenSTAVENISSE - De kerkklok "
        "loopt voor het eerst in jaren gelijk. Dat vond de koster. 2 dagen geleden</div>"
    )
    first, second = article(html).section_list
    assert first.summary[0].text == "THOLEN - De haven is weer open na de storm."
    assert second.summary[0].text.endswith("Dat vond de koster.")
    assert [entry.published for entry in (first, second)] == [
        NOW - timedelta(hours=11),
        NOW - timedelta(days=3),
    ]


def test_glued_labels_are_taken_off_by_the_address() -> None:
    rows = [
        ("ANPNAVO oefent bij eiland", "navo-oefent-bij-eiland"),
        ("ANPR-camera's langs de weg", "anprcameras-langs-de-weg"),
    ]
    html = "".join(
        f"<li><a href='/nieuws/{slug}'>{title}</a><p>Een samenvatting van dit bericht.</p>1 uur geleden</li>"
        for title, slug in rows
    )
    assert [entry.title for entry in listing(f"<ul>{html}</ul>").entries] == [
        "NAVO oefent bij eiland",
        "ANPR-camera's langs de weg",
    ]


def test_an_article_in_two_lists_is_one_with_its_exact_time() -> None:
    html = (
        "<h2>Net binnen</h2><p>Tholen 16:30 <a href='/nieuws/brug-is-weer-open'>Brug is weer open</a></p>"
        "<h2>Buitenland</h2><div><h3><a href='/nieuws/brug-is-weer-open'>Brug is weer open</a></h3>"
        "<p>De brug was een dag dicht voor onderhoud.</p><p>1 uur geleden</p></div>"
    )
    (entry,) = listing(html).entries
    assert (entry.published, entry.published_until) == (EXPECTED_LATEST[0][1], None)
    assert (entry.section, entry.categories) == ("Buitenland", ("Tholen",))
    assert entry.summary[0].text == "De brug was een dag dicht voor onderhoud."


@pytest.mark.parametrize("encoding", ["iso-8859-1", "windows-1252", "utf-8", "utf-16"])
def test_encodings_without_a_header(encoding: str) -> None:
    html = article_page(ALL["tables"]).replace("’", "'")
    assert outline(article(html.encode(encoding)).entry) == EXPECTED_TEXT


@pytest.mark.parametrize(
    "charset", ["undefined", "idna", "punycode", "rot13", "hex", "x" * 300, "utf-7", "\0"]
)
def test_a_charset_that_is_none_is_not_believed(charset: str) -> None:
    html = article_page(ALL["semantic"]).encode()
    assert outline(article(html, f"text/html; charset={charset}").entry) == EXPECTED_TEXT


def test_a_page_of_the_portal_over_a_day_tells_intervals_that_contain_the_truth() -> None:
    published = datetime(2026, 1, 5, 6, 13, 40, tzinfo=UTC)
    for minutes in range(1, 24 * 60, 10):
        now = published + timedelta(minutes=minutes, seconds=13)
        shown = f"{minutes} minuten geleden" if minutes < 60 else f"{minutes // 60} uur geleden"
        interval = age_interval(shown, now)
        assert interval is not None
        assert interval[0] < published <= interval[1]
