"""The texts for what leaves the reader: documents, editions, files, other programs, mail."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import NamedTuple

from newsreader.words.counting import Counted, en_count, nl_count


class SharingWords(NamedTuple):
    """One field a text; what depends on a number or a name is a callable."""

    # in documents
    by: Callable[[str], str]
    sample: str
    picture: str
    links: str
    files: str
    contents: str
    edition: Callable[[str], str]
    saved_edition: str
    other_section: str
    # exporting
    written: Callable[[str, int, int], str]
    not_pictured: Counted
    shortened: Counted
    empty_edition: str
    no_format: Callable[[str, str], str]
    not_to_output: str
    not_both: Callable[[str, str], str]
    # on the screen
    copied: Counted
    what: str
    this: str
    saved: Callable[[int], str]
    today: str
    which_format: str
    formats: Mapping[str, str]
    file_name: str
    file_hint: str
    exists: Callable[[str], str]
    writing: Callable[[str], str]
    pipe_title: str
    pipe_hint: str
    piping: Callable[[str], str]
    piped: Callable[[str, int], str]
    mailing: str
    no_mail: str
    # files that go with an article
    no_files: str
    files_title: Callable[[str], str]
    files_hint: str
    no_file: Callable[[int, int], str]
    playing: Callable[[str], str]
    downloading: Callable[[str, str, str, int | None], str]
    downloaded: Callable[[str], str]
    stopped: Callable[[str], str]


def _bar(percent: int | None, cells: int = 20) -> str:
    """How far it is as a bar; nothing where nobody knows."""
    if percent is None:
        return ""
    full = cells * percent // 100
    return f" {'█' * full}{'░' * (cells - full)} {percent} % ·"


NL = SharingWords(
    by=lambda author: f"door {author}",
    sample="Proefeditie: dit bericht is verzonnen",
    picture="Foto",
    links="Koppelingen",
    files="Bijlagen",
    contents="Inhoud",
    edition=lambda date: f"Krant van {date}",
    saved_edition="Bewaarde berichten",
    other_section="Overig",
    written=lambda path, articles, pictures: (
        f"Geschreven: {path} ({nl_count(articles, 'bericht', 'berichten')}"
        f"{', ' + nl_count(pictures, 'foto', 'foto’s') if pictures else ''})"
    ),
    not_pictured=lambda n: nl_count(n, "foto is", "foto’s zijn") + " niet opgehaald; het adres staat er wel",
    shortened=lambda n: f"alleen de nieuwste {nl_count(n, 'bericht', 'berichten')}; kies een kortere tijd",
    empty_edition=(
        "er is geen bericht voor deze krant; kies een langere tijd (--since 7d) of een andere rubriek of bron"
    ),
    no_format=lambda name, choices: f"“{name}” is geen vorm om in te schrijven; kies uit {choices}",
    not_to_output="een EPUB kan niet naar standaarduitvoer; geef met --out een bestand",
    not_both=lambda one, other: f"{one} gaat niet samen met {other}",
    copied=lambda n: f"Gekopieerd als Markdown: {nl_count(n, 'teken', 'tekens')}",
    what="Wat opslaan?",
    this="Dit bericht",
    saved=lambda n: f"Wat bewaard is ({nl_count(n, 'bericht', 'berichten')})",
    today="De krant van de laatste 24 uur",
    which_format="In welke vorm?",
    formats={
        "markdown": "Markdown",
        "html": "HTML",
        "text": "Platte tekst",
        "epub": "EPUB, voor een e-reader",
    },
    file_name="In welk bestand?",
    file_hint="Enter: opslaan · Esc: toch niet",
    exists=lambda path: f"{path} bestaat al; geef een andere naam.",
    writing=lambda path: f"Wordt geschreven: {path}",
    pipe_title="Aan welke opdracht? {url} en {title} worden ingevuld",
    pipe_hint="De opdracht leest Markdown · Enter: uitvoeren · Esc: toch niet",
    piping=lambda name: f"{name} is bezig…",
    piped=lambda line, status: f"{line or 'Geen uitvoer'} · status {status}",
    mailing="Het mailprogramma wordt geopend.",
    no_mail="Er is geen mailprogramma dat een brief kan openen; y kopieert het adres.",
    no_files="Dit bericht heeft geen bijlagen.",
    files_title=lambda title: f"Bijlagen bij: {title}",
    files_hint="Enter of o: openen · d: ophalen, of stoppen · Esc of q: terug",
    no_file=lambda number, there: f"er is geen bijlage {number}; het bericht heeft er {there}",
    playing=lambda title: f"Geopend: {title}",
    downloading=lambda name, done, total, percent: (
        f"{name}:{_bar(percent)} {done}{' van ' + total if total else ''}"
    ),
    downloaded=lambda path: f"Opgehaald: {path}",
    stopped=lambda name: f"Gestopt: {name}; nog eens ophalen gaat verder waar het bleef",
)

EN = SharingWords(
    by=lambda author: f"by {author}",
    sample="Sample edition: this article is fiction",
    picture="Picture",
    links="Links",
    files="Enclosures",
    contents="Contents",
    edition=lambda date: f"Paper of {date}",
    saved_edition="Saved articles",
    other_section="Other",
    written=lambda path, articles, pictures: (
        f"Written: {path} ({en_count(articles, 'article', 'articles')}"
        f"{', ' + en_count(pictures, 'picture', 'pictures') if pictures else ''})"
    ),
    not_pictured=lambda n: en_count(n, "picture was", "pictures were") + " not fetched; the address is there",
    shortened=lambda n: f"only the newest {en_count(n, 'article', 'articles')}; choose a shorter time",
    empty_edition=(
        "there is no article for this edition; choose a longer time (--since 7d), another section or source"
    ),
    no_format=lambda name, choices: f"“{name}” is not a format that can be written; choose from {choices}",
    not_to_output="an EPUB cannot go to standard output; name a file with --out",
    not_both=lambda one, other: f"{one} does not go with {other}",
    copied=lambda n: f"Copied as Markdown: {en_count(n, 'character', 'characters')}",
    what="Save what?",
    this="This article",
    saved=lambda n: f"What is saved ({en_count(n, 'article', 'articles')})",
    today="The paper of the last 24 hours",
    which_format="In which format?",
    formats={"markdown": "Markdown", "html": "HTML", "text": "Plain text", "epub": "EPUB, for an e-reader"},
    file_name="In which file?",
    file_hint="Enter: save · Esc: rather not",
    exists=lambda path: f"{path} is there already; give another name.",
    writing=lambda path: f"Writing: {path}",
    pipe_title="To which command? {url} and {title} are filled in",
    pipe_hint="The command reads Markdown · Enter: run · Esc: rather not",
    piping=lambda name: f"{name} is at work…",
    piped=lambda line, status: f"{line or 'No output'} · status {status}",
    mailing="The mail program is being opened.",
    no_mail="There is no mail program that can open a letter; y copies the address.",
    no_files="This article has no enclosures.",
    files_title=lambda title: f"Enclosures of: {title}",
    files_hint="Enter or o: open · d: download, or stop · Esc or q: back",
    no_file=lambda number, there: f"there is no enclosure {number}; the article has {there}",
    playing=lambda title: f"Opened: {title}",
    downloading=lambda name, done, total, percent: (
        f"{name}:{_bar(percent)} {done}{' of ' + total if total else ''}"
    ),
    downloaded=lambda path: f"Downloaded: {path}",
    stopped=lambda name: f"Stopped: {name}; downloading it again goes on where it was",
)
