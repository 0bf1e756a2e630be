"""How a source is: what was wrong with its feed, and what has become of it."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import datetime
from typing import TYPE_CHECKING, NamedTuple

from newsreader import gate
from newsreader.model import Preview, SourceKind, SourceStatus
from newsreader.model.visit import PATIENCE
from newsreader.words import ages
from newsreader.words.counting import en_count, nl_count

if TYPE_CHECKING:
    from newsreader.words import Words


class HealthWords(NamedTuple):
    """A text for every warning of a feed, in a field of its name, and for what else is told of a source."""

    # warnings
    gzipped: str
    wrong_charset: str
    malformed_xml: str
    malformed_json: str
    junk_before: str
    truncated: str
    too_long: str
    too_deep: str
    unsafe_entities: str
    undated: str
    bad_date: str
    no_ids: str
    empty_feed: str
    future_date: str
    # what has become of it
    fine: str
    moved: str
    moved_to: Callable[[str], str]
    retired: str
    slowed: Callable[[int], str]
    instead: Callable[[str, str], str]
    instead_add: Callable[[str], str]
    nothing_instead: str
    lost: str
    which: str
    # a feed that can be followed
    candidate: Callable[[str, str, int, str], str]
    feed: str
    page: str
    newest: Callable[[str], str]
    undated_feed: str

    def notice(self, key: str) -> str:
        """What has become of a source at a visit: `moved` or `retired`."""
        return str(getattr(self, key))

    def warnings(self, keys: Iterable[str]) -> list[str]:
        """The warnings in words; a key that an older or newer program has left is left out."""
        return [str(getattr(self, key)) for key in keys if key in HealthWords._fields]


NL = HealthWords(
    gzipped="ingepakt zonder dat de server het zei",
    wrong_charset="de letters staan in een andere codering dan beloofd",
    malformed_xml="de XML klopt niet; gelezen is wat te begrijpen was",
    malformed_json="de JSON klopt niet; gelezen is wat heel aankwam",
    junk_before="er staat rommel vóór het begin van de feed",
    truncated="het einde ontbreekt; wat heel aankwam is gelezen",
    too_long="te lang; alleen het eerste deel is gelezen",
    too_deep="te diep genest; de binnenste lagen zijn platgeslagen",
    unsafe_entities="vreemde verwijzingen (entiteiten) zijn overgeslagen",
    undated="er zijn berichten zonder datum",
    bad_date="er is een datum die niet te begrijpen is",
    no_ids="er zijn berichten zonder kenmerk en zonder adres",
    empty_feed="de feed bevat geen berichten",
    future_date="er is een datum in de toekomst; die telt als nu",
    fine="geen problemen",
    moved="de bron is verhuisd; het nieuwe adres is onthouden",
    moved_to=lambda url: f"verhuisd naar {url}",
    retired="de bron bestaat niet meer en is uitgezet",
    slowed=lambda n: f"{n} keer achter elkaar mislukt; wordt minder vaak bekeken",
    instead=lambda title, url: f"gevonden in plaats hiervan: {title} ({url})",
    instead_add=lambda url: f"volg die met “newsreader sources add {url}”",
    nothing_instead="er is op dit moment geen andere feed te vinden",
    lost="f zoekt wat er nu te vinden is",
    which="Welke feed?",
    candidate=lambda title, kind, n, newest: " · ".join(
        (title, kind, nl_count(n, "bericht", "berichten"), newest)
    ),
    feed="feed",
    page="pagina zonder feed",
    newest=lambda age: f"nieuwste: {age}",
    undated_feed="zonder datums",
)

EN = HealthWords(
    gzipped="compressed without the server saying so",
    wrong_charset="the letters are in another encoding than was promised",
    malformed_xml="the XML is not well-formed; what could be understood was read",
    malformed_json="the JSON is not well-formed; what came whole was read",
    junk_before="there is junk before the feed begins",
    truncated="the end is missing; what came whole was read",
    too_long="too long; only the first part was read",
    too_deep="nested too deep; the innermost layers were flattened",
    unsafe_entities="odd references (entities) were skipped",
    undated="there are articles without a date",
    bad_date="there is a date that cannot be understood",
    no_ids="there are articles with neither an id nor an address",
    empty_feed="the feed holds no articles",
    future_date="there is a date in the future; it counts as now",
    fine="no problems",
    moved="the source has moved; the new address is remembered",
    moved_to=lambda url: f"moved to {url}",
    retired="the source no longer exists and was switched off",
    slowed=lambda n: f"failed {n} times in a row; it is looked at less often",
    instead=lambda title, url: f"found in its place: {title} ({url})",
    instead_add=lambda url: f"follow it with “newsreader sources add {url}”",
    nothing_instead="no other feed can be found at the moment",
    lost="f looks for what can be found now",
    which="Which feed?",
    candidate=lambda title, kind, n, newest: " · ".join(
        (title, kind, en_count(n, "article", "articles"), newest)
    ),
    feed="feed",
    page="page without a feed",
    newest=lambda age: f"newest: {age}",
    undated_feed="without dates",
)


def told(status: SourceStatus, words: Words) -> list[str]:
    """How a source that was visited is, in words: its last problem, or none but the warnings of its feed."""
    visit = status.visit
    if visit.problem is None:
        return [words.health.fine, *words.health.warnings(visit.warnings)]
    slowed = [words.health.slowed(visit.failures)] if visit.failures >= PATIENCE else []
    return [words.problems.sentence(visit.problem), *slowed]


def described(preview: Preview, words: Words, now: datetime) -> str:
    """A feed that can be followed, on one line: title, kind, articles, the newest's age, address."""
    kind = words.health.page if preview.source.kind is SourceKind.PAGE else words.health.feed
    newest = words.health.undated_feed
    if preview.newest:
        newest = words.health.newest(ages.age(min(preview.newest, now), now, words.language))
    told = words.health.candidate(preview.source.title, kind, preview.articles, newest)
    lead = f" · “{preview.titles[0]}”" if preview.source.kind is SourceKind.PAGE and preview.titles else ""
    return gate.line(f"{told} · {preview.source.recipe or gate.address(preview.source.url)}{lead}")
