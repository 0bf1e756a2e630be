"""argparse in the user's own language: help in two groups, faults in one line."""

from __future__ import annotations

import argparse
import re
import sys
from typing import Any, NoReturn

from newsreader import gate
from newsreader.cli import output
from newsreader.words.usage import UsageWords


class Grammar(argparse.ArgumentParser):
    """The grammar of the program, or of one of its commands."""

    def __init__(self, words: UsageWords, *, options: str = "", **rest: Any) -> None:
        super().__init__(add_help=False, allow_abbrev=False, **rest)
        self._words = words
        self._inputs = self.add_argument_group(words.arguments)
        self._options = self.add_argument_group(options or words.options)
        self.option("-h", "--help", action="help", help=words.help)

    def input(self, name: str, **rest: Any) -> None:
        """An argument that is told by its place."""
        self._inputs.add_argument(name, **rest)

    def option(self, *names: str, **rest: Any) -> None:
        """An argument that is told by its name."""
        self._options.add_argument(*names, **rest)

    def json(self) -> None:
        """`--json`; of a command within a command it leaves what the outer one has read."""
        self.option("--json", action="store_true", default=argparse.SUPPRESS, help=self._words.json)

    def commands(self, name: str) -> Commands:
        """Commands to choose one from; `name` is where the choice is found, None when none was made."""
        words = self._words
        return Commands(words, self.add_subparsers(dest=name, title=words.commands, metavar=words.command))

    def format_usage(self) -> str:
        """The line of usage."""
        return self._worded(super().format_usage())

    def format_help(self) -> str:
        """The whole help."""
        return self._worded(super().format_help())

    def _print_message(self, message: str, file: Any = None) -> None:
        """Print the help or the version like any other text: argparse does not say when that failed."""
        if file is sys.stderr:
            super()._print_message(message, file)
        else:
            output.say(message.removesuffix("\n"))
            output.flush()

    def error(self, message: str) -> NoReturn:
        """Say what is wrong in one line, and leave with status 2."""
        self.exit(
            2, f"newsreader: {gate.line(self._fault(message), 500)}; {self._words.see_help(self.prog)}\n"
        )

    def _worded(self, text: str) -> str:
        return text.replace("usage: ", self._words.usage, 1)

    def _fault(self, message: str) -> str:
        for pattern, template in self._words.faults.items():
            found = re.fullmatch(pattern, message, re.DOTALL)
            if found:
                return template.format(**found.groupdict())
        return message


class Commands:
    """The commands of a grammar."""

    def __init__(self, words: UsageWords, parsers: argparse._SubParsersAction[Grammar]) -> None:
        self._words = words
        self._parsers = parsers

    def add(self, name: str, about: str, *, json: bool = False) -> Grammar:
        """One more command, perhaps with `--json`."""
        grammar = self._parsers.add_parser(name, words=self._words, help=about, description=about)
        if json:
            grammar.json()
        return grammar
