"""Every text that the commands print, in Dutch and in English."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from newsreader.words import usage
from newsreader.words.counting import Counted, en_count, nl_count


class CliWords(NamedTuple):
    """One field a text; what depends on a number or a name is a callable."""

    usage: usage.UsageWords
    no_screen: str
    no_variable: Callable[[str, str], str]
    no_zone: Callable[[str], str]
    few_files: Callable[[int, int], str]
    little_memory: Callable[[int, int], str]
    # articles
    no_article: Callable[[int], str]
    no_section: Callable[[str, str], str]
    nothing_here: str
    nothing_found: Callable[[str], str]
    no_time: Callable[[str], str]
    # refresh
    progress: Callable[[int, int, str], str]
    new: Counted
    summary: Callable[[int, int], str]
    nothing_due: str
    reading_texts: str
    texts: Counted
    # sources
    no_source: Callable[[str, str], str]
    no_sources: str
    on: str
    off: str
    never_checked: str
    checked: Callable[[str], str]
    articles: Counted
    added: Callable[[str, str], str]
    also_found: Callable[[str], str]
    which: Counted
    pattern: Callable[[str], str]
    removed: Callable[[str], str]
    switched: Callable[[str, bool], str]
    imported: Callable[[int, int], str]
    would_import: Callable[[int, int], str]
    unreadable: Callable[[str], str]
    also_in: Callable[[str, str], str]
    exported: Callable[[str], str]
    # webmail and paths
    webmail_unset: str
    webmail_chosen: Callable[[str], str]
    opened: Callable[[str], str]
    no_browser: Callable[[str], str]
    settings: str
    store: str
    pictures: str
    # what stops a command
    no_folder: Callable[[str], str]
    no_temporary: Callable[[str], str]
    output_full: str
    output_failed: Callable[[str], str]


def _near_nl(near: str) -> str:
    return f"; bedoelde je “{near}”?" if near else "."


def _near_en(near: str) -> str:
    return f"; did you mean “{near}”?" if near else "."


NL = CliWords(
    usage=usage.NL,
    no_screen=(
        "het leesscherm heeft een echte terminal nodig; zonder kan het ook: "
        "newsreader refresh, list, show, search, sources (zie newsreader --help)"
    ),
    no_variable=lambda name, value: (
        f"met {name}={value} kan het leesscherm niets; geef een andere waarde, of geen (unset {name})"
    ),
    no_zone=lambda zone: f"TZ={zone} is geen tijdzone; geef een andere, of geen (unset TZ)",
    few_files=lambda n, needed: (
        f"het systeem staat dit programma {n} open bestanden toe (ulimit -n), en het heeft er {needed} nodig"
    ),
    little_memory=lambda n, needed: (
        f"het systeem staat dit programma {n} MB geheugen toe (ulimit -v), en hiervoor is {needed} MB nodig"
    ),
    no_article=lambda number: f"er is geen bericht {number}; “newsreader list” toont de nummers",
    no_section=lambda name, near: f"er is geen rubriek “{name}”{_near_nl(near)}",
    nothing_here="Hier staat niets; “newsreader refresh” haalt nieuws op.",
    nothing_found=lambda words: f"Niets gevonden voor “{words}”.",
    no_time=lambda text: f"“{text}” is geen tijd; geef een datum (2026-11-03) of een duur (36h, 7d)",
    progress=lambda done, total, title: f"{done}/{total} · {title}",
    new=lambda n: f"{n} nieuw" if n else "niets nieuws",
    summary=lambda new, failed: f"{new} nieuw, {failed} mislukt" if failed else f"{new} nieuw",
    reading_texts="Volledige teksten worden gelezen, één per seconde; Ctrl+C stopt daarmee.",
    texts=lambda n: nl_count(n, "volledige tekst gelezen.", "volledige teksten gelezen."),
    nothing_due="Alle bronnen zijn kort geleden bekeken.",
    no_source=lambda name, near: f"er is geen bron “{name}”{_near_nl(near)}",
    no_sources="Er zijn nog geen bronnen; “newsreader sources add ADRES” voegt er een toe.",
    on="aan",
    off="uit",
    never_checked="nog niet bekeken",
    checked=lambda age: f"bekeken: {age}",
    articles=lambda n: nl_count(n, "bericht", "berichten"),
    added=lambda title, url: f"Toegevoegd: {title} ({url})",
    also_found=lambda other: f"Ook gevonden: {other}",
    which=lambda n: f"Welke (1–{n}, Enter: de eerste, 0: geen)?",
    pattern=lambda css: f"Gevolgd: de koppen in {css}" if css else "Gevolgd: de koppen die vanzelf opvallen",
    removed=lambda title: f"Verwijderd: {title}",
    switched=lambda title, on: f"{title} staat nu {'aan' if on else 'uit'}.",
    imported=lambda added, known: f"{nl_count(added, 'bron', 'bronnen')} toegevoegd, {known} al bekend.",
    would_import=lambda added, known: f"{nl_count(added, 'bron', 'bronnen')} nieuw, {known} al bekend.",
    unreadable=lambda line: f"niet te lezen: {line}",
    also_in=lambda title, folder: f"{title} staat ook in de map “{folder}”; de eerste map telt",
    exported=lambda path: f"Geschreven: {path}",
    webmail_unset="er is nog geen webmail gekozen; kies met “newsreader webmail zeelandnet” of “delta”",
    webmail_chosen=lambda name: f"Webmail: {name}",
    opened=lambda address: f"Geopend in de browser: {address}",
    no_browser=lambda address: f"er is geen browser te openen; het adres is {address}",
    settings="instellingen",
    store="krant",
    pictures="foto's",
    no_folder=lambda path: f"{path} is een bestand en geen map; geef met --data-dir een andere map",
    no_temporary=lambda why: f"er is geen map voor de proefeditie te maken ({why}); geef er een met TMPDIR",
    output_full="de uitvoer is niet te schrijven: er is geen ruimte meer op de schijf",
    output_failed=lambda why: f"de uitvoer is niet te schrijven ({why})",
)

EN = CliWords(
    usage=usage.EN,
    no_screen=(
        "the screen needs a real terminal; without one there are: "
        "newsreader refresh, list, show, search, sources (see newsreader --help)"
    ),
    no_variable=lambda name, value: (
        f"the screen can do nothing with {name}={value}; give it another value, or none (unset {name})"
    ),
    no_zone=lambda zone: f"TZ={zone} is no time zone; give another, or none (unset TZ)",
    few_files=lambda n, needed: (
        f"the system allows this program {n} open files (ulimit -n), and it needs {needed}"
    ),
    little_memory=lambda n, needed: (
        f"the system allows this program {n} MB of memory (ulimit -v), and this takes {needed} MB"
    ),
    no_article=lambda number: f"there is no article {number}; “newsreader list” shows the numbers",
    no_section=lambda name, near: f"there is no section “{name}”{_near_en(near)}",
    nothing_here="Nothing here; “newsreader refresh” fetches news.",
    nothing_found=lambda words: f"Nothing found for “{words}”.",
    no_time=lambda text: f"“{text}” is not a time; give a date (2026-11-03) or a span (36h, 7d)",
    progress=lambda done, total, title: f"{done}/{total} · {title}",
    new=lambda n: f"{n} new" if n else "nothing new",
    summary=lambda new, failed: f"{new} new, {failed} failed" if failed else f"{new} new",
    reading_texts="Reading full texts, one a second; Ctrl+C stops that.",
    texts=lambda n: en_count(n, "full text read.", "full texts read."),
    nothing_due="All sources were checked a short while ago.",
    no_source=lambda name, near: f"there is no source “{name}”{_near_en(near)}",
    no_sources="There are no sources yet; “newsreader sources add ADDRESS” adds one.",
    on="on",
    off="off",
    never_checked="not checked yet",
    checked=lambda age: f"checked: {age}",
    articles=lambda n: en_count(n, "article", "articles"),
    added=lambda title, url: f"Added: {title} ({url})",
    also_found=lambda other: f"Also found: {other}",
    which=lambda n: f"Which (1–{n}, Enter: the first, 0: none)?",
    pattern=lambda css: f"Following: the headlines in {css}" if css else "Following: the obvious headlines",
    removed=lambda title: f"Removed: {title}",
    switched=lambda title, on: f"{title} is now {'on' if on else 'off'}.",
    imported=lambda added, known: f"{en_count(added, 'source', 'sources')} added, {known} known already.",
    would_import=lambda added, known: f"{en_count(added, 'source', 'sources')} new, {known} known already.",
    unreadable=lambda line: f"cannot be read: {line}",
    also_in=lambda title, folder: f"{title} stands in the folder “{folder}” too; the first folder counts",
    exported=lambda path: f"Written: {path}",
    webmail_unset="no webmail has been chosen; choose with “newsreader webmail zeelandnet” or “delta”",
    webmail_chosen=lambda name: f"Webmail: {name}",
    opened=lambda address: f"Opened in the browser: {address}",
    no_browser=lambda address: f"no browser could be opened; the address is {address}",
    settings="settings",
    store="news",
    pictures="pictures",
    no_folder=lambda path: f"{path} is a file and not a folder; give another folder with --data-dir",
    no_temporary=lambda why: f"no folder can be made for the sample edition ({why}); name one with TMPDIR",
    output_full="the output cannot be written: there is no room left on the disk",
    output_failed=lambda why: f"the output cannot be written ({why})",
)
