"""An article's address as a letter that is ready to be sent (RFC 6068)."""

from urllib.parse import quote

from newsreader import gate

_LONGEST = 1_500
"""Characters of a field: beyond some 2,000 in all, programs cut the address, or refuse it."""


def mailto(title: str, url: str) -> str:
    """The address of a letter to nobody yet, with the title for its subject and the address in its text."""
    subject, body = gate.line(title, 300), f"{gate.line(title, 300)}\r\n\r\n{gate.address(url, _LONGEST)}\r\n"
    return f"mailto:?subject={quote(subject, safe='')}&body={quote(body, safe='')}"
