"""The texts about full texts: fetched by hand or beforehand, and why one did not come."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from newsreader.words.counting import Counted, en_count, nl_count


class FullTextWords(NamedTuple):
    """One field a text; what depends on a number or a name is a callable."""

    fetching: str
    came: str
    failed: Callable[[str], str]  # a sentence about the problem
    missing: Callable[[str], str]  # the same, under the summary
    way_out: Callable[[str, str], str]  # the keys for the browser and for another try
    # the command line
    progress: Callable[[int, int, str], str]
    done: Counted
    failures: Counted
    waiting: Callable[[int, int, int], str]  # articles, bytes spent, bytes there are
    nothing: str
    no_budget: str


def _mega(size: int, point: str) -> str:
    return f"{size / 1_000_000:.1f}".replace(".", point)


NL = FullTextWords(
    fetching="De volledige tekst wordt opgehaald…",
    came="De volledige tekst is er.",
    failed=lambda why: f"Geen volledige tekst: {why}",
    missing=lambda why: f"De rest van de tekst ontbreekt. {why}",
    way_out=lambda browser, again: f"{browser}: openen in de browser · {again}: nog eens ophalen",
    progress=lambda done, total, title: f"tekst {done}/{total} · {title}",
    done=lambda n: nl_count(n, "volledige tekst gelezen.", "volledige teksten gelezen."),
    failures=lambda n: nl_count(n, "tekst kwam niet.", "teksten kwamen niet."),
    waiting=lambda n, spent, size: (
        f"{nl_count(n, 'bericht wacht', 'berichten wachten')} nog:"
        f" {_mega(spent, ',')} van {_mega(size, ',')} MB zijn vandaag op."
    ),
    nothing="Alles wat je waarschijnlijk gaat lezen is er al helemaal.",
    no_budget="Er wordt vooraf niets opgehaald: full_text_megabytes staat op 0 in de instellingen.",
)

EN = FullTextWords(
    fetching="Fetching the full text…",
    came="The full text is here.",
    failed=lambda why: f"No full text: {why}",
    missing=lambda why: f"The rest of the text is missing. {why}",
    way_out=lambda browser, again: f"{browser}: open in the browser · {again}: fetch it again",
    progress=lambda done, total, title: f"text {done}/{total} · {title}",
    done=lambda n: en_count(n, "full text read.", "full texts read."),
    failures=lambda n: en_count(n, "text did not come.", "texts did not come."),
    waiting=lambda n, spent, size: (
        f"{en_count(n, 'article has', 'articles have')} to wait:"
        f" {_mega(spent, '.')} of {_mega(size, '.')} MB were used today."
    ),
    nothing="All you are likely to read is here whole already.",
    no_budget="Nothing is fetched beforehand: full_text_megabytes is 0 in the settings.",
)
