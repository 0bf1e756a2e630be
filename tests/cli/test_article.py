"""`show` and `related`."""

from __future__ import annotations

from datetime import datetime

import pytest

from tests.cli.conftest import Run
from tests.cli.test_listing import FIELDS


@pytest.fixture
def molen(run: Run, stored: datetime) -> str:
    """The number of the article with a text."""
    return str(run("search", "molen draait", "--json").json[0]["id"])


def test_show_adds_the_text_and_what_belongs_to_it(run: Run, molen: str) -> None:
    shown = run("show", molen, "--json").json
    added = ["author", "dateline", "language", "blocks", "links", "images", "missing", "related"]
    assert list(shown) == [*FIELDS, *added]
    assert shown["author"] == "Jo Pier"
    assert shown["dateline"] == {"places": ["MIDDELBURG"], "agencies": ["ANP"]}
    assert shown["blocks"][:2] == [
        {"kind": "paragraph", "text": "Bij het loket is koffie."},
        {"kind": "heading", "text": "Wieken", "level": 2},
    ]
    assert shown["blocks"][3]["url"] == "https://molen.example/avond.jpg"
    assert shown["blocks"][3]["alt"] == shown["images"][0]["alt"] == "Vier wieken tegen een rode lucht"
    assert shown["blocks"][5] == {"kind": "table", "text": "uur\twind\n12\t4"}
    assert shown["links"] == [{"url": "https://molen.example/loket", "text": "loket"}]
    assert shown["images"][0]["credit"] == "J. Pier"
    (other,) = shown["related"]
    assert list(other) == ["id", "title", "summary", "age", "why", "detail", "source", "new"]
    assert other["title"].startswith("Brug")
    assert other["why"] == "section"


def test_related_alone_is_the_same_list(run: Run, molen: str) -> None:
    assert run("related", molen, "--json").json == run("show", molen, "--json").json["related"]
    assert run("related", molen).out.startswith("Meer uit Zeeland:\n")


def test_show_as_text_has_every_part_of_the_article(run: Run, molen: str) -> None:
    text = run("show", molen).out
    for part in (
        "Molen draait weer\n",
        "Molenpost · Zeeland · door Jo Pier · ",
        "33 minuten geleden\n",
        "\nMIDDELBURG · ANP\n",
        "Bij het loket [1] is koffie.\n",
        "\n- vier wieken\n",
        "[Foto] De molen bij avond (Vier wieken tegen een rode lucht)\n",
        "    draai()\n      stop()\n",
        "uur  wind\n12   4\n",
        "[1] https://molen.example/loket\n",
        "Meer uit Zeeland:\n",
    ):
        assert part in text


def test_a_date_that_is_not_known_exactly_is_not_told(run: Run, stored: datetime) -> None:
    number = run("search", "brug", "--json").json[0]["id"]
    assert "Molenpost · Zeeland · 1 uur geleden\n" in run("show", str(number)).out


@pytest.mark.parametrize("command", ["show", "related"])
@pytest.mark.parametrize("number", ["404", str(2**63 - 1)])
def test_an_article_that_is_not_there_is_a_failure_in_one_line(run: Run, command: str, number: str) -> None:
    ran = run(command, number, "--json")
    assert (ran.status, ran.out) == (1, "")
    assert number in ran.err
    assert ran.err.count("\n") == 1


@pytest.mark.parametrize("number", ["0", "-1", "x", "1.5", "²", str(2**63), ""])
def test_what_is_no_number_of_an_article_is_wrong_use(run: Run, number: str) -> None:
    ran = run("show", "--", number)
    assert (ran.status, ran.out) == (2, "")
    assert ran.err.count("\n") == 1
