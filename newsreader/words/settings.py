"""The texts of the settings screen."""

from collections.abc import Callable, Mapping
from typing import NamedTuple

from newsreader.words.counting import Counted, en_count, nl_count


class SettingsWords(NamedTuple):
    """One field a text; what depends on a number or a name is a callable."""

    title: str
    hint: str
    file: Callable[[str], str]
    language: str
    webmail: str
    theme: str
    refresh: str
    keep: str
    full_text: str
    megabytes: str
    browser: str
    player: str
    download_folder: str
    measure: str
    density: str
    densities: dict[str, str]
    mark_read: str
    markings: dict[str, str]
    voice: str
    system_voice: str
    cells: Counted
    bad_measure: Callable[[str], str]
    address: Callable[[str], str]
    language_auto: str
    not_chosen: str
    never: str
    every_minutes: Counted
    days: Counted
    forever: str
    system_browser: str
    system_player: str
    system_folder: str
    full_texts: Mapping[str, str]
    a_day: Counted
    nothing_ahead: str
    bad_number: Callable[[str], str]
    bad_address: Callable[[str], str]
    bad_command: Callable[[str], str]


NL = SettingsWords(
    title="Instellingen",
    hint="Enter: veranderen · Esc of q: terug",
    file=lambda path: f"Bestand: {path}",
    language="Taal",
    webmail="Webmail",
    theme="Thema",
    refresh="Zelf verversen",
    keep="Gelezen berichten houden",
    full_text="Volledige tekst ophalen",
    megabytes="Vooraf ophalen, hoogstens",
    browser="Browser",
    player="Speler voor bijlagen",
    download_folder="Map voor wat je ophaalt",
    measure="Regellengte",
    density="Witruimte in de tekst",
    densities={"compact": "weinig", "normal": "gewoon", "airy": "veel"},
    mark_read="Gelezen markeren",
    markings={"open": "bij het openen", "end": "aan het eind", "hand": "alleen met de hand"},
    voice="Voorlezen met",
    system_voice="de stem van het systeem",
    cells=lambda n: nl_count(n, "teken", "tekens"),
    bad_measure=lambda text: f"“{text}” is geen heel getal van 60 tot en met 90.",
    address=lambda name: f"Adres van {name}-webmail",
    language_auto="zoals het systeem",
    not_chosen="nog niet gekozen",
    never="nooit",
    every_minutes=lambda n: f"elke {n} minuten" if n != 1 else "elke minuut",
    days=lambda n: nl_count(n, "dag", "dagen"),
    forever="altijd",
    system_browser="die van het systeem",
    system_player="die van het systeem (of bijvoorbeeld: mpv {url})",
    system_folder="die van het systeem",
    full_texts={
        "auto": "vanzelf, wat je waarschijnlijk leest",
        "open": "pas als je een bericht opent",
        "never": "nooit",
    },
    a_day=lambda n: f"{n} MB per dag",
    nothing_ahead="niets",
    bad_number=lambda text: f"“{text}” is geen heel getal van nul of meer, of te groot.",
    bad_address=lambda text: f"“{text}” is geen adres dat met http:// of https:// begint.",
    bad_command=lambda text: f"“{text}” is geen opdracht; sluit elk aanhalingsteken.",
)

EN = SettingsWords(
    title="Settings",
    hint="Enter: change · Esc or q: back",
    file=lambda path: f"File: {path}",
    language="Language",
    webmail="Webmail",
    theme="Theme",
    refresh="Refresh by itself",
    keep="Keep articles that were read",
    full_text="Fetch full texts",
    megabytes="Fetch beforehand, at most",
    browser="Browser",
    player="Player for enclosures",
    download_folder="Folder for downloads",
    measure="Length of a line",
    density="White in the text",
    densities={"compact": "little", "normal": "normal", "airy": "much"},
    mark_read="Mark as read",
    markings={"open": "when opened", "end": "at the end", "hand": "only by hand"},
    voice="Read aloud with",
    system_voice="the system's voice",
    cells=lambda n: en_count(n, "character", "characters"),
    bad_measure=lambda text: f"“{text}” is not a whole number from 60 to 90.",
    address=lambda name: f"Address of {name} webmail",
    language_auto="as the system has it",
    not_chosen="not chosen yet",
    never="never",
    every_minutes=lambda n: f"every {n} minutes" if n != 1 else "every minute",
    days=lambda n: en_count(n, "day", "days"),
    forever="for ever",
    system_browser="the system's",
    system_player="the system's (or for instance: mpv {url})",
    system_folder="the system's",
    full_texts={
        "auto": "by itself, what you are likely to read",
        "open": "only when you open an article",
        "never": "never",
    },
    a_day=lambda n: f"{n} MB a day",
    nothing_ahead="nothing",
    bad_number=lambda text: f"“{text}” is not a whole number of zero or more, or too large.",
    bad_address=lambda text: f"“{text}” is not an address that begins with http:// or https://.",
    bad_command=lambda text: f"“{text}” is not a command; close every quote.",
)
