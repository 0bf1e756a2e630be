"""The one door to the database: reads on the caller's own thread, writes as futures."""

from __future__ import annotations

from array import array
from collections.abc import Callable, Sequence
from concurrent.futures import Future
from datetime import datetime
from functools import cached_property, partial
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

import apsw

from newsreader.attention import Attention
from newsreader.model import Problem, ProblemKind, Scope
from newsreader.paths import exists
from newsreader.store import articles, counts, lists, meta, revisions, sources, visits
from newsreader.store.database import check_reader, open_writer
from newsreader.store.errors import Around, StoreError
from newsreader.store.readers import Readers
from newsreader.store.writer import LATER, LONG, URGENT, Job, Shown, Steps, Writer, once

if TYPE_CHECKING:
    from newsreader.model import (
        Article,
        ArticleRow,
        Counts,
        Draft,
        Hit,
        Mark,
        Revision,
        Source,
        SourceStatus,
        Visit,
    )
    from newsreader.store.articles import Written
    from newsreader.store.backups import BackupTables
    from newsreader.store.folding import Folding
    from newsreader.store.places import Place
    from newsreader.store.story_tables import StoryTables
    from newsreader.store.texts import TextTables
    from newsreader.store.unfinished import LongMarkings, Told

T = TypeVar("T")

_READABLE = {
    ProblemKind.STORE_READ_ONLY,
    ProblemKind.STORE_FULL,
    ProblemKind.STORE_NO_LOCKS,
    ProblemKind.FILE,
}
"""What stands in the way of writing, but perhaps not of reading."""


class Store:
    """The articles, marks and sources of one reader.

    Reads may come from any thread. Writes are done one at a time, what the user does before what a refresh
    brings. Both fail with `StoreError` when the disk or another program is the cause.
    """

    def __init__(self, readers: Readers, writer: Writer | None, problem: Problem | None = None) -> None:
        self._readers = readers
        self._writer = writer
        self.attention = writer.attention if writer else Attention()
        """Of whoever presses keys, for whom the writer makes way."""
        self.path = readers.path
        """Of the file."""
        self.problem = problem
        """Why nothing can be written, when that is so."""
        self.around = Around()
        """Reads that which may be damaged."""

    @classmethod
    def open(cls, path: Path, *, open_wait: float = 2.0, write_wait: float = 30.0) -> Store | Problem:
        """Opens the file, made and migrated when need be; read-only when it cannot be written.

        Another program that holds the file is waited for, in seconds: at the door, and at every write.
        """
        connection = open_writer(path, open_wait)
        if isinstance(connection, Problem):
            return cls._open_read_only(path, connection)
        connection.set_busy_timeout(int(write_wait * 1000))
        return cls(Readers(path), Writer(connection, path))

    @classmethod
    def _open_read_only(cls, path: Path, problem: Problem) -> Store | Problem:
        if problem.kind not in _READABLE or not exists(path):
            return problem
        if problem.kind is ProblemKind.FILE:
            problem = Problem(ProblemKind.STORE_READ_ONLY, str(path))
        refusal: Problem | None = problem
        for frozen in (False, True):
            refusal = check_reader(path, frozen=frozen)
            if refusal is None:
                return cls(Readers(path, frozen=frozen), None, problem._replace(detail=""))
        older = refusal and refusal.kind is ProblemKind.STORE_READ_ONLY  # and cannot be migrated now
        return problem if older or refusal is None else refusal

    def close(self) -> None:
        """Finishes what the user did, cancels what a refresh still had to write, and closes the file."""
        self._readers.close()
        if self._writer is not None:
            self._writer.close()

    @cached_property
    def stories(self) -> StoryTables:
        """What belongs together."""
        from newsreader.store.story_tables import StoryTables

        return StoryTables(self._read, self._write, self._act)

    @cached_property
    def folding(self) -> Folding:
        """What long lists and lists with a row a story have to know."""
        from newsreader.store.folding import Folding

        return Folding(self._read)

    @cached_property
    def texts(self) -> TextTables:
        """The texts of articles that a source only announced."""
        from newsreader.store.texts import TextTables

        return TextTables(self._read, self._write)

    @cached_property
    def backups(self) -> BackupTables:
        """What a backup keeps, and what it brings back."""
        from newsreader.store.backups import BackupTables

        return BackupTables(self._read, self._act)

    @cached_property
    def long_markings(self) -> LongMarkings:
        """What marks whole scopes, and takes that back."""
        from newsreader.store.unfinished import LongMarkings

        return LongMarkings(self._read, self._act, partial(self._write, priority=LONG))

    # What is there

    def counts(self, before: Counts | None = None, marked: Sequence[int] = ()) -> Counts:
        """All counts of the sidebar; or those `before`, since when only these articles were marked."""
        return self._read(lambda connection: counts.counts(connection, before, marked))

    def ids(
        self,
        scope: Scope,
        limit: int | None = None,
        *,
        once: bool = False,
        given_up: Callable[[], bool] = lambda: False,
    ) -> array[int]:
        """The ids of a scope, newest first; with `once` only the newest of those that tell one story.

        Of a list that is given up meanwhile only what has been collected by then.
        """
        return self._read(
            lambda connection: lists.ids(connection, scope, limit, once=once, given_up=given_up)
        )

    def page(self, scope: Scope, limit: int, exclude: int = 0) -> list[ArticleRow]:
        """The newest rows of a scope that can be read; never the article `exclude`."""
        ids = self.ids(scope, limit + 1 if exclude else limit)
        return self.around(self.rows, [each for each in ids if each != exclude][:limit])

    def rows(self, ids: Sequence[int]) -> list[ArticleRow]:
        """The rows of those ids, in that order; what has gone is left out."""
        return self._read(lambda connection: lists.rows(connection, ids))

    def article(self, article_id: int) -> Article | None:
        """The whole article; None when it has gone."""
        return self._read(lambda connection: articles.article(connection, article_id))

    def history(self, article_id: int) -> list[Revision]:
        """The earlier wordings of an article that were read, oldest first."""
        return self._read(lambda connection: revisions.history(connection, article_id))

    def place(self, article_id: int) -> Place | None:
        """Where the reader stopped in an article; None is its beginning."""
        from newsreader.store import places

        return self._read(lambda connection: places.read(connection, article_id))

    def search(self, words: str, limit: int) -> list[Hit]:
        """The articles with all of the words, the last one being a prefix; titles first, then the newest."""
        return self.around(partial(self.hits, words), self.find(words, limit))

    def find(self, words: str, limit: int, given_up: Callable[[], bool] = lambda: False) -> array[int]:
        """The ids of what `search` finds; of none where it is given up meanwhile."""
        from newsreader.store import search

        return self._read(lambda connection: search.find(connection, words, limit, given_up))

    def hits(self, words: str, ids: Sequence[int]) -> list[Hit]:
        """Those articles with the sentence in which the words stand."""
        from newsreader.store import search

        return self._read(lambda connection: search.hits(connection, words, ids))

    def sources(self) -> list[SourceStatus]:
        """Every source with its health, in order of position."""
        return self._read(sources.statuses)

    def source(self, source_id: str) -> SourceStatus | None:
        """One source with its health; None when it is unknown or removed."""
        return self._read(lambda connection: sources.status(connection, source_id))

    def visits(self) -> dict[str, Visit]:
        """What is remembered of the visits to every source that has had one, by its id."""
        return self._read(visits.visits)

    def due(self, now: datetime) -> list[Source]:
        """The sources that are on and may be visited now."""
        return self._read(lambda connection: sources.due(connection, now))

    def known(self, source_id: str, keys: Sequence[str]) -> set[str]:
        """Those of the keys that the source, or another list of its site, has brought before."""
        from newsreader.store.sites import known

        return self._read(lambda connection: known(connection, source_id, keys))

    def data_version(self) -> int:
        """A number that changes whenever anyone has written, here or in another process."""
        return self._readers.data_version()

    def is_empty(self) -> bool:
        """Whether there is no article but those of the sample edition."""
        return self._read(counts.is_empty)

    def has_sample(self) -> bool:
        """Whether the sample edition is there."""
        return self._read(sources.has_sample)

    def meta(self, key: str) -> str:
        """A small fact about the store; empty when it was never set."""
        return self._read(lambda connection: meta.read(connection, key))

    # What a refresh brings

    def put(
        self,
        source_id: str,
        visit: Visit,
        drafts: Sequence[Draft],
        now: datetime,
        *,
        reopen: bool = False,
        patient: bool = False,
    ) -> Future[Written]:
        """Writes a visit and what it brought; the first news drops the sample edition.

        What was read and comes again changed in meaning is kept as it was; with `reopen` it becomes unread.
        Of many visits each is `patient`: they are written together.
        """

        def job(connection: apsw.Connection) -> Steps[Written]:
            return articles.put(connection, source_id, visit, drafts, now, reopen=reopen)

        return self._write(job, patient=patient)

    def put_passing(self, source_id: str, drafts: Sequence[Draft], now: datetime) -> Future[Written]:
        """Writes articles that were seen by the way; those that are known only get a more exact moment."""
        return self._write(lambda connection: articles.put(connection, source_id, None, drafts, now))

    def put_visit(self, source_id: str, visit: Visit) -> Future[None]:
        """Remembers a visit that brought nothing."""
        return self._write(once(lambda connection: visits.write(connection, source_id, visit)))

    def prune(self, before: datetime) -> Future[int]:
        """Drops what is read, not saved and older; tells how many articles those were."""
        from newsreader.store import removal

        return self._write(lambda connection: removal.prune(connection, before))

    def trim(self, source_id: str, keep: int) -> Future[int]:
        """Drops all but the newest so many articles of a source, saved ones aside; tells how many."""
        from newsreader.store import removal

        return self._write(lambda connection: removal.trim(connection, source_id, keep))

    def optimize(self, now: datetime) -> Future[None]:
        """Keeps the file small and its answers quick; for a quiet moment."""
        from newsreader.store import upkeep

        return self._write(lambda connection: upkeep.optimize(connection, now))

    # What the user does

    def mark(
        self,
        ids: Sequence[int],
        *,
        read: bool | None = None,
        saved: bool | None = None,
        shown: Shown[list[Mark]] | None = None,
    ) -> Future[list[Mark]]:
        """Sets what is not None; gives the previous states of those that changed."""
        from newsreader.store import marks

        return self._act(lambda connection: marks.mark(connection, ids, read=read, saved=saved), shown)

    def restore(self, states: Sequence[Mark], told: Told = lambda _: None) -> Future[None]:
        """Puts the states of articles back: undo."""
        from newsreader.store import marks, unfinished

        if len(states) > unfinished.CHUNK:
            return self.long_markings.undo(states, told)
        return self._act(once(lambda connection: marks.restore(connection, states)))

    def saw_change(self, article_id: int) -> Future[None]:
        """Takes the mark of a changed article off."""
        return self._act(once(lambda connection: revisions.seen(connection, article_id)))

    def keep_place(self, article_id: int, place: Place | None) -> Future[None]:
        """Remembers where the reader stopped in an article; None forgets it."""
        from newsreader.store import places

        return self._act(once(lambda connection: places.write(connection, article_id, place)))

    def add_sources(self, new: Sequence[Source]) -> Future[int]:
        """Adds the sources whose ids were never there, not even removed; tells how many those were."""
        return self._act(once(lambda connection: sources.add(connection, new)))

    def save_source(self, *changed: Source) -> Future[None]:
        """Adds or changes sources by their ids, all or none of them; one that was removed is back."""
        return self._act(once(lambda connection: sources.save(connection, changed)))

    def remove_source(self, source_id: str) -> Future[None]:
        """Removes a source and its articles, but the saved ones."""
        from newsreader.store import removal

        return self._act(lambda connection: removal.remove_source(connection, source_id))

    def set_meta(self, key: str, value: str) -> Future[None]:
        """Sets a small fact about the store."""
        return self._act(once(lambda connection: meta.write(connection, key, value)))

    def _read(self, work: Callable[[apsw.Connection], T]) -> T:
        with self._readers.reading() as connection:
            return work(connection)

    def _act(self, job: Job[T], shown: Shown[T] | None = None) -> Future[T]:
        return self._write(job, URGENT, shown=shown)

    def _write(
        self, job: Job[T], priority: int = LATER, *, patient: bool = False, shown: Shown[T] | None = None
    ) -> Future[T]:
        if self._writer is not None:
            return self._writer.submit(job, priority, patient=patient, shown=shown)
        future: Future[T] = Future()
        if self.problem is not None:
            future.set_exception(StoreError(self.problem))
        return future
