"""Whatever is done, the counts are what counting would give."""

from __future__ import annotations

import tempfile
from collections import Counter
from pathlib import Path

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule

from newsreader.model import Count, Scope
from tests.store.drafts import MINUTE, NOW, draft, opened, put, source

NAMES = st.sampled_from(["een", "twee"])
KEYS = st.lists(st.sampled_from("abcdef"), max_size=4)
SECTIONS = st.sampled_from(["", "Zeeland", "Sport"])
FLAGS = st.sampled_from([True, False, None])


class Reader(RuleBasedStateMachine):
    """A reader and a refresh, at random."""

    def __init__(self) -> None:
        super().__init__()
        self.folder = tempfile.TemporaryDirectory()
        self.store = opened(Path(self.folder.name) / "news.db", write_wait=5)
        self.store.add_sources([source("een"), source("twee", "Landelijk")]).result()
        self.ids: list[int] = []

    @rule(name=NAMES, keys=KEYS, section=SECTIONS, age=st.integers(0, 3))
    def refresh(self, name: str, keys: list[str], section: str, age: int) -> None:
        drafts = [draft(key, age=age, section=section, digest=f"{section}{age}".encode()) for key in keys]
        put(self.store, drafts, name)
        self.ids = sorted({*self.ids, *self.store.ids(Scope())})

    @rule(read=FLAGS, saved=FLAGS, which=st.integers(0, 5))
    def mark(self, read: bool | None, saved: bool | None, which: int) -> None:
        before, marked = self.store.counts(), self.ids[which::6]
        self.store.mark(marked, read=read, saved=saved).result()
        assert self.store.counts(before, marked) == self.store.counts()

    @rule(undo=st.booleans())
    def mark_all(self, undo: bool) -> None:
        changed = self.store.long_markings.mark_scope(Scope(), NOW).result()
        if undo:
            self.store.restore(changed).result()

    @rule(name=NAMES)
    def remove(self, name: str) -> None:
        self.store.remove_source(name).result()

    @rule(name=NAMES, group=st.sampled_from(["Zeeuws", "Landelijk"]))
    def revive(self, name: str, group: str) -> None:
        self.store.save_source(source(name, group)).result()

    @rule(age=st.integers(-1, 3))
    def prune(self, age: int) -> None:
        self.store.prune(NOW - age * MINUTE).result()

    @invariant()
    def counts_are_right(self) -> None:
        rows = self.store.rows(self.ids)
        counts = self.store.counts()
        assert counts.everything == Count(len(rows), sum(not row.read for row in rows))
        assert counts.saved == sum(row.saved for row in rows)
        for kind, stored in (("section", counts.sections), ("source_id", None)):
            total = Counter(getattr(row, kind) for row in rows)
            unread = Counter(getattr(row, kind) for row in rows if not row.read)
            if stored is not None:
                assert dict(stored) == {name: Count(total[name], unread[name]) for name in total if name}
            for there, count in counts.sources if stored is None else ():
                assert count == Count(total[there.id], unread[there.id])

    @invariant()
    def lists_agree(self) -> None:
        rows = self.store.page(Scope(), 99)
        assert [row.id for row in rows] == list(self.store.ids(Scope()))
        assert rows == sorted(rows, key=lambda row: (row.moment, row.id), reverse=True)
        assert {hit.row.id for hit in self.store.search("veerpont", 99)} == {row.id for row in rows}

    def teardown(self) -> None:
        self.store.close()
        self.folder.cleanup()


TestCounts = Reader.TestCase
TestCounts.settings = settings(max_examples=12, stateful_step_count=12, deadline=None)
