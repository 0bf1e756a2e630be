"""How the commands are used: the texts of `--help`, and what is said of wrong use."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import NamedTuple


class UsageWords(NamedTuple):
    """Texts around the commands. `faults` are patterns of argparse's messages with their translations."""

    usage: str
    about: str
    command: str
    commands: str
    first_options: str
    options: str
    arguments: str
    help: str
    version: str
    demo: str
    plain: str
    webmail_option: str
    language: str
    config_dir: str
    data_dir: str
    # commands
    refresh: str
    list: str
    show: str
    related: str
    stories: str
    stories_rebuild: str
    read: str
    search: str
    sources: str
    sources_list: str
    sources_add: str
    sources_remove: str
    sources_on: str
    sources_off: str
    sources_check: str
    import_: str
    export: str
    export_edition: str
    backup: str
    restore: str
    doctor: str
    download: str
    webmail: str
    paths: str
    parse: str
    # their arguments
    json: str
    json_lines: str
    section: str
    source: str
    sources_only: str
    full: str
    unread: str
    saved: str
    limit: str
    stories_limit: str
    stories_since: str
    article: str
    changes: str
    words: str
    address: str
    add_all: str
    as_page: str
    page_address: str
    dry_run: str
    dry_import: str
    source_id: str
    opml: str
    out: str
    backup_file: str
    restore_file: str
    doctor_repair: str
    doctor_network: str
    webmail_choice: str
    inputs: str
    format: str
    edition_out: str
    edition_format: str
    since: str
    sections_only: str
    no_pictures: str
    file_number: str
    to_folder: str
    # wrong use
    positive: Callable[[str], str]
    see_help: Callable[[str], str]
    faults: Mapping[str, str]


NL = UsageWords(
    usage="gebruik: ",
    about="Een krant voor de terminal. Zonder opdracht opent het leesscherm.",
    command="OPDRACHT",
    commands="opdrachten",
    first_options="opties (vóór de opdracht)",
    options="opties",
    arguments="argumenten",
    help="toon deze hulp",
    version="toon de versie",
    demo="de proefeditie: verzonnen nieuws, zonder netwerk, raakt je eigen bestanden niet aan",
    plain="een scherm zonder foto's",
    webmail_option="de webmail voor deze keer, zodat er niet naar gevraagd wordt",
    language="taal van scherm en opdrachten (anders: de instelling, anders het systeem)",
    config_dir="map van het instellingenbestand",
    data_dir="map van de opgeslagen krant",
    refresh="haal nieuws op bij de bronnen die aan de beurt zijn",
    list="toon berichten, nieuwste eerst",
    show="toon een bericht met zijn tekst",
    related="toon wat bij een bericht hoort, en waarom",
    stories="toon wat meer dan één bericht vertelt; als JSON ook wat maar één bericht heeft",
    stories_rebuild="breng alle berichten opnieuw in verhalen onder; wat u besloot blijft",
    read="lees de pagina van een bericht zonder die op te slaan",
    search="zoek in alles wat is opgeslagen",
    sources="toon en beheer de bronnen",
    sources_list="toon alle bronnen",
    sources_add="volg een site of feed",
    sources_remove="volg een bron niet langer; bewaarde berichten blijven",
    sources_on="zet een bron aan",
    sources_off="zet een bron uit; de berichten blijven",
    sources_check="haal een bron (of alle) nu op en zeg hoe het ermee staat",
    import_="neem abonnementen over uit een OPML-bestand",
    export="schrijf de abonnementen als OPML",
    export_edition="schrijf een krant als EPUB, HTML, Markdown of tekst",
    backup="bewaar abonnementen en wat gelezen en bewaard is in een tekstbestand",
    restore="zet terug wat een reservekopie heeft; wat er al is blijft",
    doctor="onderzoek of alles in orde is: mappen, instellingen, krant, bronnen, terminal",
    download="haal een bijlage van een bericht op; nog eens gaat verder waar het bleef",
    webmail="toon, kies of open de webmail",
    paths="toon waar de bestanden staan",
    parse="lees feeds zonder ze op te slaan en toon wat ervan begrepen is",
    json="als één JSON-waarde",
    json_lines="als JSON, één object per regel",
    section="alleen deze rubriek",
    source="alleen deze bron",
    sources_only="alleen deze bron (mag vaker)",
    full="haal ook de volledige teksten op van wat je waarschijnlijk gaat lezen",
    unread="alleen ongelezen",
    saved="alleen bewaard",
    limit="hoogstens zoveel",
    stories_limit="hoogstens zoveel (anders: 50, als JSON alles)",
    stories_since="alleen wat sindsdien verteld is: een datum, of een duur zoals 36h of 7d (anders: alles)",
    article="nummer van het bericht, zoals in de lijst",
    changes="toon wat er is veranderd sinds het gelezen is",
    words="woorden; het laatste mag half zijn",
    address="adres van een site, feed of profiel",
    page_address="adres of bestand van een bericht",
    as_page="volg de pagina zelf, ook als de site een feed heeft",
    add_all="volg alles wat er gevonden wordt, niet alleen het beste",
    dry_run="toon alleen wat er gevonden wordt",
    dry_import="toon alleen wat erbij zou komen",
    source_id="korte naam van de bron, zoals in “sources list”",
    opml="het OPML-bestand",
    out="bestand om te schrijven (anders, en bij -: standaarduitvoer)",
    backup_file="bestand om te schrijven (anders: dat van vandaag)",
    restore_file="de reservekopie (anders: de nieuwste)",
    doctor_repair="herstel wat kan; een beschadigd bestand blijft bewaard",
    doctor_network="vraag ook twee bronnen of ze antwoorden",
    webmail_choice="zeelandnet of delta kiest; open opent in de browser",
    inputs="bestand of adres van een feed",
    format="alleen het bericht zelf, in deze vorm",
    edition_out="het bestand: .epub, .html, .md of .txt; - is standaarduitvoer",
    edition_format="de vorm, als de naam van het bestand die niet zegt: epub, html, markdown of text",
    since="vanaf: 24h, 7d of een datum als 2026-03-02 (anders: 24h; met --saved alles)",
    sections_only="alleen deze rubriek (mag vaker)",
    no_pictures="zonder foto's op te halen",
    file_number="de hoeveelste bijlage (anders: de eerste)",
    to_folder="map om in te bewaren (anders: de instelling, anders die van het systeem)",
    positive=lambda text: f"“{text}” is geen heel getal van 1 of meer",
    see_help=lambda command: f"zie “{command} --help”",
    faults={
        r"argument (?P<name>.+?): invalid choice: (?P<value>.+) \(choose from (?P<choices>.+)\)": (
            "{name} kan niet {value} zijn; kies uit {choices}"
        ),
        r"argument (?P<name>.+?): expected (one|at least one) argument": "bij {name} hoort een waarde",
        r"argument (?P<name>.+?): invalid .* value: (?P<value>.+)": "{name} kan niet {value} zijn",
        r"argument (?P<name>.+?): (?P<message>“.+)": "{name}: {message}",
        r"argument (?P<name>.+?): not allowed with argument (?P<other>.+)": (
            "{name} gaat niet samen met {other}"
        ),
        r"argument (?P<name>.+?): ignored explicit argument (?P<value>.+)": "bij {name} hoort geen waarde",
        r"unrecognized arguments: (?P<value>.*)": "onbekend: {value}",
        r"the following arguments are required: (?P<names>.+)": "er ontbreekt: {names}",
    },
)

EN = UsageWords(
    usage="usage: ",
    about="A newspaper for the terminal. Without a command it opens the screen.",
    command="COMMAND",
    commands="commands",
    first_options="options (before the command)",
    options="options",
    arguments="arguments",
    help="show this help",
    version="show the version",
    demo="the sample edition: fiction, without network, leaves your own files alone",
    plain="a screen without pictures",
    webmail_option="the webmail for this time, so that it is not asked for",
    language="language of screen and commands (else: the setting, else the system's)",
    config_dir="folder of the settings file",
    data_dir="folder of the stored news",
    refresh="fetch news from the sources that are due",
    list="show articles, newest first",
    show="show an article with its text",
    related="show what belongs with an article, and why",
    stories="show what more than one article tells; as JSON also what only one tells",
    stories_rebuild="put all articles in stories anew; what you decided stays",
    read="read the page of an article without storing it",
    search="search everything that is stored",
    sources="show and change the sources",
    sources_list="show all sources",
    sources_add="follow a site or feed",
    sources_remove="stop following a source; saved articles stay",
    sources_on="switch a source on",
    sources_off="switch a source off; its articles stay",
    sources_check="fetch a source (or all) now and tell how it is",
    import_="take subscriptions from an OPML file",
    export="write the subscriptions as OPML",
    export_edition="write an edition as EPUB, HTML, Markdown or text",
    backup="keep subscriptions and what is read and saved in a text file",
    restore="bring back what a backup has; what is there stays",
    doctor="examine whether all is well: folders, settings, store, sources, terminal",
    download="fetch an enclosure of an article; once more goes on where it stopped",
    webmail="show, choose or open the webmail",
    paths="show where the files are",
    parse="read feeds without storing them and show what was understood",
    json="as one JSON value",
    json_lines="as JSON, one object a line",
    section="only this section",
    source="only this source",
    sources_only="only this source (may be repeated)",
    full="fetch the full texts too, of what you are likely to read",
    unread="only unread",
    saved="only saved",
    limit="at most so many",
    stories_limit="at most so many (else: 50, as JSON all)",
    stories_since="only what was told since then: a date, or a span such as 36h or 7d (else: everything)",
    article="number of the article, as in the list",
    changes="show what has changed since it was read",
    words="words; the last one may be half typed",
    address="address of a site, feed or profile",
    page_address="address or file of an article",
    as_page="follow the page itself, even when the site has a feed",
    add_all="follow everything that is found, not only the best",
    dry_run="only show what is found",
    dry_import="only show what would be added",
    source_id="short name of the source, as in “sources list”",
    opml="the OPML file",
    out="file to write (else, and with -: standard output)",
    backup_file="file to write (else: that of today)",
    restore_file="the backup (else: the newest)",
    doctor_repair="put right what can be; a damaged file is kept",
    doctor_network="also ask two sources whether they answer",
    webmail_choice="zeelandnet or delta chooses; open opens it in the browser",
    inputs="file or address of a feed",
    format="only the article itself, in this format",
    edition_out="the file: .epub, .html, .md or .txt; - is standard output",
    edition_format="the format, if the file's name does not tell: epub, html, markdown or text",
    since="from: 24h, 7d or a date such as 2026-03-02 (else: 24h; all with --saved)",
    sections_only="only this section (may be repeated)",
    no_pictures="without fetching pictures",
    file_number="which enclosure (else: the first)",
    to_folder="folder to keep it in (else: the setting, else the system's)",
    positive=lambda text: f"“{text}” is not a whole number of 1 or more",
    see_help=lambda command: f"see “{command} --help”",
    faults={},
)
