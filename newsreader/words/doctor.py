"""The texts for what an examination found, and for what was put right."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, NamedTuple

from newsreader import gate
from newsreader.model import Notice
from newsreader.model.finding import Finding, State

if TYPE_CHECKING:
    from newsreader.words.problems import ProblemWords


class DoctorWords(NamedTuple):
    """`told` has a text for every finding without a problem of its own."""

    states: Mapping[State, str]
    checking: Mapping[str, str]
    told: Mapping[str, str]
    repairable: str

    def sentence(self, finding: Finding, problems: ProblemWords) -> str:
        """The finding on one line: what it is, and the way out."""
        detail = gate.line(finding.detail, 300)
        if finding.about is None:
            return self.told[finding.told].format(detail=detail)
        if isinstance(finding.about, Notice):
            return problems.notice(finding.about)
        about = problems.sentence(finding.about)
        return f"{detail}: {about}" if detail else about


NL = DoctorWords(
    states={State.OK: "goed", State.WARNING: "let op", State.FAULT: "fout"},
    checking={
        "whole": "Bezig: is het bestand heel? Bij een grote krant duurt dat even.",
        "related": "Bezig: hoort alles ergens bij?",
        "halves": "Bezig: heeft elk bericht zijn tekst?",
        "texts": "Bezig: is elke tekst te lezen?",
        "tally": "Bezig: kloppen de aantallen?",
        "index": "Bezig: is alles te doorzoeken?",
        "anew": "Bezig: zoekindex en aantallen opnieuw maken.",
        "carry": "Bezig: wat leesbaar is naar een nieuw bestand overbrengen.",
        "network": "Bezig: twee bronnen om antwoord vragen.",
    },
    repairable="“newsreader doctor --repair” probeert dit te herstellen; sluit eerst andere schermen.",
    told={
        "folder": "map {detail} is er, beschrijfbaar en privé",
        "no_folder": "map {detail} is er nog niet; die wordt vanzelf gemaakt",
        "not_a_folder": "{detail} is een bestand en geen map; verplaats het of kies een andere map",
        "folder_read_only": "map {detail} is alleen-lezen; geef jezelf schrijfrecht",
        "folder_open": "map {detail} is ook voor anderen; sluit die met: chmod 700",
        "file_foreign": "{detail} is van een andere gebruiker; maak het weer van jezelf met: sudo chown",
        "file_open": "{detail} is ook voor anderen te lezen; sluit het met: chmod 600 (of doctor --repair)",
        "room": "{detail} vrij op de schijf",
        "little_room": "nog maar {detail} vrij op de schijf; maak ruimte",
        "settings_fine": "instellingen: {detail}",
        "no_database": "er is nog geen krant in {detail}; “newsreader refresh” maakt die",
        "old_schema": "de krant is van een oudere versie en wordt bij het openen bijgewerkt",
        "database_whole": "de krant is heel ({detail})",
        "database_broken": "de krant is beschadigd: {detail}",
        "no_orphans": "alles hoort ergens bij",
        "orphans": "{detail} regels horen nergens bij",
        "no_half_articles": "elk bericht heeft zijn tekst",
        "half_articles": "{detail} berichten missen hun tekst",
        "texts_whole": "elke tekst is te lezen",
        "damaged_texts": "van {detail} berichten is de tekst beschadigd",
        "tally_right": "de aantallen kloppen",
        "tally_wrong": "de aantallen kloppen niet",
        "index_whole": "alles is te doorzoeken",
        "index_behind": "{detail} berichten zijn niet te vinden met zoeken",
        "index_broken": "de zoekindex is beschadigd",
        "database_writable": "in de krant kan geschreven worden",
        "no_backup": "er is nog geen reservekopie in {detail}; die komt vanzelf na een verversing",
        "backup_fine": "reservekopie: {detail}",
        "backup_damaged": "regels van de reservekopie die niet te lezen zijn: {detail}",
        "backup_old": "de reservekopie {detail} is oud; “newsreader backup” maakt een nieuwe",
        "sources_fine": "{detail} bronnen aan, geen ervan verloren",
        "sources_unread": "de bronnen zijn niet te lezen zolang de krant dat niet is",
        "worker": "een eigen proces voor grote verversingen begint en antwoordt",
        "no_worker": "er is geen eigen proces te beginnen; grote verversingen duren langer",
        "answers": "{detail} antwoordt",
        "terminal": "terminal: {detail}",
        "terminal_dumb": "deze terminal toont geen scherm ({detail}); de losse opdrachten werken wel",
        "terminal_narrow": "deze terminal toont niet alle letters ({detail}); kies UTF-8",
        "images": "foto's kunnen getoond worden",
        "no_images": "zonder foto's: “pip install newsreader[images]” voegt ze toe",
        "keyring": "de sleutelbos van het systeem is te gebruiken",
        "no_keyring": "wachtwoorden staan in een bestand dat alleen jij leest",
        "made_anew": "zoekindex en aantallen zijn opnieuw gemaakt",
        "carried": "alles wat leesbaar was staat in een nieuw bestand; regels en het oude bestand: {detail}",
        "holes": "op {detail} plekken was het bestand niet te lezen; wat daar stond is misschien weg",
        "refused_rows": "{detail} regels pasten nergens meer bij; die staan alleen nog in het oude bestand",
        "brought_back": "uit de reservekopie teruggezet (bronnen, markeringen; bestand): {detail}",
    },
)

EN = DoctorWords(
    states={State.OK: "ok", State.WARNING: "warning", State.FAULT: "fault"},
    checking={
        "whole": "At work: is the file whole? With a large store that takes a while.",
        "related": "At work: does everything belong somewhere?",
        "halves": "At work: has every article its text?",
        "texts": "At work: can every text be read?",
        "tally": "At work: are the counts right?",
        "index": "At work: can everything be searched?",
        "anew": "At work: making search index and counts anew.",
        "carry": "At work: carrying what can be read to a new file.",
        "network": "At work: asking two sources for an answer.",
    },
    repairable="“newsreader doctor --repair” tries to put this right; close other screens first.",
    told={
        "folder": "folder {detail} is there, writable and private",
        "no_folder": "folder {detail} is not there yet; it will be made",
        "not_a_folder": "{detail} is a file and not a folder; move it or choose another folder",
        "folder_read_only": "folder {detail} is read-only; give yourself the right to write",
        "folder_open": "folder {detail} is open to others; close it with: chmod 700",
        "file_foreign": "{detail} belongs to another user; make it yours again with: sudo chown",
        "file_open": "{detail} can be read by others; close it with: chmod 600 (or doctor --repair)",
        "room": "{detail} free on the disk",
        "little_room": "only {detail} free on the disk; make room",
        "settings_fine": "settings: {detail}",
        "no_database": "there is no store in {detail} yet; “newsreader refresh” makes it",
        "old_schema": "the store is of an older version and is brought up to date when it is opened",
        "database_whole": "the store is whole ({detail})",
        "database_broken": "the store is damaged: {detail}",
        "no_orphans": "everything belongs somewhere",
        "orphans": "{detail} rows belong nowhere",
        "no_half_articles": "every article has its text",
        "half_articles": "{detail} articles lack their text",
        "texts_whole": "every text can be read",
        "damaged_texts": "of {detail} articles the text is damaged",
        "tally_right": "the counts are right",
        "tally_wrong": "the counts are wrong",
        "index_whole": "everything can be searched",
        "index_behind": "{detail} articles cannot be found by a search",
        "index_broken": "the search index is damaged",
        "database_writable": "the store can be written",
        "no_backup": "there is no backup in {detail} yet; a refresh makes one",
        "backup_fine": "backup: {detail}",
        "backup_damaged": "lines of the backup that cannot be read: {detail}",
        "backup_old": "the backup {detail} is old; “newsreader backup” makes a new one",
        "sources_fine": "{detail} sources on, none of them lost",
        "sources_unread": "the sources cannot be read as long as the store cannot",
        "worker": "a process of its own for large refreshes begins and answers",
        "no_worker": "no process of its own can be begun; large refreshes take longer",
        "answers": "{detail} answers",
        "terminal": "terminal: {detail}",
        "terminal_dumb": "this terminal shows no screen ({detail}); the plain commands work",
        "terminal_narrow": "this terminal does not show all letters ({detail}); choose UTF-8",
        "images": "pictures can be shown",
        "no_images": "without pictures: “pip install newsreader[images]” adds them",
        "keyring": "the system's keyring can be used",
        "no_keyring": "passwords are in a file that only you can read",
        "made_anew": "search index and counts were made anew",
        "carried": "all that could be read is in a new file; rows and the old file: {detail}",
        "holes": "at {detail} places the file could not be read; what stood there may be lost",
        "refused_rows": "{detail} rows fitted nowhere any more; they are only in the old file",
        "brought_back": "brought back from the backup (sources, marks; file): {detail}",
    },
)
