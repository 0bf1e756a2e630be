"""Every text of the main screen and its dialogs, in Dutch and in English."""

from collections.abc import Callable
from typing import NamedTuple

from newsreader.words import commands
from newsreader.words.counting import Counted, en_count, nl_count


class ScreenWords(NamedTuple):
    """One field a text; what depends on a number or a name is a callable."""

    commands: commands.CommandWords
    # places
    everything: str
    saved: str
    sections: str
    sample: str
    sample_banner: str
    unread: Counted
    only_unread: str
    # the list and the pane
    loading: str
    nothing_here: str
    nothing_unread: str
    no_hits: Callable[[str], str]
    hits: Counted
    search_prompt: str
    search_line: str  # what may be typed there
    more_faults: Callable[[int], str]
    pane_empty: str
    photo: str
    links: str
    enclosures: str
    author: Callable[[str], str]
    short_age: Callable[[float], str]
    size: Callable[[int], str]
    ungrouped: str
    media: str
    cut: str
    part: Callable[[int], str]
    # the status line
    progress: Callable[[int, int, str], str]
    came: Callable[[int, int], str]
    no_answer: str
    nothing_due: str
    offline: str
    gone_sample: str
    marking: Callable[[int, int], str]
    marked_all: Counted
    undoing: Callable[[int, int], str]
    undone: Counted
    nothing_to_undo: str
    now_saved: str
    not_saved: str
    now_read: str
    now_unread: str
    copied: Callable[[str], str]
    opening: Callable[[str], str]
    no_address: str
    no_browser: Callable[[str], str]
    trail_start: str
    trail_end: str
    no_next_unread: str
    no_article: str
    no_related: Callable[[int], str]
    first_article: str
    last_article: str
    # dialogs
    webmail_title: str
    webmail_text: str
    webmail_hint: str
    help_title: str
    help_hint: str
    problems_title: str
    no_problems: str
    theme_title: str
    theme_names: dict[str, str]
    close_hint: str
    pick_hint: str
    yes: str
    no: str
    # the sources screen
    sources_title: str
    sources_hint: str
    source_on: str
    source_off: str
    source_never: str
    source_articles: Counted
    source_checked: Callable[[str], str]
    source_address: str
    source_new_title: str
    source_group: str
    source_section: str
    source_checking: Callable[[str], str]
    source_found: Callable[[str, int], str]
    source_confirm: str
    source_added: Callable[[str], str]
    source_remove: Callable[[str], str]
    source_removed: Callable[[str], str]
    source_selectors: str
    source_selectors_hint: str
    # the keymap
    key_unknown: Callable[[str, str], str]
    key_nonsense: Callable[[str, str], str]
    key_empty: Callable[[str], str]
    key_clash: Callable[[str, str, str], str]


def _short(seconds: float, units: tuple[str, ...]) -> str:
    """An age in a number and a letter or two; `units` are now, minutes, hours, days, weeks, months, years."""
    sizes = (60, 3600, 86_400, 604_800, 2_628_000, 31_536_000)
    place = sum(seconds >= size for size in sizes)
    return f"{int(seconds // sizes[place - 1])} {units[place]}" if place else units[0]


def _bytes(number: int, point: str) -> str:
    """A size in bytes, kB or MB (of 1,000)."""
    for unit, size in (("MB", 1_000_000), ("kB", 1_000)):
        if number >= size:
            return f"{number / size:.1f} {unit}".replace(".", point)
    return f"{number} B"


def _nl_came(new: int, failed: int) -> str:
    came = f"{new} nieuw" if new else "niets nieuws"
    return f"{came}, {failed} mislukt (e: welke)" if failed else came


def _en_came(new: int, failed: int) -> str:
    came = f"{new} new" if new else "nothing new"
    return f"{came}, {failed} failed (e: which)" if failed else came


NL = ScreenWords(
    commands=commands.NL,
    everything="Al het nieuws",
    saved="Bewaard",
    sections="Rubrieken",
    sample="Proefeditie",
    sample_banner="Proefeditie: dit bericht is verzonnen",
    unread=lambda n: f"{n:,} ongelezen".replace(",", "."),
    only_unread="alleen ongelezen",
    loading="Een ogenblik…",
    nothing_here="Hier staat nog geen nieuws. Druk op r om op te halen, op S voor de bronnen.",
    nothing_unread="Alles gelezen. Druk op u om ook gelezen berichten te zien.",
    no_hits=lambda words: f"Niets gevonden voor “{words}”.",
    hits=lambda n: nl_count(n, "treffer", "treffers"),
    search_prompt="Zoek in alles",
    search_line="Woorden, plaats:middelburg, bureau:anp",
    more_faults=lambda n: f"… en nog {n}.",
    pane_empty="Kies een bericht en druk op Enter.",
    photo="Foto",
    links="Koppelingen",
    enclosures="Bijlagen",
    author=lambda name: f"door {name}",
    short_age=lambda seconds: _short(seconds, ("nu", "min", "u", "d", "w", "mnd", "jr")),
    size=lambda number: _bytes(number, ","),
    ungrouped="Overig",
    media="Beeld of geluid",
    cut="Dit bericht is te lang en hier afgebroken.",
    part=lambda percent: f"{percent} %",
    progress=lambda done, total, title: f"{done}/{total} · {title}",
    came=_nl_came,
    no_answer="Geen enkele bron gaf antwoord (e: waarom).",
    nothing_due="Alle bronnen zijn kort geleden bekeken.",
    offline="De proefeditie haalt niets op van het net.",
    gone_sample="de proefeditie is opgeruimd",
    marking=lambda done, total: f"{done}/{nl_count(total, 'bericht', 'berichten')} als gelezen gemarkeerd",
    marked_all=lambda n: (
        nl_count(n, "bericht als gelezen gemarkeerd", "berichten als gelezen gemarkeerd") + " (z: ongedaan)"
    ),
    undoing=lambda done, total: f"{done}/{nl_count(total, 'markering', 'markeringen')} teruggezet",
    undone=lambda n: nl_count(n, "markering teruggezet", "markeringen teruggezet"),
    nothing_to_undo="Er is niets om ongedaan te maken.",
    now_saved="Bewaard voor later.",
    not_saved="Niet meer bewaard.",
    now_read="Gemarkeerd als gelezen.",
    now_unread="Gemarkeerd als ongelezen.",
    copied=lambda url: f"Gekopieerd: {url}",
    opening=lambda url: f"Geopend in de browser: {url}",
    no_address="Dit bericht heeft geen adres dat te openen is.",
    no_browser=lambda url: f"Er is geen browser gevonden. Het adres: {url}",
    trail_start="Dit is het begin van het spoor.",
    trail_end="Dit is het eind van het spoor.",
    no_next_unread="Er is hier geen ongelezen bericht meer.",
    no_article="Er is hier geen bericht.",
    no_related=lambda number: f"Er is geen verwant bericht {number}.",
    first_article="Dit is het eerste bericht.",
    last_article="Dit is het laatste bericht.",
    webmail_title="Kies je webmail",
    webmail_text="Omdat ZeelandNet ook DELTA webmail aanbiedt, "
    "vragen we je eenmalig je voorkeur op te geven.",
    webmail_hint="1 of 2, of pijltjes en Enter",
    help_title="Toetsen",
    help_hint="Toetsen zijn te veranderen onder [keys] in het instellingenbestand.",
    problems_title="Wat niet lukte",
    no_problems="Alle bronnen gaven antwoord.",
    theme_title="Kies een thema",
    theme_names={
        "krant-dark": "Krant, donker",
        "krant-light": "Krant, licht",
        "krant-contrast": "Hoog contrast",
    },
    close_hint="Esc of q: terug",
    pick_hint="Pijltjes en Enter · Esc: terug",
    yes="Ja",
    no="Nee",
    sources_title="Bronnen",
    sources_hint=(
        "␣ aan/uit · a toevoegen · r ophalen · e naam · v verplaatsen · i instellen · f zoeken · d weg · Esc"
    ),
    source_on="aan",
    source_off="uit",
    source_never="nog niet bekeken",
    source_articles=lambda n: nl_count(n, "bericht", "berichten"),
    source_checked=lambda age: f"bekeken: {age}",
    source_address="Adres van een site of feed",
    source_new_title="Nieuwe naam",
    source_group="Groep",
    source_section="Rubriek",
    source_checking=lambda address: f"Bezig met {address}…",
    source_found=lambda title, n: f"{title}: " + nl_count(n, "bericht", "berichten"),
    source_confirm="Enter: toevoegen · Esc: niet",
    source_added=lambda title: f"Toegevoegd: {title}",
    source_remove=lambda title: f"{title} weghalen? Bewaarde berichten blijven.",
    source_removed=lambda title: f"Weggehaald: {title}",
    source_selectors="Andere koppen: zelf CSS-selectors schrijven",
    source_selectors_hint="CSS-selectors, zoals: li.bericht; title: h3 a; summary: p; date: time",
    key_unknown=lambda name, near: (
        f"[keys] “{name}” is geen opdracht" + (f"; bedoelde je “{near}”?" if near else ".")
    ),
    key_nonsense=lambda name, key: f"[keys] {name}: “{key}” is geen toets; zoals “x”, “ctrl+x” of “f5”.",
    key_empty=lambda name: f"[keys] {name}: geef ten minste één toets.",
    key_clash=lambda name, key, other: f"[keys] {name}: “{key}” is al van {other}; de oude toets blijft.",
)

EN = ScreenWords(
    commands=commands.EN,
    everything="All the news",
    saved="Saved",
    sections="Sections",
    sample="Sample edition",
    sample_banner="Sample edition: this story is fiction",
    unread=lambda n: f"{n:,} unread",
    only_unread="unread only",
    loading="One moment…",
    nothing_here="No news here yet. Press r to fetch it, S for the sources.",
    nothing_unread="All read. Press u to see the articles you have read as well.",
    no_hits=lambda words: f"Nothing found for “{words}”.",
    hits=lambda n: en_count(n, "hit", "hits"),
    search_prompt="Search everything",
    search_line="Words, place:middelburg, agency:anp",
    more_faults=lambda n: f"… and {n} more.",
    pane_empty="Choose an article and press Enter.",
    photo="Picture",
    links="Links",
    enclosures="Enclosures",
    author=lambda name: f"by {name}",
    short_age=lambda seconds: _short(seconds, ("now", "min", "h", "d", "w", "mo", "yr")),
    size=lambda number: _bytes(number, "."),
    ungrouped="Other",
    media="Sound or vision",
    cut="This article is too long and was cut here.",
    part=lambda percent: f"{percent}%",
    progress=lambda done, total, title: f"{done}/{total} · {title}",
    came=_en_came,
    no_answer="Not one source answered (e: why).",
    nothing_due="All sources were checked a short while ago.",
    offline="The sample edition fetches nothing from the network.",
    gone_sample="the sample edition has been cleared away",
    marking=lambda done, total: f"{done}/{en_count(total, 'article', 'articles')} marked as read",
    marked_all=lambda n: en_count(n, "article marked as read", "articles marked as read") + " (z: undo)",
    undoing=lambda done, total: f"{done}/{en_count(total, 'mark', 'marks')} put back",
    undone=lambda n: en_count(n, "mark put back", "marks put back"),
    nothing_to_undo="There is nothing to undo.",
    now_saved="Saved for later.",
    not_saved="No longer saved.",
    now_read="Marked as read.",
    now_unread="Marked as unread.",
    copied=lambda url: f"Copied: {url}",
    opening=lambda url: f"Opened in the browser: {url}",
    no_address="This article has no address that can be opened.",
    no_browser=lambda url: f"No browser was found. The address: {url}",
    trail_start="This is the beginning of the trail.",
    trail_end="This is the end of the trail.",
    no_next_unread="There is no unread article left here.",
    no_article="There is no article here.",
    no_related=lambda number: f"There is no related article {number}.",
    first_article="This is the first article.",
    last_article="This is the last article.",
    webmail_title="Choose your webmail",
    webmail_text="Because ZeelandNet also offers DELTA webmail, we ask you once to state your preference.",
    webmail_hint="1 or 2, or arrows and Enter",
    help_title="Keys",
    help_hint="Keys can be changed under [keys] in the settings file.",
    problems_title="What failed",
    no_problems="All sources answered.",
    theme_title="Choose a theme",
    theme_names={
        "krant-dark": "Paper, dark",
        "krant-light": "Paper, light",
        "krant-contrast": "High contrast",
    },
    close_hint="Esc or q: back",
    pick_hint="Arrows and Enter · Esc: back",
    yes="Yes",
    no="No",
    sources_title="Sources",
    sources_hint="␣ on/off · a add · r fetch now · e name · v move · i set · f find · d remove · Esc back",
    source_on="on",
    source_off="off",
    source_never="not checked yet",
    source_articles=lambda n: en_count(n, "article", "articles"),
    source_checked=lambda age: f"checked: {age}",
    source_address="Address of a site or feed",
    source_new_title="New name",
    source_group="Group",
    source_section="Section",
    source_checking=lambda address: f"Trying {address}…",
    source_found=lambda title, n: f"{title}: " + en_count(n, "article", "articles"),
    source_confirm="Enter: add · Esc: do not",
    source_added=lambda title: f"Added: {title}",
    source_remove=lambda title: f"Remove {title}? Saved articles stay.",
    source_removed=lambda title: f"Removed: {title}",
    source_selectors="Other headlines: write CSS selectors",
    source_selectors_hint="CSS selectors, such as: li.item; title: h3 a; summary: p; date: time",
    key_unknown=lambda name, near: (
        f"[keys] “{name}” is not a command" + (f"; did you mean “{near}”?" if near else ".")
    ),
    key_nonsense=lambda name, key: f"[keys] {name}: “{key}” is not a key; try “x”, “ctrl+x” or “f5”.",
    key_empty=lambda name: f"[keys] {name}: give at least one key.",
    key_clash=lambda name, key, other: f"[keys] {name}: “{key}” belongs to {other}; the old key stays.",
)
