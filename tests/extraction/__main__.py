"""`python -m tests.extraction`: a line a page, then the total; `--pages DIR` reads the public benchmark's."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from pathlib import Path

from tests.extraction.pages import Read, own, public
from tests.extraction.shingles import total
from tests.extraction.structure import KINDS


def main() -> None:
    """Print the scores."""
    parser = argparse.ArgumentParser(prog="python -m tests.extraction", description=__doc__)
    parser.add_argument("--pages", type=Path, metavar="DIR", help="*.html.gz and expected.json")
    folder = parser.parse_args().pages
    reads = list(public(folder) if folder else own())
    print(f"{'page':<28} {'prec':>6} {'rec':>6} {'F1':>6}  structure found/expected")
    for one in sorted(reads, key=lambda one: one.words.f1):
        print(_line(one))
    figures = total([one.words for one in reads])
    print(f"{len(reads)} pages".ljust(28), *(f"{figure:6.3f}" for figure in figures))
    if not folder:
        for kind in KINDS:
            print(f"{kind:<28}", "{}/{}".format(*sums(reads, kind)))


def sums(reads: Sequence[Read], kind: str) -> tuple[int, int]:
    """How many of a kind were found, and how many were expected, on all pages."""
    return (
        sum(one.structure[kind].found for one in reads),
        sum(one.structure[kind].expected for one in reads),
    )


def _line(one: Read) -> str:
    figures = " ".join(f"{figure:6.3f}" for figure in (one.words.precision, one.words.recall, one.words.f1))
    parts = (f"{kind} {got}/{all_}" for kind, (got, all_) in one.structure.items() if all_)
    return f"{one.name:<28} {figures}  {', '.join(parts)}"


if __name__ == "__main__":
    main()
