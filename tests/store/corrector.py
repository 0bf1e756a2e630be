"""A source that corrects its one article for ever, in a process to be killed: prints what is confirmed."""

from __future__ import annotations

import itertools
import sys
from pathlib import Path

from newsreader.model import Scope
from tests.store.drafts import draft, opened, put, source


def main(path: Path) -> None:
    store = opened(path, open_wait=5, write_wait=5)
    store.add_sources([source()]).result()
    put(store, [draft("a", "Versie 100")])
    store.mark(store.ids(Scope()), read=True).result()
    for number in itertools.count(101):
        put(store, [draft("a", f"Versie {number}")])
        print(number, flush=True)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
