"""The grammar of the command line, for argparse, in the words of one language."""

from __future__ import annotations

import argparse
from collections.abc import Callable
from pathlib import Path

from newsreader import __version__
from newsreader.cli.early import LANGUAGES
from newsreader.cli.grammar import Commands, Grammar
from newsreader.settings import WEBMAILS
from newsreader.words.usage import UsageWords

TEXT_FORMATS = ("markdown", "html", "text")
"""The formats that a terminal can show."""
LIMIT = 50
"""Articles that are listed when no other number is asked for."""
_LARGEST = 2**63 - 1  # of an article's number in the store


def parser(words: UsageWords) -> argparse.ArgumentParser:
    """The whole grammar: `command` names the command, None opens the screen."""
    grammar = Grammar(words, prog="newsreader", description=words.about, options=words.first_options)
    _first_options(grammar, words)
    commands = grammar.commands("command")
    _reading(commands, words)
    _stories(commands.add("stories", words.stories), words)
    _sources(commands.add("sources", words.sources), words)
    importing = commands.add("import", words.import_)
    importing.input("file", metavar="FILE.opml", help=words.opml, type=Path)
    importing.option("--dry-run", action="store_true", help=words.dry_import)
    commands.add("export", words.export).input("file", metavar="FILE", help=words.out, type=Path, nargs="?")
    _edition(commands.add("export-edition", words.export_edition), words)
    commands.add("backup", words.backup).input(
        "file", metavar="FILE", help=words.backup_file, type=Path, nargs="?"
    )
    commands.add("restore", words.restore, json=True).input(
        "file", metavar="FILE", help=words.restore_file, type=Path, nargs="?"
    )
    doctor = commands.add("doctor", words.doctor, json=True)
    doctor.option("--repair", action="store_true", help=words.doctor_repair)
    doctor.option("--network", action="store_true", help=words.doctor_network)
    webmail = commands.add("webmail", words.webmail)
    choices = (*WEBMAILS, "open")
    webmail.input("choice", choices=choices, metavar="|".join(choices), help=words.webmail_choice, nargs="?")
    commands.add("paths", words.paths)
    parse = commands.add("parse", words.parse)
    parse.input("inputs", metavar="FILE-or-URL", help=words.inputs, nargs="+")
    parse.option("--json", action="store_true", help=words.json_lines)
    return grammar


def _first_options(grammar: Grammar, words: UsageWords) -> None:
    grammar.option("--version", action="version", version=f"newsreader {__version__}", help=words.version)
    grammar.option("--demo", action="store_true", help=words.demo)
    grammar.option("--plain", action="store_true", help=words.plain)
    grammar.option("--webmail", dest="webmail_option", choices=tuple(WEBMAILS), help=words.webmail_option)
    grammar.option("--lang", choices=LANGUAGES, help=words.language)
    grammar.option("--config-dir", metavar="D", type=Path, help=words.config_dir)
    grammar.option("--data-dir", metavar="D", type=Path, help=words.data_dir)


def _reading(commands: Commands, words: UsageWords) -> None:
    refresh = commands.add("refresh", words.refresh, json=True)
    refresh.option("--source", metavar="ID", action="append", default=[], help=words.sources_only)
    refresh.option("--full", action="store_true", help=words.full)
    listing = commands.add("list", words.list, json=True)
    listing.option("--section", metavar="S", help=words.section)
    listing.option("--source", metavar="ID", help=words.source)
    listing.option("--unread", action="store_true", help=words.unread)
    listing.option("--saved", action="store_true", help=words.saved)
    show, related = (commands.add(name, getattr(words, name), json=True) for name in ("show", "related"))
    show.option("--changes", action="store_true", help=words.changes)
    show.option("--format", choices=TEXT_FORMATS, help=words.format)
    download = commands.add("download", words.download)
    for one in (show, related, download):
        one.input("id", metavar="ID", type=_positive(words), help=words.article)
    download.input("number", metavar="N", type=_positive(words), nargs="?", default=1, help=words.file_number)
    download.option("--to", metavar="DIR", type=Path, help=words.to_folder)
    read = commands.add("read", words.read, json=True)
    read.input("address", metavar="URL", help=words.page_address)
    search = commands.add("search", words.search, json=True)
    search.input("words", metavar="WORDS", nargs="+", help=words.words)
    for limited in (listing, search):
        limited.option("--limit", metavar="N", type=_positive(words), default=LIMIT, help=words.limit)


def _edition(grammar: Grammar, words: UsageWords) -> None:
    grammar.option("--out", metavar="FILE", required=True, help=words.edition_out)
    grammar.option("--format", metavar="F", help=words.edition_format)
    grammar.option("--since", metavar="T", help=words.since)
    grammar.option("--section", metavar="S", action="append", default=[], help=words.sections_only)
    grammar.option("--source", metavar="ID", help=words.source)
    grammar.option("--saved", action="store_true", help=words.saved)
    grammar.option("--unread", action="store_true", help=words.unread)
    grammar.option("--no-pictures", action="store_true", help=words.no_pictures)


def _stories(grammar: Grammar, words: UsageWords) -> None:
    grammar.json()
    grammar.option("--since", metavar="T", help=words.stories_since)
    grammar.option("--limit", metavar="N", type=_positive(words), help=words.stories_limit)
    grammar.commands("action").add("rebuild", words.stories_rebuild, json=True)


def _sources(grammar: Grammar, words: UsageWords) -> None:
    grammar.json()
    actions = grammar.commands("action")
    actions.add("list", words.sources_list, json=True)
    add = actions.add("add", words.sources_add, json=True)
    add.input("address", metavar="URL", help=words.address)
    add.option("--all", action="store_true", help=words.add_all)
    add.option("--page", action="store_true", help=words.as_page)
    add.option("--dry-run", action="store_true", help=words.dry_run)
    for name, about in (
        ("remove", words.sources_remove),
        ("on", words.sources_on),
        ("off", words.sources_off),
    ):
        actions.add(name, about, json=True).input("id", metavar="ID", help=words.source_id)
    check = actions.add("check", words.sources_check, json=True)
    check.input("id", metavar="ID", nargs="?", help=words.source_id)


def _positive(words: UsageWords) -> Callable[[str], int]:
    """Reads a whole number from 1 up to what the store can count."""

    def read(text: str) -> int:
        if text.isdecimal() and len(text) <= len(str(_LARGEST)) and 1 <= int(text) <= _LARGEST:
            return int(text)
        raise argparse.ArgumentTypeError(words.positive(text))

    return read
