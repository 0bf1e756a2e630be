"""HTML documents: one file that needs no other and asks nothing of the net."""

from __future__ import annotations

import re
from base64 import b64encode

from lxml import etree
from selectolax.lexbor import LexborHTMLParser

from newsreader.export.edition import single
from newsreader.export.html import edition_html
from tests.unit.export.samples import LABELS, MOLEN, MOMENT, PNG, edition


def test_an_edition_is_one_document_with_contents_that_lead_to_its_articles() -> None:
    document = edition_html(edition(), LABELS)
    assert document.startswith('<!DOCTYPE html>\n<html lang="nl">')
    tree = LexborHTMLParser(document)
    assert [node.text() for node in tree.css("title")] == ["Krant <van> & vandaag"]
    targets = [link.attributes["href"] for link in tree.css("nav a")]
    assert targets == ["#a1", "#a2"]
    assert all(tree.css_first(str(target)) for target in targets)
    assert [node.text() for node in tree.css("h1, h2, h3")] == [
        "Krant <van> & vandaag", "Inhoud", "Zeeland", "Molen *draait* weer", "Sport", "Koers",
    ]  # fmt: skip
    assert [node.text() for node in tree.css("h4")] == ["Wieken"]


def test_it_needs_nothing_from_elsewhere() -> None:
    document = edition_html(edition(), LABELS)
    assert re.findall(r' src="(.{22})', document) == ["data:image/png;base64,"]
    assert b64encode(PNG).decode() in document
    assert "default-src 'none'" in document
    assert not re.search(r"<(?:script|link|iframe)\b|url\(", document)


def test_what_could_break_it_is_written_as_text() -> None:
    document = edition_html(edition(), LABELS)
    assert "Vreemd  &amp; &lt;b&gt; [2J teken<br/>volgende regel" in document
    assert "\x1b" not in document
    etree.fromstring(document.removeprefix("<!DOCTYPE html>\n"))


def test_one_article_stands_alone() -> None:
    tree = LexborHTMLParser(edition_html(single(MOLEN, "maandag", MOMENT), LABELS))
    assert not tree.css("nav, header, h3")
    assert [node.text() for node in tree.css("h1, h2")] == ["Molen *draait* weer", "Wieken"]
    pictures = [link.attributes["href"] for link in tree.css("p.picture a")]
    assert pictures == ["https://molen.example/avond.jpg", "https://molen.example/molen.png"]
