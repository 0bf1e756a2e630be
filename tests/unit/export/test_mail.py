"""Letters: what a mail program reads is the title and the address, whatever is in them."""

from __future__ import annotations

from urllib.parse import parse_qs, urlsplit

import pytest

from newsreader.export.mail import mailto


@pytest.mark.parametrize(
    "title", ["Brug open", "R&D: 100% #1 + 2?", "à “b” €", "a\r\nBcc: x@y.nl", "\x1b[2J"]
)
def test_a_letter_holds_the_title_and_the_address(title: str) -> None:
    url = "https://e.nl/a?b=1&c=d%20e#f"
    parts = urlsplit(mailto(title, url))
    fields = parse_qs(parts.query, strict_parsing=True)
    one_line = " ".join(title.replace("\x1b", "").split())
    assert (parts.scheme, parts.path, sorted(fields)) == ("mailto", "", ["body", "subject"])
    assert fields["subject"] == [one_line]
    assert fields["body"] == [f"{one_line}\r\n\r\n{url}\r\n"]
    assert "+" not in parts.query
    assert parts.query.isascii()
