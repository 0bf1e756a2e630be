"""The texts about backups."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from newsreader.model.backup import BroughtBack
from newsreader.words.counting import en_count, nl_count


class BackupWords(NamedTuple):
    """One field a text."""

    written: Callable[[str], str]
    not_written: Callable[[str], str]
    none: Callable[[str], str]
    nothing: Callable[[str], str]
    unreadable: Callable[[int], str]
    unplaced: Callable[[int], str]
    done: Callable[[str, BroughtBack], str]


NL = BackupWords(
    written=lambda path: f"Reservekopie geschreven: {path}",
    not_written=lambda why: f"De dagelijkse reservekopie is niet geschreven. {why}",
    none=lambda folder: f"er is geen reservekopie in {folder}; noem het bestand zelf",
    nothing=lambda path: f"in {path} is niets te lezen dat een reservekopie van newsreader is",
    unreadable=lambda number: f"regel {number} is beschadigd en overgeslagen",
    unplaced=lambda n: (
        f"{nl_count(n, 'markering hoort', 'markeringen horen')} bij een bron die er niet is en niet in de"
        " kopie staat; overgeslagen"
    ),
    done=lambda path, back: (
        f"Teruggezet uit {path}: {nl_count(back.sources, 'bron', 'bronnen')} toegevoegd,"
        f" {nl_count(back.marked, 'bericht', 'berichten')} gemarkeerd,"
        f" {nl_count(back.missing, 'markering', 'markeringen')} klaargezet voor wat nog komt"
        + (f", {nl_count(back.decided, 'keuze', 'keuzes')} over verhalen" if back.decided else "")
        + "."
    ),
)

EN = BackupWords(
    written=lambda path: f"Backup written: {path}",
    not_written=lambda why: f"The daily backup was not written. {why}",
    none=lambda folder: f"there is no backup in {folder}; name the file yourself",
    nothing=lambda path: f"nothing in {path} can be read as a backup of newsreader",
    unreadable=lambda number: f"line {number} is damaged and was skipped",
    unplaced=lambda n: (
        f"{en_count(n, 'mark belongs', 'marks belong')} to a source that is neither there nor in the backup;"
        " skipped"
    ),
    done=lambda path, back: (
        f"Brought back from {path}: {en_count(back.sources, 'source', 'sources')} added,"
        f" {en_count(back.marked, 'article', 'articles')} marked,"
        f" {en_count(back.missing, 'mark', 'marks')} waiting for what is still to come"
        + (f", {en_count(back.decided, 'decision', 'decisions')} about stories" if back.decided else "")
        + "."
    ),
)
