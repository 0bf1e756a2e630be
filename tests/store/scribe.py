"""A reader in a process of its own, to be killed: it writes for ever, and prints what is confirmed."""

from __future__ import annotations

import itertools
import sys
from pathlib import Path

from newsreader.model import Scope, Visit
from tests.store.drafts import NOW, draft, opened, put, source


def main(path: Path, start: int) -> None:
    store = opened(path, open_wait=5, write_wait=5)
    store.add_sources([source()]).result()
    for number in itertools.count(start):
        put(store, [draft(f"{number}-{each}", age=each) for each in range(20)])
        store.put("bron", Visit(), [draft(f"{number}-late")], NOW)
        newest = store.ids(Scope(), 5)
        store.mark(newest, read=True, saved=True).result()
        print(*newest, flush=True)


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]))
