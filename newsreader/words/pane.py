"""The texts of the reading pane: how far the reader is, links, finding, selecting, reading aloud."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import NamedTuple

from newsreader.words.counting import en_count, nl_count


class PaneWords(NamedTuple):
    """One field a text; what depends on a number or a name is a callable."""

    progress: Callable[[int, int], str]  # percent, minutes
    densities: Mapping[str, str]
    no_links: str
    which_link: Callable[[int, str], str]  # how many, digits so far
    no_link: Callable[[int, int], str]  # number, how many
    what_with_link: Callable[[int, str], str]  # number, address
    what_with_mail: Callable[[int, str], str]
    fetching: Callable[[str], str]
    not_kept: str
    find: str
    found: Callable[[str, int, int], str]  # words, which, of how many
    not_found: Callable[[str], str]
    selecting: str
    copied: Callable[[int, int], str]  # lines, characters
    aloud: Callable[[str], str]
    said: str
    no_voice: str
    no_such_voice: Callable[[str], str]
    voice_failed: Callable[[str], str]
    nothing_to_say: str


NL = PaneWords(
    progress=lambda percent, minutes: f"{percent} %" + (f" · nog {minutes} min" if minutes else ""),
    densities={"compact": "Weinig wit", "normal": "Gewoon wit", "airy": "Veel wit"},
    no_links="Er staan geen koppelingen in dit bericht.",
    which_link=lambda count, digits: f"Koppeling (1–{count}): {digits}_",
    no_link=lambda number, count: f"Er is geen koppeling {number}; de laatste is {count}.",
    what_with_link=lambda n, address: f"o openen · y kopiëren · r hier lezen · [{n}] {address}",
    what_with_mail=lambda n, address: f"o openen · y kopiëren · [{n}] {address}",
    fetching=lambda address: f"Ophalen: {address}",
    not_kept="Deze pagina staat niet in de krant; o opent haar in de browser.",
    find="Zoek in dit bericht (nogmaals /: in alles)",
    found=lambda words, at, count: f"“{words}”: {at}/{count} · n volgende · N vorige · Esc klaar",
    not_found=lambda words: f"“{words}” staat niet in dit bericht.",
    selecting="Selecteren: j en k regels · y kopiëren · Esc niets",
    copied=lambda lines, size: (
        f"Gekopieerd: {nl_count(lines, 'regel', 'regels')}, {nl_count(size, 'teken', 'tekens')}"
    ),
    aloud=lambda program: f"Voorlezen met {program}; elke toets stopt het.",
    said="Voorgelezen tot het eind.",
    no_voice="Er is hier geen stem om voor te lezen: installeer espeak-ng of spd-say.",
    no_such_voice=lambda command: f"De stem “{command}” uit de instellingen is hier niet te vinden.",
    voice_failed=lambda program: f"{program} kon het niet voorlezen.",
    nothing_to_say="Hieronder staat geen tekst om voor te lezen.",
)

EN = PaneWords(
    progress=lambda percent, minutes: f"{percent}%" + (f" · {minutes} min left" if minutes else ""),
    densities={"compact": "Little white", "normal": "Normal white", "airy": "Much white"},
    no_links="There are no links in this article.",
    which_link=lambda count, digits: f"Link (1–{count}): {digits}_",
    no_link=lambda number, count: f"There is no link {number}; the last one is {count}.",
    what_with_link=lambda n, address: f"o open · y copy · r read here · [{n}] {address}",
    what_with_mail=lambda n, address: f"o open · y copy · [{n}] {address}",
    fetching=lambda address: f"Fetching {address}",
    not_kept="This page is not in the newspaper; o opens it in the browser.",
    find="Find in this article (/ again: in everything)",
    found=lambda words, at, count: f"“{words}”: {at}/{count} · n next · N previous · Esc done",
    not_found=lambda words: f"“{words}” is not in this article.",
    selecting="Select: j and k lines · y copy · Esc nothing",
    copied=lambda lines, size: (
        f"Copied: {en_count(lines, 'line', 'lines')}, {en_count(size, 'character', 'characters')}"
    ),
    aloud=lambda program: f"Reading aloud with {program}; any key stops it.",
    said="Read aloud to the end.",
    no_voice="There is no voice here to read aloud: install espeak-ng or spd-say.",
    no_such_voice=lambda command: f"The voice “{command}” of the settings cannot be found here.",
    voice_failed=lambda program: f"{program} could not read it aloud.",
    nothing_to_say="There is no text below to read aloud.",
)
