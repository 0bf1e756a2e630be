"""The headline under a dialog that asks for a webmail, in old and odd markup."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from newsreader.model import Page
from newsreader.sources.page import parse_article
from newsreader.sources.page.metadata import Metadata
from newsreader.sources.page.title import without_site

NOW = datetime(2026, 1, 5, 16, 0, tzinfo=UTC)
URL = "https://krant.example.nl/nieuws/veerpont-krijgt-elektrische-motor"
TITLE = "Veerpont krijgt elektrische motor"
LEAD = "De veerpont over het kanaal vaart vanaf maart op stroom. Dat scheelt veertigduizend liter diesel."
MORE = "De schipper is er blij mee. Hij hoort de vogels weer, zegt hij, en de reizigers ook zijn grappen."
DIALOGS = (
    "<h2>Kies je webmail</h2><p>Het portaal heeft twee soorten webmail, dus vragen wij je te kiezen.</p>",
    "<h1>Kies je webmail</h1><p>Welke webmail gebruik je? Wij onthouden dat op dit apparaat.</p>",
    "<b>Kies je webmail<br>Welke webmail gebruik je? Wij onthouden dat.</b><br><br>",
    "<B>Kies je webmail</B><BR>Er zijn twee soorten webmail, dus vragen wij je te kiezen.<BR>",
)
HEADS = (
    f"<div>{TITLE}<br>{TITLE}</div>",
    f"<p><b>{TITLE}<br>{TITLE}</b></p>",
    f"<font>{TITLE}</font><br><font>{TITLE}</font><br><br>",
    f"{TITLE}<BR>{TITLE}<BR>",
    f"<h1>{TITLE}</h1><h1>{TITLE}</h1>",
)


@pytest.mark.parametrize(
    "url", [URL, "https://krant.example.nl/artikel?id=4", ""], ids=["slug", "id", "file"]
)
@pytest.mark.parametrize("document_title", ["", f"{TITLE} | ZeelandNet"], ids=["untitled", "titled"])
@pytest.mark.parametrize("dialog", DIALOGS, ids=["h2", "h1", "bold", "upper"])
@pytest.mark.parametrize("head", HEADS, ids=["div", "p", "font", "br", "h1"])
def test_the_dialog_is_never_the_article(url: str, document_title: str, dialog: str, head: str) -> None:
    html = (
        f"<HTML><HEAD><TITLE>{document_title}</TITLE></HEAD><BODY><TABLE><TR><TD>{dialog}</TD></TR>"
        f"<TR><TD>{head}{LEAD}<BR><BR>{MORE}</TD></TR></TABLE></BODY></HTML>"
    )
    found = parse_article(html.encode("iso-8859-1"), url=url, now=NOW)
    assert isinstance(found, Page)
    assert found.entry.title == TITLE
    assert [block.text for block in found.entry.content] == [LEAD, MORE]


def test_a_page_without_a_headline_has_its_document_title_without_the_site() -> None:
    html = f"<title>Nieuws van vandaag | ZeelandNet</title>{DIALOGS[0]}<p>{LEAD}</p><p>{MORE}</p>"
    found = parse_article(html.encode(), url=URL, now=NOW)
    assert isinstance(found, Page)
    assert found.entry.title == "Nieuws van vandaag"
    assert [block.text for block in found.entry.content] == [LEAD, MORE]


@pytest.mark.parametrize(
    ("document_title", "expected"),
    [
        (f"{TITLE} | ZeelandNet", TITLE),
        (f"{TITLE} - Krant", TITLE),
        (f"{TITLE} – De Bode", TITLE),
        ("Brand in Goes bedwongen - drie gewonden", "Brand in Goes bedwongen - drie gewonden"),
        (TITLE, TITLE),
    ],
)
def test_the_name_of_the_site_is_no_headline(document_title: str, expected: str) -> None:
    assert without_site(Metadata(document_title=document_title, site="De Bode"), URL) == expected
