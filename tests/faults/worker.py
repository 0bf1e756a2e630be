"""A reader in a process of its own, to be killed: it works for ever, and prints what is confirmed."""

from __future__ import annotations

import itertools
import sys
from datetime import timedelta
from pathlib import Path

from newsreader.model import Scope, Source, Visit
from newsreader.store import Store
from tests.store.drafts import NOW, draft, opened, put, source

YEAR = timedelta(days=365)


def main(path: Path, work: str, life: int) -> None:
    """Do one kind of work over and over; a line is printed when what it names is confirmed."""
    store = opened(path, open_wait=20, write_wait=20)
    print("open", flush=True)
    store.add_sources([source()]).result()
    for turn in itertools.count(life * 10_000):
        WORKS[work](store, turn)


def refresh(store: Store, turn: int) -> None:
    """Many articles in several transactions, some of which change."""
    put(store, [draft(f"{turn}-{each}", age=each) for each in range(300)])
    put(store, [draft(f"{turn}-{each}", "Anders", age=each) for each in range(0, 300, 7)])


def marking(store: Store, turn: int) -> None:
    """A few articles, which are marked one by one."""
    put(store, [draft(f"{turn}-{each}", age=each) for each in range(20)])
    for entry in store.ids(Scope(), 5):
        store.mark([entry], read=True, saved=True).result()
        print("marked", entry, flush=True)


def adding(store: Store, turn: int) -> None:
    """Subscriptions, forty at once, as an import adds them."""
    new = [Source(f"s-{turn}-{each}", "Blad", f"https://s{turn}.example/{each}") for each in range(40)]
    store.add_sources(new).result()
    print("added", *(one.id for one in new), flush=True)


def pruning(store: Store, turn: int) -> None:
    """Old articles, most of which are read and so go; one is saved and stays."""
    old = NOW - YEAR
    drafts = [draft(f"{turn}-{each}", age=None) for each in range(600)]
    store.put("bron", Visit(), drafts, old).result()
    ids = store.ids(Scope(), 600)
    store.mark(ids, read=True).result()
    store.mark(ids[:1], saved=True).result()
    print("marked", ids[0], flush=True)
    store.prune(NOW).result()


WORKS = {"refresh": refresh, "marking": marking, "import": adding, "pruning": pruning, "migration": marking}

if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2], int(sys.argv[3]))
