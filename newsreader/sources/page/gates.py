"""Pages that stand before the news: a consent gate, a login, a captcha, a shell that needs JavaScript."""

from __future__ import annotations

import re

from selectolax.lexbor import LexborHTMLParser

from newsreader.model import ProblemKind

_CONSENT_ADDRESS = re.compile(
    r"//(?:[\w-]+\.)*(?:consent|myprivacy|privacy-?gate|cookiewall)[\w.-]*/|/(?:consent|privacy-gate|cookiewall)\b"
)
_CONSENT = re.compile(
    r"\b(?:cookies?|toestemming|consent|privacyinstellingen|privacy settings|before you continue"
    r"|voordat je verdergaat)\b",
    re.IGNORECASE,
)
_ACCEPT = re.compile(
    r"\b(?:akkoord|accepteer|accepteren|toestaan|instemmen|ga akkoord|accept(?: all)?"
    r"|agree|allow all|reject all|weigeren)\b",
    re.IGNORECASE,
)
_LOGIN = re.compile(
    r"\b(?:log in|inloggen|aanmelden|wachtwoord|sign in|subscribe to (?:read|continue)|abonneer|word abonnee"
    r"|alleen voor abonnees"
    r"|verder lezen\?|subscribers only)\b",
    re.IGNORECASE,
)
_SCRIPT = re.compile(
    r"\bjavascript\b|captcha|ben je een robot|are you a (?:human|robot)"
    r"|verify(?:ing)? (?:that )?you are human"
    r"|checking your browser|just a moment",
    re.IGNORECASE,
)
_SHELL = 200  # characters of text: a page with less has its text made by a script


def gate_of(page: LexborHTMLParser, url: str) -> ProblemKind | None:
    """Which gate the page is, asked when no news was found on it; None when it is none."""
    body = page.body
    if body is None:
        return None
    scripts = bool(page.css("script[src], script:not([type])"))
    hints = " ".join(node.text() for node in page.css("noscript, title"))
    passwords = bool(page.css_first("input[type=password]"))
    buttons = " ".join(
        _label(node.text(), node.attributes) for node in page.css("button, a, input[type=submit]")
    )
    page.strip_tags(["script", "style", "noscript", "template"])
    text = body.text(separator=" ")
    if _CONSENT_ADDRESS.search(url) or (_CONSENT.search(text) and _ACCEPT.search(buttons)):
        return ProblemKind.CONSENT
    if passwords or _LOGIN.search(text):
        return ProblemKind.LOGIN
    short = len(" ".join(text.split())) < _SHELL
    if (short and scripts) or _SCRIPT.search(hints) or (short and _SCRIPT.search(text)):
        return ProblemKind.SCRIPT
    return None


def _label(text: str, attributes: dict[str, str | None]) -> str:
    return text or attributes.get("value") or ""
