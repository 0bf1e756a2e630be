"""Addresses inside HTML and XHTML, seen from the right base."""

from __future__ import annotations

import pytest

from newsreader.model import ParsedFeed
from newsreader.sources.feed import parse

HTML = "type='html'>&lt;img src='foto.jpg'></content>"
DIV = "<div xmlns='http://www.w3.org/1999/xhtml' xml:base='een/'>"
XHTML = f"{DIV}<p xml:base='twee/'><img src='foto.jpg'/></p></div>"


def picture(content: str, attributes: str = "") -> str:
    feed = parse(
        f"<feed xmlns='http://www.w3.org/2005/Atom' {attributes}><entry>{content}</entry></feed>".encode(),
        url="https://krant.example/feed/atom",
    )
    assert isinstance(feed, ParsedFeed)
    return feed.entries[0].content[0].url


@pytest.mark.parametrize(
    ("content", "attributes", "address"),
    [
        (f"<content {HTML}", "", "https://krant.example/feed/foto.jpg"),
        (f"<content {HTML}", "xml:base='/a/'", "https://krant.example/a/foto.jpg"),
        (f"<content xml:base='b/' {HTML}", "xml:base='/a/'", "https://krant.example/a/b/foto.jpg"),
        (f"<content type='xhtml'>{XHTML}</content>", "", "https://krant.example/feed/een/twee/foto.jpg"),
        (f"<content type='xhtml' xml:base='/a/'>{XHTML}</content>", "", "https://krant.example/a/een/twee/foto.jpg"),
    ],
)  # fmt: skip
def test_base_of_a_picture(content: str, attributes: str, address: str) -> None:
    assert picture(content, attributes) == address
