"""The texts of what can be set for one source."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple


class OwnWords(NamedTuple):
    """One field a text; `names` are those of the settings."""

    names: Mapping[str, str]
    general: str
    full_texts: Mapping[str, str]
    yes: str
    no: str
    logins: Mapping[str, str]
    ask_basic: str
    ask_bearer: str
    kept: str
    wrong: str
    headers: str


NL = OwnWords(
    names={
        "name": "Naam",
        "section": "Rubriek",
        "interval": "Minuten tussen bezoeken",
        "full_text": "Hele tekst ophalen",
        "limited": "Telt verzoeken: niets vooraf ophalen",
        "user_agent": "User-Agent",
        "headers": "Eigen headers",
        "login": "Inloggen",
        "proxy": "Proxy",
        "keep": "Hoogstens bewaren",
        "stories": "In verhalen opnemen",
    },
    general="zoals bij alle bronnen",
    full_texts={"true": "altijd", "auto": "als het bericht is afgebroken", "false": "nooit"},
    yes="ja",
    no="nee",
    logins={"": "niet", "basic": "met naam en wachtwoord", "bearer": "met een token"},
    ask_basic="naam:wachtwoord",
    ask_bearer="token",
    kept="De inloggegevens zijn bewaard.",
    wrong="Dat kan hier niet staan.",
    headers="Headers, bijvoorbeeld X-Sleutel: abc; X-Taal: nl",
)

EN = OwnWords(
    names={
        "name": "Name",
        "section": "Section",
        "interval": "Minutes between visits",
        "full_text": "Fetch the full text",
        "limited": "Counts requests: fetch nothing beforehand",
        "user_agent": "User agent",
        "headers": "Headers of its own",
        "login": "Log in",
        "proxy": "Proxy",
        "keep": "Keep at most",
        "stories": "Join stories",
    },
    general="as for all sources",
    full_texts={"true": "always", "auto": "when the article breaks off", "false": "never"},
    yes="yes",
    no="no",
    logins={"": "no", "basic": "with a name and a password", "bearer": "with a token"},
    ask_basic="name:password",
    ask_bearer="the token",
    kept="The login has been kept.",
    wrong="That cannot stand here.",
    headers="Headers, such as X-Key: abc; X-Language: nl",
)
